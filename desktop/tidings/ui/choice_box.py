"""A combo box whose arrow is drawn in the colour of its text, and whose choice is spoken."""

from __future__ import annotations

import sys

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QComboBox, QWidget

_FROM_EDGE = 16
"""Pixels from the box's end to the middle of its arrow."""


class ChoiceBox(QComboBox):
    """Draws its own arrow: a style sheet that sets borders takes the style's arrow away.

    Qt does not tell screen readers on Linux of a choice that is made with the arrow keys
    while the list is closed; this box does.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = QColor()
        if sys.platform == "linux":
            self.currentIndexChanged.connect(self._tell_choice)

    def set_ink(self, ink: QColor) -> None:
        """Draw the arrow in another colour."""
        self._ink = ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, then the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ink, 2))
        left_to_right = self.layoutDirection() == self.layoutDirection().LeftToRight
        x = self.width() - _FROM_EDGE if left_to_right else _FROM_EDGE
        y = self.height() / 2
        painter.drawPolyline(
            QPolygonF([QPointF(x - 5, y - 2.5), QPointF(x, y + 2.5), QPointF(x + 5, y - 2.5)])
        )

    def _tell_choice(self, index: int) -> None:
        choices = QAccessible.queryAccessibleInterface(self.view())
        if self.hasFocus() and choices is not None and 0 <= index < choices.childCount():
            focus = QAccessibleEvent(choices.child(index), QAccessible.Event.Focus)
            QAccessible.updateAccessibility(focus)
