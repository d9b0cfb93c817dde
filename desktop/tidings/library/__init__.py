"""Sources, editions, stories, marks and places, kept in one file that outlives every crash."""

from tidings.library.picture_room import ROOM, Room
from tidings.library.pictures import PictureStore, Removed
from tidings.library.store import Library, Opened
from tidings.library.values import (
    ArticleState,
    ArticleSummary,
    CheckResult,
    Counts,
    Cursor,
    LibraryError,
    NewSource,
    SearchHit,
    Source,
    SourceChoices,
    SourceKind,
    SourceSummary,
    Validators,
    View,
)

__all__ = [
    "ROOM",
    "ArticleState",
    "ArticleSummary",
    "CheckResult",
    "Counts",
    "Cursor",
    "Library",
    "LibraryError",
    "NewSource",
    "Opened",
    "PictureStore",
    "Removed",
    "Room",
    "SearchHit",
    "Source",
    "SourceChoices",
    "SourceKind",
    "SourceSummary",
    "Validators",
    "View",
]
