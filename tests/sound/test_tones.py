"""A tone in place of an announcement, heard on a null sink, in step with what is lit."""

from __future__ import annotations

from pathlib import Path

from tests.sound.ear import Ear
from tests.sound.window import Window
from tidings.library import Library
from tidings.speech import USUAL_RATE, tone
from tidings.ui.announcing import ANNOUNCING

PAGE = """<!doctype html><html lang="en"><head><title>The mill</title></head><body><article>
<h1>The mill</h1>
<p>It was opened to visitors after four quiet years of work by hand.</p>
<h2>Wheel</h2>
<p>The miller said that every plank of the wheel had been cut by hand from local oak.</p>
</article></body></html>"""
BEFORE = 0.2
"""Seconds of the silence before the heading that are listened to."""


def test_a_tone_is_heard_when_its_heading_is_lit(
    pulse: dict[str, str], ear: Ear, tmp_path: Path
) -> None:
    page = tmp_path / "mill.html"
    page.write_text(PAGE, encoding="utf-8")
    library = Library.open(tmp_path / "data").library
    library.set_setting(ANNOUNCING, "some heading=sound")
    library.close()
    with Window(pulse, tmp_path, str(page)) as window:
        # The title, a paragraph, 400 ms of silence, the tone, and the heading.
        window.press("Space")
        state = window.wait(lambda state: state["said"][-1][1].startswith("The miller"), 20)
        times = {text: at for at, text in state["said"]}
        lit, followed = times["Heading:"], times["Wheel"]
        assert abs(ear.onset(lit - BEFORE) - BEFORE) < 0.06
        length = len(tone("heading", USUAL_RATE)) / 2 / USUAL_RATE
        assert abs((followed - lit) - length - 0.04) < 0.05
        assert [text for _, text in state["said"]].count("Heading:") == 1
