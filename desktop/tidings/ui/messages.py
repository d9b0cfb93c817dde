"""Messages to the reader: one line at the foot of the window, told to a screen reader too."""

from __future__ import annotations

import logging
from collections import deque

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

KEPT = 50
"""How many messages are remembered."""

WARNING_STAYS = 20_000
"""Milliseconds that a warning stays before other messages."""

PATIENCE = 500
"""Milliseconds until what is under way is told."""

_log = logging.getLogger("tidings.messages")


class MessageLine(QLabel):
    """Shows the last message.

    Its role is a notification's: a screen reader speaks it when it appears, wherever the
    focus is, without moving there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.past: deque[str] = deque(maxlen=KEPT)
        self._warnings: list[str] = []
        self._stays = QTimer(self)
        self._stays.setSingleShot(True)
        self._stays.setInterval(WARNING_STAYS)
        # What is on the screen stays: only the next message takes its place.
        self._stays.timeout.connect(lambda: self._warnings.clear())
        self._lasting = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(lambda: self.tell(self._lasting))
        # With nothing to tell it is not there for screen readers, but its place is kept.
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def tell(self, text: str) -> None:
        """Show a message and have it spoken by a screen reader that listens."""
        self._show(text, [*self._warnings, text])

    def tell_if_it_lasts(self, text: str) -> None:
        """Tell what is under way, unless another message comes within a moment."""
        self._lasting = text
        self._patience.start()

    def warn(self, text: str) -> None:
        """Show a message that the next ones do not push away before it can be read."""
        if text not in self._warnings:
            self._warnings.append(text)
        self._stays.start()
        self._show(text, self._warnings)

    def _show(self, text: str, lines: list[str]) -> None:
        self._patience.stop()
        self.past.append(text)
        _log.info("%s", text)
        # Orca speaks a notification when it is shown, not when its text changes.
        self.hide()
        self.setText("\n".join(lines))
        self.setAccessibleName(text)
        self.show()


def message_line_interface(_key: str, thing: QObject | None) -> QAccessibleInterface | None:
    """Give a message line the role of a notification; a factory for QAccessible."""
    if isinstance(thing, MessageLine):
        # Without a name, which would stay: the one that is told is the line's own.
        return QAccessibleWidget(thing, QAccessible.Role.Notification)
    return None
