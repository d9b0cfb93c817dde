"""Editions, stories, marks and places, kept in one file that outlives every crash."""

from tidings.library.store import Library, Opened
from tidings.library.values import (
    ArticleState,
    ArticleSummary,
    Counts,
    LibraryError,
    SearchHit,
    SourceSummary,
    View,
)

__all__ = [
    "ArticleState",
    "ArticleSummary",
    "Counts",
    "Library",
    "LibraryError",
    "Opened",
    "SearchHit",
    "SourceSummary",
    "View",
]
