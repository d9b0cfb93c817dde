from __future__ import annotations

from tidings.document import BYLINE, DATELINE, TITLE, Article, Paragraph, Position, Span
from tidings.ui.time_left import place_words, words_left

STORY = Article(
    id="a",
    title="Two words",
    byline=("Ada Reed",),
    dateline="PORT",
    blocks=(Paragraph((Span("one two three"),)), Paragraph((Span("four five"),))),
)


def test_counts_what_is_still_to_be_heard() -> None:
    assert words_left(STORY, Position("a", TITLE)) == 10
    assert words_left(STORY, Position("a", BYLINE)) == 8
    assert words_left(STORY, Position("a", DATELINE)) == 6
    assert words_left(STORY, Position("a", 0)) == 5
    assert words_left(STORY, Position("a", 0, 4)) == 4
    assert words_left(STORY, Position("a", 1, 9)) == 0


def test_paragraphs_are_counted_from_one() -> None:
    assert place_words(STORY, Position("a", TITLE)) == (1, 2)
    assert place_words(STORY, Position("a", 1)) == (2, 2)
