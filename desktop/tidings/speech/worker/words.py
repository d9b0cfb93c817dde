"""Which word of the text eSpeak NG means when it says that one begins.

Its positions are where something of a word begins, not more: "2019" begins twice (the
thousands, the rest), a word after a quotation mark has no length, a foreign one begins with
every letter, and "the" in "of the" not at all. Only the position is taken from it; where the
word begins and ends is read in the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

# Ideographs stand for themselves. Elsewhere a word ends at white space, a dash, an ellipsis.
_RUN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    r"|[^\s\u2012-\u2015\u2026\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_SPOKEN_MARKS = frozenset("%&#@§‰*/\\")


@dataclass(frozen=True, slots=True)
class Word:
    """A word begins: its place in the text, and milliseconds from the first sample."""

    start: int
    length: int
    milliseconds: float


def places(text: str) -> list[tuple[int, int]]:
    """Return where the words of a text begin and end."""
    bare = (_bare(text, *run.span()) for run in _RUN.finditer(text))
    return [(start, end) for start, end in bare if start < end]


class WordFinder:
    """Finds the words of one text, each once and in the order in which they stand there."""

    def __init__(self, text: str) -> None:
        self._words = places(text)
        self._starts = [start for start, _ in self._words]
        self._next = 0
        self._last = 0.0

    def find(self, location: int, milliseconds: float) -> list[Word]:
        """Return the word at a place, or the next one after it, that begins at a time.

        Words before it that were passed over come first, with times in between. Nothing
        comes where the word, or one after it, was found already, and beyond the last word.
        """
        index = bisect_right(self._starts, location) - 1
        if index < 0 or location >= self._words[index][1]:
            index += 1
        if not self._next <= index < len(self._words):
            return []
        milliseconds = max(milliseconds, self._last)
        # Those passed over begin in proportion to their characters since the last one found.
        origin = self._starts[self._next - 1] if self._next else 0
        pace = (milliseconds - self._last) / max(self._starts[index] - origin, 1)
        found = [
            Word(start, end - start, self._last + (start - origin) * pace)
            for start, end in self._words[self._next : index]
        ]
        start, end = self._words[index]
        found.append(Word(start, end - start, milliseconds))
        self._next, self._last = index + 1, milliseconds
        return found


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The run without punctuation and control characters around it, empty if it has no more."""
    while start < end and _is_around(text[start]):
        start += 1
    while end > start and _is_around(text[end - 1]):
        end -= 1
    return start, end


def _is_around(character: str) -> bool:
    return unicodedata.category(character)[0] in "PC" and character not in _SPOKEN_MARKS
