"""A name in another language, spoken by another voice in another worker, without a break."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.sound.ear import Ear
from tests.sound.pages import write_page
from tests.sound.window import Window, words
from tests.unit.speech.natural_voice import JOE, need_joe

NAME = '<span lang="kk">{}</span>'
FIRST = (
    f"The new school was opened by {NAME.format('Айгүл Сәрсенбаева')} on a rainy morning and "
    f"{NAME.format('Нұрлан')} cut the ribbon with his own scissors."
)
SECOND = f"{NAME.format('Айгүл')} said that {NAME.format('Нұрлан Әбенов')} would be the head of it."
SPOKEN = re.sub(r"<[^>]*>|\.", "", f"The school {FIRST} {SECOND}").split()

BREAK = 0.1
"""Seconds of quiet in a sentence that would be a break; a stop within a word lasts 0.06."""
QUIET = 60
"""Peak of 16-bit samples below which it is quiet."""


@pytest.mark.parametrize("voice", [JOE, ""], ids=["natural", "espeak"])
def test_the_light_walks_through_a_foreign_name_and_nothing_breaks(
    pulse: dict[str, str], ear: Ear, tmp_path: Path, voice: str
) -> None:
    if voice:
        need_joe()
    page = write_page(tmp_path, "The school", [FIRST, SECOND])
    with Window(pulse, tmp_path, page) as window:
        window.speak_with(voice, "en")
        begun = window.press("Space")
        state = window.wait(lambda state: state["mode"] == "stopped" and len(words(state)) > 9, 60)
        assert words(state) == SPOKEN
        onset = ear.onset(begun)
        breaks = [
            (start - begun, length)
            for start, length in pauses(ear, begun + onset, state["at"])
            if length > BREAK
        ]
        # After the title and after the first paragraph, and nowhere else but at the end.
        starts = [moment - begun for moment, word in state["words"] if word in ("The", "Айгүл")]
        assert len(breaks) == 2, breaks
        for (start, length), next_begins in zip(breaks, (starts[1], starts[-1]), strict=True):
            assert start + length == pytest.approx(next_begins, abs=0.12)
        assert window.complaints() == []


def pauses(ear: Ear, start: float, end: float) -> list[tuple[float, float]]:
    """Return when it was quiet between two sounds, and for how long."""
    found: list[tuple[float, float]] = []
    quiet_since: float | None = None
    for moment in ear.loudness(start, end):
        if moment.peak < QUIET:
            quiet_since = quiet_since or moment.time
        elif quiet_since is not None:
            found.append((quiet_since, moment.time - quiet_since))
            quiet_since = None
    return found
