"""The pictures of one article: which are wanted, which came, which cannot be had."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage

from tidings.document import Article, Figure


@dataclass(slots=True)
class _Slot:
    """One figure's picture: the sources not yet tried, first the one that is waited for."""

    figure: Figure
    waiting: list[str]
    image: QImage | None = None
    is_tried_again: bool = False

    @property
    def failed(self) -> bool:
        """Whether it could not be had, until it comes after all."""
        return self.image is None and (self.is_tried_again or not self.waiting)

    @property
    def has_source(self) -> bool:
        return bool(_sources(self.figure))


class PictureShelf:
    """Keeps the pictures of the article that is shown, by the index of their block."""

    def __init__(self, article: Article | None = None) -> None:
        blocks = article.blocks if article else ()
        self._slots = {
            index: _Slot(block, _sources(block))
            for index, block in enumerate(blocks)
            if isinstance(block, Figure)
        }

    def wanted(self) -> list[str]:
        """Return the addresses that are waited for, each once, in reading order."""
        return list(dict.fromkeys(slot.waiting[0] for slot in self._slots.values() if slot.waiting))

    def put(self, source: str, image: QImage) -> list[int]:
        """Take a picture that came; return the blocks that show it."""
        blocks = self._waiting_for(source)
        for block in blocks:
            self._slots[block].image = image
            self._slots[block].waiting.clear()
        return blocks

    def fail(self, source: str) -> list[int]:
        """Give up on a source; return the blocks for which no other is left to try."""
        blocks = self._waiting_for(source)
        for block in blocks:
            self._slots[block].waiting.pop(0)
        return [block for block in blocks if not self._slots[block].waiting]

    def figure(self, block: int) -> Figure:
        """Return the figure at a block."""
        return self._slots[block].figure

    def image(self, block: int) -> QImage | None:
        """Return a figure's picture; None while it has not come."""
        return self._slots[block].image

    def failed(self, block: int) -> bool:
        """Tell whether a figure's picture cannot be had."""
        return self._slots[block].failed

    def can_be_tried(self, block: int) -> bool:
        """Tell whether it is known where a figure's picture is to be had at all."""
        return self._slots[block].has_source

    @property
    def waited_for(self) -> int:
        """How many pictures are waited for."""
        return sum(bool(slot.waiting) for slot in self._slots.values())

    @property
    def missing(self) -> int:
        """How many pictures could not be had that could be tried again."""
        return sum(slot.failed and slot.has_source for slot in self._slots.values())

    @property
    def count(self) -> int:
        """How many pictures there are to be had."""
        return sum(slot.has_source for slot in self._slots.values())

    def try_again(self) -> list[str]:
        """Wait for the pictures that could not be had; return the addresses to be asked.

        Until they have come it is said that they could not be had.
        """
        before = self.wanted()
        for slot in self._slots.values():
            if slot.failed and not slot.waiting:
                slot.waiting = _sources(slot.figure)
                slot.is_tried_again = True
        return [source for source in self.wanted() if source not in before]

    def _waiting_for(self, source: str) -> list[int]:
        return [
            index
            for index, slot in self._slots.items()
            if slot.waiting and slot.waiting[0] == source
        ]


def _sources(figure: Figure) -> list[str]:
    """Return where a picture is looked for; nowhere if it only counts who looks."""
    return [] if figure.picture.is_dot else list(figure.picture.sources)
