from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.document_values import ARTICLES, TEXT
from tidings.document import (
    BYLINE,
    DATELINE,
    TITLE,
    Article,
    Heading,
    ListBlock,
    Paragraph,
    Position,
    Range,
    Span,
)

RAIN = Paragraph((Span("It rained. "), Span("It stopped.")))


def test_the_parts_of_a_story_in_reading_order() -> None:
    whole = Article("a", "Rain", (RAIN, RAIN), byline=("Bo Li", "Ann Oh"), dateline="PRAGUE")
    assert whole.parts == (TITLE, BYLINE, DATELINE, 0, 1)
    texts = [whole.part_text(part) for part in whole.parts]
    assert texts == ["Rain", "Bo Li, Ann Oh", "PRAGUE", RAIN.text, RAIN.text]
    assert Article("a", "", (RAIN,), dateline="PRAGUE").parts == (DATELINE, 0)
    assert Article("a", "", ()).parts == ()


def test_a_block_without_text_has_a_place() -> None:
    assert Article("a", "", (Paragraph(()), RAIN)).parts == (0, 1)


@settings(max_examples=80, deadline=None)
@given(ARTICLES)
def test_positions_sort_as_one_reads(article: Article) -> None:
    places = [
        Position(article.id, part, character)
        for part in article.parts
        for character in range(len(article.part_text(part)) + 1)
    ]
    assert places == sorted(places)
    assert len(places) == len(set(places))


@pytest.mark.parametrize("part", [1, 99, -4])
def test_a_part_that_is_not_there(part: int) -> None:
    with pytest.raises(IndexError):
        Article("a", "Rain", (RAIN,)).part_text(part)


def test_a_story_without_title_is_called_by_its_first_words() -> None:
    assert Article("a", "Rain", (RAIN,)).name == "Rain"
    assert Article("a", "", (Paragraph((Span(" \n"),)), RAIN)).name == RAIN.text
    assert Article("a", "", (Paragraph((Span("one\n two\tthree"),)),)).name == "one two three"
    assert Article("a", "", ()).name == ""
    long = Paragraph((Span("unforgettable " * 10),))
    assert Article("a", "", (long,)).name == "unforgettable " * 4 + "unforgettable…"


@given(st.lists(TEXT | st.text("a ", max_size=100), max_size=8))
def test_a_name_is_short_and_of_whole_words(texts: list[str]) -> None:
    name = Article("a", "", (Paragraph(tuple(map(Span, texts))),)).name
    words = "".join(texts).split()
    whole = " ".join(words)
    assert len(name) <= 80
    if len(whole) <= 80:
        assert name == whole
    else:
        kept = name.removesuffix("…").split()
        assert name.endswith("…")
        assert kept == words[: len(kept)] or len(words[0]) >= 79


def test_words_are_counted_in_title_and_blocks() -> None:
    items = ListBlock(((Span("green tea"),), (Span("milk"),)))
    story = Article("a", "Rain again", (Heading(2, (Span("Why"),)), RAIN, items))
    assert story.word_count == 2 + 1 + 4 + 3
    assert Article("a", "", ()).word_count == 0


def test_a_range_holds_its_first_character_and_not_its_end() -> None:
    place = Range("a", 2, 3, 5)
    assert place.position == Position("a", 2, 3)
    held = [character for character in range(8) if place.holds(Position("a", 2, character))]
    assert held == [3, 4]
    assert not place.holds(Position("b", 2, 3))
    assert not place.holds(Position("a", 1, 3))
    assert not Range("a", 2, 3, 3).holds(Position("a", 2, 3))
