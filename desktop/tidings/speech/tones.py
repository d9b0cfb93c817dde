"""Short tones that stand for an announcement."""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass
from functools import lru_cache

ATTACK = 6.0
"""Milliseconds that a note takes to come; from nothing to loud at once would click."""
LOUDNESS = 0.15
"""The peak of a tone, where 1 is the loudest that a sample can be; the voice goes to 0.25."""
USUAL_RATE = 22_050
"""Samples a second of a tone that is heard before any voice: what most voices have."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note from one pitch to another, in hertz, for so many milliseconds.

    ``overtone`` is how much of the octave above sounds with it, 0 to 1.
    """

    begins: float
    ends: float
    milliseconds: float
    overtone: float = 0.0


def _steady(pitch: float, milliseconds: float, overtone: float = 0.0) -> Note:
    return Note(pitch, pitch, milliseconds, overtone)


def _level(level: int) -> tuple[Note, ...]:
    """A heading of a level: the deeper it is, the lower."""
    return (_steady(1174.66 * 2 ** (-level / 4), 90, 0.4),)


_TONES: dict[str, tuple[Note, ...]] = {
    "untitled": (Note(330, 220, 110),),
    "byline": (_steady(523.25, 60, 0.5),),
    "date": (_steady(587.33, 60, 0.5),),
    "dateline": (_steady(659.26, 60, 0.5),),
    "heading": (_steady(659.26, 45, 0.4), _steady(987.77, 65, 0.4)),
    **{f"heading-{level}": _level(level) for level in range(1, 7)},
    "link": (_steady(1567.98, 60),),
    "footnote": (_steady(2093.0, 60, 0.3),),
    "image": (Note(440, 880, 110),),
    "caption": (Note(660, 880, 70),),
    "credit": (Note(880, 660, 70),),
    "list": (_steady(440, 35, 0.6), _steady(550, 35, 0.6), _steady(660, 40, 0.6)),
    "item": (_steady(440, 60, 0.6),),
    "quote": (_steady(392, 50), _steady(523.25, 70)),
    "quote-end": (_steady(523.25, 50), _steady(392, 70)),
    "table": (_steady(330, 55, 0.8), _steady(330, 55, 0.8)),
    "row": (_steady(262, 80, 0.8),),
    "cell": (_steady(330, 60, 0.8),),
    "breaking": (
        _steady(1046.5, 35, 0.3),
        _steady(783.99, 35, 0.3),
        _steady(1046.5, 50, 0.3),
    ),
    "no-more": (_steady(196, 45, 0.7), _steady(146.83, 70, 0.7)),
}

TONES = frozenset(_TONES)
"""The names of all tones."""


@lru_cache(maxsize=64)
def tone(name: str, sample_rate: int, volume: float = 1.0) -> bytes:
    """Return a tone of 60 to 120 ms as 16-bit mono samples; ``volume`` is 0 to 1.

    It begins and ends at nothing. Raises KeyError for an unknown name.
    """
    samples = array("h")
    for note in _TONES[name]:
        samples.extend(_note(note, sample_rate, volume))
    return samples.tobytes()


def _note(note: Note, sample_rate: int, volume: float) -> array[int]:
    count = round(note.milliseconds * sample_rate / 1000)
    attack = max(round(ATTACK * sample_rate / 1000), 1)
    peak = 32767 * LOUDNESS * volume / (1 + note.overtone)
    samples = array("h")
    phase = 0.0
    for index in range(count):
        part = index / max(count - 1, 1)
        # It comes within the attack and dies away over all of the rest.
        rise = math.sin(min(index / attack, 1.0) * math.pi / 2) ** 2
        fall = math.cos(part * math.pi / 2)
        wave = math.sin(phase) + note.overtone * math.sin(2 * phase)
        samples.append(round(peak * rise * fall * wave))
        phase += 2 * math.pi * (note.begins + (note.ends - note.begins) * part) / sample_rate
    return samples
