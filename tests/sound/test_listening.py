"""The window read aloud, heard on a null sink: real keys, worker, eSpeak and sound server."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.sound.ear import Ear
from tests.sound.window import Window, words

PAGE = """<!doctype html><html lang="en"><head>
<title>The mill wheel turns again</title></head><body><article>
<h1>The mill wheel turns again</h1>
<p>On Monday the old mill by the river was opened to visitors after four quiet years.</p>
<p>The miller said that every plank of the wheel had been cut by hand from local oak. She had
counted them twice. There were ninety six, and each of them carries the name of a neighbour.</p>
<p>Bread from the first sack of flour was gone before noon, and the second sack is promised
for Saturday. Children may pull the rope that lets the water in.</p>
<p>Opening hours are painted on the door, where the rain cannot reach them.</p>
</article></body></html>"""

TEXT = re.sub(r"[.,]", "", " ".join(re.sub(r"<title>.*</title>|<[^>]*>", " ", PAGE).split()))
"""The page's words as they are spoken."""


@pytest.fixture
def window(pulse: dict[str, str], tmp_path: Path) -> Iterator[Window]:
    page = tmp_path / "mill.html"
    page.write_text(PAGE, encoding="utf-8")
    with Window(pulse, tmp_path, str(page)) as opened:
        yield opened


def heard(state: dict[str, Any]) -> str:
    """Return the words that were lit, without the repetition of one said again, or points."""
    said: list[str] = []
    for word in words(state):
        if said[-1:] != [word]:
            said.append(word)
    return re.sub(r"[.,]", "", " ".join(said))


def test_starts_pauses_goes_on_and_stops_within_what_is_heard(window: Window, ear: Ear) -> None:
    pressed = window.press("Space")
    assert ear.onset(pressed) < 0.3
    window.wait(lambda state: len(state["words"]) > 8)
    paused = window.press("Space")
    assert ear.silence(paused) < 0.15
    state = window.state()
    assert state["mode"] == "paused"
    said_before = words(state)
    resumed = window.press("Space")
    assert ear.onset(resumed) < 0.3
    state = window.wait(lambda state: len(state["words"]) > len(said_before) + 3)
    # Not a word lost, not one said twice.
    assert TEXT.startswith(heard(state))
    stopped = window.press("Escape")
    assert ear.silence(stopped) < 0.15
    assert window.state()["mode"] == "stopped"
    assert window.complaints() == []


def test_skips_are_heard_at_once(window: Window, ear: Ear) -> None:
    window.press("Space")
    window.wait(lambda state: len(state["words"]) > 2)
    pressed = window.press("Alt+Down")
    state = window.wait(lambda state: words(state)[-1] == "On")
    assert state["said"][-1][1].startswith("On Monday")
    assert ear.onset(pressed + 0.02) < 0.3
    window.press("Alt+Right")
    window.wait(lambda state: state["said"][-1][1].startswith("The miller said"))
    window.press("Alt+Left")
    window.wait(lambda state: state["said"][-1][1].startswith("On Monday"))


def test_a_faster_voice_goes_on_with_the_word_under_way(window: Window, ear: Ear) -> None:
    window.press("Space")
    window.wait(lambda state: words(state)[-1:] == ["old"])
    for _ in range(20):
        window.press("Ctrl+]")
    assert window.state()["rate"] == 375
    state = window.wait(lambda state: state["said"][-1][1].startswith("The miller said"), 15)
    assert TEXT.startswith(heard(state))
    assert ear.onset(time.monotonic() - 0.5) < 0.5


def test_a_blocked_window_does_not_break_the_sound(window: Window, ear: Ear) -> None:
    window.press("Space")
    window.press("Alt+Down")
    window.press("Alt+Down")
    window.wait(lambda state: words(state)[-1:] == ["miller"])
    began = time.monotonic()
    window.block(300)
    moments = ear.loudness(began, began + 0.3)
    assert len(moments) > 40
    quiet = longest = 0
    for moment in moments:
        quiet = quiet + 1 if moment.peak == 0 else 0
        longest = max(longest, quiet)
    # 5 ms a moment: eSpeak's own stops are shorter than 120 ms.
    assert longest * 5 < 120


def test_a_killed_worker_is_replaced_and_the_reader_is_told(window: Window, ear: Ear) -> None:
    for _ in range(30):
        window.press("Ctrl+]")
    window.press("Space")
    state = window.wait(lambda state: len(state["words"]) > 6)
    worker = state["worker"]
    os.kill(worker, signal.SIGKILL)
    state = window.wait(lambda state: state["worker"] not in (None, worker))
    told = "The voice had stopped working and was started again."
    state = window.wait(lambda state: told in state["messages"])
    state = window.wait(lambda state: words(state)[-1] == "counted", 30)
    # Not a word lost, not one said twice.
    assert TEXT.startswith(heard(state))
    assert ear.onset(state["at"]) < 0.3


def test_without_a_sound_device_the_highlight_still_walks(tmp_path: Path) -> None:
    page = tmp_path / "mill.html"
    page.write_text(PAGE, encoding="utf-8")
    nowhere = {**os.environ, "PULSE_SERVER": f"unix:{tmp_path}/nothing"}
    with Window(nowhere, tmp_path, str(page)) as window:
        assert window.state()["device"] == ""
        window.press("Space")
        state = window.wait(lambda state: len(state["words"]) > 6)
        told = "There is no sound device. The text is lit as it would be spoken."
        assert told in state["messages"]
        assert "no sound device" in window.close()
