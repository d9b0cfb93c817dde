"""What a feed says, before any of it is read as text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

MOST_ENTRIES = 500
"""More than any list of news is listened to; feeds have the newest first."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that comes with an entry. ``seconds`` is how long it plays, 0 where not said."""

    url: str
    media_type: str = ""
    title: str = ""
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture beside an entry's text, with the words on it. Sizes are in CSS pixels."""

    url: str
    alt: str | None = None
    caption: str = ""
    credit: str = ""
    width: str = ""
    height: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    ``content`` and ``summary`` are markup, either empty where the feed has none. Their
    relative addresses are relative to ``base``. ``url`` is absolute or empty. ``name`` is
    what the feed calls the entry by, whatever that is.
    """

    name: str = ""
    url: str = ""
    title: str = ""
    byline: tuple[str, ...] = ()
    published: datetime | None = None
    published_text: str = ""
    content: str = ""
    summary: str = ""
    base: str = ""
    language: str = ""
    pictures: tuple[Shown, ...] = ()
    attached: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and its entries, in its order.

    ``home`` is the address of the site that it is of, ``next_page`` where its older entries
    are; either may be empty. ``is_cut`` tells that it had more than is here.
    """

    title: str = ""
    home: str = ""
    language: str = ""
    next_page: str = ""
    entries: tuple[Entry, ...] = ()
    is_cut: bool = False
