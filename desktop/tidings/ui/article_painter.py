"""How a row of the list of stories is drawn."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tidings.ui.article_rows import META, UNREAD, Index

_MARGIN = 8


class ArticlePainter(QStyledItemDelegate):
    """Draws a title, bold while unread, over its line of details."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[str, int, str], int] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        style_option = QStyleOptionViewItem(option)
        self.initStyleOption(style_option, index)
        style_option.text = ""
        view = self._view
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, style_option, painter, view)
        area: QRect = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.save()
        painter.setPen(view.palette().color(view.foregroundRole()))
        title_font, details_font = self._fonts(option, index)
        painter.setFont(title_font)
        flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)
        title = self._height(title_font, area.width(), str(index.data()))
        painter.drawText(QRect(area.topLeft(), QSize(area.width(), title)), flags, index.data())
        painter.setFont(details_font)
        painter.drawText(area.adjusted(0, title + 2, 0, 0), flags, index.data(META))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how large a row is, in the width of the view."""
        width = option.rect.width() or self._view.viewport().width()
        width -= 2 * _MARGIN
        title_font, details_font = self._fonts(option, index)
        height = self._height(title_font, width, str(index.data()))
        height += self._height(details_font, width, str(index.data(META)))
        return QSize(width, height + 2 * _MARGIN + 2)

    def _fonts(self, option: QStyleOptionViewItem, index: Index) -> tuple[QFont, QFont]:
        title = QFont(option.font)
        title.setBold(bool(index.data(UNREAD)))
        details = QFont(option.font)
        details.setPointSizeF(details.pointSizeF() * 0.88)
        return title, details

    def forget(self) -> None:
        """Forget the heights of rows that are not shown any more."""
        self._heights.clear()

    def _height(self, font: QFont, width: int, text: str) -> int:
        # Qt asks nine times for each row when the style changes.
        key = (font.key(), width, text)
        if key not in self._heights:
            self._heights[key] = self._measured(font, width, text)
        return self._heights[key]

    def _measured(self, font: QFont, width: int, text: str) -> int:
        if not text:
            return 0
        flags = int(Qt.TextFlag.TextWordWrap)
        bounds = QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 40), 10_000), flags, text)
        return bounds.height()
