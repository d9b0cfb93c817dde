"""Another rate while speaking: how soon it is heard, and what becomes of the words."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figures import Figures
from tests.benchmarks.listening import new_sound, wait_for_sound
from tests.benchmarks.stories import words_of, write_page
from tests.benchmarks.tidings_window import opened
from tests.sound.ear import Ear

_BETWEEN = 0.5
"""Seconds between two changes, in which words are lit."""
_SOON = 6
"""A word that is lit so many words too early has jumped ahead; further off, it has gone back."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How many of the words that were to be lit were not, and how many were lit once more.

    A word that is lit again right after itself is the one under way, and is not counted.
    """

    lost: int
    repeated: int
    lit: int


@dataclass(frozen=True, slots=True)
class ChangeFigures:
    """What was measured of changes of the rate."""

    new_rate: Figures
    words: Wording


def measure_changes(
    environment: Mapping[str, str], ear: Ear, folder: Path, runs: int, voice: str = ""
) -> ChangeFigures:
    """Change the rate up and down by 10 words a minute while it is loud."""
    characters = 20_000
    times = []
    with opened(environment, folder, str(write_page(folder, characters)), voice) as window:
        window.press("Ctrl+Home")
        window.press("Space")
        for run in range(runs):
            time.sleep(_BETWEEN)
            wait_for_sound(ear)
            times.append(new_sound(ear, window.press("Ctrl+[" if run % 2 else "Ctrl+]")))
        said = len(window.state()["words"])
        state = window.wait(lambda state: len(state["words"]) > said + 3)
    lit = [word for _, word in state["words"]]
    return ChangeFigures(Figures(tuple(times)), compare(words_of(characters), lit))


def compare(expected: Sequence[str], lit: Sequence[str]) -> Wording:
    """Tell what was lost or repeated of the words from the first one that was lit."""
    place, lost, repeated, counted, before = 0, 0, 0, 0, ""
    for word in lit:
        if word == before:
            continue
        before, counted = word, counted + 1
        ahead = list(expected[place : place + _SOON])
        if word in ahead:
            lost += ahead.index(word)
            place += ahead.index(word) + 1
        else:
            repeated += 1
    return Wording(lost, repeated, counted)
