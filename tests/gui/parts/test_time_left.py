from __future__ import annotations

from tidings.document import TITLE, Article, Paragraph, Position, Span
from tidings.ui.time_left import place_words, queue_words, where_words

STORY = Article(
    id="a",
    title="Two words",
    byline=("Ada Reed",),
    dateline="PORT",
    blocks=(Paragraph((Span("one two three"),)), Paragraph((Span("four five"),))),
)


def test_paragraphs_are_counted_from_one() -> None:
    assert place_words(STORY, Position("a", TITLE)) == (1, 2)
    assert place_words(STORY, Position("a", 1)) == (2, 2)


def test_minutes_are_told_as_a_listener_counts_them() -> None:
    place = Position("a", 1)
    told = [where_words(STORY, place, ("b", "a"), minutes) for minutes in (0.4, 0.6, 2.4)]
    assert told == [
        f"Story 2 of 2, paragraph 2 of 2, {left} left."
        for left in ("less than a minute", "1 minute", "2 minutes")
    ]
    assert queue_words(1.4) == ""
    assert queue_words(1.6) == "2 minutes to the end of the list."
