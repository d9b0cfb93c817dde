"""Going from page to page and story to story: the desk shown in the panes."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFileDialog

from tidings.document import Article, BreakingNews, Edition, Position
from tidings.source import fetch_picture
from tidings.ui.article_list import Row
from tidings.ui.desk import Desk
from tidings.ui.reading import Landmark, ReadingView
from tidings.ui.tasks import Tasks
from tidings.ui.window import MainWindow, Pane

PLACE_DELAY = 250
"""Milliseconds that the caret must rest before its place is kept."""


class Browsing(QObject):
    """Connects the desk with the panes of the window."""

    def __init__(self, desk: Desk, window: MainWindow, tasks: Tasks) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._tasks = tasks
        self._dismissed: set[str] = set()
        self._pending: Position | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PLACE_DELAY)
        self._rest.timeout.connect(self._keep_place)
        desk.opening.connect(self._opening)
        desk.edition_shown.connect(self._show_edition)
        desk.rows_shown.connect(self._show_rows)
        desk.rows_added.connect(window.list.append_rows)
        desk.story_shown.connect(self._show_story)
        desk.nothing_shown.connect(window.view.show_message)
        desk.marked.connect(
            lambda article, read, saved: window.list.mark(article, read=read, saved=saved)
        )
        desk.removed.connect(self._removed)
        desk.shelves_shown.connect(window.sources.show_shelves)
        desk.told.connect(window.messages.tell)
        window.list.chosen.connect(desk.show_story)
        window.list.opened.connect(self._open_story)
        window.list.more_wanted.connect(desk.load_more)
        window.sources.chosen.connect(self._show_shelf)
        window.header.address_given.connect(desk.open)
        window.header.search_given.connect(self._search)
        window.header.file_wanted.connect(self.open_file)
        window.breaking.opened.connect(desk.open)
        window.breaking.dismissed.connect(self._dismiss)
        window.view.link_activated.connect(self._follow_link)
        window.view.place_changed.connect(self._place_changed)
        window.view.pictures_wanted.connect(self._fetch_pictures)
        window.view.no_more.connect(self._no_more)
        window.find_bar.wanted.connect(self._find)
        window.find_bar.closed.connect(self._close_find)

    def open_file(self) -> None:
        """Ask for a file and open it."""
        name, _kind = QFileDialog.getOpenFileName(
            self._window,
            _("Open a page"),
            "",
            _("Pages and texts (*.html *.htm *.xhtml *.txt);;All files (*)"),
        )
        if name:
            self._desk.open(name)

    def close_find(self) -> bool:
        """Close the find bar; tell whether it was open."""
        was_open = self._window.find_bar.isVisible()
        if was_open:
            self._close_find()
        return was_open

    def keep_last_place(self) -> None:
        """Keep the caret's place now, before the window closes."""
        self._keep_place()

    # --- pages -----------------------------------------------------------------------------

    def _opening(self, source: str) -> None:
        self._window.messages.tell(_("Opening {source}").format(source=source))
        if self._desk.article is None:
            self._window.view.show_message(_("Opening the page"), source)

    def _show_edition(self, edition: Edition | None) -> None:
        window = self._window
        window.skip_links.show_links(
            edition.skip_links_label if edition else "", edition.skip_links if edition else ()
        )
        news = edition.breaking if edition else None
        if news is not None:
            items = tuple(item for item in news.items if item.text not in self._dismissed)
            news = BreakingNews(news.label, items)
        window.breaking.show_news(news)
        more = edition.load_more if edition else None
        window.list.offer_more(more.text if more else "")
        if edition is not None:
            window.header.show_address(edition.address)
            name = edition.section or edition.title
            window.setWindowTitle(f"{name} – Tidings" if name else "Tidings")
        else:
            window.setWindowTitle("Tidings")
        window.order_tabs()

    def _show_rows(self, title: str, rows: tuple[Row, ...]) -> None:
        self._window.list.show_rows(title, rows)

    def _show_shelf(self, key: str) -> None:
        self._desk.show_shelf(key)
        self._window.go_to_pane(Pane.LIST)

    def _search(self, words: str) -> None:
        self._desk.search(words)
        self._window.go_to_pane(Pane.LIST)

    def _dismiss(self, headline: str) -> None:
        self._dismissed.add(headline)
        had_focus = self._window.breaking.isAncestorOf(self._window.focusWidget())
        self._show_edition(self._desk.edition)
        if had_focus:
            self._window.go_to_pane(Pane.READING)

    def _follow_link(self, address: str) -> None:
        # Pages are opened here; what is no page goes to the system.
        if QUrl(address).scheme() in ("http", "https", "file"):
            self._desk.open(address)
        else:
            QDesktopServices.openUrl(QUrl(address))

    # --- stories ---------------------------------------------------------------------------

    def _show_story(self, article: Article, position: Position | None) -> None:
        view = self._window.view
        if view.article is not article:
            self._keep_place()
            view.show_article(article)
            if position is not None:
                view.go_to(position)
        elif position is not None:
            view.go_to(position)
        self._window.list.go_to(article.id)

    def _open_story(self, article: str) -> None:
        self._desk.show_story(article)
        self._window.go_to_pane(Pane.READING)

    def _removed(self, article: str) -> None:
        self._window.list.remove(article)
        current = self._window.list.current
        if current:
            self._desk.show_story(current)
        else:
            self._window.view.show_message(
                _("No story is left here"), _("Ctrl+Z brings back the one you removed last.")
            )

    def _place_changed(self, position: Position) -> None:
        self._pending = position
        self._rest.start()

    def _keep_place(self) -> None:
        self._rest.stop()
        position, self._pending = self._pending, None
        if position is None:
            return
        self._desk.keep_place(position)
        article = self._desk.stories.article(position.article)
        if article is not None and position.block == len(article.blocks) - 1 > 0:
            self._desk.set_read(position.article, True)

    def _fetch_pictures(self, addresses: list[str]) -> None:
        view = self._window.view
        for address in addresses:
            self._fetch_picture(view, address)

    def _fetch_picture(self, view: ReadingView, address: str) -> None:
        def fetched(image: QImage) -> None:
            if image.isNull():
                view.picture_failed(address)
            else:
                view.set_picture(address, image)

        self._tasks.at_once(
            lambda: QImage.fromData(fetch_picture(address)),
            fetched,
            lambda _error: view.picture_failed(address),
        )

    # --- finding ---------------------------------------------------------------------------

    def _no_more(self, landmark: Landmark) -> None:
        words = {
            Landmark.HEADING: _("No more headings that way."),
            Landmark.PARAGRAPH: _("No more paragraphs that way."),
            Landmark.PICTURE: _("No more pictures that way."),
            Landmark.LINK: _("No more links that way."),
            Landmark.LIST: _("No more lists that way."),
            Landmark.QUOTE: _("No more quotes that way."),
            Landmark.TABLE: _("No more tables that way."),
        }
        self._window.messages.tell(words[landmark])

    def _find(self, words: str, backwards: bool) -> None:
        view = self._window.view
        flags = QTextDocument.FindFlag.FindBackward if backwards else QTextDocument.FindFlag(0)
        if view.find(words, flags):
            return
        # Once round: from the other end of the story.
        caret = view.textCursor()
        end = QTextCursor.MoveOperation.End if backwards else QTextCursor.MoveOperation.Start
        view.moveCursor(end)
        if not view.find(words, flags):
            view.setTextCursor(caret)
            self._window.messages.tell(_("“{words}” is not in this story.").format(words=words))

    def _close_find(self) -> None:
        self._window.find_bar.hide()
        self._window.go_to_pane(Pane.READING)
