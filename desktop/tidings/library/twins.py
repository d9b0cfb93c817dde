"""Which stories of several sources are one and the same: a decision, and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from tidings.library.folding import fold

FEWEST_WORDS = 4
"""Shorter titles ("Morning news") are given to stories that are not the same."""

_FEWEST_LETTERS = 20
_NEAR = 36 * 3600.0


@dataclass(frozen=True, slots=True)
class Told:
    """A story with one title, and who tells it. ``time`` is in seconds since 1970."""

    key: int
    time: float
    language: str
    sources: frozenset[int]


def title_key(title: str) -> str:
    """Return what is the same in titles that say the same; empty for one that says too little.

    In scripts without spaces each character counts as a word, so letters count too.
    """
    folded = fold(title)
    words = folded.split()
    if len(words) < FEWEST_WORDS or sum(map(len, words)) < _letters_wanted(words):
        return ""
    return hashlib.blake2b(folded.encode(), digest_size=8).hexdigest()


def leaders(stories: Iterable[Told]) -> dict[int, int]:
    """Return for each story of one title the key of the one that stands for it, or its own.

    The first that was kept stands for those of other sources that came within a day and a
    half of it, in the same language. Two of one source are two stories: a page that names
    both means both.
    """
    groups: list[tuple[Told, set[int]]] = []
    found: dict[int, int] = {}
    for story in sorted(stories, key=lambda story: story.key):
        for leader, sources in groups:
            if _near(leader, story) and sources.isdisjoint(story.sources):
                sources |= story.sources
                found[story.key] = leader.key
                break
        else:
            groups.append((story, set(story.sources)))
            found[story.key] = story.key
    return found


def _near(one: Told, other: Told) -> bool:
    same = one.language.split("-")[0] == other.language.split("-")[0]
    return same and abs(one.time - other.time) <= _NEAR


def _letters_wanted(words: list[str]) -> int:
    # Eight Chinese characters say what twenty letters say.
    alone = all(len(word) == 1 for word in words)
    return 8 if alone and not words[0].isascii() else _FEWEST_LETTERS
