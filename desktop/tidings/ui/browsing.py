"""Going from page to page and story to story: the desk shown in the panes."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QObject, QPoint, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from tidings.document import Article, Edition, Position
from tidings.source import UNKNOWN_PAGE
from tidings.ui.article_rows import Row
from tidings.ui.desk import Desk
from tidings.ui.keeping import Keeping
from tidings.ui.marks import Mark
from tidings.ui.window import MainWindow, Pane

PLACE_DELAY = 250
"""Milliseconds that the caret must rest before its place is kept."""

_PATTERNS = "*.html *.htm *.xhtml *.mhtml *.mht *.zip *.epub *.xml *.rss *.atom *.json *.txt *.md"
"""Names of files that can be read."""

_SYSTEMS = ("mailto", "tel", "sms", "geo")
"""Kinds of links that the system has programs for."""


class Browsing(QObject):
    """Connects the desk with the panes of the window."""

    def __init__(self, desk: Desk, keeping: Keeping, window: MainWindow, undo_keys: str) -> None:
        """Connect them; ``undo_keys`` bring a removed story back, in words."""
        super().__init__(window)
        self._undo_keys = undo_keys
        self._desk = desk
        self._window = window
        self._goal: tuple[Pane, QWidget | None] | None = None
        """Where to go when what was asked for has come, and where it was asked for."""
        self._pending: Position | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PLACE_DELAY)
        self._rest.timeout.connect(self._keep_place)
        keeping.failed.connect(window.messages.warn)
        desk.opening.connect(self._opening)
        desk.settled.connect(self._settled)
        desk.edition_shown.connect(self._show_edition)
        desk.rows_shown.connect(self._show_rows)
        desk.rows_added.connect(self._add_rows)
        desk.rows_came.connect(self._insert_rows)
        desk.story_shown.connect(self._show_story)
        desk.nothing_shown.connect(window.view.show_message)
        desk.marks.changed.connect(self._show_mark)
        desk.removed.connect(self._removed)
        desk.shelves_shown.connect(window.sources.show_shelves)
        desk.told.connect(window.messages.tell)
        desk.came.connect(partial(window.messages.tell, of_itself=True))
        desk.waiting.connect(window.messages.tell_if_it_lasts)
        desk.warned.connect(window.messages.warn)
        window.list.chosen.connect(desk.show_story)
        window.list.opened.connect(self.open_story)
        window.list.more_wanted.connect(desk.load_more)
        window.list.rest_wanted.connect(desk.list_rest)
        window.list.end_wanted.connect(desk.list_to_end)
        desk.end_listed.connect(window.list.go_to_end)
        window.sources.chosen.connect(self._show_shelf)
        window.header.address_given.connect(self._open)
        window.header.search_given.connect(self._search)
        window.header.file_wanted.connect(self.open_file)
        window.view.link_activated.connect(self._follow_link)
        window.view.place_changed.connect(self._place_changed)

    def open_file(self) -> None:
        """Ask for a file and open it."""
        dialog = QFileDialog(
            self._window,
            _("Open a page"),
            "",
            _("Pages, feeds, books and texts ({patterns});;All files (*)").format(
                patterns=_PATTERNS
            ),
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        # Else Delete in its list of files would delete them.
        dialog.setOption(QFileDialog.Option.ReadOnly)
        dialog.fileSelected.connect(self._open)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_story(self, article: str) -> None:
        """Go to a story in the reading view."""
        if not article:
            self._window.messages.tell(_("No story is chosen."))
            return
        self._desk.show_story(article)
        self._window.go_to_pane(Pane.READING)

    def open_headline(self, address: str, page: str) -> None:
        """Open the story of a headline that stands on a page."""
        self._open(address, page)

    def keep_last_place(self) -> None:
        """Keep the caret's place now, before the window closes."""
        self._keep_place()

    # --- pages and lists -------------------------------------------------------------------

    def _open(self, source: str, named_by: str = "") -> None:
        # "-" is for the command line: a window has no standard input to read.
        if source in ("", "-"):
            self._window.messages.tell(_("Type a web address, or the name of a file."))
            return
        self._expect(Pane.READING)
        self._desk.open(source, named_by)

    def open_from_outside(self, source: str) -> None:
        """Open what was asked for beside the window."""
        self._expect(Pane.READING)
        self._desk.open(source)

    def _show_shelf(self, key: str) -> None:
        self._expect(Pane.LIST)
        self._desk.show_shelf(key)

    def _search(self, words: str) -> None:
        self._expect(Pane.LIST)
        self._desk.search(words)

    def _follow_link(self, address: str) -> None:
        scheme = QUrl(address).scheme()
        if scheme in ("http", "https", "file"):
            story = self._window.view.article
            page = self._desk.page_of(story.id) if story is not None else ""
            self._open(address, page or UNKNOWN_PAGE)
        elif scheme not in _SYSTEMS or not QDesktopServices.openUrl(QUrl(address)):
            self._window.messages.tell(
                _("This link leads to nothing that can be opened: {address}").format(
                    address=address
                )
            )

    def _expect(self, pane: Pane) -> None:
        """Go to a pane once what is asked for has come, unless the reader has gone elsewhere."""
        self._goal = pane, self._window.focusWidget()

    def _settled(self, has_come: bool) -> None:
        goal, self._goal = self._goal, None
        focused = self._window.focusWidget()
        if goal is not None and has_come and focused is goal[1]:
            self._window.go_to_pane(goal[0])
        elif focused in (None, self._window):
            self._window.go_to_pane(Pane.READING)

    def _opening(self, source: str) -> None:
        self._window.messages.tell_if_it_lasts(_("Opening {source}").format(source=source))
        if self._desk.article is None:
            self._window.view.show_message(_("Opening the page"), source, quietly=True)

    def _show_edition(self, edition: Edition | None) -> None:
        window = self._window
        window.skip_links.show_links(
            edition.skip_links_label if edition else "", edition.skip_links if edition else ()
        )
        more = edition.load_more if edition else None
        window.list.offer_more(more.text if more else "")
        if edition is not None:
            window.header.show_address(edition.address)
        window.order_tabs()

    def _show_rows(self, title: str, rows: tuple[Row, ...]) -> None:
        self._window.list.show_rows(title, rows, self._desk.beyond)
        in_hand = self._desk.article
        if in_hand is not None:
            self._window.list.go_to(in_hand.id)
        self._window.setWindowTitle(f"{title} – Tidings" if title else "Tidings")

    def _add_rows(self, title: str, rows: tuple[Row, ...]) -> None:
        self._window.list.append_rows(title, rows, self._desk.beyond)

    def _insert_rows(
        self, title: str, places: tuple[tuple[int, tuple[Row, ...]], ...], anew: tuple[Row, ...]
    ) -> None:
        self._window.list.insert_rows(title, places, anew, self._desk.beyond)

    # --- stories ---------------------------------------------------------------------------

    def _show_story(self, article: Article, position: Position | None, quietly: bool) -> None:
        view = self._window.view
        if view.article is not article:
            self._keep_place()
            view.show_article(article, quietly=quietly)
        if position is not None:
            view.go_to(position)
        # That was not the reader's going: a place that was found is not the one they left.
        self._pending = None
        self._rest.start()
        self._window.list.go_to(article.id)

    def _show_mark(self, article: str, mark: Mark) -> None:
        self._window.list.mark(article, read=mark.read, saved=mark.saved, changed=mark.changed)

    def _removed(self, article: str, name: str) -> None:
        self._window.list.remove(article)
        current = self._window.list.current
        undo = _("{keys} brings it back.").format(keys=self._undo_keys) if self._undo_keys else ""
        if current:
            self._desk.show_story(current)
        else:
            self._window.view.show_message(_("No story is left here"), undo)
        self._window.messages.tell(_("Removed: {title}.").format(title=name) + f" {undo}".rstrip())

    def _place_changed(self, position: Position) -> None:
        self._pending = position
        self._rest.start()

    def _keep_place(self) -> None:
        """Keep where the reader has come to rest; at the end of a story it is read."""
        self._rest.stop()
        position, self._pending = self._pending, None
        if position is not None:
            self._desk.marks.keep_place(position)
        view = self._window.view
        # In the list the arrows only pass by.
        if view.article is not None and self._window.focusWidget() is view and self._end_is_seen():
            self._desk.finish(view.article.id)

    def _end_is_seen(self) -> bool:
        view = self._window.view
        corner = QPoint(view.viewport().width() - 1, view.viewport().height() - 1)
        return view.cursorForPosition(corner).atEnd()
