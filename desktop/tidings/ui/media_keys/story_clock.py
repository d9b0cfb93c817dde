"""Where the voice is in a story, as a time: reckoned from its words."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from tidings.document import Article, Position

NORMAL_RATE = 175
"""Words a minute that count as a rate of 1; all times are those at this rate."""

_WORD = round(60_000_000 / NORMAL_RATE)
"""Microseconds."""


class StoryClock:
    """Translates places of a story into microseconds and back.

    The words are counted when a time is first asked for, which takes a while for a long
    story: ask on a thread that may take its time.
    """

    def __init__(self, article: Article) -> None:
        self.article = article

    @property
    def length(self) -> int:
        """How long the story takes, in microseconds."""
        return self._begins[-1] * _WORD

    def time_of(self, position: Position) -> int:
        """Return when a place is reached, in microseconds from the beginning."""
        parts = self.article.parts
        index = bisect_right(parts, position.block) - 1
        if index < 0:
            return 0
        words = self._begins[index]
        if parts[index] == position.block:
            text = self.article.part_text(position.block)
            words += len(text[: position.character].split())
        return words * _WORD

    def position_at(self, microseconds: int) -> Position | None:
        """Return the word that is said at a time; None where the story is over by then."""
        word = max(0, microseconds // _WORD)
        index = bisect_right(self._begins, word) - 1
        parts = self.article.parts
        if index >= len(parts):
            return None
        text = self.article.part_text(parts[index])
        before = word - self._begins[index]
        rest = text.split(maxsplit=before)[before]
        return Position(self.article.id, parts[index], len(text) - len(rest))

    @cached_property
    def _begins(self) -> tuple[int, ...]:
        """Words before each part, and before the end."""
        counts = (len(self.article.part_text(part).split()) for part in self.article.parts)
        return tuple(accumulate(counts, initial=0))
