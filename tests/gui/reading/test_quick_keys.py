from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tidings.ui.reading.outline import Kind, Link, Passage
from tidings.ui.reading.quick_keys import Landmark, landmark_stops, next_stop

OUTLINE = (
    Passage(Kind.HEADING, 0, 9, 0, level=1),
    Passage(Kind.PARAGRAPH, 10, 40, 10, links=(Link(12, 15, "a", "a"), Link(20, 22, "b", "b"))),
    Passage(Kind.PICTURE, 41, 60, 43),
    Passage(Kind.HEADING, 61, 70, 61, level=2),
    Passage(Kind.QUOTE, 71, 90, 71, children=(Passage(Kind.PARAGRAPH, 71, 90, 71),)),
    Passage(
        Kind.LIST, 91, 99, 91,
        children=(Passage(Kind.ITEM, 91, 99, 91, links=(Link(95, 97, "c", "c"),)),),
    ),
)  # fmt: skip


def test_each_landmark_has_its_stops() -> None:
    stops = {landmark: landmark_stops(OUTLINE, landmark) for landmark in Landmark}
    assert stops == {
        Landmark.HEADING: [0, 61],
        Landmark.PARAGRAPH: [10, 71],
        Landmark.PICTURE: [43],
        Landmark.LINK: [12, 20, 95],
        Landmark.LIST: [91],
        Landmark.QUOTE: [71],
        Landmark.TABLE: [],
    }


def test_a_level_limits_headings() -> None:
    assert landmark_stops(OUTLINE, Landmark.HEADING, 2) == [61]
    assert landmark_stops(OUTLINE, Landmark.HEADING, 5) == []


@given(st.lists(st.integers(0, 100), unique=True).map(sorted), st.integers(0, 100))
def test_forward_and_back_find_the_nearest_other_stop(stops: list[int], caret: int) -> None:
    after = [stop for stop in stops if stop > caret]
    before = [stop for stop in stops if stop < caret]
    assert next_stop(stops, caret, backwards=False) == (after[0] if after else None)
    assert next_stop(stops, caret, backwards=True) == (before[-1] if before else None)
