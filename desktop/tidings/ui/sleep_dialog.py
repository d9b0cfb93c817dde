"""When reading aloud is to stop, as a list to choose from."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from tidings.ui.dialog_parts import button_row, size_within_screen, wrap_lines

MINUTES = (5, 10, 15, 20, 30, 45, 60, 90)
STORY_END = -1
"""Stands for the end of the story; 0 stands for off."""


class SleepDialog(QDialog):
    """``chosen`` carries minutes, :data:`STORY_END` or 0, once one is taken with Enter."""

    chosen = Signal(int)

    def __init__(self, now: int, parent: QWidget | None = None) -> None:
        """Show the choices; ``now`` is the one that holds, or the minutes that are left."""
        super().__init__(parent)
        self.setWindowTitle(_("Sleep timer"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        label = QLabel(_("Stop reading aloud"))
        note = QLabel(
            _(
                "The voice grows softer over the last half minute; a story is heard to its last "
                "word. The place is kept."
            )
        )
        note.setWordWrap(True)
        note.setProperty("quiet", True)
        self.choices = QListWidget()
        wrap_lines(self.choices)
        self._values = (0, STORY_END, *MINUTES)
        for value in self._values:
            self.choices.addItem(_words(value))
        near = next((value for value in MINUTES if value >= now), MINUTES[-1])
        value = now if now <= 0 else near
        self.choices.setCurrentRow(self._values.index(value))
        label.setBuddy(self.choices)
        self.choices.setAccessibleName(label.text())
        self.choices.itemActivated.connect(lambda _item: self.accept())
        take = QPushButton(_("Choose"))
        take.setDefault(True)
        take.setProperty("main", True)
        take.clicked.connect(self.accept)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.reject)
        for part in (label, self.choices, note, button_row(take, close)):
            column.addWidget(part)
        self.choices.setFocus()
        self.resize(size_within_screen(self, characters=44, lines=24))

    def accept(self) -> None:
        """Take the choice the list stands on; a second Enter on its way changes nothing."""
        if self.isVisible():
            super().accept()
            self.chosen.emit(self._values[self.choices.currentRow()])


def _words(value: int) -> str:
    if value == 0:
        return _("Never: the timer is off")
    if value == STORY_END:
        return _("At the end of the story")
    return ngettext("In {n} minute", "In {n} minutes", value).format(n=value)
