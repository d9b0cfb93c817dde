"""Where a source or a folder goes that is moved among its like: decisions alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

from tidings.library import SourceSummary


@dataclass(frozen=True, slots=True)
class Move:
    """The sentence on where it is then, and the ``source`` that is to be moved ``before`` another.

    Where nothing is to be moved, ``source`` is empty; ``before`` is where it goes behind all.
    """

    told: str
    source: str = ""
    before: str = ""


def moved_source(sources: Sequence[SourceSummary], address: str, way: int) -> Move:
    """Move a source up (-1) or down (1) in its folder, or among those that are in none.

    Raises KeyError where it is not there.
    """
    found = {source.address: source for source in sources}
    source = found[address]
    like = [each.address for each in sources if each.folder == source.folder]
    titles = {each.address: each.title for each in sources}
    order = _swapped(like, address, way)
    told = _told(address, order, like, titles, way)
    if order == like:
        return Move(told)
    if way < 0:
        return Move(told, address, order[order.index(address) + 1])
    others = [each for each in found if each != address]
    behind = others.index(order[order.index(address) - 1]) + 1
    return Move(told, address, others[behind] if behind < len(others) else "")


def moved_folder(sources: Sequence[SourceSummary], folder: str, way: int) -> Move:
    """Move a folder up or down among the folders. Raises KeyError where it is not there."""
    inside: dict[str, list[str]] = {}
    for source in sources:
        if source.folder:
            inside.setdefault(source.folder, []).append(source.address)
    if folder not in inside:
        raise KeyError(folder)
    like = list(inside)
    order = _swapped(like, folder, way)
    told = _told(folder, order, like, {each: each for each in like}, way)
    if order == like:
        return Move(told)
    # Folders stand as the first source in each does, so that one leads all others.
    at = order.index(folder)
    first, second = (folder, order[at + 1]) if way < 0 else (order[at - 1], folder)
    return Move(told, inside[first][0], inside[second][0])


def _swapped(order: Sequence[str], one: str, way: int) -> list[str]:
    """Return the order with one a place on; as it is where there is no such place."""
    result = list(order)
    at = result.index(one)
    if 0 <= at + way < len(result):
        result[at], result[at + way] = result[at + way], result[at]
    return result


def _told(
    one: str, order: Sequence[str], before: Sequence[str], titles: dict[str, str], way: int
) -> str:
    if order == before:
        words = _("{title} is the first already.") if way < 0 else _("{title} is the last already.")
        return words.format(title=titles[one])
    at = order.index(one)
    if at:
        return _("{title}, after {other}.").format(title=titles[one], other=titles[order[at - 1]])
    return _("{title}, before {other}.").format(title=titles[one], other=titles[order[at + 1]])
