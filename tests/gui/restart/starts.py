"""Starts of the program itself, which go on or hand over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 30.0
"""Seconds."""


class Start:
    """One start of the program, and what it tells on standard error."""

    def __init__(
        self,
        environment: Mapping[str, str],
        *sources: str,
        cwd: Path | None = None,
        stdin: bytes | None = None,
    ) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tidings", "--verbose", *sources],
            env=environment,
            cwd=cwd,
            stdin=subprocess.DEVNULL if stdin is None else subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        self.lines: list[str] = []
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()
        if stdin is not None:
            assert self.process.stdin is not None
            self.process.stdin.write(stdin)
            self.process.stdin.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    @property
    def told(self) -> str:
        return "".join(self.lines)

    @property
    def is_over(self) -> bool:
        return self.process.poll() is not None

    def wait_until_told(self, *parts: str) -> Self:
        """Wait until it has told all of these."""
        deadline = time.monotonic() + PATIENCE
        while not all(part in self.told for part in parts):
            assert time.monotonic() < deadline, f"{parts} not told, but {self.told}"
            assert self._listener.is_alive() or not self.is_over, f"it ended with {self.told}"
            time.sleep(0.02)
        return self

    def wait(self) -> int:
        """Wait for its end; return the exit code."""
        code = self.process.wait(PATIENCE)
        self._listener.join(PATIENCE)
        return code

    def end(self) -> None:
        """End it as a session that ends does."""
        self.process.terminate()
        assert self.wait() == 0, self.told
        assert "Traceback" not in self.told

    def kill(self) -> None:
        """Kill it, if it is there, with the processes that it started."""
        if not self.is_over:
            os.kill(self.process.pid, signal.SIGKILL)
        self.wait()
        assert self.process.stderr is not None
        self.process.stderr.close()

    def _listen(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.lines.append(line.decode("utf-8", "replace"))
