"""What lies on the reader's desk: the page that is open, its stories, the story in hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QDate, QLocale, QObject, Signal

from tidings.document import Article, Edition, Position, RawPage
from tidings.intake import LoadedMore, load_more, open_page
from tidings.library import (
    ArticleState,
    ArticleSummary,
    Counts,
    Library,
    LibraryError,
    SearchHit,
    SourceSummary,
    View,
)
from tidings.source import SourceError
from tidings.ui.article_list import Row
from tidings.ui.sources_pane import Shelf
from tidings.ui.stories import Stories
from tidings.ui.tasks import Tasks


class Step(Enum):
    """Which way to the next story."""

    NEXT = 1
    PREVIOUS = -1


@dataclass(frozen=True, slots=True)
class Shown:
    """A list of stories that is ready to be shown."""

    key: str
    title: str
    rows: tuple[Row, ...]
    articles: tuple[Article, ...]


class Desk(QObject):
    """Opens pages, keeps what was read, and hands out stories.

    The one place where what is open, read or saved changes; the window follows its
    signals. The library is only touched on the ordered background thread.
    """

    opening = Signal(str)
    edition_shown = Signal(object)
    """The :class:`Edition` whose links, breaking news and "Load more" hold now, or None."""
    rows_shown = Signal(str, object)
    """The list's title and its rows."""
    rows_added = Signal(str, object)
    story_shown = Signal(object, object)
    """The :class:`Article` in hand and the :class:`Position` to go to, or None."""
    nothing_shown = Signal(str, str)
    """There is no story: a title and one sentence on what to do."""
    marked = Signal(str, object, object)
    """A story is read or not, saved or not; None where it stays as it is."""
    removed = Signal(str)
    shelves_shown = Signal(object, str)
    told = Signal(str)
    settings_known = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        stories: Stories,
        open_library: Callable[[], tuple[Library, str | None]],
        fetch: Callable[[str], RawPage],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.stories = stories
        self._open_library = open_library
        self._fetch = fetch
        self._library: Library | None = None
        self._edition: Edition | None = None
        self._key = ""
        self._article = ""
        self._places: dict[str, Position] = {}
        self._states: dict[str, tuple[bool, bool]] = {}
        self._taken_out: list[tuple[str, int]] = []
        self._openings = 0
        self._loading_more = False

    # --- beginning -------------------------------------------------------------------------

    def start(self, source: str | None, sample: str) -> None:
        """Open the source; without one, go on where the reader left off, else the sample."""

        def begin() -> tuple[str | None, dict[str, str], tuple[Edition, Position] | None]:
            self._library, notice = self._open_library()
            last = self._library.last_place() if source is None else None
            edition = self._library.edition(last[0]) if last else None
            resume = (edition, last[1]) if edition is not None and last is not None else None
            return notice, self._library.settings(), resume

        def begun(
            result: tuple[str | None, dict[str, str], tuple[Edition, Position] | None],
        ) -> None:
            notice, settings, resume = result
            self.settings_known.emit(settings)
            if notice:
                self.told.emit(notice)
            if resume is not None:
                self._opened(resume[0], resume[1].article)
            else:
                self.open(source or sample)

        def failed(error: Exception) -> None:
            self.told.emit(
                _("Nothing will be kept this time. {reason}").format(reason=error)
                if isinstance(error, LibraryError)
                else _("Nothing will be kept this time: the library could not be opened.")
            )
            self.settings_known.emit({})
            self.open(source or sample)

        self._tasks.in_order(begin, begun, failed)

    def close(self) -> None:
        """Close the library after all that was to be kept."""
        self._tasks.in_order(lambda: self._library.close() if self._library else None)

    # --- pages -----------------------------------------------------------------------------

    @property
    def edition(self) -> Edition | None:
        """The page whose stories are listed; None while a view over all pages is."""
        return self._edition

    @property
    def article(self) -> Article | None:
        """The story in hand."""
        return self.stories.article(self._article)

    def open(self, source: str) -> None:
        """Open a page; what is on the desk stays until it has come."""
        self._openings += 1
        number = self._openings
        self.opening.emit(source)

        def opened(edition: Edition) -> None:
            if number == self._openings:
                self._opened(edition, "")

        def failed(error: Exception) -> None:
            if number != self._openings:
                return
            self._tell_source(error)
            if self.article is None:
                self.nothing_shown.emit(_("The page could not be opened"), str(error))

        self._tasks.at_once(lambda: open_page(source, self._fetch), opened, failed)

    def keep_for_later(self, source: str) -> None:
        """Fetch a page and keep it among the sources without showing it."""

        def opened(edition: Edition) -> None:
            self._keep(
                lambda library: library.keep_edition(edition, _now()),
                lambda _states: self._show_shelves(),
            )

        self._tasks.at_once(lambda: open_page(source, self._fetch), opened, self._tell_source)

    def load_more(self) -> None:
        """Fetch the next page of the edition and append its stories."""
        edition = self._edition
        if edition is None or edition.load_more is None:
            self.told.emit(_("There are no more stories."))
            return
        if self._loading_more:
            return
        self._loading_more = True
        self.told.emit(_("Loading more stories."))

        def loaded(more: LoadedMore) -> None:
            self._loading_more = False
            if self._edition is edition:
                self._appended(more)

        def failed(error: Exception) -> None:
            self._loading_more = False
            self._tell_source(error)

        self._tasks.at_once(lambda: load_more(edition, self._fetch), loaded, failed)

    def _opened(self, edition: Edition, article: str) -> None:
        for note in edition.notes:
            self.told.emit(note)
        self._edition = edition
        self._key = edition.address
        if not edition.articles:
            self.stories.put(())
            self._article = ""
            self.edition_shown.emit(edition)
            self.rows_shown.emit(_title(edition), ())
            sentence = edition.notes[0] if edition.notes else _("This page holds no text to read.")
            self.nothing_shown.emit(_title(edition) or _("No story"), sentence)
            return

        def known(states: tuple[ArticleState, ...]) -> None:
            if self._edition is edition:
                self._show_edition(edition, states, article)

        self._keep(lambda library: tuple(library.keep_edition(edition, _now())), known, ())

    def _show_edition(
        self, edition: Edition, states: tuple[ArticleState, ...], article: str
    ) -> None:
        gone = self._learn(states)
        articles = tuple(story for story in edition.articles if story.id not in gone)
        self.stories.put(articles)
        self.edition_shown.emit(edition)
        self.rows_shown.emit(_title(edition), tuple(self._row(story) for story in articles))
        self._show_shelves()
        self.told.emit(_opened_words(edition, len(articles)))
        listed = {story.id for story in articles}
        first = articles[0].id if articles else ""
        target = article if article in listed else first
        if target:
            self.show_story(target)
        else:
            self.nothing_shown.emit(
                _title(edition), _("You have removed all stories of this page.")
            )

    def _appended(self, more: LoadedMore) -> None:
        known = set(self.stories.order)
        new = tuple(story for story in more.edition.articles if story.id not in known)
        self._edition = more.edition

        def learned(states: tuple[ArticleState, ...]) -> None:
            gone = self._learn(states)
            added = tuple(story for story in new if story.id not in gone)
            self.stories.add(added)
            self.rows_added.emit(_title(more.edition), tuple(self._row(story) for story in added))
            self.edition_shown.emit(more.edition)
            self._show_shelves()
            count = len(added)
            self.told.emit(
                ngettext("{n} more story.", "{n} more stories.", count).format(n=count)
                if count
                else _("There are no more stories.")
            )

        self._keep(lambda library: tuple(library.keep_edition(more.edition, _now())), learned, ())

    def _learn(self, states: tuple[ArticleState, ...]) -> set[str]:
        for state in states:
            self._states[state.id] = (state.read, state.saved)
            if state.place is not None:
                self._places.setdefault(state.id, state.place)
        return {state.id for state in states if state.removed}

    # --- views over all pages --------------------------------------------------------------

    def show_shelf(self, key: str) -> None:
        """List the stories of a view, or of a page that was opened before."""
        views = {view.value: view for view in (View.UNREAD, View.SAVED, View.ALL)}
        view = views.get(key)
        if view is None:
            self._show_kept_page(key)
            return
        titles = {
            View.UNREAD: _("Unread"),
            View.SAVED: _("Saved"),
            View.ALL: _("All stories"),
        }

        def gather(library: Library) -> Shown:
            summaries = library.summaries(view)
            articles = [library.article(summary.id) for summary in summaries]
            return Shown(
                key,
                titles[view],
                tuple(_row_of(summary) for summary in summaries),
                tuple(article for article in articles if article is not None),
            )

        self._keep(gather, self._show_list, None)

    def search(self, words: str) -> None:
        """List the stories that hold all the words; each leads to where they stand."""
        if not words.strip():
            return

        def gather(library: Library) -> tuple[Shown, tuple[SearchHit, ...]]:
            hits = tuple(library.search(words))
            articles = [library.article(hit.article.id) for hit in hits]
            rows = tuple(replace(_row_of(hit.article), section=hit.context) for hit in hits)
            title = _("Stories with “{words}”").format(words=words)
            found = tuple(article for article in articles if article is not None)
            return Shown("", title, rows, found), hits

        def gathered(result: tuple[Shown, tuple[SearchHit, ...]] | None) -> None:
            if result is None:
                return
            shown, hits = result
            count = len(hits)
            self.told.emit(
                ngettext("{n} story found.", "{n} stories found.", count).format(n=count)
                if count
                else _("No story holds these words.")
            )
            if hits:
                self._places |= {hit.article.id: hit.position for hit in hits}
                self._show_list(shown)

        self._keep(gather, gathered, None)

    def _show_kept_page(self, address: str) -> None:
        def found(edition: Edition | None) -> None:
            if edition is not None:
                self._opened(edition, "")
            else:
                self.open(address)

        self._keep(lambda library: library.edition(address), found, None)

    def _show_list(self, shown: Shown | None) -> None:
        if shown is None:
            return
        if not shown.rows:
            self.told.emit(_("{view}: no stories here yet.").format(view=shown.title))
            return
        self._edition = None
        self._key = shown.key
        self._states |= {row.id: (row.read, row.saved) for row in shown.rows}
        self.stories.put(shown.articles)
        self.edition_shown.emit(None)
        self.rows_shown.emit(shown.title, shown.rows)
        self._show_shelves()
        self.show_story(shown.rows[0].id)

    def _show_shelves(self) -> None:
        def gather(library: Library) -> tuple[Counts, tuple[SourceSummary, ...]]:
            return library.counts(), tuple(library.sources())

        def show(result: tuple[Counts, tuple[SourceSummary, ...]] | None) -> None:
            if result is None:
                return
            counts, sources = result
            shelves = [
                Shelf(View.UNREAD.value, _("Unread"), counts.unread),
                Shelf(View.SAVED.value, _("Saved"), counts.saved),
                Shelf(View.ALL.value, _("All stories"), counts.all),
                *(
                    Shelf(source.address, source.title, source.unread, unread=True)
                    for source in sources
                ),
            ]
            self.shelves_shown.emit(shelves, self._key)

        self._keep(gather, show, None)

    # --- stories ---------------------------------------------------------------------------

    def show_story(self, article: str, position: Position | None = None) -> None:
        """Take a story in hand, at the position or where the reader left it."""
        found = self.stories.article(article)
        if found is None:
            return
        self._article = article
        self.story_shown.emit(found, position or self._places.get(article))

    def follow(self, article: str) -> None:
        """Take the story in hand that the voice has come to, from its beginning."""
        found = self.stories.article(article)
        if found is not None and article != self._article:
            self._article = article
            self.story_shown.emit(found, None)

    def step(self, step: Step) -> bool:
        """Take the next or previous story in hand; False where there is none."""
        queue = self.stories
        other = queue.after(self._article) if step is Step.NEXT else queue.before(self._article)
        if other is None:
            return False
        self.show_story(other)
        return True

    def keep_place(self, position: Position) -> None:
        """Remember where the reader is in a story."""
        if self._places.get(position.article) == position:
            return
        self._places[position.article] = position
        self._keep(lambda library: library.set_place(position))

    def set_read(self, article: str, read: bool) -> None:
        """Mark a story as read or unread."""
        was, saved = self._states.get(article, (False, False))
        if was == read:
            return
        self._states[article] = (read, saved)
        self.marked.emit(article, read, None)
        self._keep(lambda library: library.set_read(article, read))
        self._show_shelves()

    def toggle_saved(self, article: str) -> None:
        """Save a story, or take it off the saved ones."""
        story = self.stories.article(article)
        if story is None:
            return
        read, saved = self._states.get(article, (False, False))
        self._states[article] = (read, not saved)
        self.marked.emit(article, None, not saved)
        self._keep(lambda library: library.set_saved(article, not saved))
        self._show_shelves()
        words = _("Not saved any more: {title}") if saved else _("Saved: {title}")
        self.told.emit(words.format(title=story.name))

    def remove(self, article: str) -> None:
        """Take a story out of the list; it can be brought back."""
        story = self.stories.article(article)
        place = self.stories.remove(article)
        if story is None or place < 0:
            return
        self._taken_out.append((article, place))
        self.removed.emit(article)
        self._keep(lambda library: library.remove(article))
        self._show_shelves()
        self.told.emit(_("Removed: {title}. Ctrl+Z brings it back.").format(title=story.name))

    def undo_remove(self) -> None:
        """Bring the story back that was removed last."""
        while self._taken_out:
            article, place = self._taken_out.pop()
            story = self.stories.article(article)
            if story is None:
                continue
            self.stories.bring_back(article, place)
            self._keep(partial(_restore, article))
            found = (self.stories.article(key) for key in self.stories.order)
            rows = tuple(self._row(other) for other in found if other is not None)
            self.rows_shown.emit(self._list_title(), rows)
            self._show_shelves()
            self.show_story(article)
            self.told.emit(_("Brought back: {title}").format(title=story.name))
            return
        self.told.emit(_("There is no removed story to bring back."))

    def set_setting(self, key: str, value: str) -> None:
        """Remember a choice of the reader's."""
        self._keep(lambda library: library.set_setting(key, value))

    # --- details ---------------------------------------------------------------------------

    def _tell_source(self, error: Exception) -> None:
        if not isinstance(error, SourceError):
            raise error
        self.told.emit(str(error))

    def _list_title(self) -> str:
        return _title(self._edition) if self._edition is not None else _("All stories")

    def _row(self, article: Article) -> Row:
        read, saved = self._states.get(article.id, (False, False))
        section = article.section or (self._edition.section if self._edition else "")
        return Row(
            article.id,
            article.name,
            section,
            _date(article.published) or article.published_text,
            article.word_count,
            read,
            saved,
        )

    def _keep(
        self,
        work: Callable[[Library], object],
        then: Callable[..., None] | None = None,
        without: object = None,
    ) -> None:
        """Do something with the library; ``without`` is the result where there is none."""

        def do() -> object:
            return work(self._library) if self._library is not None else without

        def failed(error: Exception) -> None:
            if not isinstance(error, LibraryError):
                raise error
            self.told.emit(str(error))
            if then is not None:
                then(without)

        self._tasks.in_order(do, then, failed)


def _opened_words(edition: Edition, count: int) -> str:
    stories = ngettext("{n} story", "{n} stories", count).format(n=count)
    title = _title(edition)
    return _("{title}: {stories}.").format(title=title, stories=stories) if title else stories


def _restore(article: str, library: Library) -> None:
    library.restore(article)


def _title(edition: Edition) -> str:
    return edition.section or edition.title


def _now() -> datetime:
    return datetime.now().astimezone()


def _date(moment: datetime | None) -> str:
    if moment is None:
        return ""
    return QLocale().toString(QDate(moment.year, moment.month, moment.day), _("d MMM yyyy"))


def _row_of(summary: ArticleSummary) -> Row:
    return Row(
        summary.id,
        summary.name,
        summary.section or summary.source_title,
        _date(summary.published),
        summary.words,
        summary.read,
        summary.saved,
    )
