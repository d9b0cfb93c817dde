"""A check box whose words wrap like text where they would not fit on a line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

_FLAGS = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value
_UNBOUNDED = 100_000


class WrappingCheck(QCheckBox):
    """What it says is never cut, however narrow the dialog or large the text."""

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

    def minimumSizeHint(self) -> QSize:
        """Return the size of its mark and its longest word."""
        metrics = self.fontMetrics()
        frame = super().sizeHint().width() - metrics.size(0, self.text()).width()
        longest = max(metrics.horizontalAdvance(word) for word in self.text().split() or [""])
        return QSize(frame + longest, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark, then the words on as many lines as they need."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        room = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        # The style keeps to the words' own width, as if they were on one line.
        at_left = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        room.setRight(self.width() - 1) if at_left else room.setLeft(0)
        painter.drawItemText(
            room,
            _FLAGS,
            option.palette,
            self.isEnabled(),
            self.text(),
            QPalette.ColorRole.WindowText,
        )
