"""Marking a source to be watched for what breaks."""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QObject

from tidings.library import Library, Source
from tidings.ui.asking import interval
from tidings.ui.desk import Desk
from tidings.ui.keeping import Keeping
from tidings.ui.listings import VIEWS
from tidings.ui.refreshing import Refreshing
from tidings.ui.window import MainWindow


class Marking(QObject):
    """Has the source in hand watched, or no longer."""

    def __init__(
        self, desk: Desk, keeping: Keeping, refreshing: Refreshing, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._keeping = keeping
        self._refreshing = refreshing
        self._window = window

    def toggle(self) -> None:
        """Watch the source on which the list of sources stands, or else the open one."""
        address = self._address()

        def change(library: Library) -> tuple[Source | None]:
            source = library.source(address)
            if source is None or not source.choices.followed:
                return (None,)
            choices = replace(source.choices, watch_breaking=not source.choices.watch_breaking)
            library.choose(address, choices)
            return (replace(source, choices=choices),)

        self._keeping.do(change, self._changed)

    def _address(self) -> str:
        sources = self._window.sources
        chosen = sources.current[0]
        if sources.view.hasFocus() and chosen and chosen not in VIEWS:
            return chosen
        return self._desk.edition.address if self._desk.edition else ""

    def _changed(self, found: tuple[Source | None]) -> None:
        (source,) = found
        if source is None:
            words = _("Only a source that is followed can be watched for breaking news.")
        elif source.choices.watch_breaking:
            every = interval(source.choices, self._refreshing.usual)
            words = ngettext(
                "Watched for breaking news: {title}. It is asked every minute.",
                "Watched for breaking news: {title}. It is asked every {n} minutes.",
                every,
            )
            if not every:
                words = _("Watched for breaking news: {title}. It is asked by hand alone.")
            words = words.format(title=source.title, n=every)
            self._refreshing.refresh(by_hand=False)
        else:
            words = _("Not watched for breaking news any more: {title}.").format(title=source.title)
        self._window.messages.tell(words)
