"""What a person hears who puts right with Orca how a word is said."""

from __future__ import annotations

import sys
import time

from tests.screenreader.laboratory import Laboratory
from tidings.resources import resource_folder

HARBOUR = resource_folder() / "samples" / "harbour-watch.html"
PATIENCE = 10.0
"""Seconds that a slow machine may take to say what is expected."""
TITLE = "A Lighthouse Logbook Comes Home After Sixty Years"
STORY = (f"{TITLE} document frame", f"{TITLE} heading level 1.")


def hears(orca: Laboratory, key: str, *lines: str) -> None:
    """Press a key, and hear these lines and no others."""
    said = orca.press(key)
    end = time.monotonic() + PATIENCE
    while len(said) < len(lines) and time.monotonic() < end:
        said += orca.settle()
    assert said == list(lines), key


def test_a_word_is_put_right_and_listed(laboratory: Laboratory) -> None:
    orca = laboratory
    orca.start_screen_reader()
    orca.start_application([sys.executable, "-m", "tidings", str(HARBOUR)], "Harbour Watch")
    said: list[str] = []
    end = time.monotonic() + PATIENCE
    while STORY[-1] not in said and time.monotonic() < end:
        said += orca.settle(quiet=1.0)
    orca.press("ctrl+Right")
    dialog = "Say a word differently — Tidings dialog"
    hears(orca, "F8", f"{dialog}.", "Say it like this text.")
    hears(orca, "Return", dialog, "notification Type how it is to be said.")
    orca.type("loogbook")
    hears(orca, "Tab", "Find combo box.", "The whole word.")
    hears(orca, "Tab", "Language combo box.", "English.")
    hears(orca, "Tab", "Stories combo box.", "All stories.")
    hears(orca, "Tab", "Hear it push button.", "Ctrl+Space.")
    hears(orca, "Tab", "Save push button.")
    fixed = "Lighthouse: say “loogbook”, English."
    hears(orca, "Return", f"notification {fixed}", "Harbour Watch – Tidings frame.", *STORY)
    words = "Words that are said differently"
    the_list = (f"{words}.", "List with 1 item.", fixed)
    hears(orca, "shift+F8", f"{words} — Tidings dialog.", *the_list)
    hears(orca, "Tab", "New push button.")
    hears(orca, "shift+Tab", *the_list)
    assert orca.press("Delete")[-1] == "notification Removed: Lighthouse. Undo brings it back."
    assert orca.press("ctrl+z")[-1] == "notification Undone: Lighthouse."
    hears(orca, "Escape", "Harbour Watch – Tidings frame.", *STORY)
