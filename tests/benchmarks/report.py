"""The two tables that the benchmark prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.benchmarks.changing import ChangeFigures
from tests.benchmarks.figures import Cell, Figures, table
from tests.benchmarks.highlight import LightFigures
from tests.benchmarks.hours import HoursFigures
from tests.benchmarks.peers import PeerFigures
from tests.benchmarks.talking import TalkingFigures
from tests.benchmarks.tidings_window import SKIPS, KeyFigures, WindowFigures

_NONE = "has none"


@dataclass(frozen=True, slots=True)
class VoiceFigures:
    """What was measured of one voice beside the keys."""

    changes: ChangeFigures
    lights: Sequence[LightFigures]
    pauses: Mapping[str, Figures]
    gaps: Figures


def keys_table(keys: Mapping[str, KeyFigures], plain: PeerFigures, espeak: PeerFigures) -> str:
    """Return what is heard of each key, in a column for each name of ``keys`` and each peer."""

    def row(name: str, cells: Sequence[Cell], *peers: Cell) -> tuple[str, Sequence[Cell]]:
        return name, [*cells, *(peers or (_NONE, _NONE))]

    all_keys = list(keys.values())
    skips = [
        row(f"{name} to its sound", [figures.skips[name] for figures in all_keys]) for name in SKIPS
    ]
    rows = [
        row("Play to first sound", [each.play for each in all_keys], plain.play, espeak.play),
        row(
            "the same, anywhere in the story",
            [each.jump for each in all_keys],
            plain.play_long,
            espeak.play_long,
        ),
        row(
            "process start to first sound",
            [""] * len(all_keys),
            plain.from_nothing,
            espeak.from_nothing,
        ),
        row("Stop to silence", [each.stop for each in all_keys], plain.stop, espeak.stop),
        row("Pause to silence", [each.pause for each in all_keys]),
        row("Play after Pause to sound", [each.go_on for each in all_keys]),
        *skips,
        row("memory (RSS)", ["below"] * len(all_keys), plain.memory, espeak.memory),
    ]
    return table([*keys, "pyttsx3", "espeak-ng"], rows)


def voices_table(voices: Mapping[str, VoiceFigures]) -> str:
    """Return what is measured of each voice beside the keys."""
    each = list(voices.values())
    rows: list[tuple[str, Sequence[Cell]]] = [
        ("another rate to its sound", [voice.changes.new_rate for voice in each]),
        (
            "words lost, words repeated by that",
            [_wording(voice.changes) for voice in each],
        ),
    ]
    for index, light in enumerate(each[0].lights):
        rows += [
            (
                f"word lit after it is heard, {light.rate} words a minute",
                [voice.lights[index].late for voice in each],
            ),
            ("the same, end less beginning", [_drift(voice.lights[index]) for voice in each]),
        ]
    rows += [
        (f"pause {name}, heard less set", [_span(voice.pauses[name]) for voice in each])
        for name in each[0].pauses
    ]
    rows.append(("longest gap while the window is blocked", [voice.gaps for voice in each]))
    return table(list(voices), rows)


def costs_table(windows: Mapping[str, WindowFigures]) -> str:
    """Return what the window costs, in a column for each story."""
    each = list(windows.values())
    return table(
        list(windows),
        [
            ("process start to painted story", [one.painted for one in each]),
            ("longest stall of the window, opening", [one.stall_opening for one in each]),
            ("longest stall of the window, playing 10 s", [one.stall_playing for one in each]),
            ("memory (RSS), window", [one.window_memory for one in each]),
            ("memory (RSS), speech workers", [one.worker_memory for one in each]),
        ],
    )


def talking_table(windows: Mapping[str, TalkingFigures]) -> str:
    """Return how soon the window is heard that speaks itself, in a column for each story."""
    each = list(windows.values())
    return table(
        list(windows),
        [
            ("F6 to the window's voice", [one.moved for one in each]),
            ("Down to the line", [one.line for one in each]),
            ("a key to silence", [one.silent for one in each]),
        ],
    )


def hours_line(name: str, figures: HoursFigures) -> str:
    """Return a sentence about a story of many hours, read by a voice."""
    window, worker = figures.window, figures.worker
    return (
        f"{name}, {figures.hours:.1f} hours of sound at a stretch: at most {figures.ahead} ahead "
        f"of the ear; memory after 10 minutes and at the end: speaker {window[0]:.1f} and "
        f"{window[1]:.1f} MB, workers {worker[0]:.1f} and {worker[1]:.1f} MB"
    )


def _wording(changes: ChangeFigures) -> str:
    words = changes.words
    return f"{words.lost}, {words.repeated} of {words.lit}"


def _drift(light: LightFigures) -> str:
    return f"{light.drift:+.1f} ms ({light.told_apart} of {light.lit} words told apart)"


def _span(figures: Figures) -> str:
    return f"{min(figures.values):+.0f} to {max(figures.values):+.0f} {figures.unit}"
