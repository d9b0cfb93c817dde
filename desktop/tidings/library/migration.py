"""An older library becomes one of this version; the old one stays beside it.

All in one transaction: a kill at any moment leaves the old file or the new one whole. The
copy is made first, under a name of its own while it is not whole, and gets its last name
after the new file is confirmed. That is when the reader is told, once.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from gettext import gettext as _
from pathlib import Path

from tidings.library import folded_together, schema, twins
from tidings.library.failures import plainly, sentence
from tidings.library.values import LibraryError

_COPY_PENDING = "copied version"

_FROM_1 = """
DROP INDEX article_by_date;
DROP INDEX edition_of_article;
DROP INDEX place_by_time;
ALTER TABLE source RENAME TO source_1;
ALTER TABLE article RENAME TO article_1;
ALTER TABLE edition_article RENAME TO edition_article_1;
ALTER TABLE place RENAME TO place_1;
"""
_FILLED_FROM_1 = f"""
INSERT INTO source (key, address, title, edition, opened_at, opening, position)
SELECT key, address, title, edition, opened_at, opening, key FROM source_1;
INSERT INTO article (key, id, name, section, address, published, order_by, arrived, words,
    language, direction, title_key, read, saved, removed)
SELECT key, id, name, section, address, published, -sorted_by, now(), words,
    language, direction, title_key(name), read <> 0, saved <> 0, removed <> 0 FROM article_1;
INSERT INTO body (article, document) SELECT key, document FROM article_1;
INSERT INTO words (rowid, folded) SELECT key, folded FROM article_1;
INSERT INTO edition_article (source, article, ordinal, order_by)
SELECT link.source, link.article, COALESCE(link.ordinal, {schema.GONE}), -article_1.sorted_by
FROM edition_article_1 AS link JOIN article_1 ON article_1.key = link.article;
INSERT INTO place SELECT article, block, character, moved FROM place_1;
DROP TABLE place_1;
DROP TABLE edition_article_1;
DROP TABLE article_1;
DROP TABLE source_1;
"""
_COUNTED = """
UPDATE source SET (total, unread) = (
    SELECT COUNT(*) FILTER (WHERE article.removed = 0),
        COUNT(*) FILTER (WHERE article.removed = 0 AND article.read = 0)
    FROM edition_article JOIN article ON article.key = edition_article.article
    WHERE edition_article.source = source.key
);
"""


_FROM_2 = """
ALTER TABLE source ADD COLUMN every INTEGER;
ALTER TABLE source ADD COLUMN watch_words TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN named_by TEXT;
ALTER TABLE source ADD COLUMN not_before REAL;
ALTER TABLE source ADD COLUMN moved_to TEXT NOT NULL DEFAULT '';
UPDATE source SET named_by = (
    SELECT value FROM setting WHERE name = 'named-by:' || source.address
);
DELETE FROM setting WHERE name LIKE 'named-by:%' OR name LIKE 'not-before:%';
"""


def migrate(connection: sqlite3.Connection, file: Path, now: datetime) -> None:
    """Bring the file to this version. Raises LibraryError; then the file is as it was."""
    connection.execute("PRAGMA foreign_keys = OFF")
    copy = _copy_name(file)
    try:
        with _written(connection):
            # Another Tidings may have done it while this one waited.
            _application, version = schema.marks(connection)
            if version >= schema.VERSION:
                return
            with plainly(file):
                _make_copy(file, copy)
                _change(connection, version, now)
    except BaseException as error:
        with suppress(OSError):
            _unlink(copy)
        if isinstance(error, OSError):
            raise LibraryError(sentence(sqlite3.SQLITE_IOERR, file)) from error
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def finish(connection: sqlite3.Connection, file: Path) -> str | None:
    """Give the copy its last name, if there is one to be named; return what to tell of it."""
    found = connection.execute("SELECT value FROM meta WHERE name = ?", (_COPY_PENDING,)).fetchone()
    if found is None:
        return None
    notice = None
    copy, kept = _copy_name(file), _free_name(file, found[0])
    if copy.exists():
        try:
            copy.rename(kept)
            _sync_folder(file.parent)
        except OSError:
            kept = copy
        notice = _(
            "Your library was brought to the form of this Tidings. "
            "It is kept as it was before in {copy}."
        ).format(copy=kept)
    with suppress(sqlite3.OperationalError):  # as on a full disk; it is told once all the same
        connection.execute("DELETE FROM meta WHERE name = ?", (_COPY_PENDING,))
    return notice


def _change(connection: sqlite3.Connection, version: int, now: datetime) -> None:
    if version == 1:
        connection.create_function("title_key", 1, twins.title_key, deterministic=True)
        connection.create_function("now", 0, now.timestamp)
        schema.run(connection, _FROM_1)
        schema.run(connection, schema.TABLES + schema.words(connection))
        schema.run(connection, _FILLED_FROM_1 + _COUNTED + schema.TRIGGERS)
        folded_together.fold_all(connection)
    else:
        schema.run(connection, _FROM_2)
    connection.execute("INSERT INTO meta VALUES (?, ?)", (_COPY_PENDING, str(version)))
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")


@contextmanager
def _written(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.rollback()
        raise


def _make_copy(file: Path, copy: Path) -> None:
    """Copy the library, its log included, onto the disk. Nobody can write it meanwhile."""
    _unlink(copy)
    source = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
    try:
        target = sqlite3.connect(copy)
        try:
            target.execute("PRAGMA journal_mode = OFF")
            source.backup(target)
        finally:
            target.close()
    finally:
        source.close()
    with copy.open("rb+") as stream:
        os.fsync(stream.fileno())
    _sync_folder(copy.parent)


def _copy_name(file: Path) -> Path:
    return file.with_name(f"{file.name}.copy")


def _free_name(file: Path, version: str) -> Path:
    """Return where a Tidings of that version looks for its own, or a name like it."""
    kept, count = file.with_name(f"library-{version}.sqlite3"), 1
    while os.path.lexists(kept):
        count += 1
        kept = file.with_name(f"library-{version}.sqlite3.kept-{count}")
    return kept


def _unlink(copy: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        Path(f"{copy}{suffix}").unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
