"""What is announced of a story follows the reader's table."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.speech.test_article_script import ARTICLES
from tidings.document import (
    Article,
    Block,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Position,
    Quote,
    Span,
    Table,
)
from tidings.speech import (
    PRESETS,
    SOME,
    WITH_WORDS,
    Announced,
    Announcing,
    ArticleScript,
    Kind,
    Utterance,
    Way,
    load_announcements,
    preset_of,
    table_from_text,
    table_to_text,
    ways_for,
)

ANNOUNCEMENTS = load_announcements()
PICTURE = Picture(("https://news.example/a.jpg",))
LINK = "https://news.example/"


def utterances(article: Article, table: Announcing) -> list[Utterance]:
    script = ArticleScript(article, ANNOUNCEMENTS, announcing=table)
    found, cue = [], script.first()
    while cue is not None:
        found.append(script.utterance(cue))
        cue = script.after(cue)
    return found


def said(article: Article, table: Announcing) -> list[str]:
    """What is said; a tone by its name between angle brackets."""
    return [f"<{one.tone}>" if one.tone else one.text for one in utterances(article, table)]


def of(*blocks: Block, **head: object) -> Article:
    article = Article("a", "T", blocks, language="en")
    return replace(article, **head)  # type: ignore[arg-type]


def told(block: Block, ways: str) -> list[str]:
    """What is said of a block, without the title, with some ways other than by default."""
    return said(of(block), table_from_text(f"some {ways}"))[1:]


FIGURE = Figure(PICTURE, "A dog", (Span("Rex at home."),), "AP")
LIST = ListBlock(((Span("tea"),), (Span("milk"),)))
QUOTE = Quote((Span("I did."),))
LINKED = Paragraph((Span("See "), Span("this", link=LINK), Span(".")))
NOTED = Paragraph((Span("It rained.[1] "), Span("It stopped"), Span("2", link=LINK), Span(".")))
TABLE = Table(
    (
        ((Span("City"),), (Span("Rain"),)),
        ((Span("Oslo"),), (Span("3 mm"),)),
        ((Span("Bergen"),), (Span("9 mm"),)),
    ),
    header_rows=1,
    caption="Weather",
)


@pytest.mark.parametrize(
    ("block", "ways", "expected"),
    [
        (Heading(3, (Span("Rain"),)), "", ["Heading:", "Rain"]),
        (Heading(3, (Span("Rain"),)), "heading=skip", ["Rain"]),
        (Heading(3, (Span("Rain"),)), "heading=sound", ["<heading>", "Rain"]),
        (Heading(3, (Span("Rain"),)), "level=say", ["Heading level 3:", "Rain"]),
        (Heading(3, (Span("Rain"),)), "heading=sound level=say", ["<heading>", "Level 3:", "Rain"]),
        (Heading(3, (Span("Rain"),)), "heading=sound level=sound", ["<heading-3>", "Rain"]),
        (FIGURE, "", ["Image:", "A dog", "Rex at home.", "Credit: AP"]),
        (FIGURE, "image=skip", ["Rex at home.", "Credit: AP"]),
        (FIGURE, "image=plain credit=skip", ["A dog", "Rex at home."]),
        (FIGURE, "caption=skip", ["Image:", "A dog", "Credit: AP"]),
        (FIGURE, "caption=say", ["Image:", "A dog", "Caption:", "Rex at home.", "Credit: AP"]),
        (
            FIGURE,
            "image=sound caption=sound credit=sound",
            ["<image>", "A dog", "<caption>", "Rex at home.", "<credit>", "AP"],
        ),
        (FIGURE, "image=skip caption=skip credit=skip", []),
        (replace(FIGURE, alt=None), "caption=skip credit=skip", ["Image without description."]),
        (replace(FIGURE, alt=None), "image=skip credit=plain", ["Rex at home.", "AP"]),
        # A caption that is the description, too, is not a caption beside it.
        (
            replace(FIGURE, alt="Rex at home."),
            "caption=skip credit=skip",
            ["Image:", "Rex at home."],
        ),
        (replace(FIGURE, alt="Rex at home."), "image=skip credit=skip", []),
        (LIST, "", ["List, 2 items.", "Item.", "tea", "Item.", "milk"]),
        (LIST, "list=sound item=sound", ["<list>", "<item>", "tea", "<item>", "milk"]),
        (LIST, "list=skip item=skip", ["tea", "milk"]),
        (QUOTE, "quote=sound", ["<quote>", "I did.", "<quote-end>"]),
        (QUOTE, "quote=skip", ["I did."]),
        (LINKED, "", ["See link this."]),
        (LINKED, "link=skip", ["See this."]),
        (LINKED, "link=sound", ["See", "<link>", "this."]),
        (
            TABLE,
            "cell=skip table=skip",
            ["Weather", "City", "Rain", "Oslo", "3 mm", "Bergen", "9 mm"],
        ),
        (
            TABLE,
            "cell=say",
            [
                "Table: Weather",
                "City",
                "Rain",
                "Row 1.",
                "City:",
                "Oslo",
                "Rain:",
                "3 mm",
                "Row 2.",
                "City:",
                "Bergen",
                "Rain:",
                "9 mm",
            ],
        ),
        (
            TABLE,
            "table=sound cell=sound",
            [
                "<table>",
                "Weather",
                "City",
                "Rain",
                "<row>",
                "Oslo",
                "<cell>",
                "3 mm",
                "<row>",
                "Bergen",
                "<cell>",
                "9 mm",
            ],
        ),
        (
            Table((((Span("Oslo"),), (Span("3 mm"),)),)),
            "cell=say",
            ["Table:", "Row 1.", "Column 1:", "Oslo", "Column 2:", "3 mm"],
        ),
        (NOTED, "", ["It rained.", "It stopped ."]),
        (NOTED, "footnote=plain", ["It rained.[1]", "It stopped2."]),
        (
            NOTED,
            "footnote=say",
            ["It rained.", "Footnote 1.", "It stopped", "Footnote 2.", "."],
        ),
    ],
)
def test_every_way_of_every_kind(block: Block, ways: str, expected: list[str]) -> None:
    got = told(block, ways)
    assert [" ".join(one.split()) for one in got] == expected


HEAD = of(
    Paragraph((Span("It rained."),)),
    byline=("Bo Li",),
    dateline="PRAGUE",
    published=datetime(2026, 11, 24, 17, 5, tzinfo=UTC),
)


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        ("", ["T", "By Bo Li", "PRAGUE", "It rained."]),
        (
            "date=say dateline=say",
            ["T", "By Bo Li", "Date: 24 November 2026", "Place: PRAGUE", "It rained."],
        ),
        ("byline=skip date=plain dateline=skip", ["T", "24 November 2026", "It rained."]),
        (
            "byline=sound date=sound dateline=sound",
            [
                "T",
                "<byline>",
                "Bo Li",
                "<date>",
                "24 November 2026",
                "<dateline>",
                "PRAGUE",
                "It rained.",
            ],
        ),
        ("byline=plain untitled=say", ["T", "Bo Li", "PRAGUE", "It rained."]),
    ],
)
def test_the_head_of_a_story(ways: str, expected: list[str]) -> None:
    assert said(HEAD, table_from_text(f"some {ways}")) == expected


def test_the_date_and_a_missing_title_without_other_heads() -> None:
    table = table_from_text("some untitled=say date=plain")
    bare = replace(HEAD, byline=(), dateline="")
    assert said(bare, table) == ["T", "24 November 2026", "It rained."]
    untitled = replace(bare, title="")
    assert said(untitled, table) == ["Untitled story.", "24 November 2026", "It rained."]
    unread = replace(untitled, published=None, published_text="last Tuesday")
    assert said(unread, table) == ["Untitled story.", "last Tuesday", "It rained."]
    assert said(replace(unread, published_text=""), table) == ["Untitled story.", "It rained."]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ru", "24 ноября 2026 года"),
        ("kk", "2026 жылғы 24 қараша"),
        ("fa", "24 نوامبر 2026"),
        ("de-AT", "24. November 2026"),
        ("es", "24 de noviembre de 2026"),
        ("ka", "24 November 2026"),
    ],
)
def test_the_date_is_in_the_language_of_the_story(language: str, expected: str) -> None:
    table = table_from_text("some date=plain")
    date = utterances(replace(HEAD, byline=(), language=language), table)[1]
    assert date.text == expected
    assert date.language == ("en" if language == "ka" else language)


def test_what_is_skipped_leads_to_what_follows() -> None:
    article = of(FIGURE, Paragraph((Span("It rained."),)), byline=("Bo Li",))
    table = table_from_text("some byline=skip image=skip caption=skip credit=skip")
    script = ArticleScript(article, ANNOUNCEMENTS, announcing=table)
    for position in (Position("a", -2), Position("a", 0), Position("a", 0, 8)):
        cue = script.at(position)
        assert cue is not None
        assert script.utterance(cue).text == "It rained."
        assert script.utterance(cue).starts_paragraph


@pytest.mark.parametrize(
    "text",
    [
        "The hall is 20 m² and 5 km³.",
        "Take [1] and [2].",
        "He won 3-2.",
        "x² + y¹ = z",
        "[1] A note.",
    ],
)
def test_what_is_no_footnote_is_said(text: str) -> None:
    assert (
        said(of(Paragraph((Span(text),))), SOME)[1:]
        == said(of(Paragraph((Span(text),))), SOME.put(Announced.FOOTNOTE, Way.PLAIN))[1:]
    )


def test_tones_are_utterances_of_their_own() -> None:
    tones = [one for one in utterances(of(FIGURE), table_from_text("some image=sound")) if one.tone]
    assert [(one.kind, one.text, one.stretches) for one in tones] == [(Kind.TONE, "Image:", ())]


def test_the_presets_grow() -> None:
    article = of(FIGURE, LIST, QUOTE, LINKED, NOTED, TABLE, Heading(2, (Span("x"),)))
    sizes = [
        sum(one.kind is Kind.ANNOUNCEMENT for one in utterances(article, table))
        + sum("link" in one.text or "Credit" in one.text for one in utterances(article, table))
        for table in PRESETS.values()
    ]
    assert list(PRESETS) == ["none", "few", "some", "most"]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 4
    assert sizes[0] == 1  # the caption of the table, which is the story's


def test_none_keeps_every_word_of_the_story() -> None:
    article = of(FIGURE, LIST, QUOTE, LINKED, TABLE)
    words = " ".join(said(article, PRESETS["none"])).split()
    assert words == [
        "T",
        "A",
        "dog",
        "Rex",
        "at",
        "home.",
        "AP",
        "tea",
        "milk",
        "I",
        "did.",
        "See",
        "this.",
        "Weather",
        "City",
        "Rain",
        "Oslo",
        "3",
        "mm",
        "Bergen",
        "9",
        "mm",
    ]


TABLES = st.builds(
    lambda ways: _put_all(ways),
    st.tuples(*(st.sampled_from(ways_for(kind)) for kind in Announced)),
)


def _put_all(ways: tuple[Way, ...]) -> Announcing:
    table = SOME
    for kind, way in zip(Announced, ways, strict=True):
        table = table.put(kind, way)
    return table


@given(TABLES)
def test_a_table_is_kept_as_it_is(table: Announcing) -> None:
    assert table_from_text(table_to_text(table)).ways == table.ways


def test_nonsense_in_what_was_kept_is_left_out() -> None:
    assert table_to_text(PRESETS["few"]) == "few"
    assert preset_of(table_from_text("")) == "some"
    assert preset_of(table_from_text("all of it=say heading=loud cell=plain")) == "some"
    own = table_from_text("few nonsense=say link=sound")
    assert preset_of(own) == ""
    assert table_to_text(own) == "few link=sound"


def test_ways_that_make_no_sense_are_not_offered() -> None:
    assert ways_for(Announced.HEADING) == (Way.SAY, Way.SOUND, Way.SKIP)
    assert ways_for(Announced.CAPTION) == (Way.SAY, Way.SOUND, Way.PLAIN, Way.SKIP)
    assert SOME.put(Announced.HEADING, Way.PLAIN) is SOME


@settings(max_examples=60, deadline=None)
@given(ARTICLES, TABLES)
def test_whatever_is_announced_every_place_leads_somewhere_and_back(
    article: Article, table: Announcing
) -> None:
    script = ArticleScript(article, ANNOUNCEMENTS, announcing=table)
    there, cue = [], script.first()
    while cue is not None:
        there.append(cue)
        cue = script.after(cue)
    back, cue = [], there[-1] if there else None
    while cue is not None:
        back.append(cue)
        cue = script.before(cue)
    assert back[::-1] == there == sorted(there)
    for cue in there:
        utterance = script.utterance(cue)
        text = article.part_text(utterance.range.block)
        for stretch in utterance.stretches:
            for character in range(stretch.start, stretch.end):
                written = text[stretch.source + character - stretch.start]
                assert utterance.text[character] in (written, " ")
        assert utterance.text.strip()
        assert bool(utterance.tone) == (utterance.kind is Kind.TONE)
        landed = script.at(utterance.range.position)
        assert landed is not None
        assert landed <= cue
    for part in article.parts:
        text = article.part_text(part)
        for character in range(0, len(text), max(len(text) // 10, 1)):
            landed = script.at(Position("a", part, character))
            assert landed in there or landed is None


@settings(max_examples=40, deadline=None)
@given(ARTICLES, TABLES)
def test_only_what_is_skipped_is_missing(article: Article, table: Announcing) -> None:
    for kind in WITH_WORDS:
        if table.of(kind) is Way.SKIP or kind is Announced.FOOTNOTE:
            table = table.put(kind, Way.PLAIN)
    spoken = dict.fromkeys(article.parts, "")
    for utterance in utterances(article, table):
        for stretch in utterance.stretches:
            spoken[utterance.range.block] += utterance.text[stretch.start : stretch.end]
    for part, words in spoken.items():
        assert "".join(words.split()) == "".join(article.part_text(part).split())


def test_a_long_text_with_many_marks_is_laid_out_fast() -> None:
    text = "".join(f"It rained again that day.[{number % 999}] " for number in range(6_000))
    article = of(Paragraph((Span(text),)))
    begun = time.perf_counter()
    assert ArticleScript(article, ANNOUNCEMENTS).first()
    assert time.perf_counter() - begun < 0.1
