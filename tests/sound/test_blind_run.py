"""The whole main job by ear alone: from the first start to a story that is finished.

Only what is spoken is looked at. Which key does what is taken from there, too: of the
keys, this reader knows Tab, the arrows, Enter, Escape, Space and F1.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from tests.sound.pages import write_page
from tests.sound.window import Window
from tidings.resources import resource_folder

SAMPLE = resource_folder() / "samples" / "harbour-watch.html"
TITLE = "A boat for the bay"
STORY = [
    "The new boat was carried through the town on Sunday, with a band before it.",
    "It will cross the bay four times a day.",
    "Tickets are sold in the bakery, where the timetable hangs as well.",
]
PATIENCE = 30.0


class Listener:
    """Somebody who hears what is spoken, and presses keys. They see nothing."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._heard = 0

    def hears(self, part: str, patience: float = PATIENCE) -> str:
        """Wait until something is said that holds ``part``; return it."""
        end = time.monotonic() + patience
        said: list[str] = []
        while time.monotonic() < end:
            said = self._spoken()
            for place in range(self._heard, len(said)):
                if part in said[place]:
                    self._heard = place + 1
                    return said[place]
            time.sleep(0.02)
        raise AssertionError(f"{part!r} is not said, but {said[self._heard :]}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self._heard = len(self._spoken())
            self._window.press(key, "window")

    def types(self, text: str) -> None:
        """Type, and hear each letter before the next."""
        for letter in text:
            self.press(KEYS.get(letter, letter))
            self.hears("space" if letter == " " else letter)

    def goes_on_until(self, key: str, part: str, most: int = 40) -> str:
        """Press a key until something is said that holds ``part``; return it."""
        for _ in range(most):
            self.press(key)
            said = self.hears("")
            if part in said:
                return said
        raise AssertionError(f"{key} does not lead to {part!r}")

    def key_for(self, words: str) -> str:
        """Ask which key does something, in the list of keys."""
        self.press("F1")
        self.hears("Keys, dialog")
        self.types(words)
        found = self.hears(" found, the first: ")
        self.press("Escape")
        return found.rpartition(": ")[2].split(" (")[0].split(",")[0]

    def _spoken(self) -> list[str]:
        """All that was spoken so far, by either voice, in the order of its beginning."""
        state = self._window.state()
        return [text for _at, text in sorted(map(tuple, [*state["talked"], *state["said"]]))]


KEYS = {" ": "Space"}


@pytest.fixture
def page(tmp_path: Path) -> str:
    folder = tmp_path / "p"
    folder.mkdir()
    return write_page(folder, TITLE, STORY)


def test_a_story_is_found_opened_heard_and_done_by_ear_alone(
    pulse: dict[str, str], tmp_path: Path, page: str
) -> None:
    with Window(pulse, tmp_path / "kept", str(SAMPLE)) as window:
        reader = Listener(window)
        # the first start: it tells how to make it speak
        window.welcome()
        offered = reader.hears("speak everything in its window")
        key = re.search(r"Press (\S+) to", offered)
        assert key is not None
        reader.press(key[1])
        reader.hears("Tidings speaks its window now.")
        # where one is
        reader.hears("heading level 1")
        # how to get to a page
        to_address = reader.key_for("type an address")
        reader.press(to_address)
        reader.hears("Address, field")
        reader.types(page[:12])
        reader.press("Escape")
        reader.press(to_address)
        reader.hears("Address, field")
        # a page that is not there is told, and one is still in the field
        reader.types("nowhere.html")
        reader.press("Return")
        reader.hears("There is no file")
        reader.press("Ctrl+A")
        reader.hears("selected")
        for letter in page:
            window.press(KEYS.get(letter, letter), "window")
        reader.press("Return")
        reader.hears(TITLE)
        # back to the sample by the list of sources, and to its second story
        reader.goes_on_until("Tab", "Player")
        reader.goes_on_until("Shift+Tab", "Sources, list")
        reader.goes_on_until("Up", "Harbour Watch")
        reader.press("Return")
        reader.hears("Harbour Watch, 5 stories, list")
        assert "unread" in reader.goes_on_until("Down", "2 of 5")
        # the story that is to be heard, in the list of all
        reader.goes_on_until("Shift+Tab", "Sources, list")
        reader.goes_on_until("Down", TITLE)
        reader.press("Return")
        reader.hears(f"{TITLE}, 1 story, list")
        reader.press("Return")
        reader.hears("story")
        # faster, then play
        faster = reader.key_for("speak faster")
        for _ in range(6):
            reader.press(faster)
        reader.hears("words a minute")
        reader.press("Space")
        for sentence in STORY:
            reader.hears(sentence.split(",")[0])
        reader.hears("That was the last story")
        # it is read now
        said = reader.goes_on_until("Shift+Tab", f"{TITLE}, 1 story, list")
        assert f"{TITLE} read " in said
        assert window.complaints() == []
