"""Which word of the text eSpeak NG means when it says that one begins.

Its positions are where something of a word begins, not more: "2019" begins twice (the
thousands, the rest), a word after a quotation mark has no length, a foreign one begins with
every letter. Only the position is taken from it; where the word begins and ends is read in
the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

# Ideographs stand for themselves. Elsewhere a word ends at white space, a dash, an ellipsis.
_RUN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    r"|[^\s\u2012-\u2015\u2026\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_SPOKEN_MARKS = frozenset("%&#@§‰*")


class WordFinder:
    """Finds the words of one text, each once and in the order in which they stand there."""

    def __init__(self, text: str) -> None:
        self._words = [_bare(text, *run.span()) for run in _RUN.finditer(text)]
        self._starts = [start for start, _ in self._words]
        self._next = 0

    def find(self, location: int) -> tuple[int, int] | None:
        """Return start and length of the word at a place, or of the next one after it.

        None where that word, or one that comes after it, was found already, and where the
        text has no more words.
        """
        index = bisect_right(self._starts, location) - 1
        if index < 0 or location >= self._words[index][1]:
            index += 1
        if not self._next <= index < len(self._words):
            return None
        self._next = index + 1
        start, end = self._words[index]
        return start, end - start


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The run without the punctuation around it; as it is, where it has nothing else."""
    low, high = start, end
    while low < high and _is_around(text[low]):
        low += 1
    while high > low and _is_around(text[high - 1]):
        high -= 1
    return (low, high) if low < high else (start, end)


def _is_around(character: str) -> bool:
    return unicodedata.category(character)[0] == "P" and character not in _SPOKEN_MARKS
