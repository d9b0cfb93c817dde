"""What the library has, made ready for the list of stories and the pane of sources.

Functions of a library alone: they run on its thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from gettext import gettext as _

from PySide6.QtCore import QDate, QLocale

from tidings.document import Article, Edition, Position
from tidings.intake import told_again
from tidings.library import ArticleSummary, Cursor, Library, LibraryError, SourceSummary, View
from tidings.ui.article_rows import Row
from tidings.ui.list_choice import ListChoice, ListOrder
from tidings.ui.marks import Mark
from tidings.ui.refreshing import usual_interval
from tidings.ui.shelves import Shelf


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of stories that is ready to be shown.

    ``key`` names the view in the pane of sources, or is the address of the page that is
    listed; empty where it does not stand there. ``since`` leaves out what is older, and
    ``choice`` is how it was made.
    ``section`` is the page's, for stories without one of their own. ``places`` says where
    to go in a story, before all that was kept, ``left_at`` where the reader was in it,
    ``pages`` the address of the page that each story of a view is of. ``rest`` is where a
    list goes on that was not listed to its end, None where it was; ``beyond`` counts the
    stories there.
    """

    key: str
    title: str
    rows: tuple[Row, ...]
    articles: tuple[Article, ...]
    section: str = ""
    since: datetime | None = None
    choice: ListChoice = field(default_factory=ListChoice)
    places: Mapping[str, Position] = field(default_factory=dict)
    left_at: Mapping[str, Position] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    rest: Cursor | None = None
    beyond: int = 0

    @property
    def view(self) -> View:
        """What the library calls it."""
        return VIEWS.get(self.key, View.SOURCE)

    @property
    def ids(self) -> tuple[str, ...]:
        """The stories in their order."""
        return tuple(row.id for row in self.rows)

    @property
    def name(self) -> str:
        """The title, and what is unusual about the list."""
        name = self.title
        if self.choice.unread_only:
            name = _("{list}, unread only").format(list=name)
        if self.choice.order is ListOrder.OLDEST:
            name = _("{list}, the oldest first").format(list=name)
        elif self.choice.order is ListOrder.NEWEST and self.key not in VIEWS:
            name = _("{list}, the newest first").format(list=name)
        return name

    def summaries(
        self, library: Library, limit: int, after: Cursor | None, until: Cursor | None = None
    ) -> list[ArticleSummary]:
        """Return what the library has of it; a negative limit stands for none."""
        return library.summaries(
            self.view,
            self.key,
            limit=limit,
            after=after,
            until=until,
            unread=self.choice.unread_only,
            since=self.since,
            oldest_first=self.choice.order is ListOrder.OLDEST,
            by_date=self.choice.order is not ListOrder.USUAL,
        )

    def count(self, library: Library, after: Cursor | None) -> int:
        """Return how many stories come after a place; none without a place."""
        if after is None:
            return 0
        return library.count(
            self.view,
            self.key,
            after=after,
            unread=self.choice.unread_only,
            since=self.since,
            oldest_first=self.choice.order is ListOrder.OLDEST,
            by_date=self.choice.order is not ListOrder.USUAL,
        )

    def joined(self, other: Listing) -> Listing:
        """Return the listing with what follows it."""
        return replace(
            self,
            rows=(*self.rows, *other.rows),
            articles=(*self.articles, *other.articles),
            pages={**self.pages, **other.pages},
            left_at={**self.left_at, **other.left_at},
            rest=other.rest,
            beyond=other.beyond,
        )


PAGE = 200
"""Stories that are listed at a time: the rest when one comes near their end."""

FAR = 2_000
"""Stories that are listed at the most to come to the one that the reader was in."""

TODAY = "today"
"""The key of the view of what has come, or is dated, since the day began."""

VIEWS = {"unread": View.UNREAD, TODAY: View.ALL, "saved": View.SAVED, "all": View.ALL}
"""The views over all pages, by their keys in the pane of sources."""


def list_view(
    library: Library, key: str, today: datetime, choice: ListChoice, wanted: str = ""
) -> Listing:
    """Return the first stories of one of :data:`VIEWS`; ``today`` is when the day began.

    ``wanted`` is a story that is to be among them.
    """
    since = today if key == TODAY else None
    # What is unread is in a view of its own, for which there is nothing to leave out.
    choice = replace(choice, unread_only=choice.unread_only and key != "unread")
    bare = Listing(key, _titles()[key], (), (), since=since, choice=choice)
    return _list_as_chosen(library, bare, {}, wanted)


def list_page(library: Library, edition: Edition, choice: ListChoice, wanted: str = "") -> Listing:
    """Return the first stories of a page: those on it, then those that have left it.

    ``wanted`` is a story that is to be among them.
    """
    bare = replace(bare_listing(edition), choice=choice)
    have = {article.id: article for article in edition.articles}
    return _list_as_chosen(library, bare, have, wanted)


def _list_as_chosen(
    library: Library, bare: Listing, have: Mapping[str, Article], wanted: str
) -> Listing:
    listing = list_more(library, bare, have)
    if not listing.rows and bare.choice.unread_only:
        # Better what is read than a list that seems to be empty.
        bare = replace(bare, choice=replace(bare.choice, unread_only=False))
        listing = list_more(library, bare, have)
    if bare.choice.unread_only and wanted and library.summary(wanted).read:
        return listing
    while wanted and listing.rest and wanted not in listing.ids and len(listing.rows) < FAR:
        listing = listing.joined(list_more(library, listing, have))
    return listing


def bare_listing(edition: Edition) -> Listing:
    """Return the listing of a page without its stories."""
    return Listing(edition.address, edition.section or edition.title, (), (), edition.section)


def list_more(
    library: Library, listing: Listing, have: Mapping[str, Article] | None = None
) -> Listing:
    """Return the stories that come after those of a listing; ``have`` some of them already."""
    found = listing.summaries(library, PAGE, listing.rest)
    rest = found[-1].cursor if len(found) == PAGE else None
    beyond = listing.count(library, rest)
    more = with_stories(library, listing, found, have or {})
    return replace(more, rest=rest if beyond else None, beyond=beyond)


def with_stories(
    library: Library,
    listing: Listing,
    summaries: Iterable[ArticleSummary],
    have: Mapping[str, Article],
) -> Listing:
    """Return a listing with these stories instead of its own.

    One that is damaged does not take the others along.
    """
    rows, articles, pages, left_at = [], [], {}, {}
    for summary in summaries:
        article = have.get(summary.id)
        if article is None or (article.is_summary and summary.whole):
            try:
                article = library.article(summary.id)
            except LibraryError:
                continue
        if listing.key in VIEWS:
            pages[summary.id] = summary.source
        rows.append(row_of(summary, listing, article.published_text))
        articles.append(article)
        place = library.place(summary.id)
        if place is not None:
            left_at[summary.id] = place
    return replace(
        listing, rows=tuple(rows), articles=tuple(articles), pages=pages, left_at=left_at
    )


def list_found(library: Library, words: str) -> Listing:
    """Return the stories that hold all the words, each with the place where they stand."""
    hits = {hit.article.id: hit for hit in library.search(words)}
    title = _("Stories with “{words}”").format(words=words)
    listing = with_stories(
        library, Listing("", title, (), ()), (hit.article for hit in hits.values()), {}
    )
    return replace(
        listing,
        rows=tuple(replace(row, section=hits[row.id].context) for row in listing.rows),
        places={id_: hit.position for id_, hit in hits.items()},
        pages={id_: hit.article.source for id_, hit in hits.items()},
    )


def shelves(library: Library, today: datetime) -> list[Shelf]:
    """Return what the pane of sources shows: the views, then the pages.

    ``today`` is when the day began.
    """
    counts, titles = library.counts(today), _titles()
    usual = usual_interval(library.settings())
    numbers = {
        "unread": counts.unread,
        TODAY: counts.recent,
        "saved": counts.saved,
        "all": counts.all,
    }
    return [
        *(Shelf(key, titles[key], numbers[key]) for key in VIEWS),
        *(
            Shelf(
                source.address,
                source.title or source.address,
                source.unread,
                unread=True,
                error=_what_is_wrong(source, usual),
                folder=source.folder,
                followed=source.followed,
            )
            for source in library.sources()
        ),
    ]


def _what_is_wrong(source: SourceSummary, usual: int) -> str:
    """Return what there is to know of a source, and when it is asked again by the clock."""
    is_asked = source.followed and (usual if source.every is None else source.every)
    if not source.error or not is_asked or source.next_check_at is None:
        return source.error
    again = told_again(source.next_check_at, datetime.now().astimezone())
    return f"{source.error} {again}"


def row(article: Article, mark: Mark, section: str) -> Row:
    """Return the row of a story of a page; ``section`` is the page's, where it has none."""
    return Row(
        article.id,
        article.name,
        article.section or section,
        _date(article.published) or article.published_text,
        article.word_count,
        mark.read,
        mark.saved,
        article.language,
        mark.changed,
    )


def _titles() -> dict[str, str]:
    return {
        "unread": _("Unread"),
        TODAY: _("Today"),
        "saved": _("Saved"),
        "all": _("All stories"),
    }


def row_of(summary: ArticleSummary, listing: Listing, undated: str) -> Row:
    """Return a story's row in a list; ``undated`` is said where its date is not known."""
    of_page = summary.source_title if listing.key in VIEWS else listing.section
    return Row(
        summary.id,
        summary.name,
        summary.section or of_page,
        _date(summary.published) or undated,
        summary.words,
        summary.read,
        summary.saved,
        summary.language,
        summary.changed,
        summary.also_in,
    )


def _date(moment: datetime | None) -> str:
    if moment is None:
        return ""
    return QLocale().toString(QDate(moment.year, moment.month, moment.day), _("d MMM yyyy"))
