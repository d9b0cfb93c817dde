"""A library as the second version of its layout kept it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.unit.library.library_values import OPENED
from tidings.document import Edition
from tidings.library import records
from tidings.library.schema import APPLICATION_ID

_TABLES = """
CREATE TABLE source (
    key INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    own_title TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT 'page',
    folder TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    edition BLOB,
    opened_at TEXT,
    opening INTEGER NOT NULL DEFAULT 0,
    followed INTEGER NOT NULL DEFAULT 0,
    watch_breaking INTEGER NOT NULL DEFAULT 0,
    full_text INTEGER NOT NULL DEFAULT 0,
    keep_days INTEGER,
    keep_count INTEGER,
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    checked_at REAL,
    next_check_at REAL,
    failures INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT '',
    removed_at REAL,
    unread INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    section TEXT NOT NULL,
    address TEXT NOT NULL,
    published TEXT,
    order_by REAL NOT NULL,
    arrived REAL NOT NULL,
    words INTEGER NOT NULL,
    language TEXT NOT NULL,
    direction TEXT NOT NULL,
    digest BLOB,
    whole INTEGER NOT NULL DEFAULT 2,
    title_key TEXT NOT NULL DEFAULT '',
    folded_into INTEGER,
    changed INTEGER NOT NULL DEFAULT 0,
    read INTEGER NOT NULL DEFAULT 0,
    saved INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX article_listed ON article (order_by, key, folded_into) WHERE removed = 0;
CREATE INDEX article_unread ON article (order_by, key)
    WHERE removed = 0 AND folded_into IS NULL AND read = 0;
CREATE INDEX article_saved ON article (order_by, key) WHERE removed = 0 AND saved = 1;
CREATE INDEX article_by_title ON article (title_key) WHERE title_key <> '';
CREATE INDEX article_folded ON article (folded_into) WHERE folded_into IS NOT NULL;
CREATE TABLE body (
    article INTEGER PRIMARY KEY REFERENCES article (key),
    document BLOB NOT NULL,
    says BLOB,
    heard BLOB
) STRICT;
CREATE TABLE edition_article (
    source INTEGER NOT NULL REFERENCES source (key),
    article INTEGER NOT NULL REFERENCES article (key),
    ordinal INTEGER NOT NULL,
    order_by REAL NOT NULL,
    PRIMARY KEY (source, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX edition_of_article ON edition_article (article);
CREATE INDEX edition_order ON edition_article (source, ordinal, order_by, article);
CREATE TABLE place (
    article INTEGER PRIMARY KEY REFERENCES article (key),
    block INTEGER NOT NULL,
    character INTEGER NOT NULL,
    moved INTEGER NOT NULL
) STRICT;
CREATE INDEX place_by_time ON place (moved);
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (folded, tokenize = 'ascii', prefix = '1 2 3');
"""
_TRIGGERS = """
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


def make(file: Path, *pages: Edition) -> None:
    """Make the file with pages that are followed.

    Each was named by https://links.example, but the first, which the reader typed. The first
    story is read, the second saved with a place in it.
    """
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(f"BEGIN; {_TABLES}{_TRIGGERS}")
    key = 0
    for number, page in enumerate(pages, 1):
        connection.execute(
            "INSERT INTO source (key, address, title, edition, opened_at, opening, position,"
            " followed, etag) VALUES (:key, :address, :title, :edition, :opened_at, :key, :key, 1,"
            " 'tag')",
            records.source_row(page) | {"key": number, "opened_at": OPENED.isoformat()},
        )
        for ordinal, article in enumerate(page.articles):
            key += 1
            row = records.article_row(article, OPENED) | {"key": key}
            connection.execute(
                "INSERT INTO article (key, id, name, section, address, published, order_by,"
                " arrived, words, language, direction, digest, title_key) VALUES (:key, :id,"
                " :name, :section, :address, :published, :order_by, :arrived, :words, :language,"
                " :direction, :digest, :title_key)",
                row,
            )
            connection.execute(
                "INSERT INTO body (article, document, says) VALUES (:key, :document, :says)", row
            )
            connection.execute("INSERT INTO words (rowid, folded) VALUES (:key, :folded)", row)
            link = (number, key, ordinal, row["order_by"])
            connection.execute("INSERT INTO edition_article VALUES (?, ?, ?, ?)", link)
        named = f"named-by:{page.address}"
        by = "" if number == 1 else "https://links.example"
        connection.execute("INSERT INTO setting VALUES (?, ?)", (named, by))
    connection.execute("UPDATE article SET read = 1 WHERE key = 1")
    connection.execute("UPDATE article SET saved = 1 WHERE key = 2")
    connection.execute("INSERT INTO place VALUES (2, 0, 5, 1)")
    connection.execute("INSERT INTO setting VALUES ('rate', '200')")
    connection.execute("INSERT INTO setting VALUES ('not-before:a', '2026-11-29T08:00:00+00:00')")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 2")
    connection.execute("COMMIT")
    connection.close()
