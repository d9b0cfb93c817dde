"""What the walks with Orca share: the window on the sample edition, and how it is listened to."""

from __future__ import annotations

import re
import sys
import time

from tests.screenreader.laboratory import Laboratory
from tidings.resources import resource_folder

HARBOUR = resource_folder() / "samples" / "harbour-watch.html"
PATIENCE = 10.0
"""Seconds that a slow machine may take to say what is expected."""

FIRST = "A Lighthouse Logbook Comes Home After Sixty Years"
STORY = (f"{FIRST} document frame", f"{FIRST} heading level 1.")
WINDOW = "Harbour Watch – Tidings frame."
"""Said as a dialog gives the focus back."""


def begin(orca: Laboratory) -> None:
    """Start Orca, then the window; wait until all that comes of itself has been said."""
    orca.start_screen_reader()
    orca.start_application([sys.executable, "-m", "tidings", str(HARBOUR)], "Harbour Watch")
    said: list[str] = []
    end = time.monotonic() + PATIENCE
    while STORY[-1] not in said and time.monotonic() < end:
        said += orca.settle(quiet=1.0)
    assert re.fullmatch(r"(Harbour Watch – )?Tidings frame\.", said[0])
    assert tuple(said[-2:]) == STORY
    # Orca is told of more than it says where the window comes quickly
    between = [line for line in said[1:-2] if not line.startswith("notification Opening ")]
    more = ["Harbour Watch – Tidings", "notification Harbour Watch: 5 stories."]
    assert between == [line for line in more if line in between]


def hears(orca: Laboratory, key: str, *lines: str) -> None:
    """Press a key, and hear these lines and no others."""
    hears_after(orca, orca.press(key), key, lines)


def hears_after(orca: Laboratory, said: list[str], typed: str, lines: tuple[str, ...]) -> None:
    """Hear these lines and no others, of which some have been ``said`` already."""
    assert heard_in_time(orca, said, len(lines)) == list(lines), typed


def heard_in_time(orca: Laboratory, said: list[str], count: int) -> list[str]:
    """Return what was said, once that is as much as is expected or patience is at its end."""
    end = time.monotonic() + PATIENCE
    while len(said) < count and time.monotonic() < end:
        said += orca.settle()
    return said
