"""What a person hears who finds the sleep timer in the menu, and sets it, with Orca."""

from __future__ import annotations

from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import FIRST, STORY, WINDOW, heard_in_time, hears

MENU = (
    "Choose a voice, its pitch and volume\tCtrl+Shift+V",
    "Choose what is announced\tCtrl+Shift+A",
    "Choose what a list entry says\tCtrl+Shift+D",
    "Say this word differently\tF8",
    "List the words that are said differently\tShift+F8",
    "Read the whole list\tCtrl+Shift+L",
    "Read all that is unread\tCtrl+Shift+N",
    "Hear the headlines (Enter opens one)\tCtrl+Shift+H",
    "Hear what is new in the story since it was read\tCtrl+Shift+C",
    "Sleep timer\tCtrl+Shift+S",
    "Stop after this story\tCtrl+Shift+T not checked",
    "Speak the window, or no longer\tF2 not checked",
    "Choose who speaks the window, and how fast\tShift+F2",
    "List the keys\tF1",
    "All commands\tCtrl+Shift+P",
)
STORIES = (
    "Harbour Watch, 5 stories.",
    "List with 5 items.",
    f"{FIRST}, Harbour Watch, 20 Nov 2026, unread, 3 minutes.",
)
DIALOG = (
    "Sleep timer — Tidings dialog "
    "The voice grows softer over the last half minute; a story is heard to its last word. "
    "The place is kept."
)
LIST = ("Stop reading aloud.", "List with 10 items.")


def hears_back(orca: Laboratory, *lines: str) -> None:
    """Leave the menu, and hear the window and what has the focus in it.

    Orca says what a window is where it is told of that before the focus.
    """
    window, *said = heard_in_time(orca, orca.press("Escape"), len(lines) + 1)
    assert window in (WINDOW, WINDOW.removesuffix(" frame."))
    assert said == list(lines)


def test_the_menu_is_walked_to_the_sleep_timer_which_is_set(orca: Laboratory) -> None:
    hears(orca, "F10", f"{MENU[0]}.")
    for line in MENU[1:]:
        hears(orca, "Down", f"{line}.")
    hears_back(orca, *STORY)
    orca.press("F10")
    for line in MENU[1:10]:
        hears(orca, "Down", f"{line}.")
    hears(orca, "Return", DIALOG, *LIST, "Never: the timer is off.")
    hears(orca, "Down", "At the end of the story.")
    hears(orca, "Down", "In 5 minutes.")
    hears(orca, "Tab", "Choose push button.")
    hears(orca, "Tab", "Close push button.")
    hears(orca, "Tab", *LIST, "In 5 minutes.")
    hears(orca, "Return", "notification The sleep timer stops it in 5 minutes.", WINDOW, *STORY)
    # from a list, too
    orca.press("shift+F6")
    orca.press("F10")
    hears_back(orca, *STORIES)
