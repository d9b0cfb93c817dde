"""Notices that an answer does not come."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_OVERSLEPT = 0.5


class Watchdog:
    """Calls ``on_silence``, on a thread of its own, when an expected sign does not come.

    ``expect`` and ``rest`` are cheap enough to be called for every piece of sound.
    """

    def __init__(self, on_silence: Callable[[], None]) -> None:
        self._on_silence = on_silence
        self._deadline: float | None = None
        self._wakes_at = float("inf")
        self._closed = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._watch, name="speech-watchdog", daemon=True)
        self._thread.start()

    def expect(self, seconds: float) -> None:
        """Expect a sign within so many seconds from now, whatever was expected before."""
        with self._changed:
            self._deadline = time.monotonic() + seconds
            if self._deadline < self._wakes_at:
                self._changed.notify()

    def rest(self) -> None:
        """Expect nothing."""
        with self._changed:
            self._deadline = None

    def close(self) -> None:
        """End the watch."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _watch(self) -> None:
        while self._await_silence():
            self._on_silence()

    def _await_silence(self) -> bool:
        """Return True when a deadline has passed, False when the watch has ended."""
        with self._changed:
            while not self._closed:
                if self._deadline is None:
                    self._wakes_at = float("inf")
                    self._changed.wait()
                    continue
                self._wakes_at = self._deadline
                late = time.monotonic() - self._deadline
                if late < 0:
                    self._changed.wait(-late)
                elif late < _OVERSLEPT:
                    self._deadline = None
                    return True
                else:
                    # This process was stopped itself, and the answer may be waiting.
                    self._deadline = time.monotonic() + _OVERSLEPT
            return False
