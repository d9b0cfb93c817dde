"""How fast a voice of Piper speaks, and what it has to be told to speak at another rate."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

DIGITS = "1 2 3 4 5 6 7 8 9 10 20 30 40 50 60 70 80 90 100"
SOUNDS_A_WORD = 4.3
"""Phonemes in a usual English word: what counts as a word in a language without a sentence."""

SCALES = (0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.6, 1.8, 2.0, 2.4, 2.8)
"""Length scales that are measured. Below the first a voice slurs: Sonic does the rest."""


@dataclass(frozen=True, slots=True)
class Tempo:
    """A length scale for the voice, and how much faster its sound has to be made then."""

    scale: float
    speed: float = 1.0


class Calibration:
    """A voice's rates (words a minute) at :data:`SCALES`."""

    def __init__(self, rates: Sequence[float]) -> None:
        rows = sorted(zip(rates, SCALES, strict=True))
        self._rates = [rate for rate, _ in rows]
        self._scales = [scale for _, scale in rows]

    def tempo(self, rate: float) -> Tempo:
        """Return what makes the voice speak so many words a minute."""
        rates, scales = self._rates, self._scales
        if rate >= rates[-1]:
            return Tempo(scales[-1], rate / rates[-1])
        if rate <= rates[0]:
            return Tempo(scales[0], rate / rates[0])
        index = bisect_left(rates, rate)
        low, high = rates[index - 1], rates[index]
        # The time of a word grows with the scale, so its inverse is what lies on a line.
        share = (1 / rate - 1 / low) / (1 / high - 1 / low)
        return Tempo(scales[index - 1] + share * (scales[index] - scales[index - 1]))


def calibrate(words: float, seconds: Sequence[float]) -> Calibration:
    """Return the measures of a voice that takes so long for so many words at :data:`SCALES`."""
    return Calibration([words * 60 / each for each in seconds])
