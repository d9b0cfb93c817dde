"""A button whose words wrap like text where they would not fit on a line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

_FLAGS = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value
_UNBOUNDED = 100_000


class WrappingButton(QPushButton):
    """For a headline: it is never cut, however narrow the window or large the text."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on how often it wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels that a width needs."""
        frame = super().sizeHint() - self.fontMetrics().size(0, self.text())
        room = QRect(0, 0, max(1, width - frame.width()), _UNBOUNDED)
        words = self.fontMetrics().boundingRect(room, _FLAGS, self.text())
        return max(super().sizeHint().height(), words.height() + frame.height())

    def sizeHint(self) -> QSize:
        """Return the size with all words on one line."""
        hint = super().sizeHint()
        hint.setHeight(self.heightForWidth(hint.width()))
        return hint

    def minimumSizeHint(self) -> QSize:
        """Return the size of its longest word."""
        words = self.text().split() or [""]
        longest = max(self.fontMetrics().horizontalAdvance(word) for word in words)
        return QSize(longest + self.fontMetrics().height(), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button, then its words on as many lines as they need."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        painter.drawItemText(
            room,
            _FLAGS,
            option.palette,
            self.isEnabled(),
            self.text(),
            QPalette.ColorRole.ButtonText,
        )
