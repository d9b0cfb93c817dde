"""A row that becomes several rows where it would not fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

BEGINS_ROW = "begins-row"
"""The property of a widget that is to be the first of its row."""


class FlowLayout(QLayout):
    """Lays its items side by side, in reading direction, and wraps like words."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item; None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item back; None beyond the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than its items."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on how often it wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels that a width needs."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        """Place the items."""
        super().setGeometry(area)
        self._arrange(area, move=True)

    def sizeHint(self) -> QSize:
        """Return the size without wrapping."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, area: QRect, *, move: bool) -> int:
        rows: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item in self._shown():
            size = _size_within(item, area.width())
            wanted = size.width() if not rows[-1] else used + self.spacing() + size.width()
            if rows[-1] and (wanted > area.width() or _begins_row(item)):
                rows.append([])
                wanted = size.width()
            rows[-1].append((item, size))
            used = wanted
        top = area.top()
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for row in rows:
            height = max((size.height() for _, size in row), default=0)
            left = area.left()
            for item, size in row:
                if move:
                    x = area.right() + 1 - (left - area.left()) - size.width() if mirrored else left
                    y = top + (height - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, y), size))
                left += size.width() + self.spacing()
            top += height + self.spacing()
        return top - self.spacing() - area.top() if any(rows) else 0


def _begins_row(item: QLayoutItem) -> bool:
    widget = item.widget()
    return widget is not None and bool(widget.property(BEGINS_ROW))


def _size_within(item: QLayoutItem, width: int) -> QSize:
    """Return the size an item takes in a row: what would be too wide wraps in itself."""
    hint = item.sizeHint()
    if hint.width() <= width:
        return hint
    height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
    return QSize(width, height)
