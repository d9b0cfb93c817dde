"""Keeping which stories stand for others, as :mod:`tidings.library.twins` decides."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from tidings.library.twins import Told, leaders

_TOLD = """
SELECT article.key, -article.order_by, article.language, article.folded_into,
    edition_article.source
FROM article
JOIN edition_article ON edition_article.article = article.key
JOIN source ON source.key = edition_article.source
WHERE article.title_key = ? AND article.title_key <> '' AND article.removed <> 2
"""

# What was read or removed elsewhere need not be so again.
_LIKE_ITS_LEADER = """
UPDATE article SET read = max(article.read, leader.read),
    removed = max(article.removed, leader.removed)
FROM article AS leader WHERE article.key = ? AND leader.key = ?
"""


def fold(connection: sqlite3.Connection, title_keys: Iterable[str]) -> None:
    """Decide anew for the stories with these titles. Inside a transaction."""
    for title_key in set(title_keys) - {""}:
        stories: dict[int, Told] = {}
        before: dict[int, int | None] = {}
        for key, time, language, folded_into, source in connection.execute(_TOLD, (title_key,)):
            told = stories.get(key)
            sources = (told.sources if told else frozenset()) | {source}
            stories[key] = Told(key, time, language, sources)
            before[key] = folded_into
        for key, leader in leaders(stories.values()).items():
            folded_into = None if leader == key else leader
            if folded_into != before[key]:
                connection.execute(
                    "UPDATE article SET folded_into = ? WHERE key = ?", (folded_into, key)
                )
                if folded_into is not None:
                    connection.execute(_LIKE_ITS_LEADER, (key, folded_into))


def fold_all(connection: sqlite3.Connection) -> None:
    """Decide for all stories whose title stands more than once."""
    rows = connection.execute(
        "SELECT title_key FROM article WHERE title_key <> '' GROUP BY title_key HAVING COUNT(*) > 1"
    ).fetchall()
    fold(connection, (row[0] for row in rows))
