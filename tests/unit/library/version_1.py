"""A library as the first version of its layout kept it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tests.unit.library.library_values import OPENED
from tidings.document import Edition, article_to_json, edition_to_json
from tidings.library.folding import fold
from tidings.library.schema import APPLICATION_ID

_TABLES = """
CREATE TABLE source (
    key INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    edition BLOB NOT NULL,
    opened_at TEXT NOT NULL,
    opening INTEGER NOT NULL
) STRICT;
CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    section TEXT NOT NULL,
    address TEXT NOT NULL,
    published TEXT,
    sorted_by REAL NOT NULL,
    words INTEGER NOT NULL,
    language TEXT NOT NULL,
    direction TEXT NOT NULL,
    document BLOB NOT NULL,
    folded TEXT NOT NULL,
    read INTEGER NOT NULL DEFAULT 0,
    saved INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX article_by_date ON article (removed, sorted_by DESC);
CREATE TABLE edition_article (
    source INTEGER NOT NULL REFERENCES source (key),
    article INTEGER NOT NULL REFERENCES article (key),
    ordinal INTEGER,
    PRIMARY KEY (source, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX edition_of_article ON edition_article (article);
CREATE TABLE place (
    article INTEGER PRIMARY KEY REFERENCES article (key),
    block INTEGER NOT NULL,
    character INTEGER NOT NULL,
    moved INTEGER NOT NULL
) STRICT;
CREATE INDEX place_by_time ON place (moved);
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


def make(file: Path, *pages: Edition, closed: bool = True) -> sqlite3.Connection:
    """Make the file with pages, each with a story of its own behind them that has left it.

    Of the first page, the first story is read and the second saved with a place in it.
    Left open, what was made stands in the log, as after a kill.
    """
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(f"BEGIN; {_TABLES}")
    key = 0
    for number, page in enumerate(pages, 1):
        document = json.dumps(edition_to_json(page) | {"articles": []}).encode()
        row = (number, page.address, page.section, document, OPENED.isoformat(), number)
        connection.execute("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?)", row)
        for ordinal, article in enumerate(page.articles):
            key += 1
            connection.execute(
                "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0)",
                (
                    key, article.id, article.name, article.section, article.url,
                    article.published and article.published.isoformat(),
                    (article.published or OPENED).timestamp(), article.word_count,
                    article.language, article.direction.value,
                    json.dumps(article_to_json(article)).encode(),
                    fold("\n".join(article.part_text(part) for part in article.parts)),
                ),
            )  # fmt: skip
            gone = ordinal == len(page.articles) - 1
            link = (number, key, None if gone else ordinal)
            connection.execute("INSERT INTO edition_article VALUES (?, ?, ?)", link)
    connection.execute("UPDATE article SET read = 1 WHERE key = 1")
    connection.execute("UPDATE article SET saved = 1 WHERE key = 2")
    connection.execute("INSERT INTO place VALUES (2, 0, 5, 1)")
    connection.execute("INSERT INTO setting VALUES ('rate', '200')")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    connection.execute("COMMIT")
    if closed:
        connection.close()
    return connection
