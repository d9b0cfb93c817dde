"""A key that means something else when it is pressed twice."""

from __future__ import annotations

from collections.abc import Callable

from tidings.document import Position

TWICE = 0.7
"""Seconds within which a second press is one of two: slow enough for shaking hands."""


class TwicePressed:
    """Remembers where the first press was; ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._first: tuple[float, Position] | None = None

    def press(self, place: Position) -> Position | None:
        """Note a press; for the second of two, return the place of the first one."""
        now, first = self._clock(), self._first
        if first is not None and now - first[0] <= TWICE:
            self._first = None
            return first[1]
        self._first = now, place
        return None
