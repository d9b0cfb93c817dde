"""Which utterance and which word is heard at a moment of the sound stream."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from tidings.document import Range
from tidings.speech import Cue, Script, Utterance


@dataclass(slots=True)
class Segment:
    """The sound of one utterance of a script, or of its rest, in the stream.

    ``offset`` is the character of the utterance's text where this sound begins, ``begins``
    and ``length`` are in milliseconds. ``words`` holds the times of the words that begin in
    it, with the character of the utterance's text each begins at and its range in the
    story (None where it is said, but not written).
    """

    request: int
    script: Script
    cue: Cue
    utterance: Utterance
    offset: int = 0
    begins: float = 0.0
    length: float = 0.0
    complete: bool = False
    words: list[tuple[float, int, Range | None]] = field(default_factory=list)

    @property
    def article(self) -> str:
        """The id of the story."""
        return self.utterance.range.article

    @property
    def ends(self) -> float:
        """Where the sound that has come so far ends in the stream, in milliseconds."""
        return self.begins + self.length

    @property
    def last_begun(self) -> int:
        """The character of the last word that has begun in the sound that has come."""
        return self.words[-1][1] if self.words and self.length else self.offset

    def add_word(self, start: int, length: int, milliseconds: float) -> None:
        """Add a word that begins ``milliseconds`` after the segment's first sample."""
        character = self.offset + start
        source = self.utterance.source_range(character, length)
        self.words.append((milliseconds, character, source))

    def word_at(self, stream_ms: float) -> tuple[int, Range | None]:
        """Return the character and the range of the word heard at a moment of the stream."""
        index = bisect_right(self.words, stream_ms - self.begins, key=lambda word: word[0]) - 1
        if index < 0:
            return self.offset, None
        _, character, source = self.words[index]
        return character, source


class Timeline:
    """The segments of the stream, from the one that is heard to the last one asked for."""

    def __init__(self) -> None:
        self._segments: list[Segment] = []
        self._ends = 0.0

    def clear(self) -> None:
        """Forget everything; the stream begins at 0 again."""
        self._segments.clear()
        self._ends = 0.0

    @property
    def ends(self) -> float:
        """Where the sound that has come so far ends, pauses included, in milliseconds."""
        return self._ends

    @property
    def last(self) -> Segment | None:
        """The segment that was asked for last."""
        return self._segments[-1] if self._segments else None

    @property
    def waiting(self) -> list[Segment]:
        """The segments whose sound is not all there, in order."""
        return [segment for segment in self._segments if not segment.complete]

    def append(self, segment: Segment) -> None:
        """Add a segment that has been asked for."""
        segment.begins = self._ends
        self._segments.append(segment)

    def of_request(self, request: int) -> Segment | None:
        """Return the segment of a request; None when it is no longer wanted."""
        for segment in reversed(self._segments):
            if segment.request == request:
                return segment
        return None

    def add_sound(self, segment: Segment, milliseconds: float) -> None:
        """Note that so much sound of the segment was appended to the stream."""
        if not segment.length:
            segment.begins = self._ends
        segment.length += milliseconds
        self._ends += milliseconds

    def add_pause(self, milliseconds: float) -> None:
        """Note that silence was appended to the stream."""
        self._ends += milliseconds

    def drop_waiting(self) -> None:
        """Forget the segments that have no sound, and close the one that has some."""
        kept = [segment for segment in self._segments if segment.length or segment.complete]
        for segment in kept:
            segment.complete = True
        self._segments = kept

    def advance(self, stream_ms: float) -> list[Segment]:
        """Drop the segments that were heard before ``stream_ms``; return them in order.

        A segment counts as current until the next one begins, so that the pause after it
        still belongs to it. The last one is never dropped.
        """
        count = 0
        for segment, following in zip(self._segments, self._segments[1:], strict=False):
            begun = following.length > 0 and following.begins <= stream_ms
            passed_over = segment.complete and not segment.length
            if not (begun or passed_over):
                break
            count += 1
        gone, self._segments = self._segments[:count], self._segments[count:]
        return gone

    @property
    def current(self) -> Segment | None:
        """The segment that is being heard."""
        return self._segments[0] if self._segments else None
