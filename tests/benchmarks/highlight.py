"""How the word that is lit keeps with the word that is heard."""

from __future__ import annotations

import time
from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figures import Figures
from tests.benchmarks.tidings_window import opened
from tests.sound.ear import LOUD, Ear, Moment

# Each begins with a voice at once, and the commas make the gaps in which it can be heard.
WORDS = "Owls, aims, urns, oars, arms, irons, elms, oaks."
_WORDS_A_SENTENCE = 8
STEPS = {0: 175, 22: 395, 52: 695}
"""By how many steps of 10 words a minute the rate is raised, and what it comes to."""
_LOOK_EVERY = 1.0
_EDGE = 0.1


@dataclass(frozen=True, slots=True)
class LightFigures:
    """How long after it was heard a word was lit; one that was lit before counts negative.

    ``told_apart`` of the ``lit`` words could be heard apart from the one before them, and
    are what is told of. ``drift`` is the median of the last tenth less that of the first.
    """

    rate: int
    late: Figures
    drift: float
    lit: int
    told_apart: int


def measure_light(
    environment: Mapping[str, str],
    ear: Ear,
    folder: Path,
    steps: int,
    minutes: float,
    voice: str = "",
) -> LightFigures:
    """Play words apart from each other for so many minutes, at a rate raised so many steps."""
    folder = folder / f"light-{steps}-{bool(voice)}"
    folder.mkdir()
    page = folder / "words.html"
    sentences = round(minutes * STEPS[steps] / _WORDS_A_SENTENCE) + 3
    paragraph = f"<p>{' '.join([WORDS] * 3)}</p>"
    page.write_text(
        '<!doctype html><html lang="en"><head><title>Words</title></head><body><article>'
        f"<h1>Words</h1>{paragraph * (sentences // 3 + 1)}</article></body></html>",
        encoding="utf-8",
    )
    with opened(environment, folder, str(page), voice) as window:
        for _ in range(steps):
            window.press("Ctrl+]")
        rate = int(window.state()["rate"])
        window.press("Ctrl+Home")
        window.press("Alt+Down")
        begun = window.press("Space")
        while time.monotonic() < begun + minutes * 60:
            time.sleep(_LOOK_EVERY)
        window.press("Escape")
        state = window.state()
    lit = [moment for moment, word in state["words"] if begun < moment < state["at"] - _EDGE]
    pairs = couple(lit, onsets(ear.loudness(begun, state["at"])))
    late = [(one - other) * 1000 for one, other in pairs]
    tenth = max(len(late) // 10, 1)
    drift = Figures(tuple(late[-tenth:])).median - Figures(tuple(late[:tenth])).median
    return LightFigures(rate, Figures(tuple(late)), drift, len(lit), len(late))


def couple(lit: Sequence[float], heard: Sequence[float]) -> list[tuple[float, float]]:
    """Return each light with its sound, where each is the other's nearest.

    Both are in order. A light that is late by more than half the way to the next sound
    takes that one, so that a great delay does not pass for a small one: the median of such
    pairs is far from what is promised, at 700 words a minute too.
    """

    def nearest(sorted_times: Sequence[float], moment: float) -> float:
        place = bisect(sorted_times, moment)
        return min(sorted_times[max(place - 1, 0) : place + 1], key=lambda t: abs(t - moment))

    if not (lit and heard):
        return []
    pairs = [(moment, nearest(heard, moment)) for moment in lit]
    return [(moment, sound) for moment, sound in pairs if nearest(lit, sound) == moment]


def onsets(moments: list[Moment], quiet: int = 2) -> list[float]:
    """Return when sound began after so many quiet moments (5 ms each)."""
    found: list[float] = []
    silent = 0
    for moment in moments:
        if moment.peak > LOUD:
            if silent >= quiet:
                found.append(moment.time)
            silent = 0
        else:
            silent += 1
    return found
