"""A list that grows while it is read: at its end as one goes on, and anywhere by what has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from tidings.library import Cursor, Library
from tidings.ui.day import Day
from tidings.ui.keeping import Keeping
from tidings.ui.listed import Listed
from tidings.ui.listings import Listing, count_after, list_more, with_stories
from tidings.ui.marks import Mark, Marks
from tidings.ui.stories import Stories


@dataclass(frozen=True, slots=True)
class Growth:
    """What the library has of a list by now, as far as it was listed.

    ``order`` are the ids of all its stories, ``new`` has those that are not listed, and
    counts what is beyond.
    """

    order: tuple[str, ...]
    new: Listing


def growth(library: Library, listing: Listing, listed: frozenset[str]) -> Growth:
    """Return what has come into a list of which the stories ``listed`` are known."""
    found = library.summaries(listing.view, listing.key, until=listing.rest, since=listing.since)
    new = with_stories(library, listing, (s for s in found if s.id not in listed), {})
    beyond = count_after(library, listing, listing.rest)
    return Growth(tuple(summary.id for summary in found), replace(new, beyond=beyond))


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


class Growing(Listed):
    """Adds to what is listed, and moves nothing of it."""

    def __init__(
        self,
        keeping: Keeping,
        marks: Marks,
        stories: Stories,
        day: Day,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(keeping, marks, stories, day, parent)
        self._fetched: tuple[int, Cursor] | None = None
        """Of which list, and from where on, the rest is under way."""

    def list_rest(self) -> None:
        """List more of what was not listed to its end."""
        listing, number = self._listing, self._lists
        if listing.rest is None or self._fetched == (number, listing.rest):
            return
        self._fetched = number, listing.rest

        def found(more: Listing) -> None:
            if self._lists != number:
                return
            new = self._learn(more)
            self.stories.add(new.articles)
            self._listing = self._listing.joined(more)
            self.rows_added.emit(listing.title, new.rows)

        self._keeping.do(lambda library: list_more(library, listing), found)

    def _grow(self, then: Callable[[int], None], without: Growth | None = None) -> None:
        """Take in what has come; ``then`` is told how many stories there are more.

        ``without`` a library it is this.
        """
        listing, number = self._listing, self._lists
        listed = frozenset(self.stories.order)

        def found(grown: Growth) -> None:
            if self._lists == number:
                then(self._take_in(grown))

        self._keeping.do(lambda library: growth(library, listing, listed), found, without)

    def _take_in(self, grown: Growth) -> int:
        new = self._learn(grown.new)
        rows = {row.id: row for row in new.rows}
        articles = {article.id: article for article in new.articles}
        listed = set(self.stories.order)
        order = [id_ for id_ in grown.order if id_ in listed or id_ in rows]
        places = insertions(self.stories.order, order)
        for place, ids in reversed(places):
            self.stories.insert(place, [articles[id_] for id_ in ids])
        more = len(new.rows) + max(0, new.beyond - self._listing.beyond)
        self._listing = replace(
            self._listing.joined(new), rest=self._listing.rest, beyond=new.beyond
        )
        came = tuple((place, tuple(rows[id_] for id_ in ids)) for place, ids in places)
        self.rows_came.emit(self._listing.title, came)
        return more

    def _learn(self, listing: Listing) -> Listing:
        """Take over what is known of stories; return those that are not listed yet."""
        known = set(self.stories.order)
        rows = tuple(row for row in listing.rows if row.id not in known)
        for row in rows:
            self.marks.learn_mark(row.id, Mark(row.read, row.saved))
        self.marks.learn_places(listing.left_at)
        articles = tuple(article for article in listing.articles if article.id not in known)
        return replace(listing, rows=rows, articles=articles)
