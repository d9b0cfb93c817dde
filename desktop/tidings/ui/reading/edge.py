"""Where a story begins and ends, for a reader who goes line by line and gets no further."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QTextCursor


class Edge(Enum):
    """An end of the story."""

    BEGINNING = "beginning"
    END = "end"


def edge_met(before: QTextCursor, after: QTextCursor, *, down: bool) -> Edge | None:
    """Return the edge that an arrow key met that took the caret from ``before`` to ``after``.

    None where it led to another line.
    """
    if _line(before) != _line(after):
        return None
    return Edge.END if down else Edge.BEGINNING


def _line(cursor: QTextCursor) -> tuple[int, int]:
    """Return block and line of a caret."""
    line = cursor.block().layout().lineForTextPosition(cursor.positionInBlock())
    return cursor.blockNumber(), line.lineNumber() if line.isValid() else 0
