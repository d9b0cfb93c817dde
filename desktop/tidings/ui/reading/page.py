"""An article laid out: its document, the map of places, the outline and its pictures."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextDocument

from tidings.document import Article
from tidings.ui.reading.outline import Link, Outline
from tidings.ui.reading.place_map import PlaceMap


@dataclass(frozen=True, slots=True)
class PicturePlace:
    """Where a figure stands, in document positions.

    ``at`` is the picture itself, ``stop`` the line whose words stand for it (what follows
    where there are none), ``end`` the end of that line, or of the picture. ``block`` is the
    figure's index among the article's blocks.
    """

    block: int
    at: int
    stop: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """An article ready to be shown."""

    article: Article
    document: QTextDocument
    places: PlaceMap
    outline: Outline
    links: tuple[Link, ...]
    pictures: tuple[PicturePlace, ...]

    def link_at(self, at: int) -> Link | None:
        """Return the link at a document position."""
        for link in self.links:
            if link.start <= at < link.end:
                return link
        return None

    def link_after(self, at: int, *, inclusive: bool) -> Link | None:
        """Return the first link that starts after a position, or with ``inclusive`` at it."""
        for link in self.links:
            if link.start > at or (inclusive and link.start == at):
                return link
        return None

    def link_before(self, at: int) -> Link | None:
        """Return the last link that starts before a position."""
        for link in reversed(self.links):
            if link.start < at:
                return link
        return None

    def past_picture(self, before: int, at: int) -> int:
        """Return where a caret that came from ``before`` to ``at`` rests.

        A picture is passed over for its words, so that it is met once.
        """
        last = self.document.characterCount() - 1
        for picture in self.pictures:
            if picture.at <= at <= picture.at + 1:
                back = before > at and picture.at > 0
                return picture.at - 1 if back else min(picture.stop, last)
        return at
