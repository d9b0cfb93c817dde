"""The library's longer SQL."""

from __future__ import annotations

from tidings.library.records import SUMMARY_COLUMNS
from tidings.library.values import View

_BY_DATE = "ORDER BY article.sorted_by DESC, article.key"

# A story that stands on several pages is listed under the one that was opened last.
_WITH_SOURCE = """
FROM article JOIN source ON source.key = (
    SELECT edition_article.source FROM edition_article
    JOIN source AS page ON page.key = edition_article.source
    WHERE edition_article.article = article.key
    ORDER BY edition_article.ordinal IS NULL, page.opening DESC LIMIT 1
)
"""
_CONDITIONS = {
    View.UNREAD: "article.removed = 0 AND article.read = 0",
    View.SAVED: "article.removed = 0 AND article.saved = 1",
    View.ALL: "article.removed = 0",
}
_OF_SOURCE = f"""
SELECT {SUMMARY_COLUMNS} FROM edition_article
JOIN source ON source.key = edition_article.source
JOIN article ON article.key = edition_article.article
WHERE source.address = :source AND article.removed = 0
ORDER BY edition_article.ordinal IS NULL, edition_article.ordinal,
    article.sorted_by DESC, article.key
LIMIT :limit OFFSET :offset
"""

KEEP_SOURCE = """
INSERT INTO source (address, title, edition, opened_at, opening)
VALUES (:address, :title, :edition, :opened_at,
    (SELECT COALESCE(MAX(opening), 0) + 1 FROM source))
ON CONFLICT (address) DO UPDATE SET title = excluded.title, edition = excluded.edition,
    opened_at = excluded.opened_at, opening = excluded.opening
RETURNING key
"""

# The marks are the reader's: what the page says anew does not touch them.
KEEP_ARTICLE = """
INSERT INTO article (id, name, section, address, published, sorted_by, words, language,
    direction, document, folded)
VALUES (:id, :name, :section, :address, :published, :sorted_by, :words, :language,
    :direction, :document, :folded)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, section = excluded.section,
    address = excluded.address, published = excluded.published,
    sorted_by = iif(excluded.published IS NULL, sorted_by, excluded.sorted_by),
    words = excluded.words, language = excluded.language, direction = excluded.direction,
    document = excluded.document, folded = excluded.folded
RETURNING key
"""

KEEP_ORDINAL = """
INSERT INTO edition_article (source, article, ordinal) VALUES (?, ?, ?)
ON CONFLICT (source, article) DO UPDATE SET ordinal = excluded.ordinal
"""

STATE = """
SELECT article.read, article.saved, article.removed, place.block, place.character
FROM article LEFT JOIN place ON place.article = article.key WHERE article.id = ?
"""

EDITION_ARTICLES = """
SELECT article.document FROM edition_article
JOIN article ON article.key = edition_article.article
WHERE edition_article.source = ? AND edition_article.ordinal IS NOT NULL
    AND article.removed = 0
ORDER BY edition_article.ordinal
"""

SOURCES = """
SELECT source.address, source.title,
    COUNT(*) FILTER (WHERE article.removed = 0 AND article.read = 0),
    COUNT(*) FILTER (WHERE NOT article.removed)
FROM source
LEFT JOIN edition_article ON edition_article.source = source.key
LEFT JOIN article ON article.key = edition_article.article
GROUP BY source.key ORDER BY source.key
"""

COUNTS = """
SELECT COUNT(*) FILTER (WHERE NOT read), COUNT(*) FILTER (WHERE saved), COUNT(*)
FROM article WHERE NOT removed
"""

SET_PLACE = """
INSERT INTO place (article, block, character, moved)
SELECT key, :block, :character, (SELECT COALESCE(MAX(moved), 0) + 1 FROM place)
FROM article WHERE id = :article
ON CONFLICT (article) DO UPDATE SET block = excluded.block,
    character = excluded.character, moved = excluded.moved
"""

PLACE = """
SELECT article.id, place.block, place.character
FROM place JOIN article ON article.key = place.article WHERE article.id = ?
"""

LAST_PLACE = """
SELECT source.address, article.id, place.block, place.character
FROM place
JOIN article ON article.key = place.article AND article.removed = 0
JOIN edition_article ON edition_article.article = article.key
JOIN source ON source.key = edition_article.source
ORDER BY place.moved DESC, edition_article.ordinal IS NULL, source.opening DESC LIMIT 1
"""

SET_SETTING = """
INSERT INTO setting (name, value) VALUES (?, ?)
ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""


def summaries(view: View) -> str:
    """Return the query of a view; it takes source, limit and offset."""
    if view is View.SOURCE:
        return _OF_SOURCE
    return (
        f"SELECT {SUMMARY_COLUMNS} {_WITH_SOURCE} WHERE {_CONDITIONS[view]} {_BY_DATE}"
        " LIMIT :limit OFFSET :offset"
    )


def search(needles: int) -> str:
    """Return the query for stories that hold so many needles; it takes them and the limit.

    Its rows are those of a summary with the document after them.
    """
    held = " AND ".join(["instr(article.folded, ?)"] * needles)
    return (
        f"SELECT {SUMMARY_COLUMNS}, article.document {_WITH_SOURCE}"
        f" WHERE article.removed = 0 AND {held} {_BY_DATE} LIMIT ?"
    )
