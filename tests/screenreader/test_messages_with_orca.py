"""What a person hears of messages with Orca: once, no flood, again by a key, all in a list."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import HARBOUR, STORY, WINDOW, heard_in_time, hears

WINDOW_PROCESS = str(Path(__file__).with_name("messages_window.py"))
OPENED = "Harbour Watch: 5 stories."
FIRST = "This is the first story."
MESSAGES = ("Messages — Tidings dialog.", "Messages.")


@pytest.fixture
def line(laboratory: Laboratory) -> Laboratory:
    """Orca, then a small window with a message line."""
    laboratory.start_screen_reader()
    laboratory.start_application([sys.executable, WINDOW_PROCESS], "Messages window")
    laboratory.settle(quiet=1.0)
    return laboratory


def test_what_is_not_for_the_screen_reader_is_not_heard(line: Laboratory) -> None:
    # The first one is shown where nothing was, the later one where another stood.
    assert line.press("F7") == []
    hears(line, "F8", "notification Heard.")
    assert line.press("F7") == []


def test_each_is_heard_once_and_of_a_flood_the_last(line: Laboratory) -> None:
    assert line.press("F9") + line.settle(quiet=1.5) == ["notification Twice."]
    said = line.press("F11") + line.settle(quiet=2.0)
    assert said[-1] == "notification Number 10."
    assert said == [f"notification Number {number}." for number in (1, 2, 3, 10)]


def test_messages_are_repeated_and_listed(orca: Laboratory) -> None:
    hears(orca, "ctrl+m", f"notification {OPENED}")
    hears(orca, "b", f"notification {FIRST}")
    hears(orca, "ctrl+m", f"notification {FIRST}")
    said = heard_in_time(orca, orca.press("ctrl+shift+m"), 4)
    assert tuple(said[:2]) == MESSAGES
    assert said[2] in ("List with 2 items.", "List with 3 items.")
    assert said[3].startswith(f"{FIRST} ")
    (older,) = heard_in_time(orca, orca.press("Down"), 1)
    assert older.startswith(f"{OPENED} ")
    dialog = "Messages — Tidings dialog"
    hears(orca, "ctrl+c", dialog, f"notification Copied: {OPENED}")
    hears(orca, "Tab", "Copy push button.", "Ctrl+C.")
    hears(orca, "Tab", "Close push button.")
    hears(orca, "Escape", WINDOW, *STORY)


def test_what_comes_of_itself_interrupts_no_story(laboratory: Laboratory) -> None:
    lab = laboratory
    page = lab.folder / "second.html"
    page.write_text(HARBOUR.with_name("harbour-watch-2.html").read_text("utf-8"), "utf-8")
    lab.start_screen_reader()
    lab.start_application([sys.executable, "-m", "tidings", str(HARBOUR)], "Harbour Watch")
    lab.settle(quiet=2.0)
    lab.press("ctrl+Home")
    lab.press("space")
    # A page is opened while a story is read: only that is heard where the focus goes.
    lab.press("ctrl+l")
    lab.type(str(page))
    said = lab.press("Return") + lab.settle(quiet=2.0)
    assert not [line for line in said if "notification" in line]
    hears(lab, "ctrl+m", "notification Harbour Watch: 3 stories.")
