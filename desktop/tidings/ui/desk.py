"""The reader's desk: pages and views are brought to it, and stories read on it."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QObject, Signal

from tidings.document import Article, Edition
from tidings.intake import LoadedMore
from tidings.library import ArticleState, Library
from tidings.ui.keeping import Keeping
from tidings.ui.listed import Listed
from tidings.ui.listings import VIEWS, Listing, list_found, list_view, row
from tidings.ui.marks import Mark, Marks
from tidings.ui.pages import Pages
from tidings.ui.stories import Stories


class Desk(Listed):
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
        parent: QObject | None = None,
    ) -> None:
        super().__init__(keeping, marks, stories, parent)
        self._pages = pages
        self._loading: Edition | None = None
        self._fetched: Listing | None = None
        """What the rest of is under way."""

    # --- pages -----------------------------------------------------------------------------

    def go_on(self, otherwise: str) -> None:
        """Open the page where the reader left off; ``otherwise`` where they never were."""
        wish = self._next_wish()

        def found(edition: Edition | None, article: str) -> None:
            if edition is None or not edition.articles:
                self.open(otherwise)
            else:
                self._opened(wish, edition, article)

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

        self._pages.open(source, partial(self._opened, wish), failed, named_by)

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

    def _opened(self, wish: int, edition: Edition, article: str = "") -> None:
        """Show a page that has come, unless something else was asked for since."""
        if wish != self._wish:
            self._keep_aside(edition)
        elif edition.articles:
            self._pages.keep(edition, partial(self._show_edition, wish, edition, article))
        else:
            self._opened_without_story(edition)

    def _opened_without_story(self, edition: Edition) -> None:
        """Show what links the page has; one that has nothing at all changes nothing."""
        sentence = " ".join(edition.notes) or _("There is no story on this page.")
        self.told.emit(sentence)
        leads_on = edition.skip_links or edition.load_more or edition.breaking
        if leads_on or self.article is None:
            self._put(edition, Listing(edition.address, _title(edition), (), ()))
            self.nothing_shown.emit(_title(edition) or _("No story"), sentence)
            self.settled.emit(True)
        else:
            self.settled.emit(False)

    def _keep_aside(self, edition: Edition) -> None:
        if edition.articles:
            self._pages.keep(edition, lambda _states: self._show_shelves())

    def _show_edition(
        self, wish: int, edition: Edition, article: str, states: tuple[ArticleState, ...]
    ) -> None:
        if wish != self._wish:
            return
        articles = self._still_wanted(edition.articles, states)
        rows = tuple(row(story, self.marks.of(story.id), edition.section) for story in articles)
        self._put(edition, Listing(edition.address, _title(edition), rows, articles))
        for note in edition.notes:
            self.warned.emit(note)
        words = _opened_words(edition, len(articles))
        if articles:
            listed = {story.id for story in articles}
            self._begin_with(wish, article if article in listed else articles[0].id, words)
        else:
            self.came.emit(words)
            sentence = _("You have removed all stories of this page.")
            self.nothing_shown.emit(_title(edition), sentence)
            self.settled.emit(True)

    def _appended(self, edition: Edition) -> None:
        self._edition = edition
        new = [story for story in edition.articles if self.stories.article(story.id) is None]

        def kept(states: tuple[ArticleState, ...]) -> None:
            added = self._still_wanted(tuple(new), states)
            if self._edition is not edition:
                return
            self.stories.add(added)
            rows = tuple(row(story, self.marks.of(story.id), edition.section) for story in added)
            self.rows_added.emit(_title(edition), rows)
            self.edition_shown.emit(edition)
            self._show_shelves()
            words = ngettext("{n} more story.", "{n} more stories.", len(added))
            none = _("There are no more stories.")
            self.told.emit(words.format(n=len(added)) if added else none)

        self._pages.keep(edition, kept)

    def _still_wanted(
        self, articles: tuple[Article, ...], states: tuple[ArticleState, ...]
    ) -> tuple[Article, ...]:
        """Take over what is known of the stories; return those that were not removed."""
        self.marks.learn(states)
        removed = {state.id for state in states if state.removed}
        return tuple(story for story in articles if story.id not in removed)

    # --- views over all pages --------------------------------------------------------------

    def show_shelf(self, key: str) -> None:
        """List the stories of a view, or of a page that was opened before."""
        wish = self._next_wish()
        if key in VIEWS:
            nothing = Listing(key, "", (), ())
            self._keeping.do(
                lambda library: list_view(library, key),
                partial(self._show_listing, wish),
                nothing,
            )
            return

        def found(edition: Edition | None) -> None:
            if edition is None:
                self.open(key)
            else:
                last = self.marks.latest(article.id for article in edition.articles)
                self._opened(wish, edition, last)

        self._pages.find(key, found)

    def list_rest(self) -> None:
        """List more of a view that was not listed to its end."""
        listing = self._listing
        if listing.rest is None or self._fetched is listing:
            return
        self._fetched = listing

        def found(more: Listing) -> None:
            if self._listing is not listing:
                return
            for listed in more.rows:
                self.marks.learn_mark(listed.id, Mark(listed.read, listed.saved))
            known = set(self.stories.order)
            new = tuple(each for each in more.rows if each.id not in known)
            self.stories.add(more.articles)
            self._listing = listing.joined(more)
            self.rows_added.emit(listing.title, new)

        self._keeping.do(
            lambda library: list_view(library, listing.key, listing.rest, len(listing.rows)),
            found,
        )

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
        for listed in listing.rows:
            self.marks.learn_mark(listed.id, Mark(listed.read, listed.saved))
        self._put(None, listing)
        self._begin_with(wish, listing.rows[0].id)


def _opened_words(edition: Edition, count: int) -> str:
    stories = ngettext("{n} story", "{n} stories", count).format(n=count)
    title = _title(edition)
    return _("{title}: {stories}.").format(title=title, stories=stories) if title else stories


def _title(edition: Edition) -> str:
    return edition.section or edition.title
