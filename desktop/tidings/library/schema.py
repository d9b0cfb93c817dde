"""The library's file: its mark, its version and its tables."""

from __future__ import annotations

import sqlite3
from pathlib import Path

APPLICATION_ID = 0x54494447
"""The mark in the file's header that makes it ours ("TIDG")."""

VERSION = 1
"""The newest layout of the tables that this program knows."""

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100

_TABLES = """
CREATE TABLE source (
    key INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    edition BLOB NOT NULL,             -- the edition as JSON, without its articles
    opened_at TEXT NOT NULL,
    opening INTEGER NOT NULL           -- counts up: what was opened last has the highest
) STRICT;
CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    section TEXT NOT NULL,
    address TEXT NOT NULL,
    published TEXT,
    sorted_by REAL NOT NULL,           -- seconds since 1970 of its date, or of its arrival
    words INTEGER NOT NULL,
    language TEXT NOT NULL,
    direction TEXT NOT NULL,
    document BLOB NOT NULL,            -- the article as JSON
    folded TEXT NOT NULL,              -- all its text, made comparable for searching
    read INTEGER NOT NULL DEFAULT 0,
    saved INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX article_by_date ON article (removed, sorted_by DESC);
CREATE TABLE edition_article (
    source INTEGER NOT NULL REFERENCES source (key),
    article INTEGER NOT NULL REFERENCES article (key),
    ordinal INTEGER,                   -- NULL: no longer on the page, kept in the library
    PRIMARY KEY (source, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX edition_of_article ON edition_article (article);
CREATE TABLE place (
    article INTEGER PRIMARY KEY REFERENCES article (key),
    block INTEGER NOT NULL,
    character INTEGER NOT NULL,
    moved INTEGER NOT NULL             -- counts up: the last place has the highest
) STRICT;
CREATE INDEX place_by_time ON place (moved);
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


def header_marks(file: Path) -> tuple[int, int] | None:
    """Return (application id, version) from the file's header, read without SQLite.

    SQLite would write beside a file that it opens; a file that is not ours is not touched.
    None where it is no SQLite file; (0, 0) for an empty one. Raises OSError.
    """
    with file.open("rb") as stream:
        header = stream.read(_HEADER_BYTES)
    if not header:
        return 0, 0
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        return None
    return int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big")


def marks(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return (application id, version) as SQLite sees them, the write-ahead log included."""
    return _number(connection, "application_id"), _number(connection, "user_version")


def is_blank(connection: sqlite3.Connection) -> bool:
    """Tell whether nothing was ever made in the file."""
    return connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is None


def create(connection: sqlite3.Connection) -> None:
    """Make the tables and set the marks, all or nothing."""
    # One script in one transaction: a kill in the middle leaves a blank file.
    connection.executescript(
        f"BEGIN IMMEDIATE;\n{_TABLES}"
        f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {VERSION};\nCOMMIT;"
    )


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    value = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    assert isinstance(value, int)
    return value
