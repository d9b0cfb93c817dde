"""The window that speaks itself, from the key to what is heard of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figures import Figures
from tests.benchmarks.listening import first_sound, silence, wait_for_quiet, wait_for_sound
from tests.benchmarks.stories import write_page
from tests.benchmarks.tidings_window import opened
from tests.sound.ear import Ear

_MODIFIER = "Shift"


@dataclass(frozen=True, slots=True)
class TalkingFigures:
    """``moved`` is from F6 in silence to the sound of where it leads, ``line`` from Down in
    a story to that of the line, ``silent`` from a key to silence.
    """

    moved: Figures
    line: Figures
    silent: Figures


def measure_talking(
    environment: Mapping[str, str], ear: Ear, folder: Path, characters: int, runs: int
) -> TalkingFigures:
    """Measure in a story of about so many characters."""
    page = str(write_page(folder, characters))
    moved, line, silent = [], [], []
    with opened(environment, folder, page) as window:
        window.press("F2", "window")
        wait_for_sound(ear)
        for _ in range(runs):
            silent.append(silence(ear, window.press(_MODIFIER, "window")))
            wait_for_quiet(ear)
            moved.append(first_sound(ear, window.press("F6", "window")))
            wait_for_sound(ear)
            # Into the story, whatever has the focus.
            window.press("Ctrl+Home")
            window.press(_MODIFIER, "window")
            wait_for_quiet(ear)
            line.append(first_sound(ear, window.press("Down", "window")))
            wait_for_sound(ear)
    return TalkingFigures(Figures(tuple(moved)), Figures(tuple(line)), Figures(tuple(silent)))
