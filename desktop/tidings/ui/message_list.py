"""All messages that are kept, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from gettext import gettext as _

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tidings.ui.dialog_parts import button_row, size_within_screen, wrap_lines
from tidings.ui.message_line import MessageLine
from tidings.ui.message_pacing import Message
from tidings.ui.messages import Messages

_TEXT = Qt.ItemDataRole.UserRole
_COPY = "Ctrl+C"


class MessageList(QDialog):
    """Lists the messages that were told until it opens; each can be copied without its time."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Messages"))
        self._messages = messages
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        wrap_lines(self.list)
        self._fill(tuple(reversed(messages.past)))
        self.copy = QPushButton(_("Copy"))
        self.copy.setAccessibleDescription(_COPY)
        self.copy.setEnabled(bool(messages.past))
        self.copy.clicked.connect(self._copy)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.reject)
        shortcut = QShortcut(QKeySequence(_COPY), self.list, self._copy)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(MessageLine(messages))
        column.addWidget(button_row(self.copy, close))
        self.list.setFocus()
        self.resize(size_within_screen(self, characters=72, lines=24))

    def _fill(self, newest_first: Sequence[Message]) -> None:
        today = datetime.now().astimezone()
        for message in newest_first:
            # By ear the words come first: the time is the same for many.
            words = _("{message} {time}")
            item = QListWidgetItem(
                words.format(message=message.text, time=time_words(message.when, today))
            )
            item.setData(_TEXT, message.text)
            self.list.addItem(item)
        if not newest_first:
            # A screen reader says only what can be chosen.
            nothing = QListWidgetItem(_("There is no message yet."))
            nothing.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)

    def _copy(self) -> None:
        item = self.list.currentItem()
        if item is not None and (text := item.data(_TEXT)):
            QGuiApplication.clipboard().setText(text)
            self._messages.tell(_("Copied: {text}").format(text=text))


def time_words(when: datetime, now: datetime) -> str:
    """Return a time as the system writes it, with its day where that is not today."""
    locale = QLocale()
    moment = QDateTime.fromMSecsSinceEpoch(round(when.timestamp() * 1000))
    if when.date() == now.date():
        return locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    return locale.toString(moment, QLocale.FormatType.ShortFormat)
