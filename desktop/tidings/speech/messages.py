"""What the reader's process and the speech worker say to each other.

Each request carries an id, and ids only grow. Answers name the id they belong to, so an
answer that comes after its request was cancelled is told apart and dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that can speak.

    ``id`` is unique over all engines and stable from run to run; ``language`` a BCP 47
    tag; ``engine`` "espeak" or another engine's name.
    """

    id: str
    name: str
    language: str
    engine: str


@dataclass(frozen=True, slots=True)
class SynthesisRequest:
    """Text to be turned into sound.

    ``rate`` is in words a minute as spoken, 80 to 800; ``pitch`` 0 to 100 with 50 the
    voice's own; ``volume`` 0.0 to 1.0. An empty ``voice`` lets the worker choose one for
    ``language``.
    """

    id: int
    text: str
    language: str
    voice: str = ""
    rate: int = 175
    pitch: int = 50
    volume: float = 1.0


@dataclass(frozen=True, slots=True)
class WordMark:
    """A word begins in the sound of a request.

    ``start`` and ``length`` are characters of the request's text; ``milliseconds`` count
    from the first sample of the request's sound. A word is told before its sound; one that
    the engine runs together with the word before it ("of the") is told with the next.
    """

    request: int
    start: int
    length: int
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Sound:
    """A piece of a request's sound: 16-bit signed little-endian mono samples."""

    request: int
    samples: bytes
    sample_rate: int


@dataclass(frozen=True, slots=True)
class Finished:
    """All sound of a request has been handed over."""

    request: int


@dataclass(frozen=True, slots=True)
class Failed:
    """A request could not be spoken; ``reason`` is for the log."""

    request: int
    reason: str


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker is up. ``restarted`` tells that it takes the place of one that was lost.

    ``replaced`` tells that it is another engine that does: its voices speak on.
    """

    voices: tuple[Voice, ...]
    restarted: bool = False
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Lost:
    """The worker died or hung; all requests without an answer are gone.

    With ``final`` no other will be started: it died too often in a row.
    """

    reason: str
    final: bool = False


SpeechEvent = WordMark | Sound | Finished | Failed | Ready | Lost


class Trouble(Enum):
    """Why a voice that was asked for does not speak."""

    MISSING = "missing"
    """It is not there (any more)."""
    BROKEN = "broken"
    """Its files are there and cannot be read."""
    NOT_INSTALLED = "not installed"
    """The engine that speaks with it is not there."""
    STOPPED = "stopped"
    """Its engine died or hung; another worker is being started."""
    GIVEN_UP = "given up"
    """Its engine died too often in a row."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """eSpeak speaks in the place of a voice, named by its id.

    ``file`` is the path of what cannot be read; empty where that is not the trouble.
    """

    voice: str
    trouble: Trouble
    file: str = ""
