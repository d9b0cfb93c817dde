"""The document's values as rows of the library, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
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
from tidings.library.folding import fold
from tidings.library.values import ArticleSummary

Row = Sequence[Any]

SUMMARY_COLUMNS = """
    article.id, article.name, article.section, source.address, source.title,
    article.published, article.read, article.saved, article.words, article.address,
    article.language, article.direction
"""


def article_row(article: Article, arrived: datetime) -> dict[str, Any]:
    """Return the columns of an article, by name. ``arrived`` stands in for a missing date."""
    sorted_by = article.published or arrived
    return {
        "id": article.id,
        "name": _storable(article.name),
        "section": _storable(article.section),
        "address": _storable(article.url),
        "published": article.published.isoformat() if article.published else None,
        "sorted_by": sorted_by.timestamp(),
        "words": article.word_count,
        "language": _storable(article.language),
        "direction": article.direction.value,
        "document": _packed(article_to_json(article)),
        "folded": fold("\n".join(article.part_text(part) for part in article.parts)),
    }


def unpack_article(document: bytes) -> Article:
    """Return the article of a row. Raises ValueError, KeyError or TypeError for a damaged one."""
    return article_from_json(_unpacked(document))


def source_row(edition: Edition, opened_at: datetime) -> dict[str, Any]:
    """Return the columns of a page, by name. Its articles have rows of their own."""
    return {
        "address": edition.address,
        "title": _storable(edition.section or edition.title or edition.address),
        "edition": _packed(edition_to_json(replace(edition, articles=()))),
        "opened_at": opened_at.isoformat(),
    }


def unpack_edition(document: bytes, articles: Iterable[Article]) -> Edition:
    """Return the edition of a row with its articles. Raises like :func:`unpack_article`."""
    return replace(edition_from_json(_unpacked(document)), articles=tuple(articles))


def summary(row: Row) -> ArticleSummary:
    """Return the summary of a row of SUMMARY_COLUMNS."""
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
    )


def _packed(data: dict[str, Any]) -> bytes:
    # Half of a surrogate pair, as broken pages have them, is kept too.
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def _unpacked(document: bytes) -> dict[str, Any]:
    data = json.loads(document.decode("utf-8", "surrogatepass"))
    if not isinstance(data, dict):
        raise TypeError(type(data))
    return data


def _storable(text: str) -> str:
    """Return the text as SQLite can hold it: UTF-8 has no halves of surrogate pairs."""
    return text.encode("utf-8", "replace").decode("utf-8")
