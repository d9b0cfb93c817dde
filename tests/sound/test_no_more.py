"""The tone that tells that there is no more, heard on a null sink whatever is being read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sound.ear import Ear
from tests.sound.window import Window
from tidings.speech import USUAL_RATE, tone

PAGE = """<!doctype html><html lang="en"><head><title>The mill</title></head><body><article>
<h1>The mill</h1>
<p>It was opened to visitors after four quiet years of work by hand, and the miller said that
every plank of the wheel had been cut from local oak, as his father had cut them before him.</p>
</article></body></html>"""
LENGTH = len(tone("no-more", USUAL_RATE)) / 2 / USUAL_RATE
AT_ONCE = 0.15
"""Seconds in which it is heard on a machine that does other things as well."""
BREATH = 0.12
"""Seconds of silence after which a sentence is over."""


@pytest.fixture
def page(tmp_path: Path) -> str:
    file = tmp_path / "mill.html"
    file.write_text(PAGE, encoding="utf-8")
    return str(file)


def assert_tone(ear: Ear, pressed: float) -> None:
    """A tone is heard at once, and after it nothing."""
    onset = ear.onset(pressed)
    assert onset < AT_ONCE
    last = ear.silence(pressed)
    assert LENGTH * 0.5 < last - onset < LENGTH + 0.05


@pytest.mark.parametrize("key", ["Q", "Shift+H", "N", "B", "Alt+Left"])
def test_in_silence_it_is_heard_at_once(
    pulse: dict[str, str], ear: Ear, tmp_path: Path, page: str, key: str
) -> None:
    with Window(pulse, tmp_path, page) as window:
        for _ in range(2):
            assert_tone(ear, window.press(key))


def test_in_a_pause_it_is_heard_and_the_story_goes_on_where_it_was(
    pulse: dict[str, str], ear: Ear, tmp_path: Path, page: str
) -> None:
    with Window(pulse, tmp_path, page) as window:
        started = window.press("Space")
        ear.onset(started)
        window.wait(lambda state: len(state["words"]) > 6)
        paused = window.press("Space")
        ear.silence(paused)
        before = window.state()
        assert before["mode"] == "paused"
        assert_tone(ear, window.press("Q"))
        after = window.state()
        assert after["mode"] == "paused"
        assert after["words"] == before["words"]
        # what is in the stream is not lost: it is heard from there on
        again = window.press("Ctrl+Space")
        assert ear.onset(again) < AT_ONCE
        state = window.wait(lambda state: len(state["words"]) > len(before["words"]) + 3)
        words = [word for _at, word in state["words"]]
        assert words[:10] == [
            "The",
            "mill",
            "It",
            "was",
            "opened",
            "to",
            "visitors",
            "after",
            "four",
            "quiet",
        ]


def test_it_is_heard_over_a_story_that_is_read_without_a_break(
    pulse: dict[str, str], ear: Ear, tmp_path: Path, page: str
) -> None:
    with Window(pulse, tmp_path, page) as window:
        started = window.press("Space")
        ear.onset(started)
        # into the silence between the title and what follows
        ear.silence(started, hold=BREATH)
        pressed = window.press("Q")
        heard = pressed + ear.onset(pressed)
        state = window.wait(lambda state: len(state["words"]) > 6)
        followed = state["words"][2][0]
        assert heard < pressed + AT_ONCE
        assert heard + LENGTH < followed
        assert state["mode"] == "playing"
        words = [word for _at, word in state["words"]]
        assert words[:6] == ["The", "mill", "It", "was", "opened", "to"]
