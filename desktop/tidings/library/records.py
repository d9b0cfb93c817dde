"""The document's values as rows of the library, and back."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tidings.document import (
    Article,
    Direction,
    Edition,
    article_from_json,
    article_to_json,
    edition_from_json,
    edition_to_json,
)
from tidings.library import changes, twins
from tidings.library.folding import fold
from tidings.library.values import (
    ArticleSummary,
    Cursor,
    Source,
    SourceChoices,
    SourceKind,
    SourceSummary,
    Validators,
)

Row = Sequence[Any]
_PACKING = 6
DAMAGE = (ValueError, KeyError, TypeError, AttributeError, IndexError, zlib.error)

SUMMARY_COLUMNS = """
    article.id, article.name, article.section, COALESCE(source.address, ''),
    COALESCE(NULLIF(source.own_title, ''), source.title, ''),
    article.published, article.read, article.saved, article.words, article.address,
    article.language, article.direction, article.changed, article.whole,
    article.order_by, article.key,
    MAX(0, (
        SELECT COUNT(DISTINCT other.source) FROM edition_article AS other
        JOIN source AS page ON page.key = other.source AND page.removed_at IS NULL
        WHERE other.article IN (
            SELECT COALESCE(article.folded_into, article.key)
            UNION ALL SELECT twin.key FROM article AS twin
            WHERE twin.folded_into = COALESCE(article.folded_into, article.key)
        )
    ) - 1)
"""

SOURCE_COLUMNS = """
    address, COALESCE(NULLIF(own_title, ''), title), title, kind, folder, position,
    followed, watch_breaking, full_text, keep_days, keep_count, etag, last_modified,
    checked_at, next_check_at, failures, error, every, watch_words, named_by, not_before, moved_to
"""


def article_row(article: Article, arrived: datetime) -> dict[str, Any]:
    """Return what is kept of an article, by name. ``arrived`` stands in for a missing date."""
    document = _json(article_to_json(article))
    return {
        "id": article.id,
        "name": _storable(article.name),
        "section": _storable(article.section),
        "address": _storable(article.url),
        "published": article.published.isoformat() if article.published else None,
        "order_by": -(article.published or arrived).timestamp(),
        "arrived": arrived.timestamp(),
        "words": article.word_count,
        "language": _storable(article.language),
        "direction": article.direction.value,
        "digest": _digest(document),
        "title_key": twins.title_key(article.title),
        "document": zlib.compress(document, _PACKING),
        "says": changes.says(article),
        "folded": fold("\n".join(article.part_text(part) for part in article.parts)),
    }


def digest(article: Article) -> bytes:
    """Return what is the same as long as nothing in the article changes."""
    return _digest(_json(article_to_json(article)))


def unpack_article(document: bytes) -> Article:
    """Return the article of a row. Raises one of DAMAGE for a damaged one."""
    return article_from_json(_unpacked(document))


def source_row(edition: Edition) -> dict[str, Any]:
    """Return the columns of a page, by name. Its articles have rows of their own."""
    return {
        "address": edition.address,
        "title": _storable(edition.section or edition.title or edition.address),
        "edition": _json(edition_to_json(replace(edition, articles=()))),
    }


def unpack_edition(document: bytes, articles: Iterable[Article]) -> Edition:
    """Return the edition of a row with its articles. Raises like :func:`unpack_article`."""
    return replace(edition_from_json(_unpacked(document)), articles=tuple(articles))


def summary(row: Row, ordinal: int = 0) -> ArticleSummary:
    """Return the summary of a row of SUMMARY_COLUMNS; ``ordinal`` is its place on its page."""
    published = row[5]
    return ArticleSummary(
        id=row[0],
        name=row[1],
        section=row[2],
        source=row[3],
        source_title=row[4],
        published=datetime.fromisoformat(published) if published else None,
        read=bool(row[6]),
        saved=bool(row[7]),
        words=row[8],
        address=row[9],
        language=row[10],
        direction=Direction(row[11]),
        also_in=row[16],
        changed=bool(row[12]),
        whole=bool(row[13]),
        cursor=Cursor(row[14], row[15], ordinal),
    )


def source(row: Row) -> Source:
    """Return the source of a row of SOURCE_COLUMNS."""
    return Source(
        address=row[0],
        title=row[1],
        page_title=row[2],
        kind=SourceKind(row[3]),
        folder=row[4],
        position=row[5],
        choices=SourceChoices(
            followed=bool(row[6]),
            watch_breaking=bool(row[7]),
            full_text=bool(row[8]),
            keep_days=row[9],
            keep_count=row[10],
            every=row[17],
            watch_words=row[18],
        ),
        validators=Validators(row[11], row[12]),
        checked_at=_moment(row[13]),
        next_check_at=_moment(row[14]),
        failures=row[15],
        error=row[16],
        named_by=row[19],
        not_before=_moment(row[20]),
        moved_to=row[21],
    )


def source_summary(row: Row) -> SourceSummary:
    """Return the summary of a row of the query for all sources."""
    return SourceSummary(
        address=row[0],
        title=row[1],
        unread=row[2],
        total=row[3],
        kind=SourceKind(row[4]),
        folder=row[5],
        followed=bool(row[6]),
        error=row[7],
        next_check_at=_moment(row[8]),
        every=row[9],
    )


def choices_row(choices: SourceChoices) -> dict[str, Any]:
    """Return the columns of a source's choices, by name."""
    return {
        "followed": choices.followed,
        "watch_breaking": choices.watch_breaking,
        "full_text": choices.full_text,
        "keep_days": choices.keep_days,
        "keep_count": choices.keep_count,
        "every": choices.every,
        "watch_words": choices.watch_words,
    }


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _json(data: dict[str, Any]) -> bytes:
    # Half of a surrogate pair, as broken pages have them, is kept too.
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def _digest(document: bytes) -> bytes:
    return hashlib.blake2b(document, digest_size=16).digest()


def _unpacked(document: bytes) -> dict[str, Any]:
    if not document.startswith(b"{"):  # what version 1 kept, and editions, are not packed
        document = zlib.decompress(document)
    data = json.loads(document.decode("utf-8", "surrogatepass"))
    if not isinstance(data, dict):
        raise TypeError(type(data))
    return data


def _storable(text: str) -> str:
    """Return the text as SQLite can hold it: UTF-8 has no halves of surrogate pairs."""
    return text.encode("utf-8", "replace").decode("utf-8")
