"""Looking for damage when the library is opened, for what is noticed early can be saved.

Everything is read once; that takes a second for each gigabyte or two, so in a large file
only what the marks and lists stand in is, unless there is a reason: it was not closed, its
size is not what it says, damage was met, or the last time was a week ago.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

LARGE = 64_000_000
"""Bytes from which a file is not read in full each time."""

_EVERY = timedelta(days=7)
_CHECKED = "checked"
_SMALL_TABLES = ("source", "article", "edition_article", "place", "setting", "meta")


def was_left_open(file: Path) -> bool:
    """Tell whether a log stands beside the file, as after a kill. Ask before it is opened."""
    log = Path(f"{file}-wal")
    return log.exists() and log.stat().st_size > 0


def is_sound(connection: sqlite3.Connection, file: Path, now: datetime, *, left_open: bool) -> bool:
    """Tell whether no damage was found. Raises sqlite3.DatabaseError where it is found rudely."""
    large = file.stat().st_size >= LARGE
    if large and not left_open and _has_its_size(connection, file) and _is_recent(connection, now):
        return all(_verdict(connection, f"({table})") for table in _SMALL_TABLES)
    if not _verdict(connection, "(1)"):
        return False
    if large and _has_meta(connection):
        row = (_CHECKED, str(now.timestamp()))
        # Where it cannot be written, as on a full disk, the library can be read all the same.
        with suppress(sqlite3.OperationalError):
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", row)
    return True


def wish_full_check(connection: sqlite3.Connection) -> None:
    """Have everything read when the library is opened next; as far as it can be written."""
    with suppress(sqlite3.Error):
        connection.execute("DELETE FROM meta WHERE name = ?", (_CHECKED,))


def _verdict(connection: sqlite3.Connection, what: str) -> bool:
    (verdict,) = connection.execute(f"PRAGMA quick_check{what}").fetchone()
    return bool(verdict == "ok")


def _has_its_size(connection: sqlite3.Connection, file: Path) -> bool:
    ((pages,), (size,)) = (
        connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size")
    )
    return bool(pages * size == file.stat().st_size)


def _is_recent(connection: sqlite3.Connection, now: datetime) -> bool:
    if not _has_meta(connection):
        return False
    found = connection.execute("SELECT value FROM meta WHERE name = ?", (_CHECKED,)).fetchone()
    return found is not None and 0 <= now.timestamp() - float(found[0]) < _EVERY.total_seconds()


def _has_meta(connection: sqlite3.Connection) -> bool:
    query = "SELECT 1 FROM sqlite_schema WHERE name = 'meta'"
    return connection.execute(query).fetchone() is not None
