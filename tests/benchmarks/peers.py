"""Other ways to speak, measured beside Tidings in the same run."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figures import Cell, Figures
from tests.benchmarks.listening import first_sound, silence, wait_for_quiet, wait_for_sound
from tests.benchmarks.memory import resident
from tests.sound.ear import Ear
from tests.sound.window import ROOT

STOPS = 3
"""How often a stop is measured that lasts until everything has been said."""
_ALSA_TO_PULSE = "pcm.!default pulse\nctl.!default pulse\n"


@dataclass(frozen=True, slots=True)
class PeerFigures:
    """What was measured; a cell is text where there was nothing to measure.

    ``play`` is from the wish to speak to the first sound, with everything loaded;
    ``from_nothing`` from the start of the process.
    """

    play: Cell
    play_long: Cell
    from_nothing: Cell
    stop: Cell
    memory: Cell


def measure_espeak(
    environment: Mapping[str, str], ear: Ear, text: Path, long_text: Path, runs: int
) -> PeerFigures:
    """Measure the ``espeak-ng`` command; it has no warm state, each run is a process."""
    if shutil.which("espeak-ng") is None:
        return _without("not installed")
    sounds, long_sounds, stops, memory = [], [], [], 0.0
    for _ in range(runs):
        with _process(["espeak-ng", "-f", str(text)], environment, ear) as (process, started):
            sounds.append(first_sound(ear, started))
            wait_for_sound(ear)
            memory = resident(process.pid)
            stopped = time.monotonic()
            process.terminate()
            stops.append(silence(ear, stopped))
        with _process(["espeak-ng", "-f", str(long_text)], environment, ear) as (_, started):
            long_sounds.append(first_sound(ear, started))
    return PeerFigures(
        Figures(tuple(sounds)),
        Figures(tuple(long_sounds)),
        Figures(tuple(sounds)),
        Figures(tuple(stops)),
        Figures((memory,), "MB"),
    )


def measure_pyttsx3(
    environment: Mapping[str, str], home: Path, ear: Ear, text: Path, long_text: Path, runs: int
) -> PeerFigures:
    """Measure pyttsx3's ``say`` and ``runAndWait``; each run is a process.

    It plays through ``aplay``, which ``home`` is set up to lead to the sound server.
    """
    if shutil.which("aplay") is None:
        return _without("aplay is not installed")
    (home / ".asoundrc").write_text(_ALSA_TO_PULSE, encoding="ascii")
    # It leaves the text as sound in the temporary folder when it is killed.
    scratch = {**environment, "TMPDIR": str(home)}
    command = [sys.executable, "-m", "tests.benchmarks.pyttsx3_plainly"]
    warm, from_nothing, stops, memory = [], [], [], 0.0
    for run in range(runs):
        with _process([*command, str(text)], scratch, ear) as (process, started):
            if _answer(process) != "ready":
                return _without("could not be started")
            begun = time.monotonic()
            said = float(_ask(process, "say"))
            sound = first_sound(ear, said)
            warm.append(sound)
            from_nothing.append((begun - started) * 1000 + sound)
            memory = resident(process.pid)
            if run < STOPS:
                wait_for_sound(ear)
                stopped = float(_ask(process, "stop"))
                stops.append(silence(ear, stopped, timeout=60))
    return PeerFigures(
        Figures(tuple(warm)),
        _long_pyttsx3([*command, str(long_text)], scratch, ear),
        Figures(tuple(from_nothing)),
        Figures(tuple(stops)),
        Figures((memory,), "MB"),
    )


def _long_pyttsx3(command: Sequence[str], environment: Mapping[str, str], ear: Ear) -> Cell:
    with _process(command, environment, ear) as (process, _):
        _answer(process)
        said = float(_ask(process, "say"))
        while time.monotonic() < said + 60:
            if process.poll() is not None:
                return f"the process dies ({_ending(process.returncode)})"
            try:
                return Figures((first_sound(ear, said, timeout=0.5),))
            except TimeoutError:
                continue
    return "nothing after 60 s"


@contextmanager
def _process(
    command: Sequence[str], environment: Mapping[str, str], ear: Ear
) -> Iterator[tuple[subprocess.Popen[str], float]]:
    """Run a command in the quiet; end it and the players that it started."""
    wait_for_quiet(ear)
    started = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=dict(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    try:
        yield process, started
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def _ask(process: subprocess.Popen[str], word: str) -> str:
    assert process.stdin is not None
    process.stdin.write(f"{word}\n")
    process.stdin.flush()
    return _answer(process)


def _answer(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _ending(status: int) -> str:
    return signal.Signals(-status).name if status < 0 else f"status {status}"


def _without(why: str) -> PeerFigures:
    return PeerFigures(why, why, why, why, why)
