"""How much, and for how long, a source may keep the reader waiting."""

from __future__ import annotations

from dataclasses import dataclass

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What is asked of a source at the most.

    ``size`` is in bytes, after decompression. ``connect_seconds`` and ``silence_seconds``
    bound one wait; ``total_seconds`` bounds the whole, from finding the host to the last byte
    with all redirects, so that a server which sends a byte now and then cannot keep the
    reader waiting for ever.
    """

    size: int
    connect_seconds: float = 10.0
    silence_seconds: float = 15.0
    total_seconds: float = 60.0
    redirects: int = 10


PAGE_LIMITS = Limits(size=25 * _MEGABYTE)
PICTURE_LIMITS = Limits(size=15 * _MEGABYTE)
