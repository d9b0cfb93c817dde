"""A real window in another process, as tests and benchmarks hold it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parents[2]


class Window:
    """Starts the window on a source; every method waits for the window's answer."""

    def __init__(self, environment: Mapping[str, str], folder: Path, source: str) -> None:
        self.started = time.monotonic()
        """When the process was started."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.sound.window_process", str(folder), source],
            cwd=ROOT,
            env={**environment, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        try:
            self.wait(lambda state: bool(state["worker"] and state["story"]), 30)
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The window's process."""
        return self._process.pid

    def press(self, key: str, where: str = "reading") -> float:
        """Press a key; return when it was pressed, on time.monotonic()'s clock."""
        return float(self._ask({"key": key, "in": where})["at"])

    def welcome(self) -> None:
        """Have it told what is told at the first start."""
        self._ask({"welcome": True})

    def block(self, milliseconds: int) -> None:
        """Keep the window's main thread busy."""
        self._ask({"block": milliseconds})

    def voices(self) -> list[str]:
        """Return the ids of the voices that have answered so far."""
        return list(self._ask({"ask": "voices"})["voices"])

    def speak_with(self, voice: str, language: str) -> None:
        """Have a voice speak for a language."""
        self._ask({"voice": voice, "for": language})

    def sleep_in(self, milliseconds: float) -> float:
        """Set the sleep timer; return when that was."""
        return float(self._ask({"sleep": milliseconds})["at"])

    def stall(self) -> float:
        """Return the longest stall of its main thread since this was asked before, in ms.

        The first answer means nothing: only from then on is it watched.
        """
        return float(self._ask({"ask": "stall"})["stall"])

    def state(self) -> dict[str, Any]:
        """Return how things stand."""
        return self._ask({"ask": "state"})

    def wait(self, holds: Callable[[dict[str, Any]], bool], seconds: float = 10) -> dict[str, Any]:
        """Wait until the state is as wanted. Raises TimeoutError with the last state."""
        deadline = time.monotonic() + seconds
        while True:
            state = self.state()
            if holds(state):
                return state
            if time.monotonic() > deadline:
                raise TimeoutError(f"it did not come to that: {state}")
            time.sleep(0.02)

    def close(self) -> str:
        """Close the window; return what it wrote to standard error."""
        if self._process.poll() is None:
            assert self._process.stdin is not None
            self._process.stdin.close()
            self._process.stdin = None
        try:
            _, written = self._process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise
        return written

    def complaints(self) -> list[str]:
        """Close the window; return what it complained of, but for the offscreen platform's own."""
        return [line for line in self.close().splitlines() if "propagateSizeHints" not in line]

    def _ask(self, wish: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(wish) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise RuntimeError(f"the window is gone: {self._process.communicate()[1]}")
        answer: dict[str, Any] = json.loads(line)
        return answer


def words(state: dict[str, Any]) -> list[str]:
    """Return the words that were lit, by what the window answers of how things stand."""
    return [word for _, word in state["words"]]
