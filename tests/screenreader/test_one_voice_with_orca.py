"""Never two voices: a screen reader that listens has the window to itself."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import FIRST, HARBOUR, STORY, heard_in_time, hears

OTHER = str(Path(__file__).with_name("messages_window.py"))
SILENT = (
    "notification Your screen reader speaks here, so Tidings is silent. "
    "Press the key again to have Tidings speak as well."
)
SIZE = "Text size LG, 28 points."


def says(lab: Laboratory) -> list[str]:
    """Return what the window has said by itself."""
    lines = (lab.folder / "application.log").read_text().splitlines()
    return [line.partition("says: ")[2] for line in lines if "says: " in line]


def is_elsewhere(lab: Laboratory) -> bool:
    """Tell whether the window has noticed that another program is in front: Qt takes a moment."""
    return "another program is in front" in (lab.folder / "application.log").read_text()


def start(lab: Laboratory) -> None:
    lab.start_application(
        [sys.executable, "-m", "tidings", "--verbose", str(HARBOUR)], "Harbour Watch"
    )


def test_with_orca_the_window_is_silent_until_the_reader_insists(laboratory: Laboratory) -> None:
    laboratory.start_screen_reader()
    start(laboratory)
    said: list[str] = []
    while STORY[-1] not in said:
        said += heard_in_time(laboratory, [], 1)
    hears(laboratory, "ctrl+plus", f"notification {SIZE}")
    # At the first start it is told how to make it speak only where nobody listens.
    assert says(laboratory) == []
    # The reader insists: from now on messages are the window's to say, and Orca's no more.
    hears(laboratory, "F2", SILENT)
    laboratory.press("F2")
    laboratory.wait_for(lambda: says(laboratory) != [], "the window's voice")
    before = len(says(laboratory))
    assert laboratory.press("ctrl+0") == []
    laboratory.wait_for(lambda: len(says(laboratory)) > before, "the window's voice")
    assert "Text size MD, 20 points" in " ".join(says(laboratory)[before:])


def test_the_window_falls_silent_when_orca_comes_and_speaks_when_it_goes(
    laboratory: Laboratory,
) -> None:
    start(laboratory)
    laboratory.wait_for(lambda: len(says(laboratory)) == 1, "the first start's words")
    assert "Press F2" in says(laboratory)[0]
    # Ctrl held by itself tells it again, with the keyboard repeating it as it does.
    begun = time.monotonic()
    laboratory.hold("Control_L", lambda: says(laboratory)[1:] == says(laboratory)[:1], "it again")
    assert 4.5 < time.monotonic() - begun < 8.0
    laboratory.press_unheard("F2")
    laboratory.wait_for(lambda: "Tidings speaks its window now." in says(laboratory), "the voice")
    # Who has been elsewhere is told where they are.
    laboratory.wait_for(lambda: FIRST in says(laboratory)[-1], "the story")
    told = len(says(laboratory))
    other = laboratory.start_application([sys.executable, OTHER], "Messages window")
    laboratory.wait_for(lambda: is_elsewhere(laboratory), "the focus elsewhere")
    other.terminate()
    laboratory.bring_to_front("Harbour Watch")
    laboratory.wait_for(lambda: len(says(laboratory)) > told, "the story again")
    assert FIRST in says(laboratory)[-1]
    laboratory.start_screen_reader()
    laboratory.settle(quiet=1.0)
    before = len(says(laboratory))
    hears(laboratory, "ctrl+plus", f"notification {SIZE}")
    assert laboratory.press("F6")
    # What it was saying before would be over by then, and this come after it.
    laboratory.settle(quiet=4.0)
    assert len(says(laboratory)) == before
    laboratory.end_screen_reader()
    laboratory.press_unheard("ctrl+0")
    laboratory.wait_for(lambda: len(says(laboratory)) > before, "the window's voice")
    assert heard_in_time(laboratory, [], 0) == []
