"""What the library takes and gives besides the document's own values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from tidings.document import Direction, Position


class LibraryError(Exception):
    """The library could not do it; the text is a plain sentence for the reader."""


class View(Enum):
    """Which stories a list shows."""

    UNREAD = "unread"
    SAVED = "saved"
    ALL = "all"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One line of the list of stories.

    ``name`` is the title, or the first words of an untitled story; ``source`` the address
    of the page it was last seen on, ``source_title`` that page's name; ``address`` the
    story's own, empty where it has none; ``words`` as in :attr:`Article.word_count`.
    """

    id: str
    name: str
    section: str
    source: str
    source_title: str
    published: datetime | None
    read: bool
    saved: bool
    words: int
    address: str
    language: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class ArticleState:
    """What the library knew of a story when its edition was kept.

    ``new`` tells that it was not there before; ``place`` is where the reader was in it.
    """

    id: str
    new: bool
    read: bool
    saved: bool
    removed: bool
    place: Position | None


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """One page or feed, with how many of its stories are unread, and how many there are."""

    address: str
    title: str
    unread: int
    total: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many stories each view shows."""

    unread: int
    saved: int
    all: int


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A story that holds all the words, where they begin, and what stands around them."""

    article: ArticleSummary
    position: Position
    context: str
