"""The sleep timer, heard on a null sink: it fades to silence, and Play is loud again."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from tests.sound.ear import LOUD, Ear
from tests.sound.window import Window

PAGE = """<!doctype html><html lang="en"><head><title>Far away</title></head><body><article>
<h1>Far away</h1>
{}
</article></body></html>"""
SENTENCE = "<p>Mama and Papa ran far away. Papa and Mama ran far away.</p>\n"
"""With the same loud vowel in every second of it, so that what falls is the fade."""

ASLEEP = 20.0
"""Seconds: as much of the half minute's fade as a test should take."""
SPAN = 2.5
"""Seconds of which the loudest moment is taken: a sentence and the pause after it."""


def peaks(ear: Ear, start: float, end: float) -> list[int]:
    """Return the loudest of what was heard in each span."""
    spans = int((end - start) / SPAN)
    return [
        max(moment.peak for moment in ear.loudness(start + SPAN * n, start + SPAN * (n + 1)))
        for n in range(spans)
    ]


def test_the_voice_fades_to_silence_and_is_loud_again_at_play(
    pulse: dict[str, str], ear: Ear, tmp_path: Path
) -> None:
    page = tmp_path / "far.html"
    page.write_text(PAGE.format(SENTENCE * 40), encoding="utf-8")
    with Window(pulse, tmp_path, str(page)) as window:
        pressed = window.press("Space")
        started = pressed + ear.onset(pressed)
        window.wait(lambda state: state["said"][-1][1].startswith("Papa"))
        full = max(peaks(ear, started, started + SPAN))
        asleep = window.sleep_in(ASLEEP * 1000)
        state = window.wait(lambda state: state["mode"] == "paused", ASLEEP + 5)
        # The last few seconds of the fade are as good as silent.
        assert ASLEEP - 6 < ear.silence(asleep) < ASLEEP + 0.1
        falling = peaks(ear, asleep + 0.1, asleep + ASLEEP)
        assert falling[0] < 0.6 * full
        assert falling[0] > 0.25 * full
        assert all(later < earlier for earlier, later in pairwise(falling)), falling
        last = ear.loudness(asleep + ASLEEP - 2, asleep + ASLEEP)
        assert max(moment.peak for moment in last) < 0.01 * full
        assert state["messages"][-1] == "The sleep timer has stopped it. Your place is kept."
        again = window.press("Space")
        loud = again + ear.onset(again, level=2 * LOUD)
        window.wait(lambda now: len(now["words"]) > len(state["words"]) + 10)
        assert max(peaks(ear, loud, loud + SPAN)) > 0.9 * full
        # The word that it fell asleep over is the first one now.
        assert window.state()["words"][len(state["words"])][1] == state["words"][-1][1]
