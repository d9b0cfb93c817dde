"""What the library has, made ready for the list of stories and the pane of sources.

Functions of a library alone: they run on its thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from gettext import gettext as _

from PySide6.QtCore import QDate, QLocale

from tidings.document import Article, Position
from tidings.library import ArticleSummary, Cursor, Library, LibraryError, View
from tidings.ui.article_rows import Row
from tidings.ui.marks import Mark
from tidings.ui.shelves import Shelf


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of stories that is ready to be shown.

    ``key`` names the view in the pane of sources, empty where it does not stand there.
    ``places`` says where to go in a story, before all that was kept, ``pages`` the address
    of the page that each story of a view is of. ``rest`` is where the view goes on that was
    not listed to its end, None where it was; ``beyond`` counts the stories there.
    """

    key: str
    title: str
    rows: tuple[Row, ...]
    articles: tuple[Article, ...]
    places: Mapping[str, Position] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    rest: Cursor | None = None
    beyond: int = 0

    def joined(self, other: Listing) -> Listing:
        """Return the listing with what follows it."""
        return replace(
            self,
            rows=(*self.rows, *other.rows),
            articles=(*self.articles, *other.articles),
            pages={**self.pages, **other.pages},
            rest=other.rest,
            beyond=other.beyond,
        )


PAGE = 200
"""Stories of a view that are listed at a time: the rest when one comes near their end."""

VIEWS = {view.value: view for view in (View.UNREAD, View.SAVED, View.ALL)}
"""The views over all pages, by their keys in the pane of sources."""


def list_view(library: Library, key: str, after: Cursor | None = None, listed: int = 0) -> Listing:
    """Return stories of one of :data:`VIEWS`, from the first or those that come ``after``.

    ``listed`` of them are listed before these.
    """
    view = VIEWS[key]
    summaries = library.summaries(view, limit=PAGE, after=after)
    listing = _listing(library, key, _titles()[key], {s.id: _row_of(s) for s in summaries})
    is_end = len(summaries) < PAGE
    beyond = 0 if is_end else max(0, _numbers(library)[view] - listed - len(summaries))
    return replace(
        listing,
        pages={s.id: s.source for s in summaries},
        rest=None if is_end else summaries[-1].cursor,
        beyond=beyond,
    )


def list_found(library: Library, words: str) -> Listing:
    """Return the stories that hold all the words, each with the place where they stand."""
    hits = library.search(words)
    rows = {hit.article.id: replace(_row_of(hit.article), section=hit.context) for hit in hits}
    title = _("Stories with “{words}”").format(words=words)
    places = {hit.article.id: hit.position for hit in hits}
    pages = {hit.article.id: hit.article.source for hit in hits}
    return replace(_listing(library, "", title, rows), places=places, pages=pages)


def shelves(library: Library) -> list[Shelf]:
    """Return what the pane of sources shows: the views, then the pages."""
    numbers, titles = _numbers(library), _titles()
    return [
        *(Shelf(key, titles[key], numbers[view]) for key, view in VIEWS.items()),
        *(
            Shelf(
                source.address,
                source.title or source.address,
                source.unread,
                unread=True,
                error=source.error,
                folder=source.folder,
                followed=source.followed,
            )
            for source in library.sources()
        ),
    ]


def _numbers(library: Library) -> dict[View, int]:
    counts = library.counts()
    return {View.UNREAD: counts.unread, View.SAVED: counts.saved, View.ALL: counts.all}


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
    )


def _listing(library: Library, key: str, title: str, rows: Mapping[str, Row]) -> Listing:
    articles = tuple(_readable(library, rows))
    return Listing(key, title, tuple(rows[article.id] for article in articles), articles)


def _readable(library: Library, ids: Iterable[str]) -> Iterable[Article]:
    """Yield the stories; one that is damaged does not take the others along."""
    for id_ in ids:
        try:
            yield library.article(id_)
        except LibraryError:
            continue


def _titles() -> dict[str, str]:
    return {
        View.UNREAD.value: _("Unread"),
        View.SAVED.value: _("Saved"),
        View.ALL.value: _("All stories"),
    }


def _row_of(summary: ArticleSummary) -> Row:
    return Row(
        summary.id,
        summary.name,
        summary.section or summary.source_title,
        _date(summary.published),
        summary.words,
        summary.read,
        summary.saved,
        summary.language,
    )


def _date(moment: datetime | None) -> str:
    if moment is None:
        return ""
    return QLocale().toString(QDate(moment.year, moment.month, moment.day), _("d MMM yyyy"))
