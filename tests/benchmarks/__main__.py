"""Measures what Tidings promises, beside other ways to speak, and prints one table.

Run by ``make bench``; ``--runs 5`` is quicker. Everything is heard on the null sink of a
sound server of its own. How, and what the figures mean: docs/performance.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.figures import Cell, Figures, table
from tests.benchmarks.highlight import FASTER, measure_highlight
from tests.benchmarks.peers import PeerFigures, measure_espeak, measure_pyttsx3
from tests.benchmarks.stories import write_text
from tests.benchmarks.tidings_window import WindowFigures, measure
from tests.sound.ear import Ear
from tests.sound.server import SoundServer, missing_tools

SHORT, LONG = 200, 200_000
"""Characters of the two stories."""


def main() -> int:
    """Measure and print."""
    wish = argparse.ArgumentParser(prog="make bench", description=__doc__.splitlines()[0])
    wish.add_argument("--runs", type=int, default=20, help="of each measurement (20)")
    runs: int = wish.parse_args().runs
    if missing := missing_tools():
        _say(f"These programs are needed to hear anything: {', '.join(missing)}")
        return 1
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as name,
        SoundServer() as server,
        Ear(server.environment) as ear,
    ):
        folder = Path(name)
        text, long_text = write_text(folder, SHORT), write_text(folder, LONG)
        _say(f"Measuring, {runs} runs each: a few minutes. Keep the machine quiet.")
        short = measure(server.environment, ear, folder, SHORT, runs)
        long = measure(server.environment, ear, folder, LONG, runs)
        lit = [measure_highlight(server.environment, ear, folder, steps) for steps in FASTER]
        plain = measure_pyttsx3(server.environment, server.home, ear, text, long_text, runs)
        espeak = measure_espeak(server.environment, ear, text, long_text, runs)
    _say(f"\nMedian (95th percentile) of {runs} runs\n")
    _say(report(short, long, lit, plain, espeak))
    return 0


def report(
    short: WindowFigures,
    long: WindowFigures,
    lit: list[tuple[int, Figures]],
    plain: PeerFigures,
    espeak: PeerFigures,
) -> str:
    """Return the table."""

    def tidings(measured: WindowFigures) -> tuple[Cell, ...]:
        return (
            measured.play,
            measured.stop,
            measured.pause,
            measured.go_on,
            measured.skip,
            measured.painted,
            measured.stall_opening,
            measured.stall_playing,
            measured.window_memory,
            measured.worker_memory,
        )

    def peer(measured: PeerFigures) -> tuple[Cell, ...]:
        has_none = ("has none",) * 3
        return measured.play, measured.stop, *has_none, "", "", "", measured.memory, ""

    names = (
        "Play to first sound",
        "Stop to silence",
        "Pause to silence",
        "Play after Pause to sound",
        "next sentence to its sound",
        "process start to painted story",
        "longest stall of the window, opening",
        "longest stall of the window, playing 10 s",
        "memory (RSS), window",
        "memory (RSS), speech worker",
    )
    cells = zip(tidings(short), tidings(long), peer(plain), peer(espeak), strict=True)
    rows = [(name, row) for name, row in zip(names, cells, strict=True)]
    rows[1:1] = [
        (f"the same, {LONG:,} characters", ("", long.play, plain.play_long, espeak.play_long)),
        ("process start to first sound", ("", "", plain.from_nothing, espeak.from_nothing)),
    ]
    rows[7:7] = [
        (f"word lit after it is heard, {rate} words a minute", (figures, "", "", ""))
        for rate, figures in lit
    ]
    columns = [f"Tidings, {SHORT:,} characters", f"Tidings, {LONG:,}", "pyttsx3", "espeak-ng"]
    return table(columns, rows)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
