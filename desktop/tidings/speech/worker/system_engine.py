"""The voices of Windows and macOS, through pyttsx3's own drivers.

Untested on either system: what is tested is what this module does with a driver that
behaves as pyttsx3's are written to. They cannot hand sound over, but they can write it into
a file: WAV on Windows, and when the call returns; AIFF on macOS, and at some time after.
They tell no times into a file, so words are spread over the sound by their length.
"""

from __future__ import annotations

import importlib
import struct
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

from tidings.speech.messages import SynthesisRequest, Voice
from tidings.speech.worker.scratch import Scratch
from tidings.speech.worker.service import Give
from tidings.speech.worker.shaping import Shaper
from tidings.speech.worker.words import Word, places

SAMPLE_RATE = 22_050
PATIENCE = 20.0
"""Seconds that a driver may take for a sentence."""
PIECE = 4_410
"""Bytes handed over at once: 0.1 s."""
DRIVERS = {"win32": "sapi5", "darwin": "nsss"}


class Driver(Protocol):
    """What pyttsx3's drivers have in common, by their own names."""

    def getProperty(self, name: str) -> Any: ...  # noqa: D102, N802

    def setProperty(self, name: str, value: Any) -> None: ...  # noqa: D102, N802

    def save_to_file(self, text: str, filename: str) -> None: ...  # noqa: D102

    def iterate(self) -> Iterator[None]: ...  # noqa: D102


class Proxy:
    """Stands in for pyttsx3's queue, which a driver tells when it is done."""

    def __init__(self) -> None:
        self.busy = False

    def setBusy(self, busy: bool) -> None:  # noqa: D102, N802
        self.busy = busy

    def isBusy(self) -> bool:  # noqa: D102, N802
        return self.busy

    def notify(self, topic: str, **told: Any) -> None:  # noqa: D102
        del told
        if topic == "finished-utterance":
            self.busy = False


def build_driver(proxy: Proxy) -> Driver:
    """Return this system's driver; raises RuntimeError where it has none."""
    name = DRIVERS.get(sys.platform)
    if name is None:
        raise RuntimeError("this system has no voices of its own")
    module = importlib.import_module(f"pyttsx3.drivers.{name}")
    driver: Driver = module.buildDriver(proxy)
    return driver


class SystemEngine:
    """The system's voices. Raises RuntimeError or ImportError where they cannot be had."""

    name = "system"
    sample_rate = SAMPLE_RATE

    def __init__(self, scratch: Scratch, build: Callable[[Proxy], Driver] = build_driver) -> None:
        self._scratch = scratch
        scratch.sweep()
        self._driver = build(Proxy())
        told = self._driver.getProperty("voices")
        self._ids = {f"{self.name}:{voice.id}": voice.id for voice in told}
        self.voices = tuple(
            Voice(f"{self.name}:{voice.id}", voice.name, _tag(voice.languages), self.name)
            for voice in told
        )
        self._voice = ""
        self.before_long_work: Callable[[], None] = lambda: None

    def prepare(self, request: SynthesisRequest, wanted: Callable[[], bool]) -> bool:
        """Take the voice."""
        if wanted():
            self._take_voice(request.voice)
        return True

    def synthesise(self, request: SynthesisRequest, give: Give) -> bool:
        """Make the sound of a request; see :class:`EspeakEngine`."""
        self._take_voice(request.voice)
        self._driver.setProperty("rate", min(max(request.rate, 80), 800))
        self._driver.setProperty("volume", 1.0)
        self.before_long_work()
        with self._scratch.folder() as folder:
            file = folder / "sound"
            self._driver.save_to_file(request.text, str(file))
            samples = self._await(file)
        shaper = Shaper(self.sample_rate, request.volume)
        seconds = len(samples) / 2 / self.sample_rate
        for start, end in places(request.text):
            share = start / max(len(request.text), 1)
            shaper.word(Word(start, end - start, share * seconds * 1000))
        loud = _at_volume(samples, request.volume)
        for begin in range(0, len(loud), PIECE):
            if not all(give(piece) for piece in shaper.sound(loud[begin : begin + PIECE])):
                return False
        return all(give(piece) for piece in shaper.end())

    def _take_voice(self, voice: str) -> None:
        known = self._ids.get(voice)
        if known is None:
            raise RuntimeError(f"there is no voice {voice}")
        if voice != self._voice:
            self._driver.setProperty("voice", known)
            self._voice = voice

    def _await(self, file: Path) -> bytes:
        """Return the sound once the file is whole."""
        turns = self._driver.iterate()
        until = time.monotonic() + PATIENCE
        size = -1
        while time.monotonic() < until:
            next(turns, None)
            raw = file.read_bytes() if file.exists() else b""
            if len(raw) == size and (sound := read_sound(raw)) is not None:
                return _resampled(*sound)
            size = len(raw)
            time.sleep(0.02)
        raise RuntimeError("the system's voice gave no sound")


def read_sound(raw: bytes) -> tuple[bytes, int] | None:
    """Return 16-bit little-endian mono samples and their rate, from a WAV or AIFF file.

    None where the file is not whole, or is neither.
    """
    little = raw[:4] == b"RIFF"
    if not little and raw[:4] != b"FORM":
        return None
    order = "<" if little else ">"
    samples, rate, swap, at = b"", 0, False, 12
    while at + 8 <= len(raw):
        kind, size = raw[at : at + 4], struct.unpack(order + "I", raw[at + 4 : at + 8])[0]
        body = raw[at + 8 : at + 8 + size]
        if len(body) < size:
            return None
        match kind:
            case b"fmt ":
                rate = struct.unpack("<I", body[4:8])[0]
            case b"COMM":
                # An 80-bit float: exponent, then 64 bits of mantissa.
                exponent, mantissa = struct.unpack(">HQ", body[8:18])
                rate = int(mantissa / 2 ** (16_383 + 63 - exponent))
                swap = body[18:22] != b"sowt"
            case b"data":
                samples = body
            case b"SSND":
                samples = body[8:]
        at += 8 + size + size % 2
    if not rate or not samples:
        return None
    return (_swapped(samples) if swap else samples), rate


def _swapped(samples: bytes) -> bytes:
    turned = bytearray(samples)
    turned[0::2], turned[1::2] = samples[1::2], samples[0::2]
    return bytes(turned)


def _resampled(samples: bytes, rate: int) -> bytes:
    if rate == SAMPLE_RATE:
        return samples
    import numpy as np

    given = np.frombuffer(samples, dtype="<i2").astype(np.float32)
    wanted = np.arange(0, len(given), rate / SAMPLE_RATE)
    return bytes(np.interp(wanted, np.arange(len(given)), given).astype("<i2").tobytes())


def _at_volume(samples: bytes, volume: float) -> bytes:
    if volume >= 1:
        return samples
    import numpy as np

    given = np.frombuffer(samples, dtype="<i2")
    return bytes((given * max(volume, 0.0)).astype("<i2").tobytes())


def _tag(languages: list[Any]) -> str:
    language = languages[0] if languages else ""
    text = language.decode("utf-8", "replace") if isinstance(language, bytes) else str(language)
    return text.replace("_", "-") or "und"
