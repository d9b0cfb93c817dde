"""What a person hears who chooses with Orca what an entry of the list says."""

from __future__ import annotations

from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import FIRST, STORY, WINDOW, hears

NOTE = "Alt+Up and Alt+Down move a part, Space leaves it out. The title is always said."
REST = "3 minutes, also in 2 sources."
EXAMPLE = f"Example: {FIRST}, Harbour Watch, 20 Nov 2026, read, changed, saved, {REST}"
MOVED = f"Example: {FIRST}, 20 Nov 2026, changed, read, saved, {REST}"
CHANGED = f"Example: {FIRST}, 20 Nov 2026, changed, saved, read, {REST}"
LIST = ("Parts of an entry.", "List with 8 items.")


def test_parts_are_moved_and_left_out_by_keys(orca: Laboratory) -> None:
    said = f"What a list entry says — Tidings dialog {NOTE} {EXAMPLE}"
    hears(orca, "ctrl+shift+d", said, *LIST, "Title, 1 of 8.")
    hears(orca, "Down", "Source, 2 of 8 checked.")
    hears(orca, "space", "Left out.")
    hears(orca, "Down", "Date, 3 of 8 checked.")
    hears(orca, "alt+Up", "Date, 2 of 8 checked.")
    hears(orca, "Down", "Source, 3 of 8 not checked.")
    hears(orca, "space", "Said.")
    hears(orca, "space", "Left out.")
    hears(orca, "Down", "Read or unread, 4 of 8 checked.")
    hears(orca, "alt+Down", "Read or unread, 5 of 8 checked.")
    # the buttons tell what they move, and where it is then
    hears(orca, "Tab", f"{MOVED} label.")
    hears(orca, "Tab", "Move up push button.", "Read or unread, 5 of 8, Alt+Up.")
    hears(orca, "Tab", "Move down push button.", "Read or unread, 5 of 8, Alt+Down.")
    hears(orca, "space", "Read or unread, 6 of 8, Alt+Down")
    hears(orca, "shift+Tab", "Move up push button.", "Read or unread, 6 of 8, Alt+Up.")
    hears(orca, "shift+Tab", f"{CHANGED} label.")
    hears(orca, "Escape", "notification What a list entry says was changed.", WINDOW, *STORY)
    # and so the list says it from now on
    entry = f"{FIRST}, 20 Nov 2026, unread, 3 minutes."
    hears(orca, "shift+F6", "Harbour Watch, 5 stories.", "List with 5 items.", entry)
    # the usual order comes back
    changed = f"What a list entry says — Tidings dialog {NOTE} {CHANGED}"
    hears(orca, "ctrl+shift+d", changed, *LIST, "Title, 1 of 8.")
    hears(orca, "shift+Tab", "Close push button.")
    hears(orca, "shift+Tab", "Reset push button.")
    hears(orca, "space", "All parts are said, in the usual order.")
