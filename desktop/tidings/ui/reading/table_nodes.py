"""What screen readers can ask of a table and of its cells beyond their words.

PySide has no interface for tables, only one for their cells. A hidden table of the same size
lends the one that Qt has for it, as a hidden text lends that for texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTableCellInterface
from PySide6.QtWidgets import QTableView, QWidget

from tidings.ui.reading.guarded import guarded
from tidings.ui.reading.nodes import Node

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class TableCell(QAccessibleTableCellInterface):
    """Where a cell stands, and the headers above it."""

    def __init__(self, table: Node, row: int, column: int, headers: Sequence[Node]) -> None:
        super().__init__()
        self._table, self._row, self._column, self._headers = table, row, column, headers

    @guarded(False)
    def isSelected(self) -> bool:
        """Text is selected in a story, not cells."""
        return False

    @guarded([])
    def columnHeaderCells(self) -> list[QAccessibleInterface]:
        """Return the headers above the cell, the highest first."""
        return list(self._headers)

    @guarded([])
    def rowHeaderCells(self) -> list[QAccessibleInterface]:
        """A story's tables have headers above their columns only."""
        return []

    @guarded(0)
    def rowIndex(self) -> int:
        """Return the number of the row, from 0."""
        return self._row

    @guarded(0)
    def columnIndex(self) -> int:
        """Return the number of the column, from 0."""
        return self._column

    @guarded(1)
    def rowExtent(self) -> int:
        """Return how many rows the cell takes."""
        return 1

    @guarded(1)
    def columnExtent(self) -> int:
        """Return how many columns the cell takes."""
        return 1

    @guarded(None)
    def table(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the table that the cell is of."""
        return self._table


class LentTable(QTableView):
    """Never shown. As large as a table of the story, whose ``interface`` it lends."""

    def __init__(self, view: QWidget, rows: Sequence[Sequence[str]]) -> None:
        super().__init__(view)
        self.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setModel(_Words(rows, self))
        self.interface: Any = QAccessible.queryAccessibleInterface(self).interface_cast(
            QAccessible.InterfaceType.TableInterface
        )


class _Words(QAbstractTableModel):
    """The words of a table's cells, by row and column."""

    def __init__(self, rows: Sequence[Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self._columns = max(len(row) for row in rows)

    @guarded(0)
    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many rows there are, headers among them."""
        return 0 if parent.isValid() else len(self._rows)

    @guarded(0)
    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return how many cells the longest row has."""
        return 0 if parent.isValid() else self._columns

    @guarded(_ROOT)
    def index(self, row: int, column: int, parent: _Index = _ROOT) -> QModelIndex:
        """Return a cell that is there: Qt's bridge ends the process where there is none."""
        if parent.isValid():
            return QModelIndex()
        inside = max(0, min(row, len(self._rows) - 1)), max(0, min(column, self._columns - 1))
        return self.createIndex(*inside)

    @guarded(None)
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return a cell's words."""
        row = self._rows[index.row()]
        is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return row[index.column()] if is_text and index.column() < len(row) else None
