"""What an entry of the list of stories says, and in which order: the reader's choice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

ROW_PARTS = "list-entry"
"""The name under which the choice is kept."""

_OUT = "-"
"""Stands before a part that is left out."""


class RowPart(Enum):
    """A part of an entry, in the order in which it is said where the reader has no other."""

    TITLE = "title"
    SOURCE = "source"
    DATE = "date"
    READ = "read"
    CHANGED = "changed"
    SAVED = "saved"
    LENGTH = "length"
    ALSO_IN = "also-in"


_LATER = (RowPart.CHANGED, RowPart.ALSO_IN)
"""Parts that an order may lack which was kept by an older version: they stand behind the others."""


@dataclass(frozen=True, slots=True)
class RowParts:
    """The order of all parts, each of them once, and which of them are left out.

    The title never is: without it no entry could be told from another. ValueError is raised
    for what is no such order.
    """

    order: tuple[RowPart, ...] = tuple(RowPart)
    left_out: frozenset[RowPart] = frozenset()

    def __post_init__(self) -> None:
        if sorted(self.order, key=list(RowPart).index) != list(RowPart):
            raise ValueError(f"not each part once: {self.order}")
        if RowPart.TITLE in self.left_out:
            raise ValueError("the title cannot be left out")

    @property
    def told(self) -> tuple[RowPart, ...]:
        """The parts that are said, in their order."""
        return tuple(part for part in self.order if part not in self.left_out)

    def move(self, part: RowPart, steps: int) -> RowParts:
        """Return the order with a part so many steps later, or earlier where ``steps`` is
        negative; at the ends it stays.
        """
        others = [other for other in self.order if other is not part]
        place = min(max(self.order.index(part) + steps, 0), len(others))
        return replace(self, order=(*others[:place], part, *others[place:]))

    def put(self, part: RowPart, *, told: bool) -> RowParts:
        """Return the choice with a part said, or left out. Raises ValueError for the title."""
        left_out = self.left_out - {part} if told else self.left_out | {part}
        return replace(self, left_out=left_out)


def row_parts_to_text(parts: RowParts) -> str:
    """Return the choice as it is kept, such as ``"title date -source read saved length"``."""
    return " ".join((_OUT if part in parts.left_out else "") + part.value for part in parts.order)


def row_parts_from_text(text: str) -> RowParts:
    """Return the choice that was kept; the usual one where it makes no sense."""
    words = text.split()
    try:
        order = tuple(RowPart(word.removeprefix(_OUT)) for word in words)
        return RowParts(
            order + tuple(part for part in _LATER if part not in order),
            frozenset(RowPart(word[1:]) for word in words if word.startswith(_OUT)),
        )
    except ValueError:
        return RowParts()
