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
    found begins with the sounds that are left over before the next one, or where that does.
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
    ends: dict[int, int] = {}
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            number, index = spelled[block.a + offset][0], heard[block.b + offset][0]
            found.setdefault(number, index)
            ends[number] = index
    starts, following = [0] * len(words), len(phonemes)
    groups = _groups(phonemes)
    for number in reversed(range(len(words))):
        if number in found:
            following = min(found[number], following)
            # A stress mark stands before the sound that it belongs to.
            while following > 0 and phonemes[following - 1] in _MARKS:
                following -= 1
        else:
            # "a" by itself has another sound than before a word: the group there is it.
            before = max((end for other, end in ends.items() if other < number), default=-1)
            between = [group for group in groups if before < group < following]
            following = between[-1] if between else following
        starts[number] = following
    return starts


def _is_sound(phoneme: str) -> bool:
    return phoneme not in _MARKS and unicodedata.category(phoneme[0])[0] == "L"
