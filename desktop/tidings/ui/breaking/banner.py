"""The headlines above all else, and what the reader does with them."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from tidings.document import BreakingNews, NewsItem
from tidings.intake.headlines import Headline
from tidings.source import UNKNOWN_PAGE
from tidings.ui.breaking.watch import AT_ONCE, BreakingWatch
from tidings.ui.desk import Desk
from tidings.ui.listening import Listening
from tidings.ui.window import MainWindow, Pane


class BreakingBanner(QObject):
    """Connects the bar, and the keys for what breaks, with what is watched for.

    A headline that was heard to its end at the reader's wish, or opened, counts as read and
    goes. ``open_address`` opens one by its address, as the page with the other address names it.
    """

    def __init__(
        self,
        watch: BreakingWatch,
        listening: Listening,
        desk: Desk,
        open_address: Callable[[str, str], None],
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._watch = watch
        self._listening = listening
        self._open_address = open_address
        self._window = window
        self._shown: tuple[Headline, ...] = ()
        self._last: Headline | None = None
        """The one that was told last."""
        self._heard: Headline | None = None
        """The one that the reader wanted to hear last."""
        self._under_way: Headline | None = None
        """The one that is being opened."""
        self._leaving: Headline | None = None
        """One that was heard, and goes when the focus has left it."""
        watch.changed.connect(self._show)
        watch.announced.connect(self._told)
        desk.edition_shown.connect(watch.show_page)
        desk.settled.connect(self._settled)
        listening.headline_heard.connect(self._heard_out)
        bar = window.breaking
        bar.opened.connect(lambda item: self.open(self._headline_of(item)))
        bar.hear_wanted.connect(lambda item: self._hear(self._headline_of(item)))
        bar.put_off.connect(lambda item: self._put_off(self._headline_of(item)))
        bar.dismissed.connect(lambda item: self._drop(self._headline_of(item)))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_changed)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {
            "hear-breaking": lambda: self._with(self._watch.ask() or self._last, self._hear),
            "open-breaking": lambda: self._with(self._meant(), self.open),
            "put-off-breaking": lambda: self._with(self._meant(), self._put_off),
            "drop-breaking": lambda: self._with(self._meant(), self._drop),
        }

    def open(self, headline: Headline) -> None:
        """Open the story of a headline."""
        self._last = headline
        if not headline.url:
            words = _("This headline leads to no story: {headline}")
            self._window.messages.tell(words.format(headline=headline.text))
            return
        self._under_way = headline
        self._open_address(headline.url, headline.page or UNKNOWN_PAGE)

    # --- what is shown ---------------------------------------------------------------------

    def _show(self) -> None:
        watch, window, bar = self._watch, self._window, self._window.breaking
        of_page, of_sources = watch.of_page, watch.of_sources
        shown = (*of_page, *of_sources[-AT_ONCE:])
        waiting = max(0, len(of_sources) - AT_ONCE)
        self._shown = shown
        items = tuple(NewsItem(headline.text, headline.url) for headline in shown)
        label = watch.label if not of_sources else ""
        if not items and bar.isAncestorOf(window.focusWidget()):
            # Before it is hidden: that would hand the focus to whatever comes next.
            window.go_to_pane(Pane.READING)
        if bar.show_news(BreakingNews(label, items) if items else None, waiting):
            window.skip_links.offer_breaking(bool(items))
            window.order_tabs()

    def _headline_of(self, item: NewsItem) -> Headline:
        wanted = Headline(item.text, item.url)
        return next((each for each in self._shown if each == wanted), wanted)

    # --- the reader's keys -----------------------------------------------------------------

    def _meant(self) -> Headline | None:
        """Return the headline that has the focus, else the one told last, else the newest."""
        item = self._window.breaking.focused
        if item is not None:
            return self._headline_of(item)
        # Also one that was heard to its end, and is shown no more: it is what they know of.
        return self._last or (self._shown[-1] if self._shown else None)

    def _with(self, headline: Headline | None, do: Callable[[Headline], None]) -> None:
        if headline is None:
            self._window.messages.tell(_("There is no breaking news."))
        else:
            do(headline)

    def _hear(self, headline: Headline) -> None:
        self._last = self._heard = headline
        self._watch.heard(headline)
        words = _("Breaking news: {headline}").format(headline=headline.text)
        if self._listening.hear_headline(headline.text, headline.language):
            # The voice that reads stories says it: nobody else is to.
            self._window.messages.note(words)
        else:
            self._window.messages.tell(words)

    def _put_off(self, headline: Headline) -> None:
        self._forget(headline)
        self._watch.put_off(headline)
        words = _("Put off for half an hour: {headline}")
        self._window.messages.tell(words.format(headline=headline.text))

    def _drop(self, headline: Headline) -> None:
        self._forget(headline)
        self._watch.take_away(headline)
        words = _("This headline will not be shown again: {headline}")
        self._window.messages.tell(words.format(headline=headline.text))

    def _forget(self, headline: Headline) -> None:
        """Say and open it no more by the keys without a headline of their own."""
        if self._last == headline:
            self._last = None

    # --- what comes of it ------------------------------------------------------------------

    def _told(self, headline: Headline, _more: int) -> None:
        self._last = headline

    def _heard_out(self, text: str) -> None:
        headline, self._heard = self._heard, None
        if headline is None or headline.text != text:
            return
        focused = self._window.breaking.focused
        if focused is not None and self._headline_of(focused) == headline:
            self._leaving = headline
        else:
            self._watch.take_away(headline)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        leaving = self._leaving
        # Another program in front is not another place.
        if leaving is None or new is None:
            return
        focused = self._window.breaking.focused
        if focused is None or self._headline_of(focused) != leaving:
            self._leaving = None
            self._watch.take_away(leaving)

    def _settled(self, has_come: bool) -> None:
        opened, self._under_way = self._under_way, None
        if opened is not None and has_come:
            self._forget(opened)
            self._watch.take_away(opened)
