"""What a person hears who chooses with Orca what Tidings announces."""

from __future__ import annotations

import sys
import time

from tests.screenreader.laboratory import Laboratory
from tidings.resources import resource_folder

HARBOUR = resource_folder() / "samples" / "harbour-watch.html"
PATIENCE = 10.0
"""Seconds that a slow machine may take to say what is expected."""
TITLE = "A Lighthouse Logbook Comes Home After Sixty Years"
NOTE = (
    "What is skipped is left out of what you hear, not muted. The text on the screen stays whole."
)
STORY = (f"{TITLE} document frame", f"{TITLE} heading level 1.")


def hears(orca: Laboratory, key: str, *lines: str) -> None:
    """Press a key, and hear these lines and no others."""
    said = orca.press(key)
    end = time.monotonic() + PATIENCE
    while len(said) < len(lines) and time.monotonic() < end:
        said += orca.settle()
    assert said == list(lines), key


def test_the_table_is_walked_and_changed_by_keys(laboratory: Laboratory) -> None:
    orca = laboratory
    orca.start_screen_reader()
    orca.start_application([sys.executable, "-m", "tidings", str(HARBOUR)], "Harbour Watch")
    said: list[str] = []
    end = time.monotonic() + PATIENCE
    while STORY[-1] not in said and time.monotonic() < end:
        said += orca.settle(quiet=1.0)
    hears(
        orca,
        "ctrl+shift+a",
        f"What is announced — Tidings dialog {NOTE}",
        "How much combo box.",
        "Some: as usual.",
    )
    # Orca takes the box's choices, of which one is now told, for a list that is entered.
    hears(orca, "Down", "List with 4 items.", "Most: all there is.")
    hears(orca, "Tab", "That a story has no title combo box.", "Say what it is.")
    hears(orca, "Down", "List with 3 items.", "Short tone.")
    hears(orca, "Tab", "Who wrote the story combo box.", "Say what it is.")
    hears(orca, "End", "List with 4 items.", "Skip it.")
    hears(orca, "shift+Tab", "That a story has no title combo box.", "Short tone.")
    hears(
        orca,
        "Escape",
        "notification What is announced was changed.",
        "Harbour Watch – Tidings frame.",
        *STORY,
    )
