"""A line to type in that a screen reader tells of once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class Field(QLineEdit):
    """A field with a name.

    Qt selects the text of a field as the focus comes, and tells of caret and selection
    before it tells of the focus. A screen reader then reads the text before the name, and
    of an empty field nothing at all; and it reads "unselected" as the focus goes.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        # else the caret of an empty field is told of when the focus comes first
        self.home(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus; only that is told."""
        with self._untold():
            super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the focus go; only that is told."""
        with self._untold():
            super().focusOutEvent(event)

    @contextmanager
    def _untold(self) -> Iterator[None]:
        control = next(
            child for child in self.children() if "Control" in child.metaObject().className()
        )
        with QSignalBlocker(control):
            yield
        # what it would have asked for itself
        self.update()
