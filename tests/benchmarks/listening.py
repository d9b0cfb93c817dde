"""What is asked of the ear by every measurement; all answers are milliseconds."""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.sound.ear import LOUD, Ear

_POLL = 0.005
_UNBROKEN = 6
"""Loud moments in a row (5 ms each) after which sound is taken to be under way."""


def first_sound(ear: Ear, since: float, timeout: float = 20) -> float:
    """Wait for sound; return how long it took from ``since``. Raises TimeoutError."""
    return ear.onset(since, timeout=timeout) * 1000


def silence(ear: Ear, since: float, timeout: float = 10) -> float:
    """Wait for silence; return how long it was loud from ``since``. Raises TimeoutError."""
    return ear.silence(since, timeout=timeout) * 1000


def new_sound(ear: Ear, since: float) -> float:
    """Wait until what is heard is cut off and something else begins; return when that is.

    A gap that another sound fills within the same 5 ms counts as those. Raises TimeoutError.
    """

    def begun() -> float | None:
        moments = iter(ear.loudness(since, time.monotonic()))
        cut_off = any(moment.broken for moment in moments)
        return next((m.time for m in moments if cut_off and m.peak > LOUD), None)

    return (_await(begun) - since) * 1000


def wait_for_quiet(ear: Ear) -> None:
    """Wait until nothing is heard."""
    ear.silence(time.monotonic(), hold=0.15)


def wait_for_sound(ear: Ear) -> None:
    """Wait until it has been loud without a break, so that a silence tells something."""

    def loud() -> float | None:
        now = time.monotonic()
        moments = ear.loudness(now - 0.2, now)[-_UNBROKEN:]
        return now if len(moments) == _UNBROKEN and min(m.peak for m in moments) > LOUD else None

    _await(loud)


def _await(answer: Callable[[], float | None]) -> float:
    deadline = time.monotonic() + 10
    while (found := answer()) is None:
        if time.monotonic() > deadline:
            raise TimeoutError("it was not heard")
        time.sleep(_POLL)
    return found
