"""Search finds words in every script, and leads to where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.library.library_values import OPENED, articles, edition, story
from tidings.document import TITLE, Article, Position
from tidings.library import Library, schema
from tidings.library.finding import find
from tidings.library.folding import context, first_match, fold, fold_with_origins, needles

STORIES = (
    story("en", "The tide came in.", "The Harbour bells rang at café Ness.", title="A quiet day"),
    story("ru", "В Дальних Липах собралось тридцать человек. Ёлка у школы."),
    story("kk", "Ағаштың көлеңкесінде кітап оқитынбыз."),
    story("fa", "دانش‌آموزان هر روز می‌رفتند و کتاب‌ها را می‌خواندند."),
    story("zh", "港口的灯塔在清晨亮起。"),
    story("de", "Die Straße am Meer, 3 km lang."),
)


@pytest.mark.parametrize(
    ("query", "expected", "at"),
    [
        ("harbour", "en", "Harbour"),
        ("HARB", "en", "Harbour"),
        ("ness cafe", "en", "café"),
        ("bells  tide", "en", "tide"),
        ("quiet", "en", "quiet"),
        ("тридцать", "ru", "тридцать"),
        ("ЛИПАХ", "ru", "Липах"),
        ("елка", "ru", "Ёлка"),
        ("КӨЛЕҢКЕ", "kk", "көлеңкесінде"),
        ("دانش‌آموزان", "fa", "دانش"),
        ("كتاب", "fa", "کتاب"),
        ("灯塔", "zh", "灯"),
        ("STRASSE", "de", "Straße"),
        ("3", "de", "3"),
    ],
)
def test_words_are_found_where_they_stand(query: str, expected: str, at: str) -> None:
    with Library.in_memory() as library:
        library.keep_edition(edition(*STORIES), OPENED)
        (hit,) = library.search(query)
        assert hit.article.id == hit.position.article == expected
        text = library.article(expected).part_text(hit.position.block)
        assert text[hit.position.character :].startswith(at)
        assert at in hit.context


@pytest.mark.parametrize("query", ["", "  ", "—", "!?", "arbour", "tide nowhere", "塔灯", "%", "'"])
def test_nothing_is_found_where_nothing_is(query: str) -> None:
    with Library.in_memory() as library:
        library.keep_edition(edition(*STORIES), OPENED)
        assert library.search(query) == []


@pytest.mark.parametrize(
    "query", ["harb", "ness cafe", "елка", "كتاب", "灯塔", "塔灯", "arbour", "3"]
)
def test_without_an_index_the_same_is_found(query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for words in (schema.words, lambda _connection: schema._WORDS_PLAINLY):
        monkeypatch.setattr(schema, "words", words)
        with Library.in_memory() as library:
            library.keep_edition(edition(*STORIES, story("x", "old")), OPENED)
            library.keep_edition(edition(story("x", "The harbour, 3 times.")), OPENED)
            found.append(library.search(query))
            assert library.search("old") == []
    assert found[0] == found[1]


def test_there_are_no_more_hits_than_asked_for() -> None:
    with Library.in_memory() as library:
        library.keep_edition(edition(*(story(str(n), "same") for n in range(9))), OPENED)
        assert len(library.search("same", limit=4)) == 4


def test_words_across_parts_lead_to_the_part_with_most_of_them() -> None:
    article = story("a", "one", "two three", title="zero")
    assert find(article, needles("one two three"))[0] == Position("a", 1, 0)
    assert find(article, needles("zero one"))[0] == Position("a", TITLE, 0)
    assert find(article, needles("nothing"))[0] == Position("a", TITLE)
    assert find(Article("b", "", ()), needles("nothing")) == (Position("b", 0), "")


def test_the_context_is_one_line_cut_between_words() -> None:
    text = "alpha " * 30 + "here\nit is " + "omega " * 30
    line = context(text, text.index("here"))
    assert line.startswith("… alpha")
    assert line.endswith("omega …")
    assert "here it is" in line
    assert len(line) < 130
    assert context("short", 2) == "short"
    assert len(context("x" * 500, 250)) < 130


@given(st.text())
def test_folding_has_a_way_back_for_every_character(text: str) -> None:
    folded = fold_with_origins(text)
    assert len(folded.text) == len(folded.origins)
    assert list(folded.origins) == sorted(folded.origins)
    assert all(0 <= origin < max(len(text), 1) for origin in folded.origins)
    assert fold(folded.text) == folded.text


@given(articles, st.data())
def test_any_word_of_a_story_finds_the_story(article: Article, data: st.DataObject) -> None:
    words = [w for part in article.parts for w in article.part_text(part).split() if needles(w)]
    with Library.in_memory() as library:
        library.keep_edition(edition(article), OPENED)
        if not words:
            return
        word = data.draw(st.sampled_from(words))
        (hit,) = library.search(word)
        found = fold_with_origins(article.part_text(hit.position.block))
        assert first_match(found, needles(word)) == hit.position.character
