from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.document import Position, Range
from tidings.speech import Stretch, Utterance

# In the story "See here: 5 km." from its 100th character on; words are said in between.
WRITTEN = "See here: 5 km."
SAID = Utterance(
    "See link here: five km.",
    "en",
    Range("a", 0, 100, 115),
    (Stretch(0, 4, 100), Stretch(9, 15, 104), Stretch(19, 23, 111)),
)


def test_what_is_said_is_found_where_it_is_written() -> None:
    for words in ("See", "here", "km."):
        place = SAID.source_range(SAID.text.index(words), len(words))
        assert place is not None
        assert WRITTEN[place.start - 100 : place.end - 100] == words


def test_what_is_said_but_not_written_is_nowhere() -> None:
    assert SAID.source_range(SAID.text.index("link"), 4) is None
    assert SAID.source_range(SAID.text.index("five"), 4) is None
    assert SAID.source_range(len(SAID.text), 5) is None


def test_words_over_a_seam_reach_from_the_first_to_the_last_that_is_written() -> None:
    assert SAID.source_range(2, 9) == Range("a", 0, 102, 106)


def test_a_mark_without_length_is_one_character() -> None:
    assert SAID.source_range(9, 0) == Range("a", 0, 104, 105)


def test_a_place_that_is_not_said_leads_to_what_is_said_next() -> None:
    assert SAID.offset_of(110) == SAID.text.index(" km")
    assert SAID.offset_of(0) == 0
    assert SAID.offset_of(115) == len(SAID.text)
    assert Utterance("Image:", "en", Range("a", 0, 3, 9)).offset_of(5) == 0


@pytest.mark.parametrize(
    ("said", "place"),
    [("See", 100), ("ee", 101), ("link", 104), ("here", 104), ("five", 111), ("km", 112)],
)
def test_every_character_has_a_place_where_one_can_go_on(said: str, place: int) -> None:
    assert SAID.position_at(SAID.text.index(said)) == Position("a", 0, place)


def test_after_all_that_is_written_one_goes_on_behind_it() -> None:
    assert SAID.position_at(len(SAID.text)) == Position("a", 0, 115)


def test_an_announcement_is_where_it_is_said() -> None:
    quoted = Range("a", 2, 0, 30)
    assert Utterance("End of quote.", "en", quoted, place=30).position_at(4) == Position("a", 2, 30)
    assert Utterance("s", "en", Range("a", 2, 7, 9)).position_at(0) == Position("a", 2, 7)


# In the story "At 5 km!" from its first character on.
OTHERWISE = Utterance(
    "At five kilometers!",
    "en",
    Range("a", 0, 0, 8),
    (Stretch(0, 3, 0), Stretch(3, 18, 3, 4), Stretch(18, 19, 7)),
)


def test_what_is_said_otherwise_is_found_as_a_whole() -> None:
    for words in ("five", "kilometers", "i"):
        place = OTHERWISE.source_range(OTHERWISE.text.index(words), len(words))
        assert place == Range("a", 0, 3, 7)
    assert OTHERWISE.source_range(8, len("kilometers!")) == Range("a", 0, 3, 8)
    assert OTHERWISE.position_at(OTHERWISE.text.index("kilo")) == Position("a", 0, 3)
    assert OTHERWISE.source_range(0, 4) == Range("a", 0, 0, 7)
    assert OTHERWISE.source_range(18, 1) == Range("a", 0, 7, 8)


def test_all_that_is_said_otherwise_leads_to_where_it_begins() -> None:
    places = [OTHERWISE.offset_of(character) for character in range(8)]
    assert places == [0, 1, 2, 3, 3, 3, 3, 18]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4), st.integers(0, 3)), max_size=5))
def test_there_and_back_for_every_written_character(shape: list[tuple[int, int, int]]) -> None:
    stretches = []
    said = written = 0
    for inserted, length, skipped in shape:
        said, written = said + inserted, written + skipped
        stretches.append(Stretch(said, said + length, written))
        said, written = said + length, written + length
    utterance = Utterance("x" * said, "en", Range("a", 0, 0, written), tuple(stretches))
    for stretch in stretches:
        for step in range(stretch.end - stretch.start):
            offset = utterance.offset_of(stretch.source + step)
            assert offset == stretch.start + step
            source = stretch.source + step
            assert utterance.source_range(offset, 1) == Range("a", 0, source, source + 1)
