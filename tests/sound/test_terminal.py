"""``tidings speak`` in a terminal, heard on a null sink."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.processes import children
from tests.sound.ear import Ear

SENTENCES = (
    "The morning ferry takes bicycles free of charge.",
    "Tickets are sold on board.",
    "The captain waits for latecomers.",
)


@contextmanager
def speaking(environment: dict[str, str], folder: Path) -> Iterator[subprocess.Popen[str]]:
    page, scratch = folder / "ferry.txt", folder / "scratch"
    page.write_text("\n\n".join(SENTENCES), encoding="utf-8")
    scratch.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "tidings", "speak", str(page), "--rate", "300"],
        env={**environment, "TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()
    assert list(scratch.iterdir()) == [], "something was left in the temporary folder"


def test_prints_each_sentence_when_it_is_heard_and_ends(
    pulse: dict[str, str], ear: Ear, tmp_path: Path
) -> None:
    with speaking(pulse, tmp_path) as process:
        assert process.stdout is not None
        printed = []
        for line in process.stdout:
            printed.append(line.strip())
            assert ear.onset(time.monotonic() - 0.2, timeout=1) < 1
        assert process.wait(10) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert printed == list(SENTENCES)


def test_ctrl_c_is_silence_at_once(pulse: dict[str, str], ear: Ear, tmp_path: Path) -> None:
    with speaking(pulse, tmp_path) as process:
        assert process.stdout is not None
        process.stdout.readline()
        worker = children(process.pid)
        process.send_signal(signal.SIGINT)
        pressed = time.monotonic()
        process.wait(5)
        assert ear.silence(pressed) < 0.5
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()
    assert worker, "there was no worker to look at"
    assert not any(Path(f"/proc/{pid}").exists() for pid in worker)


def test_a_killed_worker_is_replaced_and_told(
    pulse: dict[str, str], ear: Ear, tmp_path: Path
) -> None:
    with speaking(pulse, tmp_path) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        printed = [process.stdout.readline().strip()]
        for worker in children(process.pid):
            os.kill(worker, signal.SIGKILL)
        printed += [line.strip() for line in process.stdout]
        assert process.wait(20) == 0
        told = process.stderr.read()
    assert printed == list(SENTENCES)
    assert "tidings: The voice had stopped working and was started again." in told
    assert "Traceback" not in told
    assert ear.onset(time.monotonic() - 1, timeout=1) < 1


def test_without_a_sound_device_the_text_is_shown_in_its_time(tmp_path: Path) -> None:
    nowhere = {**os.environ, "PULSE_SERVER": f"unix:{tmp_path}/nothing"}
    with speaking(nowhere, tmp_path) as process:
        began = time.monotonic()
        printed, told = process.communicate(timeout=30)
        assert process.returncode == 0
    assert printed.splitlines() == list(SENTENCES)
    # 17 words at 300 words a minute.
    assert time.monotonic() - began > 3
    assert "tidings: There is no sound device." in told
