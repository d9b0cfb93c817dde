"""The map between places of an article and positions in its laid out document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from tidings.document import Position, Range
from tidings.ui.reading.offsets import characters_before, units_before, wide_characters


@dataclass(frozen=True, slots=True)
class Segment:
    """Text of a part that stands in the document as it is.

    ``start`` counts characters of the part's text, ``at`` UTF-16 units of the document.
    A segment without text anchors what the document has and the part's text has not (a
    picture, a label): a caret there is at the segment's place.
    """

    part: int
    start: int
    text: str
    at: int
    wide: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "wide", wide_characters(self.text))

    @property
    def end(self) -> int:
        """The character after the last one, in the part's text."""
        return self.start + len(self.text)

    @property
    def at_end(self) -> int:
        """The document position after the last character."""
        return self.at + len(self.text) + len(self.wide)

    def to_document(self, character: int) -> int:
        """Return the document position of the part's character, kept inside the segment."""
        inside = min(max(character - self.start, 0), len(self.text))
        return self.at + units_before(inside, self.wide)

    def to_character(self, position: int) -> int:
        """Return the part's character at a document position, kept inside the segment."""
        inside = min(max(position, self.at), self.at_end) - self.at
        return self.start + characters_before(inside, self.wide)


class PlaceMap:
    """All segments of an article, in reading order, searched from both sides."""

    def __init__(self, article: str, segments: Iterable[Segment]) -> None:
        self.article = article
        self._segments = tuple(segments)
        self._places = [(segment.part, segment.start) for segment in self._segments]
        self._positions = [segment.at for segment in self._segments]

    def to_document(self, position: Position) -> int | None:
        """Return the document position of a place; None where the article has no such part."""
        index = bisect_right(self._places, (position.block, position.character)) - 1
        if index < 0 or self._segments[index].part != position.block:
            return None
        return self._segments[index].to_document(position.character)

    def to_position(self, at: int) -> Position | None:
        """Return the place of a document position; None in an article without text.

        A position in what is not part of the story belongs to the text before it.
        """
        if not self._segments:
            return None
        segment = self._segments[max(bisect_right(self._positions, at) - 1, 0)]
        return Position(self.article, segment.part, segment.to_character(at))

    def stretches(self, place: Range) -> list[tuple[int, int]]:
        """Return the document's stretches (start, end) that show the range's characters."""
        found = []
        index = bisect_left(self._places, (place.block, 0))
        for segment in self._segments[index:]:
            if segment.part != place.block or segment.start >= place.end:
                break
            if place.start < segment.end:
                found.append((segment.to_document(place.start), segment.to_document(place.end)))
        return found
