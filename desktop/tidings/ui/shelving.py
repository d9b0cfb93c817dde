"""Sources in their folders and order: folded, moved among their like, folders renamed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QObject

from tidings.library import Library, LibraryError
from tidings.ui.desk import Desk
from tidings.ui.folder_dialog import FolderDialog
from tidings.ui.keeping import Keeping
from tidings.ui.listings import VIEWS
from tidings.ui.shelf_order import Move, moved_folder, moved_source
from tidings.ui.window import MainWindow

FOLDED = "folded-folders"
"""The name under which it is kept which folders are folded."""


class Shelving(QObject):
    """Connects the commands about folders and order with the pane and the library."""

    def __init__(self, desk: Desk, keeping: Keeping, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._keeping = keeping
        self._window = window
        window.sources.folded.connect(self._folded)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {
            "fold-folder": partial(self._fold, self._window.sources.fold),
            "unfold-folder": partial(self._fold, self._window.sources.unfold),
            "move-source-up": partial(self._move, -1),
            "move-source-down": partial(self._move, 1),
        }

    def use(self, settings: Mapping[str, str]) -> None:
        """Fold the folders that were folded; what makes no sense is passed over."""
        try:
            kept = json.loads(settings.get(FOLDED, "[]"))
        except ValueError:
            kept = []
        folders = kept if isinstance(kept, list) else []
        self._window.sources.use_folded(each for each in folders if isinstance(each, str))

    def rename(self, folder: str) -> None:
        """Ask for another name of a folder."""
        dialog = FolderDialog(folder, self._window)
        dialog.taken.connect(partial(self._rename, folder))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _rename(self, folder: str, name: str) -> None:
        if name == folder:
            return

        def rename(library: Library) -> tuple[int, bool]:
            folders = [source.folder for source in library.sources()]
            if folder not in folders:
                raise _no_folder()
            library.rename_folder(folder, name)
            return folders.count(folder), name in folders

        def renamed(count: int, *, is_there: bool) -> None:
            if name and not is_there:
                told = _("The folder {folder} is called {name} now.").format(
                    folder=folder, name=name
                )
            elif name:
                told = ngettext(
                    "{n} source is in {folder} now.", "{n} sources are in {folder} now.", count
                ).format(n=count, folder=name)
            else:
                told = ngettext(
                    "{n} source is in no folder now.", "{n} sources are in no folder now.", count
                ).format(n=count)
            self._window.messages.tell(told)
            self._desk.show_shelves()

        self._keeping.do(rename, lambda found: renamed(found[0], is_there=found[1]))

    def _folded(self, folder: str) -> None:
        folders = self._window.sources.folded_folders
        words = _("{title}, collapsed.") if folder in folders else _("{title}, expanded.")
        self._window.messages.tell(words.format(title=folder))
        self._keeping.remember(FOLDED, json.dumps(folders))

    def _fold(self, step: Callable[[], bool]) -> None:
        if not step():
            self._window.messages.tell(_("There is no folder here."))

    def _move(self, way: int) -> None:
        pane = self._window.sources
        folder, (address, _title) = pane.current_folder, pane.current
        if not folder and (not address or address in VIEWS):
            self._window.messages.tell(_("This is no source, so it cannot be moved."))
            return

        def move(library: Library) -> Move:
            sources = library.sources()
            try:
                if folder:
                    found = moved_folder(sources, folder, way)
                else:
                    found = moved_source(sources, address, way)
            except KeyError:
                raise _no_folder() if folder else _no_source() from None
            folders = {source.address: source.folder for source in sources}
            if found.source:
                library.move_source(found.source, folders[found.source], found.before)
            return found

        def moved(found: Move) -> None:
            if found.source:
                self._desk.show_shelves()
            self._window.messages.tell(found.told)

        self._keeping.do(move, moved)


def _no_folder() -> LibraryError:
    return LibraryError(_("This folder is not in the library any more."))


def _no_source() -> LibraryError:
    return LibraryError(_("This source is not in the library any more."))
