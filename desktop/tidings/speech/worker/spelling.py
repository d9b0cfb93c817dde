"""Which phonemes of a sentence belong to which word of its text.

Phonemes come for the sentence as a whole, with spaces that are not those of the text:
"2019" makes two groups, "of the" one. So each word is pronounced by itself too, and the two
are laid beside each other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

_MARKS = frozenset("ˈˌʲː")
"""Stress, length and the like: they come and go with the neighbours."""


def word_starts(phonemes: Sequence[str], words: Sequence[Sequence[str]]) -> list[int]:
    """Return the index in ``phonemes`` at which each of the words begins, ascending.

    ``words`` are the phonemes of each word pronounced by itself. A word that cannot be
    found begins where the next one does.
    """
    groups = _groups(phonemes)
    counts = [len(_groups(word)) for word in words]
    if sum(counts) == len(groups):
        return _by_counting(groups, counts, len(phonemes))
    return _by_matching(phonemes, words)


def _groups(phonemes: Sequence[str]) -> list[int]:
    """Return the index of the first phoneme of each group between spaces."""
    starts, inside = [], False
    for index, phoneme in enumerate(phonemes):
        if phoneme.isspace():
            inside = False
        elif not inside and (_is_sound(phoneme) or phoneme in _MARKS):
            inside = True
            starts.append(index)
    return starts


def _by_counting(groups: list[int], counts: list[int], end: int) -> list[int]:
    starts, passed = [], 0
    for count in counts:
        starts.append(groups[passed] if passed < len(groups) else end)
        passed += count
    return starts


def _by_matching(phonemes: Sequence[str], words: Sequence[Sequence[str]]) -> list[int]:
    heard = [(index, one) for index, one in enumerate(phonemes) if _is_sound(one)]
    spelled = [(number, one) for number, word in enumerate(words) for one in word if _is_sound(one)]
    matcher = SequenceMatcher(None, [b for _, b in spelled], [b for _, b in heard], autojunk=False)
    found: dict[int, int] = {}
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            number = spelled[block.a + offset][0]
            found.setdefault(number, heard[block.b + offset][0])
    starts, following = [0] * len(words), len(phonemes)
    for number in reversed(range(len(words))):
        following = min(found.get(number, following), following)
        # A stress mark stands before the sound that it belongs to.
        while following > 0 and number in found and phonemes[following - 1] in _MARKS:
            following -= 1
        starts[number] = following
    return starts


def _is_sound(phoneme: str) -> bool:
    return phoneme not in _MARKS and unicodedata.category(phoneme[0])[0] == "L"
