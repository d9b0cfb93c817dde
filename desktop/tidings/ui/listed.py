"""What lies on the reader's desk: the stories that are listed, and the one in hand."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from gettext import gettext as _

from PySide6.QtCore import QObject, QTimer, Signal

from tidings.document import TITLE, Article, Edition, Position
from tidings.ui.day import Day
from tidings.ui.keeping import Keeping
from tidings.ui.listings import Listing, shelves
from tidings.ui.marks import Mark, Marks
from tidings.ui.newer_texts import NewerTexts
from tidings.ui.stories import Stories

_BREATH = 1
"""Milliseconds between two pieces of work, for the window to answer."""


class Step(Enum):
    """Which way to the next story."""

    NEXT = 1
    PREVIOUS = -1


class Listed(QObject):
    """Holds what is listed and hands out stories; where they come from is not its affair.

    What is read, saved and where the reader is changes in ``marks``.
    """

    settled = Signal(bool)
    """What was asked for last has come, or there was nothing to be had."""
    edition_shown = Signal(object)
    """The :class:`Edition` whose links, breaking news and "Load more" hold now, or None."""
    rows_shown = Signal(str, object)
    """The list's title and its rows."""
    rows_added = Signal(str, object)
    """The list's title and rows that come after the others."""
    rows_came = Signal(str, object, object)
    """The list's title; pairs of a place in it and the rows that come in there; and the rows
    of listed stories that tell something else. The places are those before anything has come
    in, the first one first."""
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
    """What answers the reader, in words."""
    came = Signal(str)
    """What has come, in words; nobody waits for them who hears a story meanwhile."""
    warned = Signal(str)
    """A sentence that must not be missed."""

    def __init__(
        self,
        keeping: Keeping,
        marks: Marks,
        stories: Stories,
        day: Day,
        is_read: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = NewerTexts(stories, is_read)
        self._day = day
        day.changed.connect(self._show_shelves)
        self._keeping = keeping
        self.marks = marks
        self.stories = stories
        self._edition: Edition | None = None
        self._listing = Listing("", "", (), ())
        self._article = ""
        self._lists = 0
        """Counts the lists that were put: what comes late may be of another one."""
        self._wish = 0
        """Counts what was asked for: only what was asked for last is shown."""
        marks.changed.connect(lambda _article, _mark: self._show_shelves())

    @property
    def edition(self) -> Edition | None:
        """The page whose stories are listed; None while a view over all pages is."""
        return self._edition

    @property
    def article(self) -> Article | None:
        """The story in hand."""
        return self.stories.article(self._article)

    def page_of(self, article: str) -> str:
        """Return the address of the page that a listed story is of, empty where unknown."""
        if self.stories.article(article) is None:
            return ""
        if self._edition is not None:
            return self._edition.address
        return self._listing.pages.get(article, "")

    # --- the list

    def _next_wish(self) -> int:
        self._wish += 1
        return self._wish

    def _begin_with(self, wish: int, article: str, words: str = "") -> None:
        """Take a story of a new list in hand, in a turn of its own: both take their time.

        ``words`` tell of the list, when its story is there too. Where something else was
        asked for meanwhile, the list has its story all the same: nothing may come of that.
        """
        listing = self._listing

        def begin() -> None:
            is_last = wish == self._wish
            if is_last and words:
                self.came.emit(words)
            if self._listing is listing and self.article is None:
                self.show_story(article)
            if is_last:
                self.settled.emit(True)

        # Not before what waits already: of two timers that are due, either may come first.
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(_BREATH, self, begin))

    def _put(self, edition: Edition | None, listing: Listing) -> None:
        """List other stories."""
        self._learn_listed(listing)
        self._edition, self._listing = edition, listing
        self._lists += 1
        self._article = ""
        self._texts.clear()
        self.stories.put(listing.articles)
        self.edition_shown.emit(edition)
        self.rows_shown.emit(listing.name, listing.rows)
        self._show_shelves()

    def _learn_listed(self, listing: Listing) -> None:
        for row in listing.rows:
            self.marks.learn_mark(row.id, Mark(row.read, row.saved, row.changed))
        self.marks.learn_places(listing.left_at)

    @property
    def listed_key(self) -> str:
        """The key of the view that is listed, or the address of the page; empty for neither."""
        return self._listing.key

    def _put_anew(self, listing: Listing) -> bool:
        """List the same stories in another way; tell whether the one in hand is among them.

        Those that the reader is in, or hears, say on what they said.
        """
        held = self._texts.put_anew(listing.articles, self._article)
        current = self._article if self._article in held else ""
        self._lists += 1
        self._listing, self._article = listing, current
        self._learn_listed(listing)
        self.rows_shown.emit(listing.name, listing.rows)
        return bool(current)

    @property
    def beyond(self) -> int:
        """How many stories of the view are not listed yet."""
        return self._listing.beyond

    def show_shelves(self) -> None:
        """Show the pane of sources as things stand."""
        self._show_shelves()

    def _show_shelves(self) -> None:
        today = self._day.began
        self._keeping.do(
            lambda library: shelves(library, today),
            lambda found: self.shelves_shown.emit(found, self._listing.key),
        )

    # --- stories ---------------------------------------------------------------------------

    def show_story(self, article: str) -> None:
        """Take a story in hand, where the reader left it."""
        found = self.stories.article(article)
        if found is not None:
            place = self._listing.places.get(article) or self.marks.place(article)
            self._take(found, place)

    def replace_story(self, story: Article) -> None:
        """Have a story say more than it did; the one in hand is shown anew, from its place."""
        if self.stories.article(story.id) is None:
            return
        self.stories.replace(story)
        if story.id == self._article:
            place = self.marks.place(story.id)
            self.story_shown.emit(story, place, True)

    def follow(self, article: str, *, quietly: bool) -> None:
        """Take the story in hand that the voice has come to, from its beginning.

        ``quietly`` while the voice speaks it: a screen reader is not to read it too.
        """
        found = self.stories.article(article)
        if found is not None and article != self._article:
            self._take(found, None, quietly=quietly)

    def step(self, step: Step) -> bool:
        """Take the next or previous story in hand; False where there is none."""
        other = self._beside(step)
        if other is None:
            return False
        self.show_story(other)
        return True

    def can_step(self, step: Step) -> bool:
        """Tell whether there is a next or previous story."""
        return self._beside(step) is not None

    def finish(self, article: str) -> None:
        """Mark a story as read to the end of which the reader has come.

        Not where it says more by now than they have seen: that is still to be read.
        """
        if not self._texts.has_newer(article):
            self.marks.set_read(article, True, of_itself=True)

    def renew_story(self, story: Article) -> None:
        """Have a story say what it says by now, also the one in hand, from its place."""
        self._texts.drop(story.id)
        if self.stories.article(story.id) != story:
            self.replace_story(story)

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

    def _beside(self, step: Step) -> str | None:
        queue = self.stories
        return queue.after(self._article) if step is Step.NEXT else queue.before(self._article)

    def _take(self, article: Article, position: Position | None, *, quietly: bool = False) -> None:
        if article.id != self._article:
            article = self._texts.newest(article)
        self._article = article.id
        self.story_shown.emit(article, position, quietly)
        beginning = article.parts[0] if article.parts else TITLE
        self.marks.come_back(article.id, Position(article.id, beginning))
