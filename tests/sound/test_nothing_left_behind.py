"""Killed in the middle of speech, Tidings leaves neither sound nor text behind."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.processes import children, exists
from tests.sound.ear import Ear
from tests.sound.window import Window

PARCEL = "<p>Parcel number {} was carried over the hill in the rain, and nobody asked why.</p>"


def page(parcels: int) -> str:
    text = "".join(PARCEL.format(number) for number in range(parcels))
    title = "<h1>The parcels</h1>"
    return f'<!doctype html><html lang="en"><body><article>{title}{text}</article></body></html>'


@pytest.fixture
def story(tmp_path: Path) -> str:
    file = tmp_path / "parcels.html"
    file.write_text(page(60), encoding="utf-8")
    return str(file)


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


def wait(holds: Callable[[], bool], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError("it did not come to that")
        time.sleep(0.01)


def files_written(process: int) -> list[str]:
    """Return the files on a disk that a process has open for writing."""
    written = []
    for link in Path(f"/proc/{process}/fd").iterdir():
        try:
            target, mode = str(link.readlink()), link.stat()
            flags = Path(f"/proc/{process}/fdinfo/{link.name}").read_text(encoding="utf-8")
        except FileNotFoundError:
            continue
        # What has no name in a folder goes with the process.
        named = target.startswith("/") and not target.startswith(("/memfd:", "/dev/"))
        access = int(flags.split("flags:")[1].split()[0], 8) & os.O_ACCMODE
        if named and stat.S_ISREG(mode.st_mode) and access != os.O_RDONLY:
            written.append(target)
    return written


def test_a_killed_worker_and_a_killed_window_leave_nothing(
    pulse: dict[str, str], ear: Ear, tmp_path: Path, story: str, scratch: Path
) -> None:
    with Window({**pulse, "TMPDIR": str(scratch)}, tmp_path, story) as window:
        window.press("Space")
        state = window.wait(lambda state: len(state["words"]) > 4)
        worker = state["worker"]
        assert files_written(worker) == []
        os.kill(worker, signal.SIGKILL)
        state = window.wait(lambda state: state["worker"] not in (None, worker))
        assert list(scratch.iterdir()) == []
        said = len(state["words"])
        worker = window.wait(lambda state: len(state["words"]) > said + 2)["worker"]
        os.kill(window.pid, signal.SIGKILL)
        killed = time.monotonic()
        assert ear.silence(killed) < 0.2
        wait(lambda: not exists(worker))
    assert list(scratch.iterdir()) == []


def speak(story: str, scratch: Path, *words: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tidings", "speak", story, *words],
        env={**os.environ, **environment, "TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_killed_terminal_leaves_nothing(
    pulse: dict[str, str], ear: Ear, story: str, scratch: Path
) -> None:
    process = speak(story, scratch, **pulse)
    try:
        assert process.stdout is not None
        process.stdout.readline()
        workers = children(process.pid)
        assert workers
        process.kill()
        killed = time.monotonic()
        assert ear.silence(killed) < 0.2
        wait(lambda: not any(map(exists, workers)))
    finally:
        process.kill()
        process.communicate()
    assert list(scratch.iterdir()) == []


def test_a_killed_recording_leaves_nothing(tmp_path: Path, story: str, scratch: Path) -> None:
    output = tmp_path / "parcels.wav"
    before = set(tmp_path.iterdir())
    process = speak(story, scratch, "--output", str(output), "--rate", "80")
    try:
        assert process.stdout is not None
        for _ in range(3):
            process.stdout.readline()
        workers = children(process.pid)
        assert workers
        for worker in workers:
            assert files_written(worker) == []
        process.kill()
        wait(lambda: not any(map(exists, workers)))
    finally:
        process.kill()
        process.communicate()
    assert list(scratch.iterdir()) == []
    assert set(tmp_path.iterdir()) == before


def test_a_recording_whose_worker_is_killed_is_whole(tmp_path: Path, scratch: Path) -> None:
    story, output = tmp_path / "parcels.html", tmp_path / "parcels.wav"
    story.write_text(page(12), encoding="utf-8")
    process = speak(str(story), scratch, "--output", str(output), "--rate", "80")
    try:
        assert process.stdout is not None
        process.stdout.readline()
        for worker in children(process.pid):
            os.kill(worker, signal.SIGKILL)
        _, told = process.communicate(timeout=60)
    finally:
        process.kill()
        process.communicate()
    assert process.returncode == 0
    assert "tidings: The voice had stopped working and was started again.\n" in told
    assert "Traceback" not in told
    with wave.open(str(output)) as sound:
        # 14 words each, at 80 words a minute.
        assert sound.getnframes() / sound.getframerate() > 12 * 14 / 80 * 60 * 0.8
    assert list(scratch.iterdir()) == []


def test_a_recording_to_the_end_leaves_nothing(tmp_path: Path, scratch: Path) -> None:
    story = tmp_path / "parcels.html"
    story.write_text(page(2), encoding="utf-8")
    process = speak(str(story), scratch, "--output", str(tmp_path / "parcel.wav"))
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (0, "")
    assert list(scratch.iterdir()) == []
