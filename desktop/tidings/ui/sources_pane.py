"""Where stories come from: unread, saved, all, and the pages that were opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tidings.ui.header import Header

_KEY = Qt.ItemDataRole.UserRole
_TITLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Shelf:
    """An entry of the pane: ``key`` names a view or is a page's address.

    ``count`` stands behind the title where it is not 0; what is counted is plain from the
    title, or said by ``unread``. ``error`` is a sentence on why it could not be refreshed.
    """

    key: str
    title: str
    count: int = 0
    unread: bool = False
    error: str = ""

    @property
    def text(self) -> str:
        """The title and the count, and what is wrong."""
        text = self.title
        if self.count:
            words = _("{title}, {n} unread") if self.unread else _("{title}, {n}")
            text = words.format(title=self.title, n=self.count)
        return _("{text}. {error}").format(text=text, error=self.error) if self.error else text


class SourcesPane(QWidget):
    """The fields for going elsewhere, and a list of shelves.

    ``chosen`` carries the key of the shelf the reader pressed Enter on.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.header = Header()
        column.addWidget(self.header)
        label = QLabel(_("Sources"))
        label.setProperty("role", "pane-title")
        column.addWidget(label)
        self.view = QListWidget()
        self.view.setAccessibleName(_("Sources"))
        self.view.setWordWrap(True)
        self.view.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.itemActivated.connect(self._activated)
        self.view.itemClicked.connect(self._activated)
        label.setBuddy(self.view)
        column.addWidget(self.view, 1)

    @property
    def current(self) -> tuple[str, str]:
        """The key of the entry that the list stands on, and its title; empty for none."""
        item = self.view.currentItem()
        return (str(item.data(_KEY)), str(item.data(_TITLE))) if item else ("", "")

    def show_shelves(self, shelves: Sequence[Shelf], current: str) -> None:
        """Show the shelves; the list keeps its place where it has the focus."""
        item = self.view.currentItem()
        stands_on = str(item.data(_KEY)) if item and self.view.hasFocus() else current
        while self.view.count() > len(shelves):
            self.view.takeItem(self.view.count() - 1)
        for place, shelf in enumerate(shelves):
            if place == self.view.count():
                self.view.addItem(QListWidgetItem())
            entry = self.view.item(place)
            entry.setText(shelf.text)
            entry.setData(_KEY, shelf.key)
            entry.setData(_TITLE, shelf.title)
            if shelf.key == stands_on:
                self.view.setCurrentRow(place)

    def _activated(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(_KEY)))
