"""How long the pauses are that are heard, beside how long they are set."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.figures import Figures
from tests.benchmarks.stories import SENTENCES
from tests.benchmarks.tidings_window import opened
from tidings.speech.layout import Pause

_RATE = 48_000
_QUIET = 100
"""The peak of 16-bit samples up to which nothing is heard: 50 dB below the loudest."""
_SHORTEST = 60
"""Milliseconds of silence from which on it counts as a pause."""
_PARAGRAPHS = 2
_POLL = 0.01
_PATIENCE = 10.0
"""Seconds that a recording may take to be under way."""

# A heading is said in two utterances, its announcement first.
_PART = ((Pause.ANNOUNCEMENT, Pause.HEADING), (Pause.SENTENCE, Pause.PARAGRAPH) * _PARAGRAPHS)
NAMES = {
    Pause.SENTENCE: "between sentences",
    Pause.PARAGRAPH: "between paragraphs",
    Pause.HEADING: "after headings",
}


def measure_pauses(
    environment: Mapping[str, str], folder: Path, times: int, voice: str = ""
) -> dict[str, Figures]:
    """Return by how many milliseconds each kind of pause that is heard differs from what is set.

    ``times`` is how many parts with a heading the story has. Raises RuntimeError where the
    pauses that are heard cannot be told apart.
    """
    sentences = " ".join(sentence.strip() for sentence in SENTENCES)
    part = "<h2>Lions in a lane</h2>" + f"<p>{sentences}</p>" * _PARAGRAPHS
    page = folder / "pauses.html"
    page.write_text(
        '<!doctype html><html lang="en"><head><title>Lions</title></head><body><article>'
        f"<h1>Lions in a lane</h1>{part * times}</article></body></html>",
        encoding="utf-8",
    )
    with opened(environment, folder, str(page), voice) as window:
        for _ in range(12):
            window.press("Ctrl+]")
        with recording(environment, folder) as sound:
            window.press("Ctrl+Home")
            window.press("Space")
            window.wait(lambda state: state["mode"] == "playing")
            window.wait(lambda state: state["mode"] == "stopped", 300)
    heard = silences(sound)
    set_at = [Pause.HEADING, *(pause for _ in range(times) for group in _PART for pause in group)]
    if len(heard) != len(set_at) - 1:
        raise RuntimeError(f"{len(heard)} pauses were heard, not {len(set_at) - 1}: {heard}")
    pairs = [
        (pause, length)
        for pause, following, length in zip(set_at[:-1], set_at[1:], heard, strict=True)
        # An announcement begins with a breath ("Heading"), which is too soft to be heard here.
        if following != Pause.ANNOUNCEMENT
    ]
    return {
        name: Figures(tuple(length - pause for pause, length in pairs if pause == kind))
        for kind, name in NAMES.items()
    }


@contextmanager
def recording(
    environment: Mapping[str, str], folder: Path, source: str = "null.monitor"
) -> Iterator[array[int]]:
    """Record what a sink plays, 16-bit mono; the samples are there at the end of ``with``.

    It is under way when ``with`` begins: silence is recorded too. Raises TimeoutError where the
    sink's monitor gives nothing.
    """
    samples: array[int] = array("h")
    with tempfile.TemporaryFile(dir=folder) as file:
        command = ["parec", f"--device={source}", "--raw", "--format=s16le", "--channels=1"]
        process = subprocess.Popen(
            [*command, f"--rate={_RATE}", "--latency-msec=20"], stdout=file, env=dict(environment)
        )
        try:
            deadline = time.monotonic() + _PATIENCE
            while not os.fstat(file.fileno()).st_size:
                if process.poll() is not None or time.monotonic() > deadline:
                    raise TimeoutError("the sink's monitor gives nothing")
                time.sleep(_POLL)
            yield samples
        finally:
            process.terminate()
            process.wait(timeout=5)
        file.seek(0)
        raw = file.read()
        samples.frombytes(raw[: len(raw) // 2 * 2])


def silences(samples: Sequence[int]) -> list[float]:
    """Return how long the silences between sounds were, in milliseconds, to 1 ms."""
    step = _RATE // 1000
    found: list[float] = []
    quiet, begun = 0, False
    for start in range(0, len(samples), step):
        piece = samples[start : start + step]
        if max(max(piece), -min(piece)) <= _QUIET:
            quiet += 1
            continue
        if begun and quiet >= _SHORTEST:
            found.append(float(quiet))
        quiet, begun = 0, True
    return found
