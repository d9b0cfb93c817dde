"""The worker's two ends of the wire, kept clear of everything that prints."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import BinaryIO

from tidings.speech.wire import Message, encode, read


def take_standard_streams() -> tuple[BinaryIO, BinaryIO]:
    """Return what standard input and output were; from now on they are something else.

    What a library prints goes to standard error, whether it prints from Python or from C,
    and nobody else can read a request away.
    """
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb", buffering=0)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return requests, answers


class Answers:
    """Sends messages, whole ones, from any thread."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def send(self, message: Message) -> None:
        """Write one message; raises OSError when nobody listens any more."""
        frame = memoryview(encode(message))
        with self._lock:
            while frame:
                frame = frame[self._stream.write(frame) :]


def listen(requests: BinaryIO, take: Callable[[Message], None]) -> None:
    """Give each request to ``take``, until the other side is gone."""
    while (message := read(requests)) is not None:
        take(message)
