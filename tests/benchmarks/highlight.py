"""How the word that is lit keeps with the word that is heard."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.figures import Figures
from tests.sound.ear import LOUD, Ear, Moment
from tests.sound.window import Window

# Each begins with a voice at once, and the commas make the gaps in which it can be heard.
WORDS = "Owls, aims, urns, oars, arms, irons, elms, oaks."
SENTENCES = 12
FASTER = (0, 22)
"""By how many steps of 10 words a minute the rate is raised: as it comes, and about 400."""
_NEAR = 0.25
"""Seconds between a word's light and its sound beyond which they are not taken for a pair."""


def measure_highlight(
    environment: Mapping[str, str], ear: Ear, folder: Path, steps: int
) -> tuple[int, Figures]:
    """Play words apart from each other; return the rate, and how long after each was lit.

    ``steps`` is how often the rate is raised by 10 words a minute. A word that is lit
    before it is heard counts negative.
    """
    page = folder / "words.html"
    page.write_text(
        '<!doctype html><html lang="en"><head><title>Words</title></head><body><article>'
        f"<h1>Words</h1><p>{' '.join([WORDS] * SENTENCES)}</p></article></body></html>",
        encoding="utf-8",
    )
    with (
        tempfile.TemporaryDirectory(dir=folder) as fresh,
        Window(environment, Path(fresh), str(page)) as window,
    ):
        for _ in range(steps):
            window.press("Ctrl+]")
        rate = int(window.state()["rate"])
        begun = window.press("Space")
        window.wait(lambda state: state["mode"] == "playing")
        state = window.wait(lambda state: state["mode"] == "stopped", 120)
    lit = [time for time, word in state["words"]]
    heard = onsets(ear.loudness(begun, state["at"]))
    nearest = ((time, min(heard, key=lambda onset: abs(onset - time))) for time in lit)
    pairs = [(time, onset) for time, onset in nearest if abs(time - onset) < _NEAR]
    return rate, Figures(tuple((time - onset) * 1000 for time, onset in pairs))


def onsets(moments: list[Moment], quiet: int = 3) -> list[float]:
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
