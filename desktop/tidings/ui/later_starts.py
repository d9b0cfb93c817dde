"""Where later starts of the program call, and what they wish."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from tidings.ui.one_window import (
    Claim,
    Incoming,
    WireError,
    Wish,
    encode_greeting,
    encode_taken,
)

MOST = 16
"""Callers that are heard at a time; the others wait to be let in."""

HEARD = 5_000
"""Milliseconds that a caller has to say what it wishes."""

AGAIN = 2_000
"""Milliseconds between two attempts to have the right to the window."""

_PIECE = 64 * 1024
"""Bytes that are read in one turn of the event loop."""

_log = logging.getLogger(__name__)

Take = Callable[[Wish, Callable[[], None]], None]
"""Takes a wish, and what is to be called once it is fulfilled."""


class LaterStarts(QObject):
    """Lets callers in, and hands on what they wish.

    Whoever says something else, too much, or nothing for too long is put out, without harm.
    """

    def __init__(
        self, claim: Claim, version: str, take: Take, parent: QObject | None = None
    ) -> None:
        """Listen where ``claim`` does; a wish waits there until the event loop runs."""
        super().__init__(parent)
        self._claim = claim
        self._claims: Callable[[], Claim | None] | None = None
        self._greeting = encode_greeting(version)
        self._take = take
        self._callers: set[_Caller] = set()
        self._knocks: QSocketNotifier | None = None
        self._again = QTimer(self)
        self._again.setInterval(AGAIN)
        self._again.timeout.connect(self._try_again)
        self._listen()

    def take_over(self, claim: Callable[[], Claim | None]) -> None:
        """Listen as soon as the right can be had that another process holds."""
        self._claims = claim
        self._again.start()

    def close(self) -> None:
        """Hear nobody any more: who was not answered yet goes on by itself."""
        self._again.stop()
        if self._knocks is not None:
            self._knocks.setEnabled(False)
            self._knocks = None
        self._claim.stop_listening()
        for caller in tuple(self._callers):
            caller.put_out()

    def release(self) -> None:
        """Give the right to the window back, once all is kept."""
        self.close()
        self._claim.close()

    def _listen(self) -> None:
        if self._claim.listener is not None:
            read = QSocketNotifier.Type.Read
            self._knocks = QSocketNotifier(self._claim.listener.fileno(), read, self)
            self._knocks.activated.connect(self._let_in)

    def _try_again(self) -> None:
        claim = self._claims() if self._claims is not None else None
        if claim is not None:
            self._again.stop()
            self._claim = claim
            self._listen()

    def _let_in(self) -> None:
        listener = self._claim.listener
        if self._knocks is None or listener is None:
            return
        try:
            line, _address = listener.accept()
        except OSError as error:
            _log.info("a caller has gone: %s", error)
            return
        line.setblocking(False)
        caller = _Caller(line, self._take, self)
        caller.gone.connect(self._forget)
        self._callers.add(caller)
        self._knocks.setEnabled(len(self._callers) < MOST)
        caller.say(self._greeting)

    def _forget(self, caller: _Caller) -> None:
        self._callers.discard(caller)
        caller.deleteLater()
        if self._knocks is not None:
            self._knocks.setEnabled(True)


class _Caller(QObject):
    """One later start, from its call to the answer."""

    gone = Signal(object)

    def __init__(self, line: socket.socket, take: Take, parent: QObject) -> None:
        super().__init__(parent)
        self._line: socket.socket | None = line
        self._take = take
        self._incoming = Incoming()
        self._comes = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read, self)
        self._comes.activated.connect(self._read)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.put_out)
        self._patience.start(HEARD)

    def say(self, words: bytes) -> None:
        """Say something short; who does not listen is not waited for."""
        if self._line is None:
            return
        try:
            self._line.send(words)
        except OSError as error:
            # It may have left a word before it went, so it is still read.
            _log.info("a caller does not listen: %s", error)

    def put_out(self) -> None:
        """End the call; safe to call twice."""
        line, self._line = self._line, None
        if line is None:
            return
        self._comes.setEnabled(False)
        self._patience.stop()
        line.close()
        self.gone.emit(self)

    def _read(self) -> None:
        if self._line is None:
            return
        try:
            piece = self._line.recv(_PIECE)
            wish = self._incoming.take(piece)
        except BlockingIOError:
            return
        except (OSError, WireError) as error:
            _log.info("a caller was put out: %s", error)
            self.put_out()
            return
        if wish is not None:
            self._comes.setEnabled(False)
            self._patience.stop()
            self._take(wish, self._answer)
        elif not piece:
            self.put_out()

    def _answer(self) -> None:
        self.say(encode_taken())
        self.put_out()
