"""What is said otherwise than it is written."""

from __future__ import annotations

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
