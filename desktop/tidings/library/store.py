"""The library: what the reader opened, marked, and where they were."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from types import TracebackType
from typing import Any

from tidings.document import Article, Edition, Position
from tidings.library import queries, records
from tidings.library.failures import plainly
from tidings.library.finding import find
from tidings.library.folding import needles
from tidings.library.opening import open_connection, open_in_memory
from tidings.library.values import (
    ArticleState,
    ArticleSummary,
    Counts,
    LibraryError,
    SearchHit,
    SourceSummary,
    View,
)

Parameters = Sequence[Any] | Mapping[str, Any]


class Library:
    """The library's one connection. Use it in the thread that opened it.

    Each change is on the disk when its method returns, and is done wholly or not at all.
    Every method raises LibraryError, with a plain sentence, where the disk or another
    program stands in the way, and where a story is named that is not in the library.
    """

    def __init__(self, connection: sqlite3.Connection, file: Path | None) -> None:
        self._connection = connection
        self._name = str(file or _("memory"))

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
        stories with one id the first is kept.
        """
        articles: dict[str, Article] = {}
        for article in edition.articles:
            articles.setdefault(article.id, article)
        with self._writing():
            states = tuple(self._state(id_) for id_ in articles)
            (source,) = self._rows(queries.KEEP_SOURCE, records.source_row(edition, opened_at))[0]
            self._rows("UPDATE edition_article SET ordinal = NULL WHERE source = ?", (source,))
            for ordinal, article in enumerate(articles.values()):
                row = records.article_row(article, opened_at)
                (key,) = self._rows(queries.KEEP_ARTICLE, row)[0]
                self._rows(queries.KEEP_ORDINAL, (source, key, ordinal))
        return states

    def edition(self, address: str) -> Edition | None:
        """Return a page as it was last kept, without the stories that were removed since.

        A story whose record is damaged is left out, and the edition's notes say so.
        """
        found = self._rows("SELECT key, edition FROM source WHERE address = ?", (address,))
        if not found:
            return None
        key, document = found[0]
        rows = self._rows(queries.EDITION_ARTICLES, (key,))
        articles, damaged = _readable(row[0] for row in rows)
        try:
            edition = records.unpack_edition(document, articles)
        except _DAMAGE:
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
        rows = self._rows("SELECT document FROM article WHERE id = ?", (article_id,))
        if not rows:
            raise _not_there()
        articles, damaged = _readable(rows[0])
        if damaged:
            raise LibraryError(_("This story could not be read from the library. Open it again."))
        return articles[0]

    def summaries(
        self, view: View, source: str = "", *, limit: int = -1, offset: int = 0
    ) -> list[ArticleSummary]:
        """Return the stories of a view: the newest first, those of a source in its order.

        ``source`` is the address that View.SOURCE means. A negative ``limit`` gives all.
        """
        rows = self._rows(
            queries.summaries(view), {"source": source, "limit": limit, "offset": offset}
        )
        return [records.summary(row) for row in rows]

    def sources(self) -> list[SourceSummary]:
        """Return all pages, in the order in which they were first kept."""
        return [SourceSummary(*row) for row in self._rows(queries.SOURCES)]

    def counts(self) -> Counts:
        """Return how many stories each view shows."""
        return Counts(*self._rows(queries.COUNTS)[0])

    def search(self, words: str, *, limit: int = 100) -> list[SearchHit]:
        """Return the stories that hold words beginning like all of these, the newest first.

        Upper and lower case, accents and the spellings of Arabic letters do not matter.
        """
        wanted = needles(words)
        if not wanted:
            return []
        hits = []
        for row in self._rows(queries.search(len(wanted)), (*wanted, limit)):
            articles, _damaged = _readable(row[-1:])
            hits += [SearchHit(records.summary(row), *find(found, wanted)) for found in articles]
        return hits

    # Places, marks and settings

    def set_place(self, position: Position) -> None:
        """Remember where the reader is in a story, and that it is the story they are in."""
        self._change(
            queries.SET_PLACE,
            {
                "article": position.article,
                "block": position.block,
                "character": position.character,
            },
        )

    def place(self, article_id: str) -> Position | None:
        """Return where the reader was in a story; None where they were not in it."""
        rows = self._rows(queries.PLACE, (article_id,))
        return Position(*rows[0]) if rows else None

    def last_place(self) -> tuple[str, Position] | None:
        """Return the address of the page and the place in it where the reader left off."""
        rows = self._rows(queries.LAST_PLACE)
        return (rows[0][0], Position(*rows[0][1:])) if rows else None

    def set_read(self, article_id: str, read: bool) -> None:
        """Mark a story as read or unread."""
        self._change("UPDATE article SET read = ? WHERE id = ?", (read, article_id))

    def set_saved(self, article_id: str, saved: bool) -> None:
        """Mark a story as saved, or take the mark away."""
        self._change("UPDATE article SET saved = ? WHERE id = ?", (saved, article_id))

    def remove(self, article_id: str) -> None:
        """Take a story out of every list; its marks and its place are kept for restore."""
        self._change("UPDATE article SET removed = 1 WHERE id = ?", (article_id,))

    def restore(self, article_id: str) -> None:
        """Bring a removed story back as it was."""
        self._change("UPDATE article SET removed = 0 WHERE id = ?", (article_id,))

    def settings(self) -> dict[str, str]:
        """Return all settings by name."""
        return dict(self._rows("SELECT name, value FROM setting"))

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting."""
        self._change(queries.SET_SETTING, (name, value))

    # The connection

    def _state(self, article_id: str) -> ArticleState:
        rows = self._rows(queries.STATE, (article_id,))
        if not rows:
            return ArticleState(article_id, True, False, False, False, None)
        read, saved, removed, block, character = rows[0]
        place = None if block is None else Position(article_id, block, character)
        return ArticleState(article_id, False, bool(read), bool(saved), bool(removed), place)

    def _rows(self, query: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        with plainly(self._name):
            return self._connection.execute(query, parameters).fetchall()

    def _change(self, query: str, parameters: Parameters) -> None:
        with plainly(self._name):
            changed = self._connection.execute(query, parameters).rowcount
        if not changed:
            raise _not_there()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Do what is inside wholly or not at all."""
        self._rows("BEGIN IMMEDIATE")
        try:
            yield
            self._rows("COMMIT")
        except BaseException:
            # SQLite has rolled back by itself where the disk is full.
            if self._connection.in_transaction:
                self._connection.rollback()
            raise


@dataclass(frozen=True, slots=True)
class Opened:
    """A library, and a sentence for the reader on what became of a file that stood there."""

    library: Library
    notice: str | None = None


_DAMAGE = (ValueError, KeyError, TypeError, AttributeError, IndexError)


def _readable(documents: Iterable[bytes]) -> tuple[tuple[Article, ...], int]:
    """Return the articles of their records, and how many records are damaged."""
    articles, damaged = [], 0
    for document in documents:
        try:
            articles.append(records.unpack_article(document))
        except _DAMAGE:
            damaged += 1
    return tuple(articles), damaged


def _not_there() -> LibraryError:
    return LibraryError(_("This story is not in the library."))
