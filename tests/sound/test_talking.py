"""The window that speaks itself, heard on a null sink, and never beside a story."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.sound.ear import Ear
from tests.sound.pages import write_page
from tests.sound.window import Window, words

STORY = [
    "The new boat was carried through the town on Sunday, with a band before it and dogs behind.",
    "It will cross the bay four times a day, and in winter whenever the ice allows it to.",
]


@pytest.fixture
def window(pulse: dict[str, str], tmp_path: Path) -> Iterator[Window]:
    """A window that speaks, and is silent just now."""
    page = write_page(tmp_path, "A boat for the bay", STORY)
    with Window(pulse, tmp_path, page) as opened:
        opened.press("F2", "window")
        opened.wait(lambda state: state["talked"] != [])
        opened.press("Shift", "window")
        yield opened


def talked(state: dict[str, Any]) -> list[str]:
    return [text for _at, text in state["talked"]]


def after(window: Window, key: str, seconds: float = 5) -> list[str]:
    """Press a key; return what is said to it first."""
    before = len(window.state()["talked"])
    window.press(key, "window")
    return talked(window.wait(lambda state: len(state["talked"]) > before, seconds))[before:]


def test_each_step_of_the_focus_is_heard_and_ends_the_one_before(window: Window, ear: Ear) -> None:
    for _ in range(4):
        assert after(window, "F6")
    pressed = window.press("Tab", "window")
    assert ear.onset(pressed) < 0.3
    # A key by itself is enough for silence, as with screen readers.
    silenced = window.press("Shift", "window")
    assert ear.silence(silenced) < 0.15
    assert window.complaints() == []


def test_a_story_waits_for_the_window_and_goes_on_where_it_was(window: Window, ear: Ear) -> None:
    window.press("Space")
    window.wait(lambda state: len(words(state)) > 4)
    window.press("Tab", "window")
    state = window.wait(lambda state: state["talks"])
    begun, lit = time.monotonic(), len(words(state))
    ear.onset(begun, timeout=1)
    while (state := window.state())["talks"]:
        assert len(words(state)) <= lit + 1
        assert state["mode"] == "playing"
        time.sleep(0.02)
    # As long as the name of a button takes: without waiting, three words were lit by then.
    assert time.monotonic() - begun > 1.0
    state = window.wait(lambda state: state["mode"] == "stopped", 60)
    # From the word on that was under way, each is lit, and none again.
    heard = [word.strip(".,") for word in words(state)[lit - 1 :]]
    heard = [word for place, word in enumerate(heard) if not place or heard[place - 1] != word]
    whole = " ".join(["A boat for the bay", *STORY]).replace(".", "").replace(",", "").split()
    assert heard == whole[-len(heard) :]
    assert len(heard) > len(whole) // 2
    assert window.complaints() == []


def test_a_story_that_was_paused_meanwhile_stays_so(window: Window, ear: Ear) -> None:
    window.press("Space")
    window.wait(lambda state: len(words(state)) > 2)
    window.press("Tab", "window")
    window.press("Ctrl+Space", "window")
    window.wait(lambda state: "Paused" in talked(state) and not state["talks"])
    over = time.monotonic()
    assert ear.silence(over, hold=0.6) < 0.2
    state = window.state()
    assert state["mode"] == "paused"
    window.press("Ctrl+Space", "window")
    window.wait(lambda other: len(words(other)) > len(words(state)) + 3)


def test_a_message_is_said_after_what_has_the_focus(window: Window) -> None:
    assert after(window, "Ctrl+]")[0].startswith("185 words a minute")
    assert after(window, "h") == ["No more headings that way."]


def test_a_voice_that_stops_working_is_told_on_screen_and_tried_again(window: Window) -> None:
    lost = "The voice of the window stopped working. Press any key to try again."
    window.press("F6", "window")
    deadline = time.monotonic() + 20
    while lost not in window.state()["messages"] and time.monotonic() < deadline:
        if pid := window.state()["talker"]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.02)
    assert window.state()["messages"][-1] == lost
    assert after(window, "F6", 20)
    assert window.wait(lambda state: state["talker"] is not None)
    window.close()


def test_a_voice_that_is_lost_once_is_heard_again_unasked(window: Window, ear: Ear) -> None:
    window.press("Ctrl+Home")
    window.press("F1", "window")
    state = window.wait(lambda state: "Keys, dialog" in talked(state)[-1])
    os.kill(state["talker"], signal.SIGKILL)
    ear.onset(time.monotonic(), timeout=5)
    window.wait(lambda other: other["talker"] not in (None, state["talker"]))
    assert after(window, "Down")
    window.close()


def test_a_stop_is_heard_by_its_name(window: Window, ear: Ear) -> None:
    window.press("Ctrl+L", "window")
    for sign in (".", "A"):
        window.press(sign, "window")
        pressed = window.press("Shift", "window")
        ear.silence(pressed, hold=0.4)
        pressed = window.press(sign, "window")
        assert ear.onset(pressed) < 0.3
        # A name takes its time; of a bare sign nothing is heard.
        window.wait(lambda state: not state["talks"])
        assert ear.silence(pressed) > 0.15


def test_switched_off_it_says_so_and_is_silent(window: Window, ear: Ear) -> None:
    assert after(window, "F2") == ["Tidings does not speak its window any more."]
    ear.silence(time.monotonic(), hold=0.6)
    pressed = window.press("Tab", "window")
    with pytest.raises(TimeoutError):
        ear.onset(pressed, timeout=0.6)


def test_any_key_ends_what_is_told_at_the_first_start(
    pulse: dict[str, str], tmp_path: Path, ear: Ear
) -> None:
    page = write_page(tmp_path, "A boat for the bay", STORY)
    with Window(pulse, tmp_path, page) as window:
        begun = time.monotonic()
        window.welcome()
        ear.onset(begun, timeout=6)
        assert ear.silence(window.press("Shift", "window")) < 0.15


def test_at_the_first_start_it_tells_how_to_make_it_speak(
    pulse: dict[str, str], tmp_path: Path, ear: Ear
) -> None:
    page = write_page(tmp_path, "A boat for the bay", STORY)
    for is_first in (True, False):
        with Window(pulse, tmp_path, page) as window:
            begun = time.monotonic()
            window.welcome()
            if is_first:
                state = window.wait(lambda state: state["talked"] != [])
                assert talked(state) == [
                    "Tidings can speak everything in its window. Press F2 to switch that on."
                ]
                assert ear.onset(begun) < 4.0
            else:
                with pytest.raises(TimeoutError):
                    ear.onset(begun, timeout=3.0)
            window.complaints()
