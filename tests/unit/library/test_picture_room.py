"""Which pictures are let go of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.library.picture_room import Kept, Room, let_go

NOW = 1_000_000_000.0
DAY = 86_400.0


def kept(name: str, size: int, days_ago: float) -> Kept:
    return Kept(name, size, NOW - days_ago * DAY)


PICTURES = [kept("new", 10, 0), kept("old", 20, 9), kept("middle", 30, 3)]


@pytest.mark.parametrize(
    ("room", "gone"),
    [
        (Room(60, 3), []),
        (Room(59, 3), ["old"]),
        (Room(40, 3), ["old"]),
        (Room(39, 3), ["old", "middle"]),
        (Room(60, 2), ["old"]),
        (Room(60, 1), ["old", "middle"]),
        (Room(9, 3), ["old", "middle", "new"]),
        (Room(0, 0), ["old", "middle", "new"]),
        (Room(-5, 3), ["old", "middle", "new"]),
    ],
)
def test_the_longest_unused_go_first(room: Room, gone: list[str]) -> None:
    assert [one.name for one in let_go(PICTURES, room, NOW)] == gone


def test_a_clock_that_was_wrong_keeps_nothing_for_ever() -> None:
    of_next_year = kept("of next year", 10, -365)
    a_little_ahead = kept("a little ahead", 10, -0.5)
    found = let_go([*PICTURES, of_next_year, a_little_ahead], Room(20, 9), NOW)
    assert [one.name for one in found] == ["of next year", "old", "middle"]


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(-10, 10)), max_size=20),
    st.integers(0, 300),
    st.integers(0, 20),
)
def test_the_rest_has_room_and_no_more_goes_than_must(
    pictures: list[tuple[int, int]], size: int, count: int
) -> None:
    all_ = [kept(str(n), bytes_, days) for n, (bytes_, days) in enumerate(pictures)]
    room = Room(size, count)
    gone = let_go(all_, room, NOW)

    def fits(rest: list[Kept]) -> bool:
        return sum(one.size for one in rest) <= size and len(rest) <= count

    assert fits([one for one in all_ if one not in gone])
    assert not gone or not fits([one for one in all_ if one not in gone[:-1]])
