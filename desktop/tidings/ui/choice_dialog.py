"""A dialog that asks for one of several entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from tidings.ui.dialog_parts import button_row, size_within_screen, wrap_lines


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a title, a label over the entries, a note below them, and who takes one.

    ``size`` is in characters and lines.
    """

    title: str
    label: str
    take: str
    size: tuple[int, int]
    note: str = ""


class ChoiceDialog(QDialog):
    """A list with a label, and buttons that take the entry it stands on or none.

    ``taken`` carries the number of the entry once it is taken, with Enter too.
    """

    taken = Signal(int)

    def __init__(
        self,
        question: Question,
        entries: Sequence[str],
        current: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.title)
        label = QLabel(question.label)
        label.setWordWrap(True)
        self.choices = QListWidget()
        self.choices.setAccessibleName(question.label)
        label.setBuddy(self.choices)
        wrap_lines(self.choices)
        self.choices.addItems(list(entries))
        self.choices.setCurrentRow(current)
        self.choices.itemActivated.connect(lambda _item: self.accept())
        take = QPushButton(question.take)
        take.setDefault(True)
        take.setProperty("main", True)
        take.clicked.connect(self.accept)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(label)
        column.addWidget(self.choices)
        if question.note:
            note = QLabel(question.note)
            note.setWordWrap(True)
            note.setProperty("quiet", True)
            column.addWidget(note)
        column.addWidget(button_row(take, close))
        self.choices.setFocus()
        characters, lines = question.size
        self.resize(size_within_screen(self, characters=characters, lines=lines))

    def accept(self) -> None:
        """Take the entry the list stands on; a second Enter on its way changes nothing."""
        if self.isVisible():
            super().accept()
            self.taken.emit(self.choices.currentRow())
