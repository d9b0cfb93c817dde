"""The reader's choice of what an entry of the list of stories says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from gettext import gettext as _

from PySide6.QtCore import QObject

from tidings.ui.article_rows import Row
from tidings.ui.keeping import Keeping
from tidings.ui.row_parts import ROW_PARTS, RowParts, row_parts_from_text, row_parts_to_text
from tidings.ui.row_parts_dialog import RowPartsDialog
from tidings.ui.window import MainWindow


class RowPartsChoice(QObject):
    """Connects the dialog with the list, and keeps what was chosen."""

    def __init__(self, keeping: Keeping, window: MainWindow) -> None:
        super().__init__(window)
        self._keeping = keeping
        self._window = window
        self.parts = RowParts()
        """What is said, and in which order."""

    def use(self, settings: Mapping[str, str]) -> None:
        """Say what was kept."""
        self._apply(row_parts_from_text(settings.get(ROW_PARTS, "")))

    def open(self) -> None:
        """Show the parts; a change holds at once."""
        before = self.parts
        dialog = RowPartsDialog(before, self._example(), self._window.list.rate, self._window)
        dialog.changed.connect(self._choose)
        dialog.finished.connect(lambda _result: self._tell_change(before))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _example(self) -> Row:
        """Return the entry the list stands on, with all that one can have."""
        stories = self._window.list
        row = stories.row(stories.current)
        if row is None:
            row = Row(
                "", _("The title of a story"), _("its source"), _("its date"), 525, False, True
            )
        return replace(row, read=True, changed=True, saved=True, also_in=max(row.also_in, 2))

    def _choose(self, parts: RowParts) -> None:
        self._apply(parts)
        self._keeping.remember(ROW_PARTS, row_parts_to_text(parts))

    def _apply(self, parts: RowParts) -> None:
        self.parts = parts
        self._window.list.show_parts(parts)

    def _tell_change(self, before: RowParts) -> None:
        if self.parts != before:
            self._window.messages.tell(_("What a list entry says was changed."))
