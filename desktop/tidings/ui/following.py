"""The sources that the reader follows: added, taken away, brought along and handed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from tidings.document import Edition, FeedLink
from tidings.extract import (
    SourceKind,
    Subscription,
    SubscriptionList,
    UnreadableError,
    read_opml,
    write_opml,
)
from tidings.intake import Import, imported
from tidings.library import Library, NewSource
from tidings.library import SourceKind as Kind
from tidings.ui.desk import Desk
from tidings.ui.follow_dialog import FollowDialog
from tidings.ui.keeping import Keeping
from tidings.ui.listings import VIEWS
from tidings.ui.messages import Messages
from tidings.ui.refreshing import Refreshing
from tidings.ui.tasks import Tasks
from tidings.ui.window import MainWindow

LARGEST = 20_000_000
"""Bytes of a list of sources, at the most."""

_APART = " / "
"""Between the folders that a source lies in, for here a folder holds no others."""


class Following(QObject):
    """Connects the commands about sources with the library."""

    def __init__(
        self,
        desk: Desk,
        keeping: Keeping,
        tasks: Tasks,
        refreshing: Refreshing,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._keeping = keeping
        self._tasks = tasks
        self._refreshing = refreshing
        self._window = window
        self._removed: list[tuple[str, str]] = []
        """The addresses and titles of what was removed, the last one last."""
        refreshing.done.connect(desk.take_news)

    @property
    def _messages(self) -> Messages:
        return self._window.messages

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {
            "refresh": self._refreshing.toggle,
            "follow-source": self.toggle,
            "remove-source": self.remove,
            "restore-source": self.restore,
            "import-sources": self._ask_for_list,
            "export-sources": self._ask_where_to,
        }

    def toggle(self) -> None:
        """Follow what is open from now on, or no longer; ask what, where it names feeds."""
        edition = self._desk.edition
        if edition is None or not edition.address.startswith(("http://", "https://")):
            self._messages.tell(_("Only what is open from the web can be followed."))
            return
        page = _page_of(edition)
        feeds = [_feed_of(feed, page.title) for feed in edition.feeds]

        def known(library: Library) -> tuple[NewSource | None]:
            """What of it is followed already."""
            for source in (page, *feeds):
                found = library.source(source.address)
                if found is not None and found.choices.followed:
                    return (replace(source, title=found.title),)
            return (None,)

        def chosen(number: int) -> None:
            if number < 0:
                self._follow(page)
            else:
                self._follow(replace(feeds[number], named_by=page.address))

        def go_on(found: tuple[NewSource | None]) -> None:
            if found[0] is not None:
                self._unfollow(found[0])
            elif not feeds:
                self._follow(page)
            else:
                self._ask_what(edition.feeds, chosen)

        self._keeping.do(known, go_on)

    def _ask_what(self, feeds: tuple[FeedLink, ...], then: Callable[[int], None]) -> None:
        dialog = FollowDialog(feeds, self._window)
        dialog.chosen.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _follow(self, source: NewSource) -> None:
        def followed(_new: bool) -> None:
            words = _("Followed: {title}. Tidings looks for new stories there from now on.")
            self._messages.tell(words.format(title=source.title))
            self._desk.show_shelves()
            if source.named_by:
                # A feed of the page has not been asked yet.
                self._refreshing.refresh(by_hand=False)

        self._keeping.do(lambda library: library.follow(source), followed)

    def _unfollow(self, source: NewSource) -> None:
        def unfollow(library: Library) -> bool:
            known = library.source(source.address)
            if known is not None:
                library.choose(source.address, replace(known.choices, followed=False))
            return True

        def unfollowed(_done: bool) -> None:
            words = _("Not followed any more: {title}. Its stories stay.")
            self._messages.tell(words.format(title=source.title))
            self._desk.show_shelves()

        self._keeping.do(unfollow, unfollowed)

    def remove(self) -> None:
        """Take away the source that the pane stands on, with what only it has."""
        address, title = self._window.sources.current
        if not address or address in VIEWS:
            self._messages.tell(_("This is no source, so it cannot be removed."))
            return

        def removed(_done: bool) -> None:
            self._removed.append((address, title))
            words = _("Removed: {title}. Its saved stories stay. Ctrl+Z brings it back.")
            self._messages.tell(words.format(title=title))
            self._desk.show_shelves()

        def remove(library: Library) -> bool:
            library.remove_source(address, datetime.now().astimezone())
            return True

        self._keeping.do(remove, removed)

    def restore(self) -> None:
        """Bring the source back that was removed last."""
        if not self._removed:
            self._messages.tell(_("There is no removed source to bring back."))
            return
        address, title = self._removed.pop()

        def restore(library: Library) -> bool:
            library.restore_source(address)
            return True

        def restored(_done: bool) -> None:
            self._messages.tell(_("Brought back: {title}").format(title=title))
            self._desk.show_shelves()

        self._keeping.do(restore, restored)

    # --- lists of sources ------------------------------------------------------------------

    def _ask_for_list(self) -> None:
        dialog = QFileDialog(self._window, _("Import sources"), "", _filters())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        # Else Delete in its list of files would delete them.
        dialog.setOption(QFileDialog.Option.ReadOnly)
        dialog.fileSelected.connect(lambda name: self.import_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def import_file(self, path: Path) -> None:
        """Follow the sources of a list that are not followed already."""

        def read() -> SubscriptionList:
            if path.stat().st_size > LARGEST:
                raise UnreadableError(_("{file} is too large for a list of sources."))
            return read_opml(path.read_bytes())

        def failed(error: Exception) -> None:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            words = _("{file} could not be imported: {reason}")
            self._messages.tell(words.format(file=path.name, reason=reason))

        self._tasks.at_once(read, self._take, failed)

    def _take(self, found: SubscriptionList) -> None:
        def add(library: Library) -> Import:
            plan = imported(found, _subscriptions(library))
            library.follow_all(_new_source(each) for each in plan.new)
            return plan

        def added(plan: Import) -> None:
            self._messages.tell(plan.told)
            self._desk.show_shelves()
            if plan.new:
                self._refreshing.refresh(by_hand=False)

        self._keeping.do(add, added)

    def _ask_where_to(self) -> None:
        dialog = QFileDialog(self._window, _("Export sources"), "tidings.opml", _filters())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("opml")
        dialog.fileSelected.connect(lambda name: self.export_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_file(self, path: Path) -> None:
        """Write the sources that are followed into a list for other programs."""

        def write(sources: list[Subscription]) -> None:
            words = ngettext(
                "{n} source was written to {file}.",
                "{n} sources were written to {file}.",
                len(sources),
            )

            def failed(error: Exception) -> None:
                reason = error.strerror if isinstance(error, OSError) else str(error)
                told = _("{file} could not be written: {reason}.")
                self._messages.tell(told.format(file=path.name, reason=reason))

            self._tasks.at_once(
                lambda: path.write_bytes(write_opml(sources, "Tidings")),
                lambda _size: self._messages.tell(words.format(n=len(sources), file=path.name)),
                failed,
            )

        self._keeping.do(_subscriptions, write)


def _page_of(edition: Edition) -> NewSource:
    title = edition.section or edition.title or edition.address
    kind = Kind.FEED if edition.is_feed else Kind.PAGE
    return NewSource(edition.address, title, kind, named_by="")


def _feed_of(feed: FeedLink, page: str) -> NewSource:
    return NewSource(feed.url, feed.title or page, Kind.FEED)


def _subscriptions(library: Library) -> list[Subscription]:
    return [
        Subscription(
            source.title,
            source.address,
            tuple(part for part in source.folder.split(_APART) if part),
            SourceKind.FEED if source.kind is Kind.FEED else SourceKind.PAGE,
        )
        for source in library.sources()
        if source.followed
    ]


def _new_source(subscription: Subscription) -> NewSource:
    return NewSource(
        subscription.address,
        subscription.title,
        Kind.FEED if subscription.kind is SourceKind.FEED else Kind.PAGE,
        _APART.join(subscription.folder),
    )


def _filters() -> str:
    return _("Lists of sources (*.opml *.xml);;All files (*)")
