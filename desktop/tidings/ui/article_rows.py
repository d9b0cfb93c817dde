"""The rows of the list of stories: what is shown of each, and what is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from tidings.speech import guessed_time
from tidings.ui.row_parts import RowPart, RowParts

Index = QModelIndex | QPersistentModelIndex
META = Qt.ItemDataRole.UserRole + 1
UNREAD = Qt.ItemDataRole.UserRole + 2
PARTS = Qt.ItemDataRole.UserRole + 3
"""What is said of the story as pairs of words and their language, which is empty where they
are ours: titles are in the language of the story.
"""
WORDS_A_MINUTE = 175
"""How fast a story is heard at the usual rate, for its length in minutes."""


@dataclass(frozen=True, slots=True)
class Row:
    """A story as the list shows it; ``date`` is worded already, ``words`` its length.

    ``language`` is the story's, such as "en"; empty where it is not known. ``changed``: it
    has changed since it was read. ``also_in`` counts the other sources that tell it.
    """

    id: str
    title: str
    section: str
    date: str
    words: int
    read: bool
    saved: bool
    language: str = ""
    changed: bool = False
    also_in: int = 0

    @property
    def details(self) -> str:
        """All but the title at the usual rate, in the usual order, as one line."""
        return self.details_at(WORDS_A_MINUTE, RowParts())

    def details_at(self, rate: int, parts: RowParts) -> str:
        """Return the line under the title, with the time it takes to hear the story at a rate."""
        details = tuple(part for part in parts.told if part is not RowPart.TITLE)
        return " · ".join(self._words(details, rate))

    def told_at(self, rate: int, parts: RowParts) -> str:
        """Return what is said of the story, as one sentence without its stop."""
        return ", ".join(self._words(parts.told, rate))

    def told_apart_at(self, rate: int, parts: RowParts) -> tuple[tuple[str, str], ...]:
        """Return what is said of the story: the words of each part, and their language."""
        words = ((part, self._words_for(part, rate)) for part in parts.told)
        title = RowPart.TITLE
        return tuple((text, self.language if part is title else "") for part, text in words if text)

    def _words(self, parts: Sequence[RowPart], rate: int) -> list[str]:
        words = (self._words_for(part, rate) for part in parts)
        return [word for word in words if word]

    def _words_for(self, part: RowPart, rate: int) -> str:
        match part:
            case RowPart.TITLE:
                return self.title
            case RowPart.SOURCE:
                return self.section
            case RowPart.DATE:
                return self.date
            case RowPart.READ:
                return _("read") if self.read else _("unread")
            case RowPart.CHANGED:
                return _("changed") if self.changed else ""
            case RowPart.SAVED:
                return _("saved") if self.saved else ""
            case RowPart.LENGTH:
                minutes = max(1, round(guessed_time(self.words).minutes_at(rate)))
                return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
            case RowPart.ALSO_IN:
                words = ngettext("also in {n} source", "also in {n} sources", self.also_in)
                return words.format(n=self.also_in) if self.also_in else ""


class Rows(QAbstractListModel):
    """The stories of the list, in its order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._details: dict[Row, str] = {}
        self._rate = WORDS_A_MINUTE
        self._parts = RowParts()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows in a role."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.told_at(self._rate, self._parts)
            case _ if role == META:
                return self._details_of(row)
            case _ if role == UNREAD:
                return not row.read
            case _ if role == PARTS:
                return row.told_apart_at(self._rate, self._parts)
        return None

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self._details.clear()
        self.endResetModel()

    def show_rate(self, rate: int) -> None:
        """Tell lengths as the time it takes to hear them at a rate, in words a minute."""
        if rate == self._rate:
            return
        self._rate = rate
        self._tell_anew()

    def show_parts(self, parts: RowParts) -> None:
        """Tell other parts of each story, or in another order."""
        if parts == self._parts:
            return
        self._parts = parts
        self._tell_anew()

    def append(self, rows: Sequence[Row]) -> None:
        """Show more rows, after the others."""
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
        self.rows += rows
        self.endInsertRows()

    def insert(self, place: int, rows: Sequence[Row]) -> None:
        """Show more rows, from a place on."""
        self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
        self.rows[place:place] = rows
        self.endInsertRows()

    def change_all(self, wanted: Mapping[str, Row]) -> None:
        """Show other states of rows, by the ids of their stories."""
        for place, row in enumerate(self.rows):
            if row.id in wanted:
                self.rows[place] = wanted[row.id]
                index = self.index(place)
                self.dataChanged.emit(index, index)

    def remove(self, place: int) -> None:
        """Take a row out."""
        self.beginRemoveRows(QModelIndex(), place, place)
        del self.rows[place]
        self.endRemoveRows()

    def _tell_anew(self) -> None:
        self._details.clear()
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1), [META])

    def _details_of(self, row: Row) -> str:
        # A list asks a dozen times for each row, and words take long to look up.
        if row not in self._details:
            self._details[row] = row.details_at(self._rate, self._parts)
        return self._details[row]
