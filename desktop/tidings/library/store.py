"""The library: what the reader opened, marked, and where they were."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from types import TracebackType
from typing import Any

from tidings.document import Article, Edition, Position
from tidings.library import changes, checking, folded_together, queries, records
from tidings.library.connection import story_not_there
from tidings.library.finding import find
from tidings.library.folding import needles
from tidings.library.following import Following
from tidings.library.opening import open_connection, open_in_memory
from tidings.library.retaining import Retaining
from tidings.library.schema import GONE
from tidings.library.values import (
    ArticleState,
    ArticleSummary,
    Counts,
    Cursor,
    LibraryError,
    SearchHit,
    View,
)


class Library(Following, Retaining):
    """The library's one connection. Use it in the thread that opened it.

    Each change is on the disk when its method returns, and is done wholly or not at all.
    Every method raises LibraryError, with a plain sentence, where the disk or another
    program stands in the way, and where a story is named that is not in the library.
    """

    @staticmethod
    def open(folder: Path, now: datetime | None = None) -> Opened:
        """Open the library of a folder, or begin one; see :class:`Opened`.

        A file that cannot be used is set aside under a new name, with the time ``now`` in
        it. Raises LibraryError where nothing can be kept in the folder.
        """
        connection, file, notice = open_connection(folder, now or datetime.now())
        return Opened(Library(connection, file), notice)

    @staticmethod
    def in_memory() -> Library:
        """Return a library that ends with the program, for where nothing can be kept."""
        return Library(open_in_memory(), None)

    def close(self) -> None:
        """Close the file. The library cannot be used after that."""
        if self._met_damage:
            checking.wish_full_check(self._connection)
        self._connection.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Editions and articles

    def keep_edition(self, edition: Edition, opened_at: datetime) -> tuple[ArticleState, ...]:
        """Keep a page as it was opened, and return what was known of each of its stories.

        Stories that the page held before and no longer holds stay in the library. Of two
        stories with one id the first is kept. A source that was removed is there again.
        """
        with self._writing():
            removed = self._rows(
                "SELECT key FROM source WHERE address = ? AND removed_at IS NOT NULL",
                (edition.address,),
            )
            for (key,) in removed:
                self._bring_back(key)
                self._rows("UPDATE source SET followed = 0 WHERE key = ?", (key,))
            row = records.source_row(edition) | {"opened_at": opened_at.isoformat()}
            ((source, kind),) = self._rows(queries.KEEP_SOURCE, row)
            return self._keep_stories(source, edition.articles, opened_at, from_page=kind == "page")

    def keep_whole(self, article: Article, fetched_at: datetime) -> ArticleState:
        """Keep a story's own text in place of what its feed gave."""
        with self._writing():
            if not self._rows("SELECT 1 FROM article WHERE id = ?", (article.id,)):
                raise story_not_there()
            _key, state, titles = self._keep_story(article, fetched_at, from_page=True)
            folded_together.fold(self._connection, titles)
        return state

    def edition(self, address: str) -> Edition | None:
        """Return a page as it was last kept, without the stories that were removed since.

        A story whose record is damaged is left out, and the edition's notes say so.
        """
        found = self._rows(
            "SELECT key, edition FROM source WHERE address = ? AND removed_at IS NULL", (address,)
        )
        if not found or found[0][1] is None:
            return None
        key, document = found[0]
        rows = self._rows(queries.EDITION_ARTICLES, (key,))
        articles, damaged = _readable(row[0] for row in rows)
        try:
            edition = records.unpack_edition(document, articles)
        except records.DAMAGE:
            edition, damaged = Edition(address, articles), damaged or 1
        if not damaged:
            return edition
        note = ngettext(
            "A part of this page could not be read from the library. Open the page again.",
            "{count} parts of this page could not be read from the library. Open the page again.",
            damaged,
        ).format(count=damaged)
        return replace(edition, notes=(*edition.notes, note))

    def article(self, article_id: str) -> Article:
        """Return a story, also one that was removed."""
        rows = self._rows(queries.DOCUMENT, (article_id,))
        if not rows:
            raise story_not_there()
        articles, damaged = _readable(rows[0])
        if damaged:
            raise LibraryError(_("This story could not be read from the library. Open it again."))
        return articles[0]

    def summaries(
        self,
        view: View,
        source: str = "",
        *,
        limit: int = -1,
        after: Cursor | None = None,
        until: Cursor | None = None,
        unread: bool = False,
        since: datetime | None = None,
        oldest_first: bool = False,
        by_date: bool = False,
        offset: int = 0,
    ) -> list[ArticleSummary]:
        """Return the stories of a view: the newest first, those of a source in its order.

        ``source`` is the address that View.SOURCE means. A negative ``limit`` gives all;
        ``after`` the cursor of a list's last story gives what follows it, as quickly
        anywhere in the list, and ``until`` no more than the story of that cursor. ``unread``
        leaves the read ones out, ``since`` those that are older. ``by_date`` gives a source
        in the order of the views, ``oldest_first`` all in the opposite one.
        """
        query = queries.summaries(
            view,
            after=after is not None,
            until=until is not None,
            unread=unread,
            since=since is not None,
            oldest_first=oldest_first,
            by_date=by_date,
        )
        parameters = _list_parameters(source, after, until, since)
        parameters |= {"limit": limit, "offset": offset, "gone": GONE}
        return [records.summary(row, row[-1]) for row in self._rows(query, parameters)]

    def count(
        self,
        view: View,
        source: str = "",
        *,
        after: Cursor | None = None,
        unread: bool = False,
        since: datetime | None = None,
        oldest_first: bool = False,
        by_date: bool = False,
    ) -> int:
        """Return how many stories :meth:`summaries` would give."""
        query = queries.count(
            view,
            after=after is not None,
            unread=unread,
            since=since is not None,
            oldest_first=oldest_first,
            by_date=by_date,
        )
        ((number,),) = self._rows(query, _list_parameters(source, after, None, since))
        assert isinstance(number, int)
        return number

    def summary(self, article_id: str) -> ArticleSummary:
        """Return one story's line, as in the list of all stories."""
        rows = self._rows(queries.ONE, {"id": article_id, "gone": GONE})
        if not rows:
            raise story_not_there()
        return records.summary(rows[0])

    def also_in(self, article_id: str) -> list[tuple[str, str]]:
        """Return (address, title) of all sources that tell a story, in the reader's order."""
        return self._rows(queries.ALSO_IN, (article_id,))

    def new_blocks(self, article_id: str) -> tuple[int, ...]:
        """Return the indices of what a story says now and did not say when it was read.

        Empty where it says nothing new, and where it was never read.
        """
        rows = self._rows(
            "SELECT body.heard FROM article JOIN body ON body.article = article.key"
            " WHERE article.id = ?",
            (article_id,),
        )
        if not rows or rows[0][0] is None:
            return ()
        return changes.new_blocks(self.article(article_id), rows[0][0])

    def counts(self, since: datetime | None = None) -> Counts:
        """Return how many stories each view shows, and how many of all are not older."""
        return Counts(*self._rows(queries.COUNTS, {"since": _seconds(since)})[0])

    def search(self, words: str, *, limit: int = 100) -> list[SearchHit]:
        """Return the stories that hold words beginning like all of these, the newest first.

        Upper and lower case, accents and the spellings of Arabic letters do not matter.
        """
        wanted = needles(words)
        if not wanted:
            return []
        hits, told = [], set()
        for *columns, document, leader in self._found(wanted, limit):
            if leader in told:
                continue
            told.add(leader)
            articles, _damaged = _readable([document])
            summary = records.summary(columns)
            hits += [SearchHit(summary, *find(found, wanted)) for found in articles]
        return hits

    def _found(self, wanted: tuple[str, ...], limit: int) -> list[tuple[Any, ...]]:
        common = {"limit": limit, "gone": GONE}
        if self._has_index():
            # A needle is a word's beginning, or words in a row and a beginning after them.
            match = " ".join(f'"{needle.strip()}" *' for needle in wanted)
            return self._rows(queries.FOUND, {**common, "words": match})
        named = {f"needle{number}": needle for number, needle in enumerate(wanted)}
        return self._rows(queries.scan(len(wanted)), {**common, **named})

    def _has_index(self) -> bool:
        """Tell whether the words are indexed; where SQLite cannot do so they are scanned."""
        return bool(self._rows("SELECT 1 FROM sqlite_schema WHERE name = 'words_idx'"))

    # Places, marks and settings

    def set_place(self, position: Position) -> None:
        """Remember where the reader is in a story, and that it is the story they are in."""
        row = {
            "article": position.article,
            "block": position.block,
            "character": position.character,
        }
        if not self._change(queries.SET_PLACE, row):
            raise story_not_there()

    def place(self, article_id: str) -> Position | None:
        """Return where the reader was in a story; None where they were not in it."""
        rows = self._rows(queries.PLACE, (article_id,))
        return Position(*rows[0]) if rows else None

    def last_place(self) -> tuple[str, Position] | None:
        """Return the address of the page and the place in it where the reader left off."""
        rows = self._rows(queries.LAST_PLACE)
        return (rows[0][0], Position(*rows[0][1:])) if rows else None

    def set_read(self, article_id: str, read: bool) -> None:
        """Mark a story as read or unread, in all sources that tell it.

        What it said when it was read is remembered, to tell later what is new.
        """
        with self._writing():
            self._mark(article_id, "read = :value", int(read))
            own = "(SELECT key FROM article WHERE id = ?)"
            self._rows(f"UPDATE article SET changed = 0 WHERE key = {own}", (article_id,))
            if read:
                self._rows(f"UPDATE body SET heard = says WHERE article = {own}", (article_id,))

    def set_saved(self, article_id: str, saved: bool) -> None:
        """Mark a story as saved, or take the mark away."""
        query = "UPDATE article SET saved = ? WHERE id = ?"
        if not self._change(query, (int(saved), article_id)):
            raise story_not_there()

    def remove(self, article_id: str) -> None:
        """Take a story out of every list; its marks and its place are kept for restore."""
        with self._writing():
            self._mark(article_id, "removed = max(removed, :value)", 1)

    def restore(self, article_id: str) -> None:
        """Bring a removed story back as it was."""
        with self._writing():
            self._mark(article_id, "removed = iif(removed = 1, :value, removed)", 0)

    def _mark(self, article_id: str, change: str, value: int) -> None:
        """Change a story and those that are folded together with it."""
        rows = self._rows(
            "SELECT COALESCE(folded_into, key) FROM article WHERE id = ?", (article_id,)
        )
        if not rows:
            raise story_not_there()
        self._rows(
            f"UPDATE article SET {change} WHERE key = :leader OR folded_into = :leader",
            {"leader": rows[0][0], "value": value},
        )

    def settings(self) -> dict[str, str]:
        """Return all settings by name."""
        return dict(self._rows("SELECT name, value FROM setting"))

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting."""
        self._rows(queries.SET_SETTING, (name, value))


@dataclass(frozen=True, slots=True)
class Opened:
    """A library, and a sentence for the reader on what became of a file that stood there."""

    library: Library
    notice: str | None = None


def _list_parameters(
    source: str, after: Cursor | None, until: Cursor | None, since: datetime | None
) -> dict[str, Any]:
    start, end = after or Cursor(0, 0), until or Cursor(0, 0)
    return {
        "source": source,
        "order": start.order,
        "key": start.key,
        "ordinal": start.ordinal,
        "until_order": end.order,
        "until_key": end.key,
        "until_ordinal": end.ordinal,
        "since": _seconds(since),
    }


def _seconds(moment: datetime | None) -> float:
    return moment.timestamp() if moment else math.inf


def _readable(documents: Iterable[bytes]) -> tuple[tuple[Article, ...], int]:
    """Return the articles of their records, and how many records are damaged."""
    articles, damaged = [], 0
    for document in documents:
        try:
            articles.append(records.unpack_article(document))
        except records.DAMAGE:
            damaged += 1
    return tuple(articles), damaged
