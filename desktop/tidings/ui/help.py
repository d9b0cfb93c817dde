"""What can be done, and with which key: the list of keys and the palette of commands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tidings.ui.dialog_parts import button_row, size_within_screen, wrap_lines
from tidings.ui.field import Field

_COMMAND = Qt.ItemDataRole.UserRole

TYPING_PAUSE = 300
"""Milliseconds after the last key until a screen reader is told what was found."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A command with its words, its keys as the platform writes them, and where they work."""

    command: str
    words: str
    keys: str
    place: str
    group: str


class CommandList(QDialog):
    """A list of commands that shrinks as one types; ``chosen`` carries a command's id.

    Both the list of keys and the palette: they differ in what Enter does.
    """

    chosen = Signal(str)

    def __init__(
        self, title: str, entries: Sequence[Entry], *, runs: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._entries = entries
        self._runs = runs
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        label = QLabel(_("Type to narrow the list"))
        self.field = Field(label.text())
        label.setBuddy(self.field)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        wrap_lines(self.list)
        self._clicked = ""
        self._click = QTimer(self)
        self._click.setSingleShot(True)
        self._click.setInterval(QApplication.doubleClickInterval())
        self._click.timeout.connect(lambda: self._take(self._clicked))
        # Closed at the first click, it would leave the second one to what is behind it.
        self.list.itemClicked.connect(self._was_clicked)
        self.list.itemDoubleClicked.connect(self._was_clicked)
        self._close = QPushButton(_("Close"))
        self._close.clicked.connect(self.reject)
        self.field.textChanged.connect(self._narrow)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE)
        self._pause.timeout.connect(self._tell_found)
        self.field.textEdited.connect(lambda _typed: self._pause.start())
        column.addWidget(label)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(button_row(self._close))
        self._narrow("")
        self.resize(size_within_screen(self, characters=72, lines=26))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows lead from the field into the list; Enter takes the entry."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and focused is self.field:
            # Down leads to the entry that Enter would take, for a screen reader to say it.
            if event.key() == Qt.Key.Key_Up:
                self.list.setCurrentRow(self.list.count() - 1)
            self.list.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.list.currentItem()
            if item is not None:
                self._take(_command(item))
        else:
            super().keyPressEvent(event)

    def _narrow(self, typed: str) -> None:
        self.list.clear()
        wanted = typed.casefold().split()
        group = ""
        for entry in self._entries:
            text = f"{entry.words}: {entry.keys}" if entry.keys else entry.words
            if entry.keys and entry.place:
                text = _("{text} ({place})").format(text=text, place=entry.place)
            searched = f"{text} {entry.group}".casefold()
            if not all(word in searched for word in wanted):
                continue
            if entry.group != group and not wanted:
                group = entry.group
                heading = QListWidgetItem(group)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                font = heading.font()
                font.setBold(True)
                heading.setFont(font)
                self.list.addItem(heading)
            item = QListWidgetItem(text)
            item.setData(_COMMAND, entry.command)
            self.list.addItem(item)
        if not self.list.count():
            nothing = QListWidgetItem(_("No command has these words."))
            nothing.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(nothing)
        for row in range(self.list.count()):
            if self.list.item(row).data(_COMMAND):
                self.list.setCurrentRow(row)
                break

    def _tell_found(self) -> None:
        """Describe the field anew: that is spoken while the field has the focus."""
        items = (self.list.item(row) for row in range(self.list.count()))
        commands = [item.text() for item in items if item.data(_COMMAND)]
        found = _("{n} found, the first: {words}")
        self.field.setAccessibleDescription(
            found.format(n=len(commands), words=commands[0])
            if commands
            else _("No command has these words.")
        )

    def _was_clicked(self, item: QListWidgetItem) -> None:
        self._clicked = _command(item)
        self._click.start()

    def _take(self, command: str) -> None:
        # Enter may have closed it while a second click was waited for.
        if command and self._runs and self.isVisible():
            self.accept()
            self.chosen.emit(command)


def _command(item: QListWidgetItem) -> str:
    """Return the id of an entry's command; empty for a heading."""
    return str(item.data(_COMMAND) or "")
