"""Words a minute, and what eSpeak NG has to be told to speak as many.

Its own rate parameter is named words a minute too, but gives others, and not the same in
every language. The table was measured with eSpeak NG 1.52, with the silence at the ends of
sentences cut off, over the sentences of reading.py: 140 words of news in German, French and
Spanish, some fifty in Russian, Ukrainian, Kazakh and Persian; American English over the two
hundred of its test. A language without a row has English's tempo, with words of another length.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """eSpeak's rate parameter, and its pause between words in units of its own."""

    rate: int
    gap: int = 0


# It goes no slower by its rate alone; before that, pauses between words make the rest.
# At 450 it changes to another way of speaking fast: hence the two close columns.
# Beyond, what it speaks is in proportion to the parameter.
_PACES = (
    *(Pace(80, gap) for gap in (13, 9, 6, 4, 3, 2, 1)),
    *map(Pace, (80, 90, 100, 120, 140, 175, 200, 250, 300, 350, 400, 449, 450, 800)),
)
_SLOW = {
    "en": (54, 60, 66, 71, 73, 76, 79),
    "ru": (59, 66, 73, 78, 81, 84, 87),
    "uk": (45, 49, 53, 56, 57, 59, 61),
    "kk": (47, 52, 56, 59, 61, 62, 64),
    "fa": (49, 55, 59, 63, 65, 66, 68),
    "de": (52, 58, 63, 68, 70, 72, 74),
    "fr": (60, 69, 77, 83, 87, 90, 94),
    "es": (54, 61, 67, 71, 74, 76, 79),
}
_SPOKEN = {
    "en": (87, 92, 103, 122, 143, 178, 202, 248, 292, 337, 381, 422, 433, 774),
    "ru": (95, 100, 109, 127, 144, 172, 189, 220, 245, 270, 304, 342, 405, 726),
    "uk": (66, 66, 66, 75, 87, 109, 124, 155, 185, 214, 241, 264, 266, 476),
    "kk": (67, 72, 80, 96, 113, 142, 163, 203, 234, 259, 287, 320, 339, 606),
    "fa": (76, 81, 90, 109, 129, 161, 185, 234, 279, 315, 351, 392, 399, 713),
    "de": (80, 85, 94, 111, 129, 158, 180, 218, 255, 290, 332, 377, 386, 690),
    "fr": (101, 108, 120, 144, 170, 212, 241, 298, 352, 403, 450, 496, 512, 913),
    "es": (86, 91, 102, 121, 141, 173, 196, 237, 265, 296, 329, 365, 414, 740),
}
"""Words a minute at each of the paces, by language: those with gaps, and the others."""


def pace(words_a_minute: float, language: str = "en") -> Pace:
    """Return what makes eSpeak NG speak so many words a minute in a language (BCP 47)."""
    base = language.partition("-")[0].casefold()
    if base not in _SPOKEN:
        base = "en"
    spoken = (*_SLOW[base], *_SPOKEN[base])
    index = bisect_left(spoken, words_a_minute)
    if index >= len(spoken):
        return Pace(round(_PACES[-1].rate * words_a_minute / spoken[-1]))
    high = _PACES[index]
    if index == 0:
        return high
    low, slow, fast = _PACES[index - 1], spoken[index - 1], spoken[index]
    if low.gap:
        # Gaps come in whole units: the nearest.
        return low if words_a_minute - slow < fast - words_a_minute else high
    share = (words_a_minute - slow) / (fast - slow) if fast > slow else 0.0
    return Pace(round(low.rate + share * (high.rate - low.rate)))
