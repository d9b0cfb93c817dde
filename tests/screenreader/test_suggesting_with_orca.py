"""What a person hears who looks for sources to begin with."""

from __future__ import annotations

from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import STORY, WINDOW, hears

HINT = "Space chooses a source. None is asked before you follow it."
KNOWN = "Whole stories: Tidings knows how its pages are built."
LIST = ("Sources in English.", "List with 8 items.")
FIRST = f"Radio Free Europe/Radio Liberty. {KNOWN}"
SECOND = f"Watchdog. {KNOWN}"


def test_sources_to_begin_with_are_chosen_by_keys(orca: Laboratory) -> None:
    dialog = "Sources to begin with — Tidings dialog"
    hears(orca, "ctrl+shift+j", f"{dialog} {HINT}", *LIST, f"{FIRST} not checked.")
    hears(orca, "space", "Chosen.")
    hears(orca, "Down", f"{SECOND} not checked.")
    hears(orca, "Up", f"{FIRST} checked.")
    hears(orca, "space", "Not chosen.")
    hears(orca, "Tab", "Follow push button.")
    nothing = "notification No source is chosen yet."
    hears(orca, "space", *LIST, f"{FIRST} not checked.", f"{dialog} {HINT}", nothing)
    hears(orca, "shift+Tab", "Language combo box.", "English.")
    hears(orca, "Down", "List with 8 items.", "French.")
    french = "RFI. Written by a broadcaster, so it is good to listen to. not checked."
    hears(orca, "Tab", "Sources in French.", "List with 3 items.", french)
    hears(orca, "Escape", WINDOW, *STORY)
