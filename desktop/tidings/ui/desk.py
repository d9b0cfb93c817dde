"""The reader's desk: pages and views are brought to it, and stories read on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QObject, Signal

from tidings.document import Edition
from tidings.intake import LoadedMore
from tidings.library import ArticleState, Library
from tidings.ui.day import Day
from tidings.ui.growing import Growing, Growth
from tidings.ui.keeping import Keeping
from tidings.ui.list_choice import ListChoice
from tidings.ui.listings import VIEWS, Listing, bare_listing, list_found, list_page, list_view, row
from tidings.ui.marks import Marks
from tidings.ui.pages import Pages
from tidings.ui.stories import Stories

Pick = Callable[[Sequence[str]], str]
"""Chooses which story of a list is taken in hand; the first where it names none of them."""


class Desk(Growing):
    """Opens pages and views, and lists their stories.

    The one place where it changes what is listed; the window follows its signals.
    """

    opening = Signal(str)
    waiting = Signal(str)
    """What is under way, in words."""

    def __init__(
        self,
        pages: Pages,
        keeping: Keeping,
        marks: Marks,
        stories: Stories,
        day: Day,
        is_read: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        """``is_read`` tells whether a story is being read aloud: it says on what it said."""
        super().__init__(keeping, marks, stories, day, is_read, parent)
        self._pages = pages
        self._loading: Edition | None = None
        self.choice = ListChoice()
        """How lists are made from now on."""

    # --- pages -----------------------------------------------------------------------------

    def go_on(self, otherwise: str) -> None:
        """Open the page where the reader left off; ``otherwise`` where they never were."""
        wish = self._next_wish()

        def found(edition: Edition | None, article: str) -> None:
            if edition is None:
                self.open(otherwise)
            else:
                self._found(wish, edition, lambda _ids: article, article)

        self._pages.find_last(found)

    def open(self, source: str, named_by: str = "") -> None:
        """Open a page; what is on the desk stays until it has come.

        ``named_by`` is the address of the page that it stands on, empty where the reader
        typed it.
        """
        wish = self._next_wish()
        self.opening.emit(source)

        def failed(sentence: str) -> None:
            self.told.emit(sentence)
            if wish == self._wish:
                if self.article is None:
                    self.nothing_shown.emit(_("The page could not be opened"), sentence)
                self.settled.emit(False)

        self._pages.open(source, partial(self._opened, wish, _first), failed, named_by)

    def keep_for_later(self, source: str) -> None:
        """Fetch a page and keep it among the sources without showing it."""
        self._pages.open(source, self._keep_aside, self.told.emit)

    def load_more(self) -> None:
        """Fetch the next page of the edition and append its stories."""
        edition = self._edition
        if edition is None or edition.load_more is None:
            self.told.emit(_("There are no more stories."))
            return
        if self._loading is edition:
            return
        self._loading = edition
        self.waiting.emit(_("Loading more stories."))

        def loaded(more: LoadedMore) -> None:
            self._loading = None
            if self._edition is edition:
                self._appended(more.edition)

        def failed(sentence: str) -> None:
            self._loading = None
            self.told.emit(sentence)

        self._pages.more(edition, loaded, failed)

    def _renew_page(self, edition: Edition | None) -> None:
        if self._loading is None:
            super()._renew_page(edition)

    def _opened(self, wish: int, pick: Pick, edition: Edition, wanted: str = "") -> None:
        """Show a page that has come, unless something else was asked for since."""
        if wish != self._wish:
            self._keep_aside(edition)
        elif edition.articles:
            show = partial(self._list_page, wish, edition, pick, wanted)
            self._pages.keep(edition, show)
        else:
            self._opened_without_story(edition)

    def _found(self, wish: int, edition: Edition, pick: Pick, wanted: str = "") -> None:
        """Show a page as it was last kept; all of its stories may have left it since."""
        if edition.articles:
            self._opened(wish, pick, edition, wanted)
        else:
            self._list_page(wish, edition, pick, wanted, ())

    def _opened_without_story(self, edition: Edition) -> None:
        """Show what links the page has; one that has nothing at all changes nothing."""
        sentence = " ".join(edition.notes) or _("There is no story on this page.")
        self.told.emit(sentence)
        leads_on = edition.skip_links or edition.load_more or edition.breaking
        if leads_on or self.article is None:
            self._put(edition, bare_listing(edition))
            self.nothing_shown.emit(_title(edition) or _("No story"), sentence)
            self.settled.emit(True)
        else:
            self.settled.emit(False)

    def _keep_aside(self, edition: Edition) -> None:
        if edition.articles:
            self._pages.keep(edition, lambda _states: self._show_shelves())

    def _list_page(
        self,
        wish: int,
        edition: Edition,
        pick: Pick,
        wanted: str,
        states: tuple[ArticleState, ...],
    ) -> None:
        self.marks.learn(states)
        if wish != self._wish:
            return
        if edition.articles and not states:
            # It could not be kept, which has been told.
            self._show_page(wish, edition, pick, self._as_it_came(edition))
            return
        choice = self.choice
        self._keeping.do(
            lambda library: list_page(library, edition, choice, wanted),
            partial(self._show_page, wish, edition, pick),
            self._as_it_came(edition),
        )

    def _show_page(self, wish: int, edition: Edition, pick: Pick, listing: Listing) -> None:
        if wish != self._wish:
            return
        self._put(edition, listing)
        for note in edition.notes:
            self.warned.emit(note)
        words = _opened_words(listing)
        if listing.rows:
            picked = pick(listing.ids)
            begun = picked if picked in listing.ids else listing.ids[0]
            self._begin_with(wish, begun, words)
        else:
            self.came.emit(words)
            sentence = _("You have removed all stories of this page.")
            self.nothing_shown.emit(_title(edition), sentence)
            self.settled.emit(True)

    def _as_it_came(self, edition: Edition) -> Listing:
        """Return the listing of a page for where there is no library to ask."""
        stories = edition.articles
        rows = tuple(row(story, self.marks.of(story.id), edition.section) for story in stories)
        return bare_listing(edition).joined(Listing("", "", rows, stories))

    def _appended(self, edition: Edition) -> None:
        self._edition = edition

        def told(more: int) -> None:
            self.edition_shown.emit(edition)
            self._show_shelves()
            words = ngettext("{n} more story.", "{n} more stories.", more).format(n=more)
            if not more and edition.load_more:
                words = _("The list has the stories of the next page already.")
            elif not more:
                words = _("There are no more stories.")
            self.told.emit(words)

        def kept(states: tuple[ArticleState, ...]) -> None:
            self.marks.learn(states)
            if self._edition is not edition:
                return
            if states:
                self._grow(told)
            else:
                order = tuple(story.id for story in edition.articles)
                bare = bare_listing(edition)
                told(self._take_in(Growth(order, self._as_it_came(edition), bare)))

        self._pages.keep(edition, kept)

    # --- views over all pages --------------------------------------------------------------

    def show_shelf(self, key: str) -> None:
        """List the stories of a view, or of a page that was opened before."""
        wish = self._next_wish()
        if key in VIEWS:
            nothing, today, choice = Listing(key, "", (), ()), self._day.began, self.choice
            self._keeping.do(
                lambda library: list_view(library, key, today, choice),
                partial(self._show_listing, wish),
                nothing,
            )
            return

        def found(edition: Edition | None) -> None:
            if edition is None:
                self.open(key)
            else:
                self._found(wish, edition, self.marks.latest)

        self._pages.find(key, found)

    def list_anew(self, choice: ListChoice, then: Callable[[Listing], None]) -> None:
        """List what is listed in another way, and other lists from now on.

        The story in hand stays where it is still listed, else the first one is taken.
        """
        self.choice = choice
        wish, listing, edition = self._next_wish(), self._listing, self._edition
        current, today = self._article, self._day.began

        def find(library: Library) -> Listing:
            if edition is not None:
                return list_page(library, edition, choice, current)
            return list_view(library, listing.key, listing.since or today, choice, current)

        def found(new: Listing) -> None:
            if wish != self._wish:
                return
            if new.rows and not self._put_anew(new):
                self._begin_with(wish, new.ids[0])
            then(new)

        self._keeping.do(find, found)

    def search(self, words: str) -> None:
        """List the stories that hold all the words; each leads to where they stand."""
        if not words.strip():
            self.told.emit(_("Type the words to look for."))
            return
        wish = self._next_wish()

        def found(listing: Listing) -> None:
            count = len(listing.rows)
            found = ngettext("{n} story found.", "{n} stories found.", count).format(n=count)
            self.told.emit(found if count else _("No story holds these words."))
            self._show_listing(wish, listing)

        def find(library: Library) -> Listing:
            listing = list_found(library, words)
            return listing if listing.rows else nothing

        nothing = Listing("", "", (), ())
        self._keeping.do(find, found, nothing)

    def _show_listing(self, wish: int, listing: Listing) -> None:
        if wish != self._wish:
            return
        if not listing.rows:
            if listing.title:
                self.told.emit(_("{view}: no stories here yet.").format(view=listing.title))
            self.settled.emit(False)
            return
        self._put(None, listing)
        self._begin_with(wish, listing.rows[0].id)


def _first(ids: Sequence[str]) -> str:
    return ids[0] if ids else ""


def _opened_words(listing: Listing) -> str:
    count = len(listing.rows) + listing.beyond
    stories = ngettext("{n} story", "{n} stories", count).format(n=count)
    title = listing.name
    return _("{title}: {stories}.").format(title=title, stories=stories) if title else stories


def _title(edition: Edition) -> str:
    return edition.section or edition.title
