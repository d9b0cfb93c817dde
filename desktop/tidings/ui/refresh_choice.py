"""The reader's choice of how often sources are asked, and whether at the start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from gettext import gettext as _

from PySide6.QtCore import QObject

from tidings.library import Library
from tidings.ui.asking import interval
from tidings.ui.keeping import Keeping
from tidings.ui.refresh_dialog import RefreshDialog
from tidings.ui.refreshing import Refreshing
from tidings.ui.source_words import interval_words
from tidings.ui.window import MainWindow


class RefreshChoice(QObject):
    """Connects the dialog with what asks the sources."""

    def __init__(self, keeping: Keeping, refreshing: Refreshing, window: MainWindow) -> None:
        super().__init__(window)
        self._keeping = keeping
        self._refreshing = refreshing
        self._window = window

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {"refresh-choices": self.open}

    def open(self) -> None:
        """Ask how often, and whether at the start."""
        now = self._refreshing
        dialog = RefreshDialog(now.usual, at_start=now.at_start, parent=self._window)
        dialog.taken.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, usual: int, at_start: bool) -> None:
        now = self._refreshing
        if (usual, at_start) == (now.usual, now.at_start):
            return
        if usual != now.usual:
            now.choose_usual(usual)
            self._keeping.do(lambda library: _ask_in_time(library, usual))
        if at_start != now.at_start:
            now.choose_at_start(at_start)
        words = interval_words(usual)
        start = _("at the start, too") if at_start else _("not at the start")
        told = _("Sources are asked {interval}, {start}.")
        interval = words[:1].lower() + words[1:]
        self._window.messages.tell(told.format(interval=interval, start=start))


def _ask_in_time(library: Library, usual: int) -> None:
    """Have the sources without a time of their own asked as is usual from now on."""
    for each in library.sources():
        source = library.source(each.address) if each.followed else None
        if source is None or source.choices.every is not None:
            continue
        minutes = interval(source.choices, usual)
        if minutes and source.checked_at is not None and not source.failures:
            again = source.checked_at + timedelta(minutes=minutes)
            library.put_off(source.address, source.checked_at, again)
