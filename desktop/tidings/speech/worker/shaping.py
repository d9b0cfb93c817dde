"""Sound as it is handed over: without the silence at its ends, words before their sound.

An engine begins and ends with silence of its own, 10 to 400 ms. What is heard must begin at
once, and pauses are the player's to set.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from tidings.speech.worker.words import Word

_SILENCE = 100
"""Samples no louder than this, at full volume, count as silence: 50 dB below the loudest.

The softest consonants, an "f" at the end, have 120 to 400; what is cut is their last 20 ms.
"""
_EDGE = 0.003
"""Seconds of silence that stay at either end, so that no edge is cut into sound."""


class Shaper:
    """Takes one request's sound and words as the engine makes them, and gives them shaped.

    Sound is 16-bit signed mono in the machine's byte order; silence inside is held back
    until sound follows it. ``volume`` is the request's, 0.0 to 1.0.
    """

    def __init__(self, sample_rate: int, volume: float = 1.0) -> None:
        self._rate = sample_rate
        # At no volume at all everything is silent, and has to last as long as ever.
        self._limit = round(_SILENCE * min(volume, 1.0)) if volume > 0 else -1
        self._held = array("h")
        self._words: list[Word] = []
        self._origin: int | None = None
        self._made = 0
        self._given = 0

    def word(self, word: Word) -> None:
        """Take a word, whose time counts in the engine's sound, silence and all."""
        self._words.append(word)

    def sound(self, samples: bytes) -> Iterator[Word | bytes]:
        """Take a piece of sound; give the words and the sound that may go on now."""
        piece = array("h", samples)
        self._made += len(piece)
        self._held += piece
        if not piece or max(max(piece), -min(piece)) <= self._limit:
            if self._origin is None:
                del self._held[: -round(_EDGE * self._rate) or None]
            return
        if self._origin is None:
            first = next(i for i, sample in enumerate(self._held) if abs(sample) > self._limit)
            del self._held[: max(first - round(_EDGE * self._rate), 0)]
            self._origin = self._made - len(self._held)
        last = len(self._held)
        while abs(self._held[last - 1]) <= self._limit:
            last -= 1
        yield from self._give(last)

    def end(self) -> Iterator[Word | bytes]:
        """Give what is left when the engine has made everything."""
        if self._origin is not None:
            yield from self._give(min(round(_EDGE * self._rate), len(self._held)))
            yield from self._take_words(float("inf"))

    def _give(self, count: int) -> Iterator[Word | bytes]:
        self._given += count
        yield from self._take_words(self._milliseconds(self._given))
        if count:
            yield self._held[:count].tobytes()
            del self._held[:count]

    def _take_words(self, before: float) -> Iterator[Word]:
        cut = self._milliseconds(self._origin or 0)
        while self._words and self._words[0].milliseconds - cut < before:
            word = self._words.pop(0)
            time = min(max(word.milliseconds - cut, 0.0), self._milliseconds(self._given))
            yield Word(word.start, word.length, time)

    def _milliseconds(self, samples: int) -> float:
        return samples * 1000 / self._rate
