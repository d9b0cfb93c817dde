"""Where stories come from: unread, saved, all, and the pages that were opened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QListWidgetItem, QVBoxLayout, QWidget

from tidings.ui.header import Header
from tidings.ui.shelf_list import ShelfList, line_of
from tidings.ui.shelves import Line, Shelf, folder_key, lines, place_of
from tidings.ui.wrapping_button import WrappingButton


class SourcesPane(QWidget):
    """The fields for going elsewhere, and a list of shelves in their folders.

    ``chosen`` carries the key of the shelf the reader pressed Enter on, ``folded`` the name of
    a folder that was folded, or was opened and is among the ``folded_folders`` no more.
    """

    chosen = Signal(str)
    folded = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelves: tuple[Shelf, ...] = ()
        self._lines: list[Line] = []
        self._folded: dict[str, None] = {}
        """A set that keeps its order."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.header = Header()
        column.addWidget(self.header)
        label = QLabel(_("Sources"))
        label.setProperty("role", "pane-title")
        column.addWidget(label)
        self.view = ShelfList()
        self.view.setAccessibleName(_("Sources"))
        self.view.itemActivated.connect(self._activated)
        self.view.itemClicked.connect(self._take)
        label.setBuddy(self.view)
        column.addWidget(self.view, 1)
        self.offer = WrappingButton(_("Find sources to begin with"))
        self.offer.hide()
        column.addWidget(self.offer)

    @property
    def current(self) -> tuple[str, str]:
        """The key of the shelf that the list stands on, and its title; empty for none."""
        line = self.view.current
        return (line.key, line.title) if line and not line.is_folder else ("", "")

    @property
    def current_folder(self) -> str:
        """The folder whose name the list stands on; empty for none."""
        line = self.view.current
        return line.folder if line and line.is_folder else ""

    @property
    def folded_folders(self) -> tuple[str, ...]:
        """The folders of which only the name is shown."""
        return tuple(self._folded)

    def show_shelves(self, shelves: Sequence[Shelf], current: str) -> None:
        """Show the shelves; the list keeps its place where it has the focus.

        Where none is followed, there is an offer to find some.
        """
        self._shelves = tuple(shelves)
        line = self.view.current
        self._show(line.key if line and self.view.hasFocus() else current)
        is_offered = not any(shelf.followed for shelf in shelves)
        if not is_offered and self.window().focusWidget() is self.offer:
            # Before it is hidden: that would hand the focus to whatever comes next. A dialog
            # may be before the window.
            self.view.setFocus()
        self.offer.setVisible(is_offered)

    def use_folded(self, folders: Iterable[str]) -> None:
        """Fold these folders and no others."""
        self._folded = dict.fromkeys(folders)
        line = self.view.current
        self._show(line.key if line else "")

    def fold(self) -> bool:
        """Fold the folder that the list stands on, or go to that which its shelf is in.

        Returns whether there was either.
        """
        return self._step(into=False)

    def unfold(self) -> bool:
        """Open the folder that the list stands on, or go into it where it is open.

        Returns whether it stands on a folder.
        """
        return self._step(into=True)

    def _step(self, *, into: bool) -> bool:
        line = self.view.current
        if line is None or not line.folder or (into and not line.is_folder):
            return False
        if not line.is_folder:
            self._stand_on(folder_key(line.folder))
        elif line.folded is into:
            self._toggle(line)
        elif into:
            self.view.setCurrentRow(self.view.currentRow() + 1)
        return True

    def _toggle(self, line: Line) -> None:
        if line.folder in self._folded:
            del self._folded[line.folder]
        else:
            self._folded[line.folder] = None
        self._show(line.key)
        self.folded.emit(line.folder)

    def _show(self, current: str) -> None:
        shown = self._lines = lines(self._shelves, self._folded)
        while self.view.count() > len(shown):
            self.view.takeItem(self.view.count() - 1)
        for place, line in enumerate(shown):
            self.view.show_line(place, line)
        self._stand_on(current)

    def _stand_on(self, key: str) -> None:
        place = place_of(key, self._shelves, self._lines)
        if place >= 0:
            self.view.setCurrentRow(place)

    def _activated(self, item: QListWidgetItem) -> None:
        # A click has been taken already, and the second of two is not to undo it.
        if not self.view.is_clicked:
            self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        line = line_of(item)
        if line.is_folder:
            self._toggle(line)
        else:
            self.chosen.emit(line.key)
