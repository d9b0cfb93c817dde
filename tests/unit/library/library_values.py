"""Editions for the library's tests: one by hand, and any that the document can hold."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.document_values import ARTICLES, EDITIONS
from tidings.document import Article, Edition, Paragraph, Span

OPENED = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ADDRESS = "https://example.org/z/1"


def story(id_: str, *texts: str, title: str = "", **more: object) -> Article:
    blocks = tuple(Paragraph((Span(text),)) for text in texts)
    return Article(id_, title, blocks, **more)  # type: ignore[arg-type]


def edition(*articles: Article, address: str = ADDRESS, section: str = "Harbour Watch") -> Edition:
    return Edition(address, articles, section=section)


def _can_be_kept(page: Edition) -> bool:
    ids = [article.id for article in page.articles]
    return bool(page.address) and all(ids) and len(set(ids)) == len(ids)


articles = ARTICLES.filter(lambda article: bool(article.id))
editions = EDITIONS.filter(_can_be_kept)
