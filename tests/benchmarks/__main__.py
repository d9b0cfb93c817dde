"""Measures what Tidings promises, beside other ways to speak, and prints its tables.

Run by ``make bench``; ``--runs 5`` is quicker, ``--only lights --minutes 10`` a part of it at
full length. Everything is heard on the null sink of a sound server of its own. How, and what
the figures mean: docs/performance.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.benchmarks.blocking import measure_gaps
from tests.benchmarks.changing import measure_changes
from tests.benchmarks.highlight import STEPS, LightFigures, measure_light
from tests.benchmarks.hours import measure_hours
from tests.benchmarks.pauses import measure_pauses
from tests.benchmarks.peers import measure_espeak, measure_pyttsx3
from tests.benchmarks.report import (
    VoiceFigures,
    costs_table,
    hours_line,
    keys_table,
    talking_table,
    voices_table,
)
from tests.benchmarks.stories import write_page, write_text
from tests.benchmarks.talking import measure_talking
from tests.benchmarks.tidings_window import measure_keys, measure_window, opened
from tests.sound.ear import Ear
from tests.sound.server import SoundServer, missing_tools

SHORT, LONG = 200, 200_000
"""Characters of the two stories."""
PARTS = ("keys", "talking", "window", "voices", "lights", "hours")
_PARTS_OF_PAUSES = 4
_NATURAL_SHARE = 0.1
"""Of the hours for a natural voice, which takes longer to make them."""


def main() -> int:
    """Measure and print."""
    wish = argparse.ArgumentParser(prog="make bench", description=__doc__.splitlines()[0])
    wish.add_argument("--runs", type=int, default=20, help="of each measurement (20)")
    wish.add_argument(
        "--minutes", type=float, default=0.5, help="for which lit words are watched (0.5)"
    )
    wish.add_argument(
        "--hours",
        type=float,
        default=10,
        help="of the story without end (10; natural: a tenth)",
    )
    wish.add_argument("--only", choices=PARTS, nargs="+", default=PARTS, help="what to measure")
    wished = wish.parse_args()
    if missing := missing_tools():
        _say(f"These programs are needed to hear anything: {', '.join(missing)}")
        return 1
    with tempfile.TemporaryDirectory(prefix="bench-") as name, SoundServer() as server:
        _say(f"Measuring, {wished.runs} runs each: some minutes. Keep the machine quiet.")
        Bench(Path(name), server, wished.runs, wished.minutes).measure(wished.only, wished.hours)
    return 0


class Bench:
    """Measures one part after the other, and prints each as soon as it is there."""

    def __init__(self, folder: Path, server: SoundServer, runs: int, minutes: float) -> None:
        self._folder = folder
        self._server = server
        self._runs = runs
        self._minutes = minutes

    def measure(self, parts: tuple[str, ...], hours: float) -> None:
        """Measure what is wished."""
        environment = self._server.environment
        voices = self._voices()
        with Ear(environment) as ear:
            if "keys" in parts:
                self._measure_keys(ear, voices)
            if "talking" in parts:
                talking = {
                    f"{size:,} characters": measure_talking(
                        environment, ear, self._folder, size, self._runs
                    )
                    for size in (SHORT, LONG)
                }
                _say(f"\n{talking_table(talking)}")
            if "voices" in parts:
                figures = {name: self._measure_voice(ear, voice) for name, voice in voices.items()}
                _say(f"\n{voices_table(figures)}")
        if "lights" in parts and "voices" not in parts:
            for name, voice in voices.items():
                for light in self._measure_lights(voice):
                    _say(f"{name}, {light.rate} words a minute: {light.late}, {light.drift:+.1f}")
        if "window" in parts:
            costs = {
                f"{name}, {size:,} characters": measure_window(
                    environment, self._folder, size, self._runs, voice
                )
                for name, voice in voices.items()
                for size in (SHORT, LONG)
            }
            _say(f"\n{costs_table(costs)}")
        if "hours" in parts:
            for name, voice in voices.items():
                length = hours * _NATURAL_SHARE if voice else hours
                _say(f"\n{hours_line(name, measure_hours(length, voice))}")

    def _voices(self) -> dict[str, str]:
        """Return names of the columns with the voice of each, empty for the usual one."""
        page = str(write_page(self._folder, SHORT))
        with opened(self._server.environment, self._folder, page) as window:
            others = [voice for voice in window.voices() if voice.startswith("piper:")]
        return {"eSpeak": "", "natural": others[0]} if others else {"eSpeak": ""}

    def _measure_keys(self, ear: Ear, voices: Mapping[str, str]) -> None:
        environment, runs = self._server.environment, self._runs
        keys = {}
        for name, voice in voices.items():
            for size in (SHORT, LONG):
                figures = measure_keys(environment, ear, self._folder, size, runs, voice)
                keys[f"{name}, {size:,} characters"] = figures
        text, long_text = write_text(self._folder, SHORT), write_text(self._folder, LONG)
        plain = measure_pyttsx3(environment, self._server.home, ear, text, long_text, runs)
        espeak = measure_espeak(environment, ear, text, long_text, runs)
        _say(f"\nMedian (95th percentile) of {runs} runs\n\n{keys_table(keys, plain, espeak)}")

    def _measure_voice(self, ear: Ear, voice: str) -> VoiceFigures:
        environment, folder = self._server.environment, self._folder
        return VoiceFigures(
            measure_changes(environment, ear, folder, self._runs, voice),
            self._measure_lights(voice),
            measure_pauses(environment, folder, _PARTS_OF_PAUSES, voice),
            measure_gaps(environment, ear, folder, self._runs, voice),
        )

    def _measure_lights(self, voice: str) -> list[LightFigures]:
        """Measure all rates side by side, each on a sink of its own."""
        load = ("load-module", "module-null-sink", "rate=48000")
        modules = [self._server.control(*load, f"sink_name=light{steps}") for steps in STEPS]
        try:
            with ThreadPoolExecutor() as pool:
                return list(pool.map(lambda steps: self._measure_light(steps, voice), STEPS))
        finally:
            for module in modules:
                self._server.control("unload-module", module.strip())

    def _measure_light(self, steps: int, voice: str) -> LightFigures:
        environment = {**self._server.environment, "PULSE_SINK": f"light{steps}"}
        with Ear(environment, f"light{steps}.monitor") as ear:
            return measure_light(environment, ear, self._folder, steps, self._minutes, voice)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
