"""The system's voices, with a driver that behaves as pyttsx3's two are written to."""

from __future__ import annotations

import io
import math
import struct
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyttsx3.voice import Voice as TheirVoice

from tidings.speech.messages import SynthesisRequest
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
    engine = SystemEngine(lambda _: driver)
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
    engine = SystemEngine(lambda _: Driver(wav()))
    request = SynthesisRequest(1, "Hello.", "en", "system:com.x.Ada")
    assert not engine.synthesise(request, lambda _: False)
    with pytest.raises(RuntimeError, match="no voice"):
        engine.synthesise(SynthesisRequest(2, "Hello.", "en", "system:gone"), lambda _: True)


def test_both_files_are_read_alike_and_half_a_file_is_none() -> None:
    assert read_sound(wav()) == read_sound(aiff()) == (TONE.tobytes(), 16_000)
    for whole in (wav(), aiff()):
        assert read_sound(whole[:1_000]) is None
    assert read_sound(b"") is None


def test_linux_has_no_such_voices() -> None:
    with pytest.raises(RuntimeError):
        build_driver(Proxy())
