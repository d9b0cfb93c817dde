"""Finding words in the story that is shown."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from tidings.ui.field import Field


class FindBar(QWidget):
    """A field with next and previous.

    ``wanted`` carries the words and whether to look backwards; ``closed`` says that the
    reader is done.
    """

    wanted = Signal(str, bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(_("Find in this story"))
        self.field = Field(label.text())
        label.setBuddy(self.field)
        self.previous = QPushButton(_("Previous match"))
        self.following = QPushButton(_("Next match"))
        self.done = QPushButton(_("Done"))
        self.previous.clicked.connect(lambda: self._want(True))
        self.following.clicked.connect(lambda: self._want(False))
        self.done.clicked.connect(self.closed)
        row.addWidget(label)
        row.addWidget(self.field, 1)
        for button in (self.previous, self.following, self.done):
            row.addWidget(button)
        self.hide()

    def begin(self) -> None:
        """Show the bar and take what is typed from now on."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finds the next match, with Shift the previous one; Escape is done."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self._want(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _want(self, backwards: bool) -> None:
        if self.field.text():
            self.wanted.emit(self.field.text(), backwards)
