"""From a key to the first word of a screen reader, in a short and in a very long story.

``python -m tests.benchmarks.hearing`` prints the table; what it needs is what the tests with
Orca need.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.figures import Figures, table
from tests.benchmarks.stories import TITLE, story, write_page
from tests.screenreader.laboratory import Laboratory, missing_parts

SIZES = (10_000, 250_000)
"""Characters of the stories; the longer one has 50,000 words."""
PLACES = {"beginning": ("ctrl+Home", "p"), "end": ("ctrl+End", "shift+p", "shift+p")}
"""Keys that lead to a paragraph that is not the first or last one."""
KEYS = {
    "next line": ("Down",),
    "line before": ("Up",),
    "next letter": ("Right",),
    "next paragraph (P)": ("p",),
    "paragraph before (Shift+P)": ("shift+p",),
}
"""One after another they lead back to the same paragraph."""


def main() -> int:
    """Measure and print."""
    wish = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    wish.add_argument("--runs", type=int, default=12, help="of each key at each place (12)")
    runs = wish.parse_args().runs
    if missing := missing_parts():
        sys.stdout.write(f"These packages are needed to hear anything: {', '.join(missing)}\n")
        return 1
    columns: dict[str, dict[str, Figures]] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="bench-") as name, Laboratory(Path(name)) as lab:
            measured = measure_hearing(lab, size, runs)
        for place, figures in measured.items():
            columns[f"{len(story(size).split()):,} words, {place}"] = figures
    rows = [(key, [figures[key] for figures in columns.values()]) for key in KEYS]
    sys.stdout.write(f"Median (95th percentile) of {runs} runs\n\n{table(list(columns), rows)}\n")
    return 0


def measure_hearing(lab: Laboratory, characters: int, runs: int) -> dict[str, dict[str, Figures]]:
    """Return for each place and key the time from the key to Orca's first word."""
    lab.start_screen_reader()
    page = str(write_page(lab.folder, characters))
    lab.start_application([sys.executable, "-m", "tidings", page], TITLE)
    while not any("heading level 1" in line for line in lab.settle(quiet=1.0)):
        pass
    found: dict[str, dict[str, Figures]] = {}
    for place, keys in PLACES.items():
        lab.press(*keys)
        times: dict[str, list[float]] = {name: [] for name in KEYS}
        for _run in range(runs):
            for name, key in KEYS.items():
                times[name].append(lab.time_to_speech(*key) * 1000)
        found[place] = {name: Figures(tuple(values)) for name, values in times.items()}
    return found


if __name__ == "__main__":
    raise SystemExit(main())
