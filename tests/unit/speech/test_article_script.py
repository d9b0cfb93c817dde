from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.document import (
    BYLINE,
    DATELINE,
    TITLE,
    Article,
    Block,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Position,
    Preformatted,
    Quote,
    Span,
    Table,
)
from tidings.speech import (
    SOME,
    Announced,
    Announcements,
    ArticleScript,
    Cue,
    Kind,
    Script,
    Utterance,
    Way,
    load_announcements,
    script_to_json,
)
from tidings.speech.replacing import Replacement

ANNOUNCEMENTS = load_announcements()
PICTURE = Picture(("https://news.example/a.jpg",))
LINK = "https://news.example/"


def script(*blocks: Block, language: str = "en", **head: object) -> ArticleScript:
    article = Article("a", "", blocks, language=language)
    return ArticleScript(replace(article, **head), ANNOUNCEMENTS)  # type: ignore[arg-type]


def cues(script: Script) -> Iterator[Cue]:
    cue = script.first()
    while cue is not None:
        yield cue
        cue = script.after(cue)


def said(script: Script) -> list[str]:
    return [script.utterance(cue).text for cue in cues(script)]


def figure(alt: str | None, caption: str = "", credit: str = "") -> Figure:
    return Figure(PICTURE, alt, (Span(caption),) if caption else (), credit)


def test_the_head_of_a_story() -> None:
    story = script(
        Paragraph((Span("It rained. It stopped."),)),
        title="Rain. Again?",
        byline=("J. K. Ames", "Bo Li"),
        dateline="PRAGUE",
    )
    assert said(story) == [
        "Rain.",
        "Again?",
        "By J. K. Ames, Bo Li",
        "PRAGUE",
        "It rained.",
        "It stopped.",
    ]
    parts = [story.utterance(cue).range.block for cue in cues(story)]
    assert parts == [TITLE, TITLE, BYLINE, DATELINE, 0, 0]
    starts = [story.utterance(cue).starts_paragraph for cue in cues(story)]
    assert starts == [True, False, True, True, True, False]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Heading(2, (Span("Floods"),)), ["Heading:", "Floods"]),
        (figure("A dog"), ["Image:", "A dog"]),
        (figure("A dog", "a  Dog"), ["Image:", "a  Dog"]),
        (figure("A dog", "Rex at home."), ["Image:", "A dog", "Rex at home."]),
        (figure(None, "Rex."), ["Image without description.", "Rex."]),
        (figure(None), ["Image without description."]),
        (figure(""), []),
        (figure("image: a dog"), ["image: a dog"]),
        (figure("Images: two dogs"), ["Image:", "Images: two dogs"]),
        (figure("", "Rex.", "AP"), ["Image:", "Rex.", "Credit: AP"]),
        (figure("", "Rex.", "Photo: AP"), ["Image:", "Rex.", "Photo: AP"]),
        (Quote((Span("I did.\nTwice."),)), ["Quote:", "I did.", "Twice.", "End of quote."]),
        (
            ListBlock(((Span("tea"),), (Span(" "),), (Span("milk"),))),
            ["List, 2 items.", "Item.", "tea", "Item.", "milk"],
        ),
        (
            ListBlock(((Span("tea"),),), ordered=True),
            ["List, 1 item.", "Item 1.", "tea"],
        ),
        (
            ListBlock(((Span("tea"),), (Span("milk"),)), ordered=True, start=4),
            ["List, 2 items.", "Item 4.", "tea", "Item 5.", "milk"],
        ),
        (
            Table((((Span("a"),), (Span("b"),)), ((Span("1"),), ())), caption="Prices"),
            ["Table: Prices", "a", "b", "1"],
        ),
        (Preformatted("one\n  two"), ["one", "two"]),
        (Paragraph((Span(" \n"),)), []),
    ],
)
def test_what_is_said_of_a_block(block: Block, expected: list[str]) -> None:
    assert said(script(block)) == expected


def test_a_link_is_told_inside_its_sentence_and_once() -> None:
    spans = (
        Span("He told "),
        Span("the ", link=LINK),
        Span("paper", link=LINK),
        Span(" (", ""),
        Span("here", link=LINK + "x"),
        Span(")."),
    )
    story = script(Paragraph(spans))
    assert said(story) == ["He told link the paper (link here)."]
    cue = story.first()
    assert cue is not None
    utterance = story.utterance(cue)
    place = utterance.source_range(utterance.text.index("here"), 4)
    assert place is not None
    assert story.article.part_text(0)[place.start : place.end] == "here"
    assert utterance.source_range(utterance.text.index("link"), 4) is None


def test_announcements_are_in_the_language_of_the_story() -> None:
    assert said(script(figure(None), Quote((Span("Да."),)), language="ru-RU")) == [
        "Изображение без описания.",
        "Цитата:",
        "Да.",
        "Конец цитаты.",
    ]


def test_a_language_without_announcements_keeps_them_out_of_its_sentences() -> None:
    story = script(Paragraph((Span("გამარჯობა "), Span("აქ", link=LINK), Span("."))), language="ka")
    told = [(one["text"], one["language"]) for one in script_to_json(story)]
    assert told == [("გამარჯობა", "ka"), ("link", "en"), ("აქ.", "ka")]


def test_a_link_after_a_dash_is_told_where_it_is() -> None:
    story = script(Paragraph((Span("— "), Span("აქ", link=LINK))), language="ka")
    assert said(story) == ["—", "link", "აქ"]
    assert story.at(Position("a", 0, 0)) == story.first()


def test_a_sentence_is_split_where_its_language_changes() -> None:
    story = script(
        Paragraph((Span("He said "), Span("«да», ", language="ru"), Span("and left. Bye."))),
        Paragraph((Span("Salut."),), language="fr"),
    )
    told = [(u["text"], u["language"], u["pause_after"]) for u in script_to_json(story)]
    assert told == [
        ("He said", "en", 0),
        ("«да»,", "ru", 0),
        ("and left.", "en", 120),
        ("Bye.", "en", 400),
        ("Salut.", "fr", 400),
    ]


def test_an_article_without_language_takes_the_given_one() -> None:
    article = Article("a", "", (Paragraph((Span("Oui."),)),))
    told = script_to_json(ArticleScript(article, ANNOUNCEMENTS, "fr"))
    assert [one["language"] for one in told] == ["fr"]


def test_places_without_words_lead_to_the_next() -> None:
    story = script(Paragraph((Span("One. "),)), figure(""), Paragraph((Span("Two."),)))
    for position in (Position("a", 0, 4), Position("a", 1), Position("a", 2)):
        cue = story.at(position)
        assert cue is not None
        assert story.utterance(cue).text == "Two."
    assert story.at(Position("a", BYLINE)) == story.first()
    assert story.at(Position("a", 2, 4)) is None
    assert story.at(Position("a", 3)) is None
    assert story.at(Position("b", 0)) is None


def test_an_announcement_is_where_what_it_announces_begins() -> None:
    story = script(Heading(2, (Span("Floods"),)), ListBlock(((Span("tea"),), (Span("milk"),))))

    def at(block: int, character: int) -> str:
        cue = story.at(Position("a", block, character))
        assert cue is not None
        return story.utterance(cue).text

    assert at(0, 0) == "Heading:"
    assert at(0, 1) == "Floods"
    assert at(1, 0) == "List, 2 items."
    assert at(1, 3) == "Item."
    assert at(1, 5) == "milk"


LEFT_OUT = "[]0123456789¹²³⁰⁴⁵⁶⁷⁸⁹*†‡"
"""What marks of footnotes are made of: those are not said."""

WORDS = st.sampled_from(
    ["one", "“Two.”", "три", "—", "…", "e\u0301", "🙂", "5.5", "U.N.", "end.", "x" * 450, " "]
)
TEXT = st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=40)
SPANS = st.lists(
    st.builds(
        Span, TEXT, st.sampled_from(["", "", "ru", "ka"]), st.sampled_from(["", "", LINK, "u:"])
    ),
    max_size=6,
).map(tuple)
LANGUAGES = st.sampled_from(["", "en", "ru", "ka"])
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, st.integers(2, 6), SPANS, LANGUAGES),
    st.builds(Paragraph, SPANS, LANGUAGES),
    st.builds(Quote, SPANS, LANGUAGES),
    st.builds(ListBlock, st.lists(SPANS, max_size=4).map(tuple), st.booleans(), LANGUAGES),
    st.builds(
        Table,
        st.lists(st.lists(SPANS, max_size=3).map(tuple), max_size=3).map(tuple),
        st.just(0),
        TEXT,
        LANGUAGES,
    ),
    st.builds(Figure, st.just(PICTURE), st.none() | TEXT, SPANS, TEXT, LANGUAGES),
    st.builds(Preformatted, TEXT, LANGUAGES),
    # Longer than a window.
    st.builds(lambda text, times: Paragraph((Span(text * times),)), TEXT, st.integers(40, 100)),
)
ARTICLES = st.builds(
    lambda title, blocks, byline, dateline, language: Article(
        "a",
        title,
        tuple(blocks),
        byline=tuple(byline),
        dateline=dateline,
        language=language,
    ),
    TEXT,
    st.lists(BLOCKS, max_size=5),
    st.lists(TEXT, max_size=2),
    TEXT,
    LANGUAGES,
)


@settings(max_examples=80, deadline=None)
@given(ARTICLES)
def test_every_character_is_said_once_and_in_order(article: Article) -> None:
    # All is kept, marks of footnotes too.
    table = SOME.put(Announced.FOOTNOTE, Way.PLAIN)
    story = ArticleScript(article, ANNOUNCEMENTS, announcing=table)
    spoken: dict[int, str] = dict.fromkeys(article.parts, "")
    for utterance in map(story.utterance, cues(story)):
        text = article.part_text(utterance.range.block)
        end = place = 0
        for stretch in utterance.stretches:
            length = stretch.end - stretch.start
            assert length > 0
            assert (
                utterance.text[stretch.start : stretch.end]
                == text[stretch.source : stretch.source + length]
            )
            assert stretch.start >= end
            assert stretch.source >= place
            end, place = stretch.end, stretch.source + length
            spoken[utterance.range.block] += utterance.text[stretch.start : stretch.end]
        if utterance.kind is Kind.TEXT:
            assert utterance.stretches[0].source == utterance.range.start
            assert place == utterance.range.end
        else:
            assert not utterance.stretches
        assert 0 <= utterance.range.start <= utterance.range.end <= len(text)
        assert utterance.text.strip()
        assert utterance.language or not article.language
    for part, words in spoken.items():
        assert "".join(words.split()) == "".join(article.part_text(part).split())


@settings(max_examples=60, deadline=None)
@given(ARTICLES)
def test_every_character_leads_to_the_utterance_that_holds_it(article: Article) -> None:
    story = ArticleScript(article, ANNOUNCEMENTS)
    for part in article.parts:
        text = article.part_text(part)
        for character in range(0, len(text), max(len(text) // 15, 1)):
            position = Position("a", part, character)
            # A script of its own each time: what one enters by makes no difference.
            cue = ArticleScript(article, ANNOUNCEMENTS).at(position)
            assert cue == story.at(position)
            if not (text[character].isspace() or text[character] in LEFT_OUT):
                assert cue is not None
                assert story.utterance(cue).range.holds(position)
            elif cue is not None:
                assert story.utterance(cue).range.end > character or cue.part > 0


@settings(max_examples=60, deadline=None)
@given(ARTICLES)
def test_back_is_the_way_there(article: Article) -> None:
    story = ArticleScript(article, ANNOUNCEMENTS)
    there = list(cues(story))
    back: list[Cue] = []
    cue = there[-1] if there else None
    while cue is not None:
        back.append(cue)
        cue = story.before(cue)
    assert back[::-1] == there == sorted(there)
    starts = [story.utterance(cue).starts_paragraph for cue in there]
    firsts = [number == 0 or there[number - 1].part != cue.part for number, cue in enumerate(there)]
    assert starts == firsts


def test_lists_and_tables_have_the_runs_of_their_text(announcements: Announcements) -> None:
    item = (Span("un ", language="fr"), Span("deux"))
    story = script(ListBlock((item, item)), Table(((item, item), (item, item))))
    words: list[Utterance] = [
        utterance for utterance in map(story.utterance, cues(story)) if utterance.kind is Kind.TEXT
    ]
    assert {(one.text, one.language) for one in words} == {("un", "fr"), ("deux", "en")}
    assert len(words) == 12


@pytest.mark.parametrize(
    "text",
    [
        "The committee said on Tuesday that the measures would take effect. " * 3_000,
        "word " * 40_000,
        "x" * 200_000,
    ],
)
def test_a_long_story_begins_as_fast_as_a_short_one(text: str) -> None:
    article = Article("a", "", (Paragraph((Span(text),)),), language="en")
    ArticleScript(article, ANNOUNCEMENTS).first()
    times = []
    for character in range(0, len(text), len(text) // 40):
        begun = time.perf_counter()
        story = ArticleScript(article, ANNOUNCEMENTS)
        cue = story.at(Position("a", 0, character))
        assert cue is not None
        assert story.utterance(cue)
        times.append(time.perf_counter() - begun)
    assert sorted(times)[len(times) // 2] < 0.005


class Spelt:
    """Says digits, some letters and what is between as words, or not at all."""

    SAID: ClassVar = {"x": "", "a a": "a to a", "ab": "alpha"}

    def replacements(self, text: str, language: str) -> list[Replacement]:
        return [
            Replacement(*match.span(), self.SAID.get(match.group(), f"{language or 'any'} digits"))
            for match in re.finditer(r"\d+(?:[.,]? ?\d+)*|x|a a|ab", text)
        ]


@settings(max_examples=150, deadline=None)
@given(ARTICLES)
def test_what_is_said_otherwise_is_found_where_it_is_written(article: Article) -> None:
    table = SOME.put(Announced.FOOTNOTE, Way.PLAIN)
    story = ArticleScript(article, ANNOUNCEMENTS, announcing=table, rewriter=Spelt())
    covered: dict[int, set[int]] = {part: set() for part in article.parts}
    for utterance in map(story.utterance, cues(story)):
        text = article.part_text(utterance.range.block)
        end = place = 0
        for stretch in utterance.stretches:
            said = utterance.text[stretch.start : stretch.end]
            written = text[stretch.source : stretch.source_end]
            if stretch.written is None:
                assert said == written
            else:
                # In a language of its own, and never in two pieces.
                assert re.fullmatch(r"\S+ digits|a to a|alpha", said)
                assert re.fullmatch(r"\d+(?:[.,]? ?\d+)*|a a|ab", written)
                middle = Position("a", utterance.range.block, stretch.source + len(written) // 2)
                assert utterance.offset_of(middle.character) == stretch.start
                cue = story.at(middle)
                assert cue is not None
                met = story.utterance(cue)
                # What is announced before it is met by its first character.
                assert met == utterance or (
                    met.kind is not Kind.TEXT and middle.character == stretch.source
                )
            assert said
            assert stretch.start >= end
            assert stretch.source >= place
            end, place = stretch.end, stretch.source_end
            for offset in range(stretch.start, stretch.end):
                found = utterance.source_range(offset, 1)
                assert found is not None
                assert stretch.source <= found.start < found.end <= stretch.source_end
            covered[utterance.range.block] |= set(range(stretch.source, stretch.source_end))
        assert utterance.text.strip()
        assert utterance.range.start <= place <= utterance.range.end or not utterance.stretches
    for part, characters in covered.items():
        text = article.part_text(part)
        missed = {text[place] for place in range(len(text)) if place not in characters}
        assert all(character.isspace() or character == "x" for character in missed)


NUMBERED = "There were 1 200 000 of them, of No. 5 kind, at last. " * 200


@pytest.mark.parametrize("shift", range(0, 60, 7))
def test_no_window_ends_inside_what_is_said_otherwise(shift: int) -> None:
    text = "x" * shift + NUMBERED
    article = Article("a", "", (Paragraph((Span(text),)),), language="en")
    story = ArticleScript(article, ANNOUNCEMENTS, rewriter=Spelt())
    spoken = " ".join(story.utterance(cue).text for cue in cues(story))
    assert spoken.count("en digits") == 400


def test_a_sentence_goes_on_over_what_is_said_otherwise() -> None:
    class Number:
        def replacements(self, text: str, language: str) -> list[Replacement]:
            return [
                Replacement(*match.span(), "number 5") for match in re.finditer(r"Nr\. Five", text)
            ]

    article = Article("a", "", (Paragraph((Span("It is Nr. Five here. Go on."),)),), language="en")
    story = ArticleScript(article, ANNOUNCEMENTS, rewriter=Number())
    said = [story.utterance(cue).text for cue in cues(story)]
    assert said[-2:] == ["It is number 5 here.", "Go on."]


def test_what_is_not_said_at_all_is_no_utterance() -> None:
    article = Article(
        "a", "", (Paragraph((Span("x x"),)), Paragraph((Span("Go."),))), language="en"
    )
    story = ArticleScript(article, ANNOUNCEMENTS, rewriter=Spelt())
    assert [story.utterance(cue).text for cue in cues(story)][-1] == "Go."
    assert len(list(cues(story))) == len([*cues(ArticleScript(article, ANNOUNCEMENTS))]) - 1
