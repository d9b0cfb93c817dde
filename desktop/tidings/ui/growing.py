"""A list that grows while it is read: at its end as one goes on, and anywhere by what has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from gettext import ngettext

from PySide6.QtCore import QObject, Signal

from tidings.document import Edition
from tidings.library import ArticleSummary, Cursor, Library
from tidings.ui.article_rows import Row
from tidings.ui.day import Day
from tidings.ui.keeping import Keeping
from tidings.ui.listings import VIEWS, Listing, list_more, row_of, with_stories
from tidings.ui.marks import Mark, Marks
from tidings.ui.removing import Removing
from tidings.ui.stories import Stories

TO_END = 5_000
"""Stories that are listed at once at the most, to come to the end of a list."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What the library has of a list by now, as far as it was listed.

    ``order`` are the ids of all its stories, ``new`` has those that are not listed, and
    counts what is beyond. ``anew`` has those of which something else is told than is listed,
    and ``edition`` is the page, where the list is of one.
    """

    order: tuple[str, ...]
    new: Listing
    anew: Listing
    edition: Edition | None = None


def growth(library: Library, listing: Listing, listed: frozenset[str]) -> Growth:
    """Return what has come into a list of which the stories ``listed`` are known."""
    found = listing.summaries(library, -1, None, until=listing.rest)
    new = with_stories(library, listing, (s for s in found if s.id not in listed), {})
    told = {row.id: row for row in listing.rows}
    others = (s for s in found if s.id in told and _tells_anew(told[s.id], s, listing))
    anew = with_stories(library, listing, others, {})
    beyond = listing.count(library, listing.rest)
    edition = None if listing.key in VIEWS else library.edition(listing.key)
    order = tuple(summary.id for summary in found)
    return Growth(order, replace(new, beyond=beyond), anew, edition)


def _tells_anew(row: Row, summary: ArticleSummary, listing: Listing) -> bool:
    # What is read and saved changes in the marks alone.
    now = row_of(summary, listing, row.date)
    return replace(now, read=row.read, saved=row.saved) != row


def insertions(listed: Sequence[str], order: Sequence[str]) -> list[tuple[int, tuple[str, ...]]]:
    """Return where what is not listed comes in: places in the list as it is, and the ids there.

    Each comes behind what it follows in ``order``, so that nothing that is listed moves.
    """
    places = {id_: place for place, id_ in enumerate(listed)}
    slots: dict[int, list[str]] = {}
    slot = 0
    for id_ in order:
        place = places.get(id_)
        if place is None:
            slots.setdefault(slot, []).append(id_)
        else:
            slot = place + 1
    return [(slot, tuple(ids)) for slot, ids in sorted(slots.items())]


def _marked(row: Row, mark: Mark) -> Row:
    if (row.read, row.saved, row.changed) == (mark.read, mark.saved, mark.changed):
        return row
    return replace(row, read=mark.read, saved=mark.saved, changed=mark.changed)


class Growing(Removing):
    """Adds to what is listed, and moves nothing of it."""

    end_listed = Signal()
    """What was asked for of the list's end is there."""

    def __init__(
        self,
        keeping: Keeping,
        marks: Marks,
        stories: Stories,
        day: Day,
        is_read: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(keeping, marks, stories, day, is_read, parent)
        self._fetched: tuple[int, Cursor] | None = None
        """Of which list, and from where on, the rest is under way."""

    def list_rest(self) -> None:
        """List more of what was not listed to its end."""
        rest = self._listing.rest
        if rest is None or self._fetched == (self._lists, rest):
            return
        self._fetched = self._lists, rest
        self._list_on(1, lambda: None)

    def list_to_end(self) -> None:
        """List the whole rest, and have the last story chosen; of a very long one, a part."""

        def listed() -> None:
            left = self._listing.beyond
            if left:
                words = ngettext(
                    "{n} more story follows. In another order it comes first.",
                    "{n} more stories follow. In another order they come first.",
                    left,
                )
                self.told.emit(words.format(n=left))
            self.end_listed.emit()

        if self._listing.rest is None:
            self.end_listed.emit()
        else:
            self._list_on(TO_END, listed, self.list_to_end)

    def _list_on(
        self, stories: int, then: Callable[[], None], overtaken: Callable[[], None] | None = None
    ) -> None:
        """List so many stories more, or a page of them, and then go on.

        ``overtaken`` is called instead where others have been listed meanwhile.
        """
        listing, number = self._listing, self._lists

        def find(library: Library) -> Listing:
            more = list_more(library, listing)
            while more.rest is not None and len(more.rows) < stories:
                more = more.joined(list_more(library, more))
            return more

        def found(more: Listing) -> None:
            if self._lists != number:
                return
            if self._listing.rest != listing.rest:
                if overtaken is not None:
                    overtaken()
                return
            new = self._learn(more)
            self.stories.add(new.articles)
            self._listing = self._listing.joined(more)
            self.rows_added.emit(self._listing.name, new.rows)
            then()

        self._keeping.do(find, found)

    def take_news(self) -> None:
        """Have the list and the pane tell what the library has by now.

        What is chosen, what is on the screen and the story in hand stay as they are.
        """
        self._show_shelves()
        if self._listing.key:
            self._grow(lambda _more: None)

    def _grow(self, then: Callable[[int], None]) -> None:
        """Take in what has come; ``then`` is told how many stories there are more."""
        rows = tuple(_marked(row, self.marks.of(row.id)) for row in self._listing.rows)
        listing, number = replace(self._listing, rows=rows), self._lists
        listed = frozenset(self.stories.order)

        def found(grown: Growth) -> None:
            if self._lists == number:
                then(self._take_in(grown))

        self._keeping.do(lambda library: growth(library, listing, listed), found)

    def _take_in(self, grown: Growth) -> int:
        new = self._learn(grown.new)
        rows = {row.id: row for row in new.rows}
        articles = {article.id: article for article in new.articles}
        listed = set(self.stories.order)
        order = [id_ for id_ in grown.order if id_ in listed or id_ in rows]
        places = insertions(self.stories.order, order)
        for place, ids in reversed(places):
            self.stories.insert(place, [articles[id_] for id_ in ids])
        self._renew_page(grown.edition)
        more = len(new.rows) + max(0, new.beyond - self._listing.beyond)
        self._listing = replace(
            self._listing.joined(new), rest=self._listing.rest, beyond=new.beyond
        )
        came = tuple((place, tuple(rows[id_] for id_ in ids)) for place, ids in places)
        self.rows_came.emit(self._listing.name, came, self._told_anew(grown.anew))
        return more

    def _told_anew(self, anew: Listing) -> tuple[Row, ...]:
        rows = {}
        for row in anew.rows:
            mark = self.marks.of(row.id)
            if mark.read == row.read:
                mark = replace(mark, changed=row.changed)
                self.marks.learn_mark(row.id, mark)
            rows[row.id] = _marked(row, mark)
        listed = tuple(rows.get(row.id, row) for row in self._listing.rows)
        self._listing = replace(self._listing, rows=listed)
        for article in anew.articles:
            self._texts.renew(article, self._article)
        return tuple(rows.values())

    def _renew_page(self, edition: Edition | None) -> None:
        """Take over where a page leads on to. Its bar and links stay until it is opened."""
        if edition is not None and self._edition is not None:
            self._edition = edition

    def _learn(self, listing: Listing) -> Listing:
        """Take over what is known of stories; return those that are not listed yet."""
        known = set(self.stories.order)
        rows = tuple(row for row in listing.rows if row.id not in known)
        for row in rows:
            self.marks.learn_mark(row.id, Mark(row.read, row.saved, row.changed))
        self.marks.learn_places(listing.left_at)
        articles = tuple(article for article in listing.articles if article.id not in known)
        return replace(listing, rows=rows, articles=articles)
