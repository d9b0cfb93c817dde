"""Starting processes that work on a library, and killing them amid their work."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.unit.library import keeping_child

_LONGEST = 30.0
"""Seconds for which a line of a child is waited for."""


class Children:
    """Starts one child at a time."""

    def __init__(self, server: subprocess.Popen[bytes]) -> None:
        self._server = server
        self._rest = b""
        self._child = 0

    def start(self, folder: Path, seed: object, first: int) -> None:
        """Start one on a library; see keeping_child for what it is told."""
        assert self._server.stdin is not None
        self._server.stdin.write(f"{folder} {seed} {first}\n".encode())
        self._server.stdin.flush()
        self._child = int(self.line().removeprefix("pid "))

    def line(self) -> str:
        """Return what the child tells next."""
        assert self._server.stdout is not None
        while b"\n" not in self._rest:
            readable, _writable, _failed = select.select([self._server.stdout], [], [], _LONGEST)
            assert readable, "the child is silent"
            more = os.read(self._server.stdout.fileno(), 65536)
            assert more, "the child's parent has ended"
            self._rest += more
        line, _newline, self._rest = self._rest.partition(b"\n")
        return line.decode()

    def kill_after(self, seconds: float) -> tuple[list[str], bool]:
        """Let the child go on so long, kill it, and return what it told and nobody read.

        The second value tells whether it lived until then.
        """
        # A fixed time and no condition: the moment of the kill is what is drawn at random.
        time.sleep(seconds)
        # Its parent may have seen its end already, but then nobody has its number so soon.
        with suppress(ProcessLookupError):
            os.kill(self._child, signal.SIGKILL)
        told: list[str] = []
        while not (line := self.line()).startswith("dead "):
            told.append(line)
        return told, line == f"dead {int(signal.SIGKILL)}"


@contextmanager
def children() -> Iterator[Children]:
    """Yield what starts them."""
    command = [sys.executable, keeping_child.__file__]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        yield Children(server)
        assert server.stdin is not None
        server.stdin.close()
