"""Words a minute, and what eSpeak NG has to be told to speak as many.

Its own rate parameter is named words a minute too, but gives others. The table was measured
with eSpeak NG 1.52, American English, over 200 words of news with the silence at the ends
of sentences cut off. In other languages a rate is the same tempo with words of another
length.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """eSpeak's rate parameter, and its pause between words in units of its own."""

    rate: int
    gap: int = 0


# It goes no slower by its rate alone; from there on, pauses between words make the rest.
_SLOW = ((79.0, Pace(80, 3)), (82.0, Pace(80, 2)), (85.1, Pace(80, 1)))
# At 450 it changes to another way of speaking fast: hence the two close rows.
_MEASURED = (
    (94.7, 80),
    (100.8, 90),
    (111.8, 100),
    (133.5, 120),
    (156.2, 140),
    (193.9, 175),
    (220.4, 200),
    (270.5, 250),
    (320.1, 300),
    (369.6, 350),
    (417.3, 400),
    (462.3, 449),
    (474.7, 450),
    (528.7, 500),
    (635.5, 600),
    (740.8, 700),
    (850.0, 800),
)


def pace(words_a_minute: float) -> Pace:
    """Return what makes eSpeak NG speak so many words a minute, from 79 to 850."""
    slowest = _MEASURED[0][0]
    if words_a_minute < slowest:
        rows = (*_SLOW, (slowest, Pace(80)))
        return min(rows, key=lambda row: abs(row[0] - words_a_minute))[1]
    index = bisect_left(_MEASURED, words_a_minute, key=lambda row: row[0])
    if index >= len(_MEASURED):
        return Pace(_MEASURED[-1][1])
    (low, low_rate), (high, high_rate) = _MEASURED[max(index - 1, 0)], _MEASURED[index]
    share = (words_a_minute - low) / (high - low) if high > low else 0.0
    return Pace(round(low_rate + share * (high_rate - low_rate)))
