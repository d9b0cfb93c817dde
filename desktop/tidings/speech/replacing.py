"""What is said otherwise than it is written."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Replacement:
    """Characters ``start`` to ``end`` of a part's text are said as ``said``."""

    start: int
    end: int
    said: str


class Rewriter(Protocol):
    """Knows how things that are written are said."""

    def replacements(self, text: str, language: str) -> Sequence[Replacement]:
        """Return what is said otherwise in a text of a language (BCP 47).

        The replacements are in order and do not overlap.
        """
        ...


class AsWritten:
    """A rewriter that leaves all as it is."""

    def replacements(self, text: str, language: str) -> Sequence[Replacement]:  # noqa: ARG002
        """Return nothing."""
        return ()


class FirstOf:
    """Rewriters one after another: where several have a say, the first of them has it."""

    def __init__(self, *rewriters: Rewriter) -> None:
        self._rewriters = rewriters

    def replacements(self, text: str, language: str) -> Sequence[Replacement]:
        """Return what is to be said otherwise, in order."""
        chosen: list[Replacement] = []
        for rewriter in self._rewriters:
            for replacement in rewriter.replacements(text, language):
                place = bisect_left(chosen, replacement.start, key=lambda each: each.start)
                if is_free(replacement, chosen[max(place - 1, 0) : place + 1]):
                    chosen.insert(place, replacement)
        return chosen


def as_said(text: str, replacements: Sequence[Replacement]) -> str:
    """Return a text with what is said in the place of what is written."""
    for replacement in reversed(replacements):
        text = text[: replacement.start] + replacement.said + text[replacement.end :]
    return text


def is_free(replacement: Replacement, neighbours: Sequence[Replacement]) -> bool:
    """Tell whether a replacement overlaps none of its neighbours."""
    return all(
        replacement.end <= other.start or other.end <= replacement.start for other in neighbours
    )
