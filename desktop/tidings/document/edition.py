"""What one page, feed or text gives: an edition and its articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from tidings.document.blocks import Block
from tidings.document.position import BYLINE, DATELINE, TITLE


class Direction(Enum):
    """The way a text runs."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


@dataclass(frozen=True, slots=True)
class Article:
    """One story.

    ``id`` is stable from one opening of the page to the next: it is what marks and places
    are kept under. ``title`` is empty where the page gives none. ``language`` is a
    BCP 47 tag, empty where unknown. ``published`` keeps the page's own offset;
    ``published_text`` is the page's wording of the date where it could not be read.
    ``is_summary`` tells that a feed gave no more than the beginning of the story or a few
    words on it: all of it is at ``url``.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    url: str = ""
    byline: tuple[str, ...] = ()
    published: datetime | None = None
    published_text: str = ""
    dateline: str = ""
    section: str = ""
    summary: str = ""
    language: str = ""
    direction: Direction = Direction.LEFT_TO_RIGHT
    is_summary: bool = False

    def part_text(self, block: int) -> str:
        """Return the canonical text of a part: a block's index, or TITLE, BYLINE, DATELINE.

        Raises IndexError for a part that the article does not have.
        """
        if block == TITLE:
            return self.title
        if block == BYLINE:
            return ", ".join(self.byline)
        if block == DATELINE:
            return self.dateline
        if block < 0:
            raise IndexError(block)
        return self.blocks[block].text

    @property
    def parts(self) -> tuple[int, ...]:
        """The indices of all parts that have a place in the article, in reading order."""
        head = tuple(part for part in (TITLE, BYLINE, DATELINE) if self.part_text(part))
        return head + tuple(range(len(self.blocks)))

    @property
    def name(self) -> str:
        """The title, or the first words of an untitled story (at most 80 characters)."""
        if self.title:
            return self.title
        for block in self.blocks:
            words = " ".join(block.text.split())
            if words:
                return words if len(words) <= 80 else words[:79].rsplit(" ", 1)[0] + "…"
        return ""

    @property
    def word_count(self) -> int:
        """Words in title and blocks, counted by white space."""
        return len(self.title.split()) + sum(len(block.text.split()) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class SkipLink:
    """An accessibility link of the page, in the page's own words.

    ``target`` says which pane it means: "content", "navigation" or "search".
    """

    text: str
    target: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One headline of the breaking-news bar; ``url`` may be empty."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class BreakingNews:
    """The page's breaking-news bar; without items there is nothing to show."""

    label: str
    items: tuple[NewsItem, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadMore:
    """Where the page's next stories are, with the page's own word for it."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page names, with its title there; ``url`` is absolute."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Edition:
    """What one page or feed gives.

    ``address`` is where it came from, as the reader may open it again. ``notes`` are
    plain sentences for the reader on what could not be read. ``feeds`` are those that a page
    names, in the order in which they are offered; a feed names none. ``is_feed`` tells that it
    is one.
    """

    address: str
    articles: tuple[Article, ...]
    title: str = ""
    section: str = ""
    language: str = ""
    skip_links_label: str = ""
    skip_links: tuple[SkipLink, ...] = ()
    breaking: BreakingNews | None = None
    load_more: LoadMore | None = None
    notes: tuple[str, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    is_feed: bool = False
