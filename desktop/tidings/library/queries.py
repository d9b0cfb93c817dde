"""The library's longer SQL."""

from __future__ import annotations

from tidings.library.records import SOURCE_COLUMNS, SUMMARY_COLUMNS
from tidings.library.schema import GONE
from tidings.library.values import View

_SINCE = "AND article.order_by <= -:since"

# A story that stands on several pages is listed under the one that was opened last.
_WITH_SOURCE = """
LEFT JOIN source ON source.key = (
    SELECT edition_article.source FROM edition_article
    JOIN source AS page ON page.key = edition_article.source
    WHERE edition_article.article = article.key
    ORDER BY page.removed_at IS NOT NULL, edition_article.ordinal >= :gone,
        page.opening DESC, page.position LIMIT 1
)
"""
# Each view is walked by the index that holds just its stories; left to itself, SQLite takes
# one that holds more.
_INDICES = {
    View.UNREAD: "article INDEXED BY article_unread",
    View.SAVED: "article INDEXED BY article_saved",
    View.ALL: "article INDEXED BY article_listed",
}
_CONDITIONS = {
    View.UNREAD: "article.removed = 0 AND article.folded_into IS NULL AND article.read = 0",
    View.SAVED: "article.removed = 0 AND article.saved = 1",
    View.ALL: "article.removed = 0 AND article.folded_into IS NULL",
}
_FROM_SOURCE = """
FROM source
CROSS JOIN edition_article AS link ON link.source = source.key
CROSS JOIN article ON article.key = link.article
WHERE source.address = :source AND article.removed = 0
"""
_PLACE_OF_SOURCE = "(link.ordinal, link.order_by, link.article)"
_PLACE_BY_DATE = "(link.order_by, link.article)"
# By the columns that the index of the links holds, which the article's are the same as.
_DATED_COLUMNS = SUMMARY_COLUMNS.replace(
    "article.order_by, article.key", "link.order_by, link.article"
)
_ORDER_COLUMN, _KEY_COLUMN = 15, 16

KEEP_SOURCE = """
INSERT INTO source (address, title, edition, opened_at, opening, position)
VALUES (:address, :title, :edition, :opened_at,
    (SELECT COALESCE(MAX(opening), 0) + 1 FROM source),
    (SELECT COALESCE(MAX(position), 0) + 1 FROM source))
ON CONFLICT (address) DO UPDATE SET title = excluded.title, edition = excluded.edition,
    opened_at = excluded.opened_at, opening = excluded.opening
RETURNING key, kind
"""

FOLLOW = """
INSERT INTO source (address, title, own_title, kind, folder, position, followed,
    watch_breaking, full_text, keep_days, keep_count, every, watch_words, named_by)
VALUES (:address, :title, :own_title, :kind, :folder,
    (SELECT COALESCE(MAX(position), 0) + 1 FROM source),
    :followed, :watch_breaking, :full_text, :keep_days, :keep_count, :every, :watch_words,
    :named_by)
ON CONFLICT (address) DO UPDATE SET kind = excluded.kind,
    own_title = iif(excluded.own_title = '', own_title, excluded.own_title),
    folder = iif(excluded.folder = '', folder, excluded.folder),
    followed = excluded.followed, watch_breaking = excluded.watch_breaking,
    full_text = excluded.full_text, keep_days = excluded.keep_days,
    keep_count = excluded.keep_count, every = excluded.every,
    watch_words = excluded.watch_words, named_by = excluded.named_by, next_check_at = NULL
"""

# The marks are the reader's: what the page says anew does not touch them.
NEW_ARTICLE = """
INSERT INTO article (id, name, section, address, published, order_by, arrived, words, language,
    direction, digest, whole, title_key)
VALUES (:id, :name, :section, :address, :published, :order_by, :arrived, :words, :language,
    :direction, :digest, :whole, :title_key)
RETURNING key
"""
NEW_BODY = "INSERT INTO body (article, document, says) VALUES (:key, :document, :says)"
NEW_WORDS = "INSERT INTO words (rowid, folded) VALUES (:key, :folded)"

CHANGE_ARTICLE = """
UPDATE article SET name = :name, section = :section, address = :address,
    published = :published, order_by = iif(:published IS NULL, order_by, :order_by),
    words = :words, language = :language, direction = :direction, digest = :digest,
    whole = :whole, title_key = :title_key, changed = :changed
WHERE key = :key
"""
CHANGE_BODY = "UPDATE body SET document = :document, says = :says WHERE article = :key"
CHANGE_WORDS = "UPDATE words SET folded = :folded WHERE rowid = :key"

LEAVE_PAGE = f"UPDATE edition_article SET ordinal = {GONE} WHERE source = ? AND ordinal < {GONE}"

KEEP_ORDINAL = """
INSERT INTO edition_article (source, article, ordinal, order_by)
VALUES (:source, :article, :ordinal, (SELECT order_by FROM article WHERE key = :article))
ON CONFLICT (source, article) DO UPDATE SET ordinal = excluded.ordinal
"""

KNOWN = """
SELECT article.key, article.digest, article.whole, article.read, article.saved,
    article.removed, article.changed, article.title_key, body.heard,
    place.block, place.character
FROM article JOIN body ON body.article = article.key
LEFT JOIN place ON place.article = article.key WHERE article.id = ?
"""

EDITION_ARTICLES = f"""
SELECT body.document FROM edition_article
JOIN article ON article.key = edition_article.article
JOIN body ON body.article = article.key
WHERE edition_article.source = ? AND edition_article.ordinal < {GONE}
    AND article.removed = 0
ORDER BY edition_article.ordinal
"""

DOCUMENT = """
SELECT body.document FROM article JOIN body ON body.article = article.key WHERE article.id = ?
"""

SOURCES = """
SELECT address, COALESCE(NULLIF(own_title, ''), title), unread, total, kind, folder, followed,
    error, next_check_at, every
FROM source WHERE removed_at IS NULL ORDER BY position, key
"""

SOURCE = f"SELECT {SOURCE_COLUMNS} FROM source WHERE address = ? AND removed_at IS NULL"

DUE = f"""
SELECT {SOURCE_COLUMNS} FROM source
WHERE followed AND removed_at IS NULL AND (next_check_at IS NULL OR next_check_at <= ?)
ORDER BY next_check_at, position
"""

CHOOSE = """
UPDATE source SET followed = :followed, watch_breaking = :watch_breaking,
    full_text = :full_text, keep_days = :keep_days, keep_count = :keep_count,
    every = :every, watch_words = :watch_words,
    next_check_at = iif(
        every IS :every AND (watch_breaking OR NOT :watch_breaking), next_check_at, NULL
    )
WHERE address = :address AND removed_at IS NULL
"""

CHECKED = """
UPDATE source SET checked_at = :checked_at, next_check_at = :next_check_at,
    failures = iif(:error = '', 0, failures + 1), error = iif(:error = '', :note, :error),
    not_before = :not_before, moved_to = :may_move_to, followed = followed AND NOT :gone
WHERE key = :key
"""

REFRESHED = "UPDATE source SET title = :title, edition = :edition WHERE key = :key"

REMOVE_WITH_SOURCE = """
UPDATE article SET removed = 2
WHERE key IN (SELECT article FROM edition_article WHERE source = ?)
    AND removed = 0 AND saved = 0
    AND NOT EXISTS (
        SELECT 1 FROM edition_article AS other JOIN source ON source.key = other.source
        WHERE other.article = article.key AND source.removed_at IS NULL
    )
"""

RESTORE_WITH_SOURCE = """
UPDATE article SET removed = 0
WHERE removed = 2 AND key IN (SELECT article FROM edition_article WHERE source = ?)
"""

SHARED_TITLES = """
SELECT DISTINCT article.title_key
FROM edition_article JOIN article ON article.key = edition_article.article
WHERE edition_article.source = ? AND article.title_key <> '' AND EXISTS (
    SELECT 1 FROM article AS other
    WHERE other.title_key = article.title_key AND other.title_key <> ''
        AND other.key <> article.key
)
"""

ALSO_IN = """
SELECT DISTINCT source.address, COALESCE(NULLIF(source.own_title, ''), source.title)
FROM article AS asked JOIN article AS told
    ON told.key = COALESCE(asked.folded_into, asked.key)
    OR told.folded_into = COALESCE(asked.folded_into, asked.key)
JOIN edition_article ON edition_article.article = told.key
JOIN source ON source.key = edition_article.source
WHERE asked.id = ? AND source.removed_at IS NULL
ORDER BY source.position
"""

COUNTS = f"""
SELECT
    (SELECT COUNT(*) FROM {_INDICES[View.UNREAD]}
        WHERE {_CONDITIONS[View.UNREAD]}),
    (SELECT COUNT(*) FROM {_INDICES[View.SAVED]}
        WHERE {_CONDITIONS[View.SAVED]}),
    (SELECT COUNT(*) FROM {_INDICES[View.ALL]}
        WHERE {_CONDITIONS[View.ALL]}),
    (SELECT COUNT(*) FROM {_INDICES[View.ALL]}
        WHERE {_CONDITIONS[View.ALL]} {_SINCE})
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

LAST_PLACE = f"""
SELECT source.address, article.id, place.block, place.character
FROM place
CROSS JOIN article ON article.key = place.article AND article.removed = 0
CROSS JOIN edition_article ON edition_article.article = article.key
CROSS JOIN source ON source.key = edition_article.source AND source.removed_at IS NULL
ORDER BY place.moved DESC, edition_article.ordinal >= {GONE}, source.opening DESC LIMIT 1
"""

SET_SETTING = """
INSERT INTO setting (name, value) VALUES (?, ?)
ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""

# What retention may take: gone from the page, not saved, not what the reader is in.
_FREE = f"""
    link.ordinal >= {GONE} AND article.saved = 0 AND link.article IS NOT (
        SELECT article FROM place ORDER BY moved DESC LIMIT 1
    ) AND article.id NOT IN (SELECT value FROM json_each(:spared))
"""
TOO_OLD = f"""
SELECT link.article FROM edition_article AS link JOIN article ON article.key = link.article
WHERE link.source = :source AND link.ordinal = {GONE} AND link.order_by > -:oldest
    AND article.arrived < :oldest AND {_FREE}
LIMIT :limit
"""
TOO_MANY = f"""
SELECT link.article FROM (
    SELECT article, ordinal, order_by FROM edition_article WHERE source = :source
    ORDER BY ordinal, order_by, article LIMIT -1 OFFSET :count
) AS link JOIN article ON article.key = link.article
WHERE {_FREE} AND (
    article.read = 1 OR article.removed <> 0 OR :oldest IS NULL
    OR (link.order_by > -:oldest AND article.arrived < :oldest)
)
LIMIT :limit
"""
OF_REMOVED_SOURCE = """
SELECT link.article FROM edition_article AS link JOIN article ON article.key = link.article
WHERE link.source = :source AND article.saved = 0
    AND article.id NOT IN (SELECT value FROM json_each(:spared))
LIMIT :limit
"""


def summaries(
    view: View,
    *,
    after: bool = False,
    until: bool = False,
    unread: bool = False,
    since: bool = False,
    oldest_first: bool = False,
    by_date: bool = False,
) -> str:
    """Return the query of a view; it takes source, limit, offset, cursors and a time."""
    by_date |= oldest_first
    conditions = _conditions(view, after, until, unread, since, oldest_first, by_date)
    if view is View.SOURCE and by_date:
        return _by_date(conditions, "DESC" if oldest_first else "")
    if view is View.SOURCE:
        return (
            f"SELECT {SUMMARY_COLUMNS}, link.ordinal {_FROM_SOURCE} {conditions}"
            " ORDER BY link.ordinal, link.order_by, link.article LIMIT :limit OFFSET :offset"
        )
    way = "DESC" if oldest_first else ""
    return (
        f"SELECT {SUMMARY_COLUMNS}, 0 FROM {_INDICES[view]} {_WITH_SOURCE}"
        f" WHERE {_CONDITIONS[view]} {conditions}"
        f" ORDER BY article.order_by {way}, article.key {way} LIMIT :limit OFFSET :offset"
    )


def count(
    view: View,
    *,
    after: bool = False,
    unread: bool = False,
    since: bool = False,
    oldest_first: bool = False,
    by_date: bool = False,
) -> str:
    """Return the query that counts what :func:`summaries` gives."""
    by_date |= oldest_first
    conditions = _conditions(view, after, False, unread, since, oldest_first, by_date)
    if view is View.SOURCE:
        return f"SELECT COUNT(*) {_FROM_SOURCE} {conditions}"
    return f"SELECT COUNT(*) FROM {_INDICES[view]} WHERE {_CONDITIONS[view]} {conditions}"


def _by_date(conditions: str, way: str) -> str:
    # What has left the page stands in the index by date; only what is on it is sorted.
    of_page, gone = (
        f"SELECT {_DATED_COLUMNS}, link.ordinal {_FROM_SOURCE} {conditions}"
        f" AND link.ordinal {where}"
        for where in (f"< {GONE}", f"= {GONE}")
    )
    return (
        f"{of_page} UNION ALL {gone}"
        f" ORDER BY {_ORDER_COLUMN} {way}, {_KEY_COLUMN} {way} LIMIT :limit OFFSET :offset"
    )


def _conditions(
    view: View,
    after: bool,
    until: bool,
    unread: bool,
    since: bool,
    oldest_first: bool,
    by_date: bool,
) -> str:
    conditions = ["AND article.read = 0"] if unread else []
    if since:
        conditions.append(_SINCE)
    place = "(article.order_by, article.key)"
    first, last = "(:order, :key)", "(:until_order, :until_key)"
    if view is View.SOURCE and by_date:
        place = _PLACE_BY_DATE
    elif view is View.SOURCE:
        place = _PLACE_OF_SOURCE
        first, last = "(:ordinal, :order, :key)", "(:until_ordinal, :until_order, :until_key)"
    beyond, within = ("<", ">=") if oldest_first else (">", "<=")
    if after:
        conditions.append(f"AND {place} {beyond} {first}")
    if until:
        conditions.append(f"AND {place} {within} {last}")
    return " ".join(conditions)


ONE = f"SELECT {SUMMARY_COLUMNS} FROM article {_WITH_SOURCE} WHERE article.id = :id"

# The list is walked in its order and asks of each story whether it is among those that hold
# the words. Lines are made of those that will be shown, not of all that hold a common word.
FOUND = f"""
SELECT {SUMMARY_COLUMNS}, body.document, COALESCE(article.folded_into, article.key)
FROM article {_WITH_SOURCE} JOIN body ON body.article = article.key
WHERE article.key IN (
    SELECT key FROM article INDEXED BY article_listed
    WHERE removed = 0 AND key IN (SELECT rowid FROM words WHERE words MATCH :words)
    ORDER BY order_by, key LIMIT :limit
)
ORDER BY article.order_by, article.key
"""


def scan(needles: int) -> str:
    """Return the query for stories that hold so many needles, where there is no index."""
    held = " AND ".join(f"instr(folded, :needle{number})" for number in range(needles))
    return FOUND.replace("words MATCH :words", held)
