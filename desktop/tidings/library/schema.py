"""The library's file: its mark, its version and its tables."""

from __future__ import annotations

import sqlite3
from pathlib import Path

APPLICATION_ID = 0x54494447
"""The mark in the file's header that makes it ours ("TIDG")."""

VERSION = 3
"""The newest layout of the tables that this program knows."""

GONE = 1 << 40
"""The ordinal of a story that is no longer on its page: behind all that are."""

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100

# What a list shows stands apart from the texts, so that a list reads few pages of the file.
# Orders are ascending throughout: row values compare one way only.
TABLES = """
CREATE TABLE source (
    key INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    own_title TEXT NOT NULL DEFAULT '', -- given by the reader
    kind TEXT NOT NULL DEFAULT 'page',
    folder TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    edition BLOB,                      -- the edition as JSON, without its articles
    opened_at TEXT,                    -- NULL: followed, never opened
    opening INTEGER NOT NULL DEFAULT 0, -- counts up: what was opened last has the highest
    followed INTEGER NOT NULL DEFAULT 0,
    watch_breaking INTEGER NOT NULL DEFAULT 0,
    full_text INTEGER NOT NULL DEFAULT 0,
    keep_days INTEGER,                 -- NULL: for ever
    keep_count INTEGER,                -- NULL: all
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    checked_at REAL,                   -- seconds since 1970, like all times below
    next_check_at REAL,                -- NULL: at once
    failures INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT '',
    removed_at REAL,
    unread INTEGER NOT NULL DEFAULT 0, -- counted by the triggers
    total INTEGER NOT NULL DEFAULT 0,
    every INTEGER,                     -- minutes; 0: by hand alone, NULL: as usual
    watch_words TEXT NOT NULL DEFAULT '',
    named_by TEXT,                     -- '': the reader typed it, NULL: not known
    not_before REAL,                   -- it wants to be left alone until then
    moved_to TEXT NOT NULL DEFAULT ''  -- where it said last that it had gone for good
) STRICT;
CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    section TEXT NOT NULL,
    address TEXT NOT NULL,
    published TEXT,
    order_by REAL NOT NULL,            -- minus the seconds of its date, or of its arrival
    arrived REAL NOT NULL,
    words INTEGER NOT NULL,
    language TEXT NOT NULL,
    direction TEXT NOT NULL,
    digest BLOB,                       -- of the article as its page or feed gave it
    whole INTEGER NOT NULL DEFAULT 2,  -- 0: a feed's summary, 1: its text, 2: the page's own
    title_key TEXT NOT NULL DEFAULT '', -- the same in stories whose titles are the same
    folded_into INTEGER,               -- the key of the story that stands for it in lists
    changed INTEGER NOT NULL DEFAULT 0, -- since it was read
    read INTEGER NOT NULL DEFAULT 0,
    saved INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0 -- 1: by the reader, 2: with its source
) STRICT;
CREATE INDEX article_listed ON article (order_by, key, folded_into) WHERE removed = 0;
CREATE INDEX article_unread ON article (order_by, key)
    WHERE removed = 0 AND folded_into IS NULL AND read = 0;
CREATE INDEX article_saved ON article (order_by, key) WHERE removed = 0 AND saved = 1;
CREATE INDEX article_by_title ON article (title_key) WHERE title_key <> '';
CREATE INDEX article_folded ON article (folded_into) WHERE folded_into IS NOT NULL;
CREATE TABLE body (
    article INTEGER PRIMARY KEY REFERENCES article (key),
    document BLOB NOT NULL,            -- the article as JSON, packed
    says BLOB,                         -- what it says, a hash for each passage
    heard BLOB                         -- what it said when it was read
) STRICT;
CREATE TABLE edition_article (
    source INTEGER NOT NULL REFERENCES source (key),
    article INTEGER NOT NULL REFERENCES article (key),
    ordinal INTEGER NOT NULL,          -- GONE: no longer on the page, kept in the library
    order_by REAL NOT NULL,            -- the article's
    PRIMARY KEY (source, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX edition_of_article ON edition_article (article);
CREATE INDEX edition_order ON edition_article (source, ordinal, order_by, article);
CREATE TABLE place (
    article INTEGER PRIMARY KEY REFERENCES article (key),
    block INTEGER NOT NULL,
    character INTEGER NOT NULL,
    moved INTEGER NOT NULL             -- counts up: the last place has the highest
) STRICT;
CREATE INDEX place_by_time ON place (moved);
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

SETTING = """
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

# Each word of the folded text is a token: everything in it but the space is a letter or a
# digit, and to this tokenizer all that is not ASCII is one.
_WORDS = "CREATE VIRTUAL TABLE words USING fts5 (folded, tokenize = 'ascii', prefix = '1 2 3');"
_WORDS_PLAINLY = "CREATE TABLE words (key INTEGER PRIMARY KEY, folded TEXT NOT NULL) STRICT;"

# The pane of sources shows these counts after each mark: too often to count them anew.
TRIGGERS = """
CREATE TRIGGER count_joined AFTER INSERT ON edition_article BEGIN
    UPDATE source SET total = total + (article.removed = 0),
        unread = unread + (article.removed = 0 AND article.read = 0)
    FROM article WHERE article.key = new.article AND source.key = new.source;
END;
CREATE TRIGGER count_left AFTER DELETE ON edition_article BEGIN
    UPDATE source SET total = total - (article.removed = 0),
        unread = unread - (article.removed = 0 AND article.read = 0)
    FROM article WHERE article.key = old.article AND source.key = old.source;
END;
CREATE TRIGGER count_marked AFTER UPDATE OF read, removed ON article
WHEN old.read <> new.read OR old.removed <> new.removed BEGIN
    UPDATE source SET
        total = total + (new.removed = 0) - (old.removed = 0),
        unread = unread + (new.removed = 0 AND new.read = 0)
            - (old.removed = 0 AND old.read = 0)
    WHERE key IN (SELECT source FROM edition_article WHERE article = new.key);
END;
CREATE TRIGGER order_follows AFTER UPDATE OF order_by ON article
WHEN old.order_by <> new.order_by BEGIN
    UPDATE edition_article SET order_by = new.order_by WHERE article = new.key;
END;
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
        f"BEGIN IMMEDIATE;\n{TABLES}{SETTING}{words(connection)}{TRIGGERS}"
        f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {VERSION};\nCOMMIT;"
    )


def words(connection: sqlite3.Connection) -> str:
    """Return the statement that makes the table of words, with an index where SQLite has one."""
    (has_index,) = connection.execute(
        "SELECT COUNT(*) FROM pragma_module_list WHERE name = 'fts5'"
    ).fetchone()
    return _WORDS if has_index else _WORDS_PLAINLY


def run(connection: sqlite3.Connection, script: str) -> None:
    """Run statements inside the transaction that is open; executescript would end it."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    value = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    assert isinstance(value, int)
    return value
