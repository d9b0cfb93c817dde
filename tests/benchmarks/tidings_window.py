"""Tidings' window, measured by keys that are pressed and sound that is heard."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figures import Figures
from tests.benchmarks.listening import (
    first_sound,
    new_sound,
    silence,
    wait_for_quiet,
    wait_for_sound,
)
from tests.benchmarks.memory import resident
from tests.benchmarks.stories import write_page
from tests.sound.ear import Ear
from tests.sound.window import Window

_PLAYED = 10.0
"""Seconds of playing in which stalls are looked for."""


@dataclass(frozen=True, slots=True)
class WindowFigures:
    """What was measured of one story."""

    play: Figures
    go_on: Figures
    stop: Figures
    pause: Figures
    skip: Figures
    painted: Figures
    stall_opening: Figures
    stall_playing: Figures
    window_memory: Figures
    worker_memory: Figures


def measure(
    environment: Mapping[str, str], ear: Ear, folder: Path, characters: int, runs: int
) -> WindowFigures:
    """Measure a story of about so many characters."""
    page = str(write_page(folder, characters))
    painted, stalls = [], []
    for _ in range(runs):
        with _open(environment, folder, page) as window:
            painted.append((_painted(window) - window.started) * 1000)
            stalls.append(window.stall())
    play, go_on, stop, pause, skip = [], [], [], [], []
    with _open(environment, folder, page) as window:
        for _ in range(runs):
            window.press("Ctrl+Home")
            wait_for_quiet(ear)
            play.append(first_sound(ear, window.press("Space")))
            wait_for_sound(ear)
            pause.append(silence(ear, window.press("Space")))
            go_on.append(first_sound(ear, window.press("Space")))
            wait_for_sound(ear)
            skip.append(new_sound(ear, window.press("Alt+Right")))
            wait_for_sound(ear)
            stop.append(silence(ear, window.press("Escape")))
        window.press("Ctrl+Home")
        window.press("Space")
        window.stall()
        time.sleep(_PLAYED)
        stall = window.stall()
        worker = int(window.state()["worker"])
        memory = resident(window.pid), resident(worker)
    return WindowFigures(
        Figures(tuple(play)),
        Figures(tuple(go_on)),
        Figures(tuple(stop)),
        Figures(tuple(pause)),
        Figures(tuple(skip)),
        Figures(tuple(painted)),
        Figures(tuple(stalls)),
        Figures((stall,)),
        Figures((memory[0],), "MB"),
        Figures((memory[1],), "MB"),
    )


def _open(environment: Mapping[str, str], folder: Path, page: str) -> Window:
    window = Window(environment, folder, page)
    # From the first turn of its event loop on, before the story comes.
    window.stall()
    return window


def _painted(window: Window) -> float:
    return float(window.wait(lambda state: state["painted"] > 0)["painted"])
