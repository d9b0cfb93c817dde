"""Where a quick key leads: the next heading, picture, link and so on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from enum import Enum

from tidings.ui.reading.outline import Kind, Outline, Passage, walk


class Landmark(Enum):
    """What a quick key looks for."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    PICTURE = "picture"
    LINK = "link"
    LIST = "list"
    QUOTE = "quote"
    TABLE = "table"


_KINDS = {
    Landmark.HEADING: Kind.HEADING,
    Landmark.PARAGRAPH: Kind.PARAGRAPH,
    Landmark.PICTURE: Kind.PICTURE,
    Landmark.LIST: Kind.LIST,
    Landmark.QUOTE: Kind.QUOTE,
    Landmark.TABLE: Kind.TABLE,
}


def landmark_stops(outline: Outline, landmark: Landmark, level: int | None = None) -> list[int]:
    """Return the document positions of all landmarks of a kind, in reading order.

    ``level`` limits headings to that level.
    """
    return sorted(set(_stops(walk(outline), landmark, level)))


def next_stop(stops: list[int], caret: int, *, backwards: bool) -> int | None:
    """Return the stop after the caret, or before it; None where there is none."""
    if backwards:
        index = bisect_left(stops, caret) - 1
        return stops[index] if index >= 0 else None
    index = bisect_right(stops, caret)
    return stops[index] if index < len(stops) else None


def _stops(passages: Iterable[Passage], landmark: Landmark, level: int | None) -> Iterable[int]:
    for passage in passages:
        if landmark is Landmark.LINK:
            yield from (link.start for link in passage.links)
        elif passage.kind is _KINDS[landmark] and level in (None, passage.level):
            yield passage.stop
