"""Places of a story as times, and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tidings.document import TITLE, Article, Paragraph, Position, Span
from tidings.ui.media_keys.story_clock import StoryClock

WORD = 60_000_000 / 175


def story(*texts: str, title: str = "The old mill") -> Article:
    return Article("mill", title, tuple(Paragraph((Span(text),)) for text in texts))


def test_a_story_of_175_words_takes_a_minute() -> None:
    clock = StoryClock(story("word " * 172))
    assert abs(clock.length - 60_000_000) < 100
    assert clock.time_of(Position("mill", TITLE)) == 0
    assert clock.time_of(Position("mill", 0)) == round(3 * WORD)


def test_a_time_leads_to_the_beginning_of_a_word() -> None:
    clock = StoryClock(story("On Monday  it was opened.", "", "Forty came. "))
    found = [clock.position_at(round((word + 0.5) * WORD)) for word in range(10)]
    places = [(one.block, one.character) for one in found if one]
    title = [(TITLE, 0), (TITLE, 4), (TITLE, 8)]
    assert places == [*title, (0, 0), (0, 3), (0, 11), (0, 14), (0, 18), (2, 0), (2, 6)]
    assert clock.position_at(round(10.5 * WORD)) is None
    assert clock.position_at(-5) == Position("mill", TITLE)


def test_a_story_without_words_has_no_place() -> None:
    clock = StoryClock(story(title=""))
    assert clock.length == 0
    assert clock.position_at(0) is None
    assert clock.time_of(Position("mill", 0)) == 0


@given(st.lists(st.text(max_size=30), max_size=6), st.text(max_size=20), st.integers(0, 80))
def test_there_and_back_is_the_same_word(texts: list[str], title: str, word: int) -> None:
    clock = StoryClock(story(*texts, title=title))
    time = round((word + 0.5) * WORD)
    position = clock.position_at(time)
    if position is None:
        assert time > clock.length
    else:
        assert 0 <= time - clock.time_of(position) <= WORD
