"""Tidings' window, measured by keys that are pressed and sound that is heard."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figures import Cell, Figures
from tests.benchmarks.listening import (
    first_sound,
    new_sound,
    silence,
    wait_for_quiet,
    wait_for_sound,
)
from tests.benchmarks.memory import resident, resident_workers
from tests.benchmarks.stories import write_page
from tests.sound.ear import Ear
from tests.sound.window import Window

_PLAYED = 10.0
"""Seconds of playing in which stalls are looked for."""
SETTLED = 2.0
"""Seconds for which a story has been open when a voice that has to get ready is measured."""
_PAGES = 50_000
"""Characters of a story that has pages enough to be anywhere in it."""
_SKIPS = {
    "next sentence": "Alt+Right",
    "previous sentence": "Alt+Left",
    "next paragraph": "Alt+Down",
    "previous paragraph": "Alt+Up",
}
SKIPS = tuple(_SKIPS)


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """From the key to what is heard of it.

    ``jump`` is Play at a place where nobody was, in a story of several pages.
    """

    play: Figures
    jump: Cell
    go_on: Figures
    stop: Figures
    pause: Figures
    skips: Mapping[str, Figures]


@dataclass(frozen=True, slots=True)
class WindowFigures:
    """What the window itself costs, with one story."""

    painted: Figures
    stall_opening: Figures
    stall_playing: Figures
    window_memory: Figures
    worker_memory: Figures


@contextmanager
def opened(
    environment: Mapping[str, str], folder: Path, page: str, voice: str = ""
) -> Iterator[Window]:
    """Open a window that keeps nothing from one to the next, speaking with a voice.

    Raises TimeoutError where the voice does not come.
    """
    with (
        tempfile.TemporaryDirectory(dir=folder) as fresh,
        Window(environment, Path(fresh), page) as window,
    ):
        if voice:
            deadline = time.monotonic() + 15
            while voice not in window.voices():
                if time.monotonic() > deadline:
                    raise TimeoutError(f"there is no voice {voice}")
                time.sleep(0.1)
            window.speak_with(voice, "en")
        yield window


def measure_keys(
    environment: Mapping[str, str],
    ear: Ear,
    folder: Path,
    characters: int,
    runs: int,
    voice: str = "",
) -> KeyFigures:
    """Measure every key that is heard, in a story of about so many characters."""
    page = str(write_page(folder, characters))
    play, jump, go_on, stop, pause = [], [], [], [], []
    skips: dict[str, list[float]] = {name: [] for name in _SKIPS}
    places = random.Random(1)
    with opened(environment, folder, page, voice) as window:
        for _ in range(runs):
            window.press("Ctrl+Home")
            wait_for_quiet(ear)
            if voice:
                time.sleep(SETTLED)
            play.append(first_sound(ear, window.press("Space")))
            wait_for_sound(ear)
            pause.append(silence(ear, window.press("Space")))
            go_on.append(first_sound(ear, window.press("Space")))
            for name, key in _SKIPS.items():
                wait_for_sound(ear)
                skips[name].append(new_sound(ear, window.press(key)))
            wait_for_sound(ear)
            stop.append(silence(ear, window.press("Escape")))
            if characters >= _PAGES:
                jump.append(_jump(window, ear, places))
    return KeyFigures(
        Figures(tuple(play)),
        Figures(tuple(jump)) if jump else "",
        Figures(tuple(go_on)),
        Figures(tuple(stop)),
        Figures(tuple(pause)),
        {name: Figures(tuple(values)) for name, values in skips.items()},
    )


def measure_window(
    environment: Mapping[str, str], folder: Path, characters: int, runs: int, voice: str = ""
) -> WindowFigures:
    """Measure opening and playing a story of about so many characters."""
    page = str(write_page(folder, characters))
    painted, stalls = [], []
    for _ in range(runs):
        window = Window(environment, folder, page)
        # From the first turn of its event loop on, before the story comes.
        window.stall()
        with window:
            painted.append((_painted(window) - window.started) * 1000)
            stalls.append(window.stall())
    with opened(environment, folder, page, voice) as window:
        window.press("Ctrl+Home")
        time.sleep(SETTLED if voice else 0)
        window.press("Space")
        window.stall()
        time.sleep(_PLAYED)
        stall = window.stall()
        memory = resident(window.pid), resident_workers(window.pid)
    return WindowFigures(
        Figures(tuple(painted)),
        Figures(tuple(stalls)),
        Figures((stall,)),
        Figures((memory[0],), "MB"),
        Figures((memory[1],), "MB"),
    )


def _jump(window: Window, ear: Ear, places: random.Random) -> float:
    """Go anywhere and play at once."""
    wait_for_quiet(ear)
    end, page = places.choice((("Ctrl+Home", "PgDown"), ("Ctrl+End", "PgUp")))
    window.press(end)
    for _ in range(places.randrange(1, 9)):
        window.press(page)
    sound = first_sound(ear, window.press("Space"))
    window.press("Escape")
    return sound


def _painted(window: Window) -> float:
    return float(window.wait(lambda state: state["painted"] > 0)["painted"])
