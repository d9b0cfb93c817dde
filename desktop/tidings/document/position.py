"""The one address that view, voice, caret, bookmark and search share."""

from __future__ import annotations

from dataclasses import dataclass

TITLE = -3
"""The part of an article that is its title."""
BYLINE = -2
"""The part of an article that is its byline: names joined by a comma and a space."""
DATELINE = -1
"""The part of an article that is its dateline."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place before one character of one part of one article.

    ``block`` is an index into the article's blocks, or TITLE, BYLINE or DATELINE, which
    sort before them. ``character`` counts Unicode code points of the part's text.
    """

    article: str
    block: int
    character: int = 0


@dataclass(frozen=True, slots=True)
class Range:
    """Characters ``start`` to ``end`` (exclusive) of one part of one article."""

    article: str
    block: int
    start: int
    end: int

    @property
    def position(self) -> Position:
        """Where the range begins."""
        return Position(self.article, self.block, self.start)

    def holds(self, position: Position) -> bool:
        """Tell whether the position lies inside the range."""
        return (
            self.article == position.article
            and self.block == position.block
            and self.start <= position.character < self.end
        )
