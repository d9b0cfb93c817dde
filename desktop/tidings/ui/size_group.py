"""The four text sizes as a group of named choices."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QWidget

from tidings.ui import text_size
from tidings.ui.flow import FlowLayout


def size_words(points: int) -> str:
    """Return what a size is called."""
    name = next((name for name, size in text_size.NAMED if size == points), "")
    if name:
        return _("Text size {name}, {points} points").format(name=name, points=points)
    return _("Text size {points} points").format(points=points)


class SizeGroup(QWidget):
    """XS, SM, MD and LG; ``chosen`` carries points. Larger steps show beside the label."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, spacing=4)
        self._label = QLabel()
        row.addWidget(self._label)
        self._group = QButtonGroup(self)
        for name, points in text_size.NAMED:
            choice = QRadioButton(name)
            choice.setAccessibleName(size_words(points))
            self._group.addButton(choice, points)
            row.addWidget(choice)
        self._group.idClicked.connect(self.chosen)
        self.setAccessibleName(_("Text size"))

    @property
    def choices(self) -> tuple[QRadioButton, ...]:
        """The four choices, smallest first."""
        return tuple(b for b in self._group.buttons() if isinstance(b, QRadioButton))

    @property
    def usual(self) -> QRadioButton:
        """The choice of the usual size."""
        choice = self._group.button(text_size.DEFAULT)
        assert isinstance(choice, QRadioButton)
        return choice

    def show_size(self, points: int) -> None:
        """Mark the size that is set; none of the four where it is another."""
        self._label.setText(_("Text size {points} pt").format(points=points))
        choice = self._group.button(points)
        self._group.setExclusive(choice is not None)
        for button in self._group.buttons():
            button.setChecked(button is choice)
            # Tab leads to the size that is set; from there the arrows lead to the others.
            is_stop = button is (choice or self.choices[-1])
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            )
        self._group.setExclusive(True)
