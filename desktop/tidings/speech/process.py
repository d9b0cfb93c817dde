"""One worker process with the threads that serve its pipes."""

from __future__ import annotations

import logging
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import IO

from tidings.speech.wire import Message, encode, read

log = logging.getLogger(__name__)

_END_SECONDS = 1.0
"""How long a worker that was asked to end may take."""
_EXIT_SECONDS = 0.2
"""How long one that closed its output may take."""


def worker_command(engine: str = "espeak") -> tuple[str, ...]:
    """Return the command that runs this installation's worker of an engine.

    ``-P`` keeps the current folder, where anything may lie, out of the module path.
    """
    return (sys.executable, "-P", "-m", "tidings.speech.worker", engine)


class WorkerProcess:
    """A running worker. Raises OSError where it cannot be started."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.pid = self._process.pid
        self._timer: threading.Timer | None = None
        self._outbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._threads = (
            threading.Thread(
                target=self._write, args=(_pipe(self._process.stdin),), name="speech-writer"
            ),
            threading.Thread(
                target=_log_lines, args=(_pipe(self._process.stderr),), name="speech-log"
            ),
        )
        for thread in self._threads:
            thread.daemon = True
            thread.start()

    def send(self, message: Message) -> None:
        """Have a message written; does not wait for it."""
        self._outbox.put(encode(message))

    def read(self) -> Message | None:
        """Wait for the next message, None when the worker has ended; raises WireError."""
        return read(_pipe(self._process.stdout))

    def finish(self) -> None:
        """Ask the worker to end, and see to it that it does; does not wait."""
        self._outbox.put(None)
        self._timer = threading.Timer(_END_SECONDS, self.kill)
        self._timer.daemon = True
        self._timer.start()

    def kill(self) -> None:
        """End the worker at once, stopped or hung as it may be."""
        self._process.kill()

    def close(self) -> int:
        """Give everything back; return the process' status. It is ended if it still runs."""
        self._outbox.put(None)
        try:
            status = self._process.wait(_EXIT_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            status = self._process.wait()
        if self._timer is not None:
            self._timer.cancel()
        for thread in self._threads:
            thread.join()
        _pipe(self._process.stdout).close()
        return status

    def _write(self, requests: IO[bytes]) -> None:
        try:
            with requests:
                while (frame := self._outbox.get()) is not None:
                    requests.write(frame)
                    requests.flush()
        except OSError:
            log.debug("the worker ended before it was told everything")


def _log_lines(errors: IO[bytes]) -> None:
    with errors:
        for line in errors:
            log.warning("worker: %s", line.decode(errors="replace").rstrip())


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream
