"""The sources arranged by the reader: named, put into folders, asked and watched as wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from gettext import gettext as _

from PySide6.QtCore import QObject

from tidings.intake import usual_watch_words
from tidings.library import Library, LibraryError, Source, SourceChoices, View
from tidings.ui.asking import interval
from tidings.ui.desk import Desk
from tidings.ui.keeping import Keeping
from tidings.ui.listings import VIEWS
from tidings.ui.refreshing import Refreshing
from tidings.ui.shelving import Shelving
from tidings.ui.source_dialog import SourceDialog, SourceSheet, SourceWish
from tidings.ui.source_words import state_words
from tidings.ui.window import MainWindow

_OF_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class _Found:
    """What the library knows of a source that is to be shown."""

    source: Source
    folders: tuple[str, ...]
    words: str


class Arranging(QObject):
    """Connects the commands about one source with the library."""

    def __init__(
        self, desk: Desk, keeping: Keeping, refreshing: Refreshing, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._keeping = keeping
        self._refreshing = refreshing
        self._window = window
        self._shelving = Shelving(desk, keeping, window)
        self._dialog: tuple[SourceDialog, str] | None = None
        """The dialog that is open, and the address of its source."""
        refreshing.done.connect(self._show_state)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {"source-choices": self.open, **self._shelving.table()}

    def use(self, settings: Mapping[str, str]) -> None:
        """Take over what was kept."""
        self._shelving.use(settings)

    def open(self) -> None:
        """Ask what is wanted of the source that the pane stands on, or of that which is open.

        Of a folder in the pane, ask what it is to be called.
        """
        folder = self._window.sources.current_folder
        if folder and self._window.sources.view.hasFocus():
            self._shelving.rename(folder)
            return
        address = self._address()
        if not address:
            words = _("This is no source. Go to one in the list of sources, or open a story of it.")
            self._window.messages.tell(words)
            return
        self._keeping.do(lambda library: _find(library, address), self._open)

    def _address(self) -> str:
        pane = self._window.sources
        if pane.view.hasFocus():
            address, _title = pane.current
            return "" if address in VIEWS else address
        edition, story = self._desk.edition, self._desk.article
        if edition is not None:
            return edition.address
        return self._desk.page_of(story.id) if story is not None else ""

    def _open(self, found: _Found) -> None:
        if self._dialog is not None:
            # The key was pressed twice.
            return
        source = found.source
        sheet = SourceSheet(
            source,
            found.folders,
            self._refreshing.usual,
            found.words,
            self._state_of(source),
            from_web=source.address.startswith(_OF_WEB),
        )
        dialog = SourceDialog(sheet, self._window.messages, self._window)
        self._dialog = dialog, source.address
        dialog.taken.connect(lambda wish: self._take(source, wish))
        dialog.ask_wanted.connect(lambda: self._ask(source.address))
        dialog.finished.connect(self._forget_dialog)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _state_of(self, source: Source) -> str:
        return state_words(source, self._refreshing.usual, _now())

    # --- what was chosen -------------------------------------------------------------------

    def _take(self, before: Source, wish: SourceWish) -> None:
        """Keep what was changed, and only that: more may have come to be known meanwhile."""
        usual = self._refreshing.usual

        def keep(library: Library) -> tuple[str, bool]:
            known = _source(library, before.address)
            choices = _changed(known.choices, before.choices, wish.choices)
            own_name = "" if before.title == before.page_title else before.title
            is_new = (choices, wish.folder) != (known.choices, known.folder)
            if choices != known.choices:
                library.choose(known.address, choices)
                _ask_in_time(library, known, choices, usual)
            if wish.name != own_name:
                library.rename_source(known.address, wish.name)
                is_new = True
            if wish.folder != known.folder:
                library.move_source(known.address, wish.folder)
            return wish.name or known.page_title, is_new

        def kept(name: str, is_new: bool) -> None:
            if is_new:
                words = _("Kept what you chose for {title}.")
                self._window.messages.tell(words.format(title=name))
                self._desk.show_shelves()

        self._keeping.do(keep, lambda found: kept(*found))

    # --- asking ----------------------------------------------------------------------------

    def _ask(self, address: str) -> None:
        def go_on(source: Source) -> None:
            if self._refreshing.is_under_way:
                self._window.messages.tell(_("The sources are being asked just now."))
            elif source.not_before is not None and source.not_before > _now():
                self._window.messages.tell(self._state_of(source))
            else:
                self._refreshing.refresh(by_hand=True, only=address)

        self._keeping.do(lambda library: _source(library, address), go_on)

    def _show_state(self) -> None:
        """Say anew in the dialog how its source is, once it has been asked."""
        if self._dialog is None:
            return
        dialog, address = self._dialog

        def show(found: tuple[Source | None]) -> None:
            source = found[0]
            if self._dialog is None or self._dialog[0] is not dialog or source is None:
                return
            dialog.show_state(self._state_of(source))
            if source.error:
                self._window.messages.tell(source.error)

        self._keeping.do(lambda library: (library.source(address),), show)


def _find(library: Library, address: str) -> _Found:
    source = _source(library, address)
    folders = dict.fromkeys(each.folder for each in library.sources() if each.folder)
    stories = library.summaries(View.SOURCE, address, limit=1)
    return _Found(source, tuple(folders), _words_for(stories[0].language) if stories else "")


def _source(library: Library, address: str) -> Source:
    source = library.source(address)
    if source is None:
        raise LibraryError(
            _("This source is not in the library any more, so nothing was changed. Open it again.")
        )
    return source


def _changed(known: SourceChoices, before: SourceChoices, wished: SourceChoices) -> SourceChoices:
    """Return the choices that are known, with what is wished otherwise than before."""
    names = (field.name for field in fields(SourceChoices))
    changes = {
        name: getattr(wished, name)
        for name in names
        if getattr(wished, name) != getattr(before, name)
    }
    return replace(known, **changes)


def _ask_in_time(library: Library, source: Source, choices: SourceChoices, usual: int) -> None:
    """Have a source asked at the time that its new choices mean, where it is not in trouble."""
    was, checked_at = source.choices, source.checked_at
    minutes = interval(choices, usual)
    if checked_at is None:
        # It is asked at the next opportunity.
        return
    if choices.followed and not was.followed:
        library.put_off(source.address, checked_at, _now())
    elif choices.every != was.every and minutes and not source.failures:
        library.put_off(source.address, checked_at, checked_at + timedelta(minutes=minutes))


def _words_for(language: str) -> str:
    try:
        return usual_watch_words(language)
    except (OSError, ValueError):
        # Nothing is offered then; words can still be typed.
        return ""


def _now() -> datetime:
    return datetime.now().astimezone()
