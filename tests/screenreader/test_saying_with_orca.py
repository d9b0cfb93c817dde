"""What a person hears who puts right with Orca how a word is said."""

from __future__ import annotations

from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import STORY, WINDOW, hears

WORDS = "Words that are said differently"
NONE = "No word is said differently yet. Press F8 at a word of a story."
FIXED = "Lighthouse: say “loogbook”, English."


def test_a_word_is_put_right_and_listed(orca: Laboratory) -> None:
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
    hears(orca, "Tab", "Cancel push button.")
    hears(orca, "Tab", "All words push button.")
    # Orca leaves out the last character of what is selected
    hears(orca, "Tab", "It is written text.", "Lighthous selected.")
    hears(orca, "Return", f"notification {FIXED}", WINDOW, *STORY)
    the_list = (f"{WORDS}.", "List with 1 item.", FIXED)
    hears(orca, "shift+F8", f"{WORDS} — Tidings dialog.", *the_list)
    hears(orca, "Tab", "New push button.")
    hears(orca, "Tab", "Change push button.")
    hears(orca, "Tab", "Remove push button.", "Delete.")
    hears(orca, "Tab", "Undo push button.", "Ctrl+Z.")
    hears(orca, "Tab", "Import… push button.")
    hears(orca, "Tab", "Export… push button.")
    hears(orca, "Tab", "Close push button.")
    hears(orca, "Tab", "Type to narrow the list text.")
    hears(orca, "Tab", *the_list)
    said = orca.press("Delete")
    # What has the focus goes, so all around it is said anew.
    assert NONE in said
    assert said[-1] == "notification Removed: Lighthouse. Undo brings it back."
    assert orca.press("ctrl+z")[-1] == "notification Undone: Lighthouse."
    hears(orca, "Escape", WINDOW, *STORY)


def test_that_no_word_is_said_differently_is_heard(orca: Laboratory) -> None:
    dialog = f"{WORDS} — Tidings dialog."
    hears(orca, "shift+F8", dialog, f"{WORDS}.", "List with 1 item.", NONE)
    hears(orca, "Escape", WINDOW, *STORY)
