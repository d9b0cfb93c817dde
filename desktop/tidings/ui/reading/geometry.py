"""Where stretches of a document lie, in the document's own coordinates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


def blocks_between(document: QTextDocument, start: int, end: int) -> Iterator[QTextBlock]:
    """Yield the document's blocks from the one at ``start`` to the one at ``end``."""
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        yield block
        block = block.next()


def line_rects(document: QTextDocument, start: int, end: int) -> list[QRectF]:
    """Return one rectangle a line for the text from ``start`` to ``end``."""
    rects = []
    for block in blocks_between(document, start, max(start, end - 1)):
        corner = document.documentLayout().blockBoundingRect(block).topLeft()
        layout = block.layout()
        low, high = start - block.position(), end - block.position()
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            first = max(low, line.textStart())
            last = min(high, line.textStart() + line.textLength())
            if first < last:
                rects.append(_part_of_line(line, first, last, corner))
    return rects


def passage_rect(document: QTextDocument, start: int, end: int) -> QRectF:
    """Return the rectangle that holds all blocks from ``start`` to ``end``."""
    rect = QRectF()
    for block in blocks_between(document, start, max(start, end - 1)):
        rect = rect.united(document.documentLayout().blockBoundingRect(block))
    return rect


def _part_of_line(line: QTextLine, first: int, last: int, corner: QPointF) -> QRectF:
    left, right = sorted((_x(line, first), _x(line, last)))
    return QRectF(left, line.y(), right - left, line.height()).translated(corner)


def _x(line: QTextLine, position: int) -> float:
    # the stubs do not tell that with the x comes the position, moved to a place of a caret
    x, _position = cast("tuple[float, int]", line.cursorToX(position))
    return x
