"""What lies on the reader's desk: the stories that are listed, and the one in hand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QObject, QTimer, Signal

from tidings.document import TITLE, Article, Edition, Position
from tidings.intake import LoadedMore
from tidings.library import ArticleState, Library
from tidings.ui.keeping import Keeping
from tidings.ui.listings import VIEWS, Listing, list_found, list_view, row, shelves
from tidings.ui.marks import Mark, Marks
from tidings.ui.pages import Pages
from tidings.ui.stories import Stories

_BREATH = 1
"""Milliseconds between two pieces of work, for the window to answer: with none Qt would do
both at once."""


class Step(Enum):
    """Which way to the next story."""

    NEXT = 1
    PREVIOUS = -1


@dataclass(frozen=True, slots=True)
class _TakenOut:
    """A story that was removed, and where it stood."""

    article: str
    name: str
    place: int


class Desk(QObject):
    """Opens pages and lists, and hands out stories.

    The one place where it changes what is listed and which story is in hand; the window
    follows its signals. What is read, saved and where the reader is changes in ``marks``.
    """

    opening = Signal(str)
    settled = Signal(bool)
    """What was asked for last has come, or there was nothing to be had."""
    edition_shown = Signal(object)
    """The :class:`Edition` whose links, breaking news and "Load more" hold now, or None."""
    rows_shown = Signal(str, object)
    """The list's title and its rows."""
    rows_added = Signal(str, object)
    story_shown = Signal(object, object, bool)
    """The :class:`Article` in hand, the :class:`Position` to go to or None, and whether a
    screen reader is to be told nothing of it."""
    nothing_shown = Signal(str, str)
    """There is no story: a title and one sentence on what to do."""
    removed = Signal(str, str)
    """The id and the name of a story that was taken out."""
    shelves_shown = Signal(object, str)
    """The entries of the pane of sources, and the key of the one that is listed."""
    told = Signal(str)
    waiting = Signal(str)
    """What is under way, in words."""
    warned = Signal(str)
    """A sentence that must not be missed."""

    def __init__(
        self,
        pages: Pages,
        keeping: Keeping,
        marks: Marks,
        stories: Stories,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._keeping = keeping
        self.marks = marks
        self.stories = stories
        self._edition: Edition | None = None
        self._listing = Listing("", "", (), ())
        self._article = ""
        self._taken_out: list[_TakenOut] = []
        self._wish = 0
        """Counts what was asked for: only what was asked for last is shown."""
        self._loading: Edition | None = None
        marks.changed.connect(lambda _article, _mark: self._show_shelves())

    @property
    def edition(self) -> Edition | None:
        """The page whose stories are listed; None while a view over all pages is."""
        return self._edition

    @property
    def article(self) -> Article | None:
        """The story in hand."""
        return self.stories.article(self._article)

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

    def open(self, source: str) -> None:
        """Open a page; what is on the desk stays until it has come."""
        wish = self._next_wish()
        self.opening.emit(source)

        def failed(sentence: str) -> None:
            self.told.emit(sentence)
            if wish == self._wish:
                if self.article is None:
                    self.nothing_shown.emit(_("The page could not be opened"), sentence)
                self.settled.emit(False)

        self._pages.open(source, partial(self._opened, wish), failed)

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
        self.told.emit(_opened_words(edition, len(articles)))
        if articles:
            listed = {story.id for story in articles}
            self._begin_with(wish, article if article in listed else articles[0].id)
        else:
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

    def _begin_with(self, wish: int, article: str) -> None:
        """Take a story of a new list in hand, in a turn of its own: both take their time."""

        def begin() -> None:
            if wish != self._wish:
                return
            if self.article is None:
                self.show_story(article)
            self.settled.emit(True)

        QTimer.singleShot(_BREATH, self, begin)

    def _put(self, edition: Edition | None, listing: Listing) -> None:
        """List other stories."""
        self._edition, self._listing = edition, listing
        self._article = ""
        self.stories.put(listing.articles)
        self.edition_shown.emit(edition)
        self.rows_shown.emit(listing.title, listing.rows)
        self._show_shelves()

    def _show_shelves(self) -> None:
        self._keeping.do(shelves, lambda found: self.shelves_shown.emit(found, self._listing.key))

    # --- stories ---------------------------------------------------------------------------

    def show_story(self, article: str) -> None:
        """Take a story in hand, where the reader left it."""
        found = self.stories.article(article)
        if found is not None:
            place = self._listing.places.get(article) or self.marks.place(article)
            self._take(found, place)

    def follow(self, article: str, *, quietly: bool) -> None:
        """Take the story in hand that the voice has come to, from its beginning.

        ``quietly`` while the voice speaks it: a screen reader is not to read it too.
        """
        found = self.stories.article(article)
        if found is not None and article != self._article:
            self._take(found, None, quietly=quietly)

    def step(self, step: Step) -> bool:
        """Take the next or previous story in hand; False where there is none."""
        queue = self.stories
        other = queue.after(self._article) if step is Step.NEXT else queue.before(self._article)
        if other is None:
            return False
        self.show_story(other)
        return True

    def toggle_saved(self, article: str) -> None:
        """Save a story, or take it off the saved ones."""
        story = self.stories.article(article)
        if story is None:
            self.told.emit(_("No story is chosen."))
            return
        saved = not self.marks.of(article).saved
        self.marks.set_saved(article, saved)
        words = _("Saved: {title}") if saved else _("Not saved any more: {title}")
        self.told.emit(words.format(title=story.name))

    def toggle_read(self, article: str) -> None:
        """Mark a story as read, or as unread where it was read."""
        story = self.stories.article(article)
        if story is None:
            self.told.emit(_("No story is chosen."))
            return
        read = not self.marks.of(article).read
        self.marks.set_read(article, read)
        words = _("Marked as read: {title}") if read else _("Marked as unread: {title}")
        self.told.emit(words.format(title=story.name))

    def remove(self, article: str) -> None:
        """Take a story out of the list; it can be brought back."""
        story = self.stories.article(article)
        place = self.stories.remove(article)
        if story is None or place < 0:
            self.told.emit(_("No story is chosen."))
            return
        self._taken_out.append(_TakenOut(article, story.name, place))
        self._keeping.do(lambda library: library.remove(article))
        self.removed.emit(article, story.name)
        self._show_shelves()

    def undo_remove(self) -> None:
        """Bring the story back that was removed last, also one of another page."""
        if not self._taken_out:
            self.told.emit(_("There is no removed story to bring back."))
            return
        last = self._taken_out.pop()
        self._keeping.do(lambda library: library.restore(last.article))
        if self.stories.bring_back(last.article, last.place):
            found = (self.stories.article(key) for key in self.stories.order)
            section = self._edition.section if self._edition else ""
            rows = (row(story, self.marks.of(story.id), section) for story in found if story)
            self.rows_shown.emit(self._listing.title, tuple(rows))
            self.show_story(last.article)
        self._show_shelves()
        self.told.emit(_("Brought back: {title}").format(title=last.name))

    def _take(self, article: Article, position: Position | None, *, quietly: bool = False) -> None:
        self._article = article.id
        self.story_shown.emit(article, position, quietly)
        beginning = article.parts[0] if article.parts else TITLE
        self.marks.come_back(article.id, Position(article.id, beginning))

    # --- details ---------------------------------------------------------------------------

    def _next_wish(self) -> int:
        self._wish += 1
        return self._wish


def _opened_words(edition: Edition, count: int) -> str:
    stories = ngettext("{n} story", "{n} stories", count).format(n=count)
    title = _title(edition)
    return _("{title}: {stories}.").format(title=title, stories=stories) if title else stories


def _title(edition: Edition) -> str:
    return edition.section or edition.title
