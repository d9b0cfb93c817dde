"""The system's voices, with a driver that behaves as pyttsx3's two are written to."""

from __future__ import annotations

import io
import math
import os
import struct
import subprocess
import sys
import tempfile
import time
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyttsx3.voice import Voice as TheirVoice

from tidings.speech.messages import Ready, SynthesisRequest
from tidings.speech.wire import Patience, encode, read
from tidings.speech.worker.scratch import STALE, Scratch
from tidings.speech.worker.system_engine import Proxy, SystemEngine, build_driver, read_sound
from tidings.speech.worker.words import Word

TONE = array("h", (round(9_000 * math.sin(i / 9)) for i in range(16_000)))


def wav() -> bytes:
    raw = io.BytesIO()
    with wave.open(raw, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(16_000)
        out.writeframes(TONE.tobytes())
    return raw.getvalue()


def aiff() -> bytes:
    turned = array("h", TONE)
    turned.byteswap()
    rate = struct.pack(">HQ", 16_383 + 13, 16_000 << 50)
    common = struct.pack(">hIh", 1, len(TONE), 16) + rate
    sound = struct.pack(">II", 0, 0) + turned.tobytes()
    chunks = b"COMM" + struct.pack(">I", len(common)) + common
    chunks += b"SSND" + struct.pack(">I", len(sound)) + sound
    return b"FORM" + struct.pack(">I", 4 + len(chunks)) + b"AIFF" + chunks


class Driver:
    """Writes its file late and in two halves, as macOS does."""

    def __init__(self, sound: bytes) -> None:
        self.set: dict[str, Any] = {}
        self._sound = sound
        self._file = Path()
        self._turns = 0

    def getProperty(self, name: str) -> Any:  # noqa: N802
        assert name == "voices"
        return [TheirVoice("com.x.Ada", "Ada", ["en_GB"]), TheirVoice("com.x.Bo", "Bo", [b"sv"])]

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802
        self.set[name] = value

    def save_to_file(self, text: str, filename: str) -> None:
        self._file, self._turns = Path(filename), 0

    def iterate(self) -> Iterator[None]:
        while True:
            self._turns += 1
            if self._turns == 2:
                self._file.write_bytes(self._sound[: len(self._sound) // 2])
            elif self._turns == 5:
                self._file.write_bytes(self._sound)
            yield


@pytest.mark.parametrize("sound", [wav(), aiff()], ids=["wav", "aiff"])
def test_a_file_becomes_words_and_sound(sound: bytes) -> None:
    driver = Driver(sound)
    engine = SystemEngine(Scratch(), lambda _: driver)
    assert [(voice.id, voice.language) for voice in engine.voices] == [
        ("system:com.x.Ada", "en-GB"),
        ("system:com.x.Bo", "sv"),
    ]
    pieces: list[Word | bytes] = []
    request = SynthesisRequest(1, "Hello brave world.", "sv", "system:com.x.Bo", rate=200)

    def give(piece: Word | bytes) -> bool:
        pieces.append(piece)
        return True

    assert engine.synthesise(request, give)
    words = [piece for piece in pieces if isinstance(piece, Word)]
    samples = b"".join(piece for piece in pieces if isinstance(piece, bytes))
    assert [(word.start, word.length) for word in words] == [(0, 5), (6, 5), (12, 5)]
    assert [word.milliseconds for word in words] == pytest.approx([0, 333, 667], abs=5)
    assert len(samples) / 2 / engine.sample_rate == pytest.approx(1.0, abs=0.02)
    assert driver.set == {"voice": "com.x.Bo", "rate": 200, "volume": 1.0}


def test_it_stops_when_no_more_is_wanted_and_tells_a_voice_that_is_gone() -> None:
    engine = SystemEngine(Scratch(), lambda _: Driver(wav()))
    request = SynthesisRequest(1, "Hello.", "en", "system:com.x.Ada")
    assert not engine.synthesise(request, lambda _: False)
    with pytest.raises(RuntimeError, match="no voice"):
        engine.synthesise(SynthesisRequest(2, "Hello.", "en", "system:gone"), lambda _: True)


def test_both_files_are_read_alike_and_half_a_file_is_none() -> None:
    assert read_sound(wav()) == read_sound(aiff()) == (TONE.tobytes(), 16_000)
    for whole in (wav(), aiff()):
        assert read_sound(whole[:1_000]) is None
    assert read_sound(b"") is None


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_the_sound_of_a_sentence_is_gone_with_it(temporary: Path) -> None:
    rights: list[int] = []

    class Watched(Driver):
        def save_to_file(self, text: str, filename: str) -> None:
            rights.extend(folder.stat().st_mode & 0o077 for folder in temporary.iterdir())
            super().save_to_file(text, filename)

    engine = SystemEngine(Scratch(), lambda _: Watched(wav()))
    request = SynthesisRequest(1, "Hello.", "en", "system:com.x.Ada")
    assert engine.synthesise(request, lambda _: True)
    assert rights == [0]
    assert list(temporary.iterdir()) == []


def test_what_a_killed_worker_left_is_removed_by_the_next(temporary: Path) -> None:
    killed, other, old = Scratch(), temporary / "tidings-voice-1-x", temporary / "tidings-voice-2-x"
    kept = killed.folder()
    (kept.__enter__() / "sound").write_bytes(wav())
    for folder in (other, old):
        folder.mkdir()
    long_ago = time.time() - STALE - 1
    os.utime(old, (long_ago, long_ago))
    SystemEngine(Scratch(), lambda _: Driver(wav()))
    assert list(temporary.iterdir()) == [other], "another window may be at it"


WRITING = """
import sys
from pathlib import Path
from tests.unit.speech.test_system_engine import Driver
from tidings.speech.worker import __main__ as worker, system_engine
class Slow(Driver):
    def iterate(self):
        while True:
            self._file.write_bytes(b"RIFF")
            yield
system_engine.SystemEngine.__init__.__defaults__ = (lambda _: Slow(b""),)
sys.argv[1:] = ["system"]
worker.main()
"""


@pytest.mark.parametrize("ending", ["closed", "killed"])
def test_a_worker_that_ends_in_a_sentence_leaves_no_sound(temporary: Path, ending: str) -> None:
    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-c", WRITING],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": os.pathsep.join(sys.path)},
        )

    with start() as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        assert isinstance(read(worker.stdout), Ready)
        request = SynthesisRequest(1, "Hello.", "en", "system:com.x.Ada")
        worker.stdin.write(encode(request))
        worker.stdin.flush()
        assert isinstance(read(worker.stdout), Patience)
        deadline = time.monotonic() + 10
        while not list(temporary.glob("*/sound")) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert list(temporary.glob("*/sound"))
        if ending == "killed":
            worker.kill()
    if ending == "killed":
        assert list(temporary.glob("*/sound"))
        with start() as following:
            assert following.stdout is not None
            assert isinstance(read(following.stdout), Ready)
    assert list(temporary.iterdir()) == []


def test_linux_has_no_such_voices() -> None:
    with pytest.raises(RuntimeError):
        build_driver(Proxy())
