"""The list of sources, drawn with its folders: indented, and with a sign of what is folded."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from tidings.ui.article_rows import PARTS
from tidings.ui.shelves import Line
from tidings.ui.theme import Colours

_LINE = Qt.ItemDataRole.UserRole
_INSETS = 24
"""Pixels of an entry's padding, bar and margins, left and right together."""

Index = QModelIndex | QPersistentModelIndex


class ShelfList(QListWidget):
    """Lists :class:`Line`, each with its words to be heard."""

    def __init__(self) -> None:
        super().__init__()
        self.is_clicked = False
        """Whether the mouse is what is being answered."""
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_Drawing(self))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Have it known that what comes of this is the mouse's."""
        self.is_clicked = True
        super().mouseReleaseEvent(event)
        self.is_clicked = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Have it known that what comes of this is the mouse's."""
        self.is_clicked = True
        super().mouseDoubleClickEvent(event)
        self.is_clicked = False

    @property
    def current(self) -> Line | None:
        """The line that the list stands on."""
        item = self.currentItem()
        return line_of(item) if item else None

    def show_line(self, place: int, line: Line) -> None:
        """Show a line at a place, which is at most the one behind all others."""
        if place == self.count():
            self.addItem(QListWidgetItem())
        item = self.item(place)
        if item.data(_LINE) == line:
            return
        item.setData(_LINE, line)
        font = item.font()
        if font.bold() != line.is_folder:
            font.setBold(line.is_folder)
            item.setFont(font)
        item.setText(line.text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, line.said)
        title, behind = line.title, line.said[len(line.title) :].removeprefix(", ")
        # In parts: a message says that a folder is folded, and that is not to be said twice.
        item.setData(PARTS, ((title, ""), (behind, "")) if line.is_folder else None)


def line_of(item: QListWidgetItem) -> Line:
    """Return what an entry of the list shows."""
    line = item.data(_LINE)
    assert isinstance(line, Line)
    return line


class _Drawing(QStyledItemDelegate):
    """Draws entries with room at their beginning for what a folder has there."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how much room an entry takes, as wide as the list."""
        entries = self.parent()
        assert isinstance(entries, QListWidget)
        narrower = QStyleOptionViewItem(option)
        indent = _indent(option) if _is_indented(index) else 0
        narrower.rect.setWidth(entries.viewport().width() - _INSETS - indent)
        return super().sizeHint(narrower, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an entry, its ground from edge to edge."""
        if not _is_indented(index):
            super().paint(painter, option, index)
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        entries = self.parent()
        assert isinstance(entries, QListWidget)
        style = entries.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, entries)
        text, shown.text = shown.text, ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, entries)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, shown, entries) + 1
        room.adjust(margin, 0, -margin, 0)
        indent = _indent(option)
        to_right = shown.direction is Qt.LayoutDirection.LeftToRight
        sign = QRect(room)
        if to_right:
            sign.setWidth(indent)
            room.setLeft(room.left() + indent)
        else:
            sign.setLeft(room.right() - indent)
            room.setRight(room.right() - indent)
        painter.save()
        painter.setPen(Colours.from_palette(entries.palette()).ink)
        painter.setFont(shown.font)
        at = style.visualAlignment(
            shown.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        painter.drawText(room, at.value | Qt.TextFlag.TextWordWrap.value, text)
        line = index.data(_LINE)
        if line.is_folder:
            _draw_sign(painter, sign, folded=line.folded, to_right=to_right)
        painter.restore()


def _is_indented(index: Index) -> bool:
    line = index.data(_LINE)
    return isinstance(line, Line) and bool(line.folder)


def _indent(option: QStyleOptionViewItem) -> int:
    return option.fontMetrics.height()


def _draw_sign(painter: QPainter, room: QRect, *, folded: bool, to_right: bool) -> None:
    """Draw an angle that points down where a folder is open, and at its name where it is not."""
    size = min(room.width(), painter.fontMetrics().height()) / 5
    middle = QPointF(room.left() + 2 * size, room.center().y() + 1)
    if not to_right:
        middle.setX(room.right() - 2 * size)
    if folded:
        way = 1 if to_right else -1
        points = [(-size / 2 * way, -size), (size / 2 * way, 0), (-size / 2 * way, size)]
    else:
        points = [(-size, -size / 2), (0, size / 2), (size, -size / 2)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(painter.pen().color(), max(2.0, size / 3)))
    painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in points]))
