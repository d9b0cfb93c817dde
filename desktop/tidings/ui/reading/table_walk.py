"""Up and down through a table: cell by cell in reading order, so that none is passed over."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextTable


def walked(before: QTextCursor, after: QTextCursor, *, down: bool) -> int | None:
    """Return where an arrow key leads that Qt took from ``before`` to ``after``.

    None where that is right: outside of tables, and inside of a cell.
    """
    here, there = _table(before), _table(after)
    if here is not None:
        cell = here.cellAt(before)
        first, last = cell.firstPosition(), cell.lastPosition()
        if there is not None and first <= after.position() <= last != before.position():
            return None
        return last + 1 if down else max(first - 1, 0)
    if there is not None:
        edge = there.firstCursorPosition() if down else there.lastCursorPosition()
        return edge.position()
    return None


def _table(cursor: QTextCursor) -> QTextTable | None:
    return cursor.currentTable()
