"""What the library takes and gives besides the document's own values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from tidings.document import Direction, Edition, Position


class LibraryError(Exception):
    """The library could not do it; the text is a plain sentence for the reader."""


class View(Enum):
    """Which stories a list shows."""

    UNREAD = "unread"
    SAVED = "saved"
    ALL = "all"
    SOURCE = "source"


class SourceKind(Enum):
    """What stands at the address of a source."""

    PAGE = "page"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where in a list a story stands; the next page of the list begins after it.

    It stays good when the story leaves the list: values of the order, not a number of rows.
    """

    order: float
    key: int
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One line of the list of stories.

    ``name`` is the title, or the first words of an untitled story; ``source`` the address
    of the page it was last seen on, ``source_title`` that page's name; ``address`` the
    story's own, empty where it has none; ``words`` as in :attr:`Article.word_count`;
    ``also_in`` counts the other sources that tell the same story; ``changed`` tells that
    the story has changed since it was read; ``whole`` that its text is there, and
    not only a feed's summary; ``cursor`` is its place in this list.
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
    also_in: int = 0
    changed: bool = False
    whole: bool = True
    cursor: Cursor = field(default=Cursor(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class ArticleState:
    """What the library knew of a story when its edition was kept.

    ``new`` tells that it was not there before; ``place`` is where the reader was in it;
    ``changed`` tells that it says something that it did not say when it was read; ``twin``
    that a list shows it under the same story of another source; ``whole`` as in
    :class:`ArticleSummary`.
    """

    id: str
    new: bool
    read: bool
    saved: bool
    removed: bool
    place: Position | None
    changed: bool = False
    twin: bool = False
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to be asked with the next time: HTTP's ETag and Last-Modified."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class SourceChoices:
    """What the reader chose for a source.

    ``followed``: it is refreshed, ``every`` so many minutes; 0: by hand alone, None: as often
    as usual. ``watch_breaking``: its breaking news is told, what its bar says and the titles
    that hold one of the ``watch_words``. ``full_text``: its stories are fetched whole ahead.
    Stories that have left the page are kept for ``keep_days`` days, and the newest
    ``keep_count`` of the source; None: for ever.
    """

    followed: bool = True
    watch_breaking: bool = False
    full_text: bool = False
    keep_days: int | None = None
    keep_count: int | None = None
    every: int | None = None
    watch_words: str = ""


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source to be followed; ``title`` stands until its page tells its own.

    ``own_title`` is the reader's name for it, empty where they gave none. ``named_by`` is the
    address of the page that named it, empty where the reader typed it, None where that is not
    known: what somebody else named is not looked for in the reader's own network.
    """

    address: str
    title: str = ""
    kind: SourceKind = SourceKind.PAGE
    folder: str = ""
    own_title: str = ""
    choices: SourceChoices = SourceChoices()
    named_by: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """All that is known of a source, its stories apart.

    ``title`` is the reader's name for it where they gave one, else the ``page_title``.
    ``failures`` counts the checks that failed in a row, and ``error`` says in a sentence
    why the last one did; empty after one that did not. A source that was never checked has
    no ``checked_at``; one without ``next_check_at`` is due at once. Until ``not_before`` it
    wants to be left alone. ``moved_to`` is where it said last that it had gone for good.
    ``named_by`` as in :class:`NewSource`.
    """

    address: str
    title: str
    page_title: str
    kind: SourceKind
    folder: str
    position: int
    choices: SourceChoices
    validators: Validators
    checked_at: datetime | None
    next_check_at: datetime | None
    failures: int
    error: str
    named_by: str | None = None
    not_before: datetime | None = None
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check of a source gave.

    ``edition`` is None where nothing has changed, and where the check failed: then ``error``
    is a plain sentence. ``validators`` are None where they stay as they were. ``gone``: the
    source is not to be asked again. ``moved_to``: its address from now on, empty where it
    stays; ``may_move_to``: where it says that it has gone, which is not believed yet.
    ``not_before``: until when it wants to be left alone. ``note`` is a sentence for the reader
    on a check that did not fail.
    """

    checked_at: datetime
    next_check_at: datetime
    edition: Edition | None = None
    validators: Validators | None = None
    error: str = ""
    gone: bool = False
    moved_to: str = ""
    may_move_to: str = ""
    not_before: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """One page or feed, with how many of its stories are unread, and how many there are.

    ``error`` says why it could not be refreshed, or what else there is to know of it; empty
    where all is well. ``next_check_at`` is when it is asked again, ``every`` as in
    :class:`SourceChoices`.
    """

    address: str
    title: str
    unread: int
    total: int
    kind: SourceKind = SourceKind.PAGE
    folder: str = ""
    followed: bool = False
    error: str = ""
    next_check_at: datetime | None = None
    every: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many stories each view shows; ``recent`` counts those since the time asked for."""

    unread: int
    saved: int
    all: int
    recent: int = 0


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A story that holds all the words, where they begin, and what stands around them."""

    article: ArticleSummary
    position: Position
    context: str
