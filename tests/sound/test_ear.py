"""The ear itself, against tones whose beginning and length are known."""

from __future__ import annotations

import math
import subprocess
import time
from array import array
from collections.abc import Iterator

import pytest

from tests.sound.ear import RATE, Ear


def tone(seconds: float) -> bytes:
    frames = range(round(seconds * RATE))
    return array(
        "h", (round(8_000 * math.sin(i * math.tau * 440 / RATE)) for i in frames)
    ).tobytes()


@pytest.fixture
def player(pulse: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    command = ["pacat", "--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=20"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=pulse) as process:
        yield process
        process.terminate()


def play(player: subprocess.Popen[bytes], sound: bytes) -> None:
    assert player.stdin is not None
    player.stdin.write(sound)
    player.stdin.close()


def test_hears_when_a_tone_begins_and_ends(ear: Ear, player: subprocess.Popen[bytes]) -> None:
    begun = time.monotonic()
    play(player, tone(0.5))
    onset = ear.onset(begun, timeout=5)
    quiet = ear.silence(begun + onset, timeout=5)
    assert 0 < onset < 1
    assert quiet == pytest.approx(0.5, abs=0.06)


def test_hears_a_gap_between_two_tones(ear: Ear, player: subprocess.Popen[bytes]) -> None:
    begun = time.monotonic()
    play(player, tone(0.3) + bytes(round(0.3 * RATE) * 2) + tone(0.3))
    first = begun + ear.onset(begun, timeout=5)
    quiet = first + ear.silence(first, hold=0.2, timeout=5)
    assert quiet - first == pytest.approx(0.3, abs=0.06)
    assert ear.onset(quiet + 0.02, timeout=5) == pytest.approx(0.28, abs=0.06)


def test_silence_is_not_taken_for_sound(ear: Ear) -> None:
    ear.silence(time.monotonic(), hold=0.3)
    begun = time.monotonic()
    assert ear.silence(begun, hold=0.2) == 0
    assert max(moment.peak for moment in ear.loudness(begun, time.monotonic())) == 0
    with pytest.raises(TimeoutError):
        ear.onset(begun, timeout=0.1)
