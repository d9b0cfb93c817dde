"""What a laid out article consists of, for quick keys and for screen readers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a passage is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST = "list"
    ITEM = "item"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    PICTURE = "picture"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Link:
    """A link's place in the document, the address it leads to and its words."""

    start: int
    end: int
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the document, in document positions, with what it holds.

    ``stop`` is where the caret goes for it: a picture's is the line that stands for it.
    ``level`` is a heading's, ``name`` what stands for a passage that has no text of its
    own or whose text is not its name (a picture's description, a table's
    size). ``language`` is that of its words,
    a BCP 47 tag, or empty where it is not known.
    """

    kind: Kind
    start: int
    end: int
    stop: int
    level: int = 0
    name: str = ""
    header: bool = False
    language: str = ""
    children: tuple[Passage, ...] = ()
    links: tuple[Link, ...] = ()


Outline = tuple[Passage, ...]


def walk(outline: Outline) -> Iterator[Passage]:
    """Yield every passage, each before those that it holds."""
    for passage in outline:
        yield passage
        yield from walk(passage.children)
