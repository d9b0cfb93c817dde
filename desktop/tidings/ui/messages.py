"""Messages to the reader: all of them kept, and those that are to be spoken told apart."""

from __future__ import annotations

import logging
import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from gettext import gettext as _

from PySide6.QtCore import QObject, QTimer, Signal

from tidings.ui.message_pacing import Message, Pacing

KEPT = 200
"""How many messages are remembered."""

PATIENCE = 500
"""Milliseconds until what is under way is told."""

_log = logging.getLogger("tidings.messages")


class Messages(QObject):
    """Takes the messages of the whole window.

    ``told`` carries each :class:`Message`, to be shown. ``due`` carries those that are to be
    spoken, when they are: each once, of a flood the last, and while ``is_reading`` tells that
    a story is being read aloud, only what matters. What is due at once is due before it is
    told. Who speaks it is not its affair.
    """

    told = Signal(object)
    due = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.past: deque[Message] = deque(maxlen=KEPT)
        self.is_reading: Callable[[], bool] = lambda: False
        self.tells_screen_reader: Callable[[], bool] = lambda: True
        """Whether it is a screen reader's to speak them, and nobody else's."""
        self._pacing = Pacing()
        self._flood = self._timer(self._speak_held)
        self._lasting = ""
        self._patience = self._timer(self._tell_lasting)
        self._patience.setInterval(PATIENCE)

    def tell(self, text: str, *, of_itself: bool = False) -> None:
        """Tell what answers the reader; or what comes ``of_itself``, which interrupts no story."""
        self._take(Message(text, not of_itself, _now()))

    def note(self, text: str) -> None:
        """Show and keep what nobody is to hear now."""
        self._patience.stop()
        message = Message(text, False, _now())
        self.past.append(message)
        _log.info("%s", text)
        self.told.emit(message)

    def tell_if_it_lasts(self, text: str) -> None:
        """Tell what is under way, unless another message comes within a moment."""
        self._lasting = text
        self._patience.start()

    def warn(self, text: str) -> None:
        """Tell what the next messages are not to push away before it can be read."""
        self._take(Message(text, True, _now(), warns=True))

    def repeat(self) -> None:
        """Have the last message spoken once more."""
        none = Message(_("There is no message yet."), True, _now())
        self.due.emit(replace(self.past[-1] if self.past else none, matters=True))

    def _take(self, message: Message) -> None:
        self._patience.stop()
        self.past.append(message)
        _log.info("%s", message.text)
        if message.matters or not self.is_reading():
            now = time.monotonic()
            if self._pacing.take(message, now):
                self.due.emit(message)
            self._wait_for_held(now)
        self.told.emit(message)

    def _tell_lasting(self) -> None:
        self.tell(self._lasting, of_itself=True)

    def _speak_held(self) -> None:
        now = time.monotonic()
        message = self._pacing.release(now)
        if message is not None and (message.matters or not self.is_reading()):
            self.due.emit(message)
        self._wait_for_held(now)

    def _wait_for_held(self, now: float) -> None:
        wait = self._pacing.wait(now)
        if wait is not None:
            self._flood.start(math.ceil(wait * 1000))

    def _timer(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer


def _now() -> datetime:
    return datetime.now().astimezone()
