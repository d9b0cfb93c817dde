"""Sources to begin with: offered to somebody who follows none, and followed if they wish."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QObject

from tidings.extract import SourceKind
from tidings.intake import Suggestion
from tidings.library import Library, NewSource
from tidings.library import SourceKind as Kind
from tidings.ui.desk import Desk
from tidings.ui.keeping import Keeping
from tidings.ui.refreshing import Refreshing
from tidings.ui.suggestions_dialog import SuggestionsDialog
from tidings.ui.tasks import Tasks
from tidings.ui.window import MainWindow

_log = logging.getLogger(__name__)

Load = Callable[[], tuple[Suggestion, ...]]


class Suggesting(QObject):
    """Connects the list of suggestions with the library.

    ``own_languages`` are the reader's (BCP 47), the best first: theirs are offered before
    others. ``load`` reads the list; it may raise what it likes.
    """

    def __init__(
        self,
        desk: Desk,
        keeping: Keeping,
        tasks: Tasks,
        refreshing: Refreshing,
        window: MainWindow,
        own_languages: Sequence[str],
        load: Load,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._keeping = keeping
        self._tasks = tasks
        self._refreshing = refreshing
        self._window = window
        self._own_languages = own_languages
        self._is_open = False
        self.load = load
        window.sources.offer.clicked.connect(self.open)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {"suggest-sources": self.open}

    def open(self) -> None:
        """Offer the sources of the list."""

        def loaded(suggestions: tuple[Suggestion, ...]) -> None:
            if suggestions:
                none: list[str] = []
                self._keeping.do(_followed, lambda found: self._offer(suggestions, found), none)
            else:
                self._window.messages.tell(_cannot())

        def failed(error: Exception) -> None:
            _log.error("the list of sources to begin with", exc_info=error)
            self._window.messages.tell(_cannot())

        self._tasks.at_once(self.load, loaded, failed)

    def _offer(self, suggestions: tuple[Suggestion, ...], followed: list[str]) -> None:
        if self._is_open:
            # The key was pressed twice.
            return
        self._is_open = True
        dialog = SuggestionsDialog(
            suggestions, followed, self._own_languages, self._window.messages, self._window
        )
        dialog.chosen.connect(self._follow)
        dialog.finished.connect(self._closed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _closed(self) -> None:
        self._is_open = False

    def _follow(self, chosen: tuple[Suggestion, ...]) -> None:
        def followed(count: int) -> None:
            words = ngettext(
                "You follow {n} more source. Tidings looks for stories there now.",
                "You follow {n} more sources. Tidings looks for stories there now.",
                count,
            )
            self._window.messages.tell(words.format(n=count))
            self._desk.show_shelves()
            self._refreshing.refresh(by_hand=False)

        self._keeping.do(
            lambda library: library.follow_all(_new_source(each) for each in chosen), followed
        )


def _followed(library: Library) -> list[str]:
    return [source.address for source in library.sources() if source.followed]


def _new_source(suggestion: Suggestion) -> NewSource:
    kind = Kind.FEED if suggestion.kind is SourceKind.FEED else Kind.PAGE
    return NewSource(suggestion.address, suggestion.title, kind)


def _cannot() -> str:
    return _(
        "The list of sources to begin with cannot be read. "
        "Open a page by its address instead, and follow it."
    )
