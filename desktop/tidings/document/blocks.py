"""What a story is made of: spans of text, and the blocks they form.

Every block has one canonical ``text``. Offsets into it, in characters, are what a
:class:`~tidings.document.position.Position` counts, for the eye and for the voice alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Emphasis(Enum):
    """How a span stands out from its neighbours."""

    NONE = ""
    EMPHASIS = "em"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with one language, one link and one emphasis.

    ``language`` is a BCP 47 tag, or empty where the block's own language holds.
    ``link`` is an absolute http, https or mailto address, or empty.
    """

    text: str
    language: str = ""
    link: str = ""
    emphasis: Emphasis = Emphasis.NONE


Spans = tuple[Span, ...]


def plain(spans: Spans) -> str:
    """Return the text of spans without their marks."""
    return "".join(span.text for span in spans)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the story; ``level`` 2 to 6 (level 1 is the story's title)."""

    level: int
    spans: Spans
    language: str = ""

    @property
    def text(self) -> str:
        """The heading's words."""
        return plain(self.spans)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    spans: Spans
    language: str = ""

    @property
    def text(self) -> str:
        """The paragraph's words."""
        return plain(self.spans)


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation; its paragraphs are separated by a line feed in ``text``."""

    spans: Spans
    language: str = ""

    @property
    def text(self) -> str:
        """The quoted words."""
        return plain(self.spans)


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; ``text`` is its items, separated by line feeds, without their marks.

    ``start`` is the number of the first item where the list is ordered.
    """

    items: tuple[Spans, ...]
    ordered: bool = False
    language: str = ""
    start: int = 1

    @property
    def text(self) -> str:
        """The items, one a line."""
        return "\n".join(plain(item) for item in self.items)


@dataclass(frozen=True, slots=True)
class Table:
    """A table; in ``text`` a tab separates cells and a line feed rows.

    ``header_rows`` counts the leading rows that name the columns.
    """

    rows: tuple[tuple[Spans, ...], ...]
    header_rows: int = 0
    caption: str = ""
    language: str = ""

    @property
    def text(self) -> str:
        """The cells in reading order."""
        return "\n".join("\t".join(plain(cell) for cell in row) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Picture:
    """Where a picture can be had: absolute http, https or file addresses, best first.

    ``width`` and ``height`` are in CSS pixels, 0 where the page does not say.
    """

    sources: tuple[str, ...]
    width: int = 0
    height: int = 0

    @property
    def is_dot(self) -> bool:
        """Whether there is nothing to see by what the page says: it counts who looks."""
        return 0 < self.width <= 2 or 0 < self.height <= 2


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with the words that stand for it.

    ``alt`` is ``None`` where the page gives none (the reader is told so), and empty where
    the page says that the picture needs no words. ``text`` says each thing once: the
    description where it differs from the caption, then the caption.
    """

    picture: Picture
    alt: str | None
    caption: Spans = ()
    credit: str = ""
    language: str = ""

    @property
    def description(self) -> str:
        """The alt text where it adds something to the caption, else empty."""
        alt = (self.alt or "").strip()
        return "" if _same_words(alt, plain(self.caption)) else alt

    @property
    def text(self) -> str:
        """Description, caption and credit, each on a line of its own, none said twice."""
        parts = (self.description, plain(self.caption), self.credit)
        return "\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Text whose line breaks and spaces carry meaning."""

    text: str
    language: str = ""


Block = Heading | Paragraph | Quote | ListBlock | Table | Figure | Preformatted


def _same_words(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
