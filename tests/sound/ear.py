"""An ear for tests: it listens to what a sink plays and says when it was loud."""

from __future__ import annotations

import subprocess
import threading
import time
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

RATE = 48_000
CHUNK_FRAMES = 240
# A voice that is loud crosses zero, but does not stay there for so many samples.
_NOTHING = bytes(8 * 2)
LOUD = 300
"""The peak of 16-bit samples from which on something counts as heard."""


@dataclass(frozen=True, slots=True)
class Moment:
    """5 ms of what was heard: when it ended, on time.monotonic()'s clock, and its peak.

    ``broken`` tells that a few samples in a row hold nothing at all, as where one sound was
    cut off and another one begins; that may be over in a fifth of a millisecond.
    """

    time: float
    peak: int
    broken: bool


class Ear:
    """Listens from construction to :meth:`close` on the monitor of a PulseAudio sink.

    ``environment`` is what the ``pulse`` fixture gives. All times are seconds on the clock
    of ``time.monotonic()``; a sound is noticed about 10 ms after the sink has played it.
    """

    def __init__(self, environment: Mapping[str, str], source: str = "null.monitor") -> None:
        self._process = subprocess.Popen(
            [
                "parec",
                f"--device={source}",
                "--format=s16le",
                f"--rate={RATE}",
                "--channels=1",
                "--latency-msec=5",
                "--process-time-msec=5",
            ],
            stdout=subprocess.PIPE,
            env=dict(environment),
        )
        self._moments: list[Moment] = []
        self._heard = threading.Condition()
        self._deaf = False
        self._thread = threading.Thread(target=self._listen, name="ear", daemon=True)
        self._thread.start()
        with self._heard:
            if not self._heard.wait_for(lambda: self._moments or self._deaf, timeout=10):
                raise TimeoutError("the sink's monitor gives nothing")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def onset(self, after: float, timeout: float = 10.0, level: int = LOUD) -> float:
        """Wait for the first loud moment after a time; return how many seconds after it came.

        Raises TimeoutError when nothing was heard.
        """
        heard = self._await(
            lambda: next((m.time for m in self._since(after) if m.peak > level), None),
            timeout,
            "nothing was heard",
        )
        return heard - after

    def silence(
        self, after: float, timeout: float = 10.0, hold: float = 0.25, level: int = LOUD
    ) -> float:
        """Wait until it has been quiet for ``hold`` seconds.

        Return how many seconds after ``after`` the last loud moment was, 0 where none was.
        Raises TimeoutError when it never gets quiet.
        """

        def last_loud() -> float | None:
            moments = self._since(after)
            last = max((m.time for m in moments if m.peak > level), default=after)
            return last if moments and moments[-1].time - last >= hold else None

        return self._await(last_loud, timeout, "it did not get quiet") - after

    def loudness(self, start: float, end: float) -> list[Moment]:
        """Return what was heard between two times."""
        return [moment for moment in self._since(start) if moment.time < end]

    def close(self) -> None:
        """Stop listening."""
        self._process.terminate()
        self._process.wait(timeout=5)
        self._thread.join(timeout=5)
        if self._process.stdout:
            self._process.stdout.close()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while len(block := stream.read(CHUNK_FRAMES * 2)) == CHUNK_FRAMES * 2:
            samples = array("h", block)
            peak = max(max(samples), -min(samples))
            moment = Moment(time.monotonic(), peak, _NOTHING in block)
            with self._heard:
                self._moments.append(moment)
                self._heard.notify_all()
        with self._heard:
            self._deaf = True
            self._heard.notify_all()

    def _since(self, after: float) -> list[Moment]:
        first = len(self._moments)
        while first and self._moments[first - 1].time >= after:
            first -= 1
        return self._moments[first:]

    def _await(self, answer: Callable[[], float | None], timeout: float, complaint: str) -> float:
        with self._heard:
            self._heard.wait_for(lambda: self._deaf or answer() is not None, timeout)
            found = answer()
        if found is None:
            raise TimeoutError("parec ended" if self._deaf else complaint)
        return found
