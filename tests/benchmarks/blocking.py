"""What is heard while the window is too busy to do anything."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.figures import Figures
from tests.benchmarks.listening import new_sound, wait_for_sound
from tests.benchmarks.stories import write_page
from tests.benchmarks.tidings_window import opened
from tests.sound.ear import Ear, Moment

BLOCKED = 300
"""Milliseconds for which the window's main thread is kept busy."""
_UNDER_WAY = 0.3
"""Seconds of a sentence after which more of it is there than the window is blocked for."""


def measure_gaps(
    environment: Mapping[str, str], ear: Ear, folder: Path, runs: int, voice: str = ""
) -> Figures:
    """Return the longest gap in the sound of each run, while the window was blocked.

    It is blocked as soon as a sentence is loud, so that all of it falls into the sentence.
    """
    gaps = []
    with opened(environment, folder, str(write_page(folder, 20_000)), voice) as window:
        window.press("Ctrl+Home")
        window.press("Space")
        for _ in range(runs):
            new_sound(ear, window.press("Alt+Right"))
            time.sleep(_UNDER_WAY)
            wait_for_sound(ear)
            begun = time.monotonic()
            window.block(BLOCKED)
            gaps.append(longest_gap(ear.loudness(begun, begun + BLOCKED / 1000)))
    return Figures(tuple(gaps))


def longest_gap(moments: list[Moment]) -> float:
    """Return for how many milliseconds nothing at all was heard, at the longest."""
    longest = quiet = 0
    for moment in moments:
        quiet = quiet + 1 if moment.peak == 0 else 0
        longest = max(longest, quiet)
    return longest * 5.0
