"""The last message, as one line at the foot of a window, told to a screen reader too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QGridLayout, QLabel, QWidget

from tidings.ui.message_pacing import Message
from tidings.ui.messages import Messages

WARNING_STAYS = 20_000
"""Milliseconds that a warning stays before other messages."""


class _Notification(QLabel):
    """Is spoken by a screen reader when it appears, wherever the focus is."""


class MessageLine(QWidget):
    """Shows the last message, and warnings for a while.

    Where ``speaks`` says so of a message, a screen reader speaks it. In a dialog that has a
    line of its own it is that line which is heard.
    """

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.speaks: Callable[[Message], bool] = lambda _message: messages.tells_screen_reader()
        self._warnings: list[str] = []
        self._stays = QTimer(self)
        self._stays.setSingleShot(True)
        self._stays.setInterval(WARNING_STAYS)
        # What is on the screen stays: only the next message takes its place.
        self._stays.timeout.connect(lambda: self._warnings.clear())
        # One of both is seen. What was never to be spoken is a label like others: Orca speaks
        # a notification whenever it is shown, but not when its text changes.
        self._heard, self._silent = _Notification(), QLabel()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for label in (self._heard, self._silent):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            # With nothing to tell it is not there for screen readers, but its place is kept.
            policy = label.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            label.setSizePolicy(policy)
            grid.addWidget(label, 0, 0)
            label.hide()
        messages.told.connect(self._show)
        messages.due.connect(self._speak)

    def text(self) -> str:
        """Return what is shown; empty where nothing was told yet."""
        return self._silent.text() if self._heard.isHidden() else self._heard.text()

    @Slot(object)
    def _show(self, message: Message) -> None:
        label = self._silent if self._heard.isHidden() else self._heard
        self._put(label, message)
        label.show()

    @Slot(object)
    def _speak(self, message: Message) -> None:
        if not self._is_in_front() or not self.speaks(message):
            return
        self._silent.hide()
        self._silent.clear()
        self._heard.hide()
        self._put(self._heard, message)
        self._heard.show()

    def _put(self, label: QLabel, message: Message) -> None:
        if message.warns:
            if message.text not in self._warnings:
                self._warnings.append(message.text)
            self._stays.start()
        lines = self._warnings if message.warns else [*self._warnings, message.text]
        text = "\n".join(lines)
        if (label.text(), label.accessibleName()) != (text, message.text):
            label.setText(text)
            label.setAccessibleName(message.text)

    def _is_in_front(self) -> bool:
        dialog = QApplication.activeModalWidget()
        return dialog is None or dialog is self.window() or not dialog.findChild(MessageLine)


def message_line_interface(_key: str, thing: QObject | None) -> QAccessibleInterface | None:
    """Give what is to be heard the role of a notification; a factory for QAccessible."""
    if isinstance(thing, _Notification):
        # Without a name, which would stay: the one that is told is the line's own.
        return QAccessibleWidget(thing, QAccessible.Role.Notification)
    return None
