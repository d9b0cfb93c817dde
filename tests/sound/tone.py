"""A tone to be heard."""

from __future__ import annotations

import math
from array import array

RATE = 22_050


def tone(seconds: float) -> bytes:
    """Return so much of a tone, at :data:`RATE` samples a second."""
    frames = range(round(seconds * RATE))
    wave = (round(8_000 * math.sin(i * math.tau * 440 / RATE)) for i in frames)
    return array("h", wave).tobytes()
