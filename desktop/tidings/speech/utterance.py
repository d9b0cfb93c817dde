"""One thing said: a sentence of the story, or an announcement."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum

from tidings.document import Position, Range


class Kind(Enum):
    """What an utterance is."""

    TEXT = "text"
    ANNOUNCEMENT = "announcement"
    TONE = "tone"
    """A short tone is heard in place of an announcement."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of an utterance that stand in the story as they are.

    The utterance's ``start`` to ``end`` are the part's ``source`` and on. What lies
    between two stretches is said, but not written (a link announced).

    With ``written``, they are said for that many characters of the part, which are written
    otherwise ("5 km"): of these there is no part that is said for a part of those.
    """

    start: int
    end: int
    source: int
    written: int | None = None

    @property
    def source_end(self) -> int:
        """Where in the part it ends."""
        return self.source + (self.end - self.start if self.written is None else self.written)


@dataclass(frozen=True, slots=True)
class Utterance:
    """Text for one voice, with the map back to the story.

    ``language`` is the BCP 47 tag that picks the voice. ``range`` is the part of the
    story that is lit while it is said; for an announcement, what it announces.
    ``pause_after`` is in milliseconds. ``starts_paragraph`` marks the first utterance of
    a part, where a skip by paragraph lands. ``tone`` names the tone that is heard in place
    of the text. ``place`` is the character of the part that an announcement is said before,
    which is not always where its range begins: "End of quote." is said after it.
    """

    text: str
    language: str
    range: Range
    stretches: tuple[Stretch, ...] = ()
    kind: Kind = Kind.TEXT
    pause_after: int = 0
    starts_paragraph: bool = False
    tone: str = ""
    place: int | None = None

    def position_at(self, character: int) -> Position:
        """Return the place in the story of a character of the text.

        Of what is said, but not written, that is the place that it is said before.
        """
        place = self.range.start if self.place is None else self.place
        for stretch in self.stretches:
            if character < stretch.end:
                inside = max(character - stretch.start, 0) if stretch.written is None else 0
                place = stretch.source + inside
                break
            place = stretch.source_end
        return Position(self.range.article, self.range.block, place)

    def source_range(self, start: int, length: int) -> Range | None:
        """Return the part's range for ``length`` characters at ``start`` of the text.

        None where none of them is written in the story.
        """
        end = start + max(length, 1)
        first = last = None
        for stretch in self.stretches:
            low, high = max(start, stretch.start), min(end, stretch.end)
            if low < high:
                shift = stretch.source - stretch.start
                as_written = stretch.written is None
                begins = low + shift if as_written else stretch.source
                first = begins if first is None else first
                last = high + shift if as_written else stretch.source_end
        if first is None or last is None:
            return None
        return Range(self.range.article, self.range.block, first, last)

    def offset_of(self, character: int) -> int:
        """Return where in the text the part's ``character`` is said, or the next one is.

        Of what is said otherwise than it is written, that is where it begins.
        """
        starts = [stretch.source for stretch in self.stretches]
        index = bisect_right(starts, character) - 1
        if index < 0:
            return self.stretches[0].start if self.stretches else 0
        stretch = self.stretches[index]
        if character < stretch.source_end:
            ahead = character - stretch.source if stretch.written is None else 0
            return stretch.start + ahead
        following = self.stretches[index + 1 : index + 2]
        return following[0].start if following else stretch.end
