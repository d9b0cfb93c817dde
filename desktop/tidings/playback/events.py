"""What can happen to a session, and what it asks for in answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tidings.document import Position, Range
from tidings.playback.voicing import Voicing
from tidings.speech import SpeechEvent, SynthesisRequest, Utterance


class Mode(Enum):
    """What the session is doing."""

    STOPPED = "stopped"
    STARTING = "starting"
    """Asked to speak; the first sound is not there yet."""
    PLAYING = "playing"
    PAUSED = "paused"


class Unit(Enum):
    """How far a skip goes."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    STORY = "story"
    ENCLOSURE = "enclosure"
    """A list, table or quote, or pictures with their captions: what can be left."""


# --- events --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Play:
    """Speak from the position; without one, go on where the pause was."""

    position: Position | None = None


@dataclass(frozen=True, slots=True)
class Go:
    """Go to the position, and speak from there if it speaks."""

    position: Position


@dataclass(frozen=True, slots=True)
class Pause:
    """Fall silent and keep the place to the sample."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Fall silent and forget the sound under way."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Go to the next or previous unit; ``origin`` counts while nothing is being spoken."""

    unit: Unit
    forward: bool
    origin: Position | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """Say the sentence again from its beginning."""


@dataclass(frozen=True, slots=True)
class Revoice:
    """Go on from the current word in another manner."""

    voicing: Voicing


@dataclass(frozen=True, slots=True)
class Remake:
    """The scripts have been made anew: go on from the same place in the new one."""


@dataclass(frozen=True, slots=True)
class Spell:
    """Say this of a word, letter by letter, then go on from it as before."""

    word: Position
    letters: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class StopAfterStory:
    """Pause where the story under way ends; with ``wanted`` False, read on after all."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class SleepIn:
    """Fade out and pause after so many milliseconds of listening; None: do not."""

    milliseconds: float | None


@dataclass(frozen=True, slots=True)
class Interject:
    """Say this at the end of the sentence that is heard, then go on with the next one.

    What was to be said so before and was not is left out; with nothing, that is all. It
    is forgotten where it stops before that; where the last story ends, nothing is said.
    """

    said: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """The sound clock: so many milliseconds of the stream have reached the ear."""

    milliseconds: float


Event = (
    Play
    | Go
    | Pause
    | Stop
    | Skip
    | Repeat
    | Revoice
    | Remake
    | Spell
    | StopAfterStory
    | SleepIn
    | Interject
    | Heard
    | SpeechEvent
)


# --- effects -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Say:
    """Have the worker synthesise this."""

    request: SynthesisRequest


@dataclass(frozen=True, slots=True)
class Forget:
    """Have the worker drop all requests with an id below ``request``."""

    request: int


@dataclass(frozen=True, slots=True)
class Emit:
    """Append samples to the sound stream (16-bit mono)."""

    samples: bytes
    sample_rate: int


@dataclass(frozen=True, slots=True)
class EmitSilence:
    """Append silence to the sound stream."""

    milliseconds: float


@dataclass(frozen=True, slots=True)
class ClearSound:
    """Drop all sound that has not been heard; the sound clock begins at 0 again."""


@dataclass(frozen=True, slots=True)
class HoldSound:
    """Stop the stream where it is."""


@dataclass(frozen=True, slots=True)
class ReleaseSound:
    """Let a held stream go on."""


@dataclass(frozen=True, slots=True)
class Light:
    """Show what is being said; None for both when nothing is.

    ``word`` is None between words and in announcements. ``said`` is the text of the
    utterance.
    """

    sentence: Range | None
    word: Range | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class ModeChanged:
    """The session does something else now."""

    mode: Mode


@dataclass(frozen=True, slots=True)
class StoryBegan:
    """The first sentence spoken of this story is under way."""

    article: str


@dataclass(frozen=True, slots=True)
class StoryFinished:
    """The story has been heard to its end."""

    article: str


@dataclass(frozen=True, slots=True)
class Interjected:
    """What was to be said between two sentences begins to be said."""


class Notice(Enum):
    """Something the reader is told; the words for it are the window's or the terminal's."""

    END_OF_QUEUE = "end of queue"
    STOPPED_AFTER_STORY = "stopped after story"
    FELL_ASLEEP = "fell asleep"
    NOTHING_TO_SAY = "nothing to say"
    SPEECH_RESTARTED = "speech restarted"
    SPEECH_LOST = "speech lost"
    SENTENCE_LEFT_OUT = "sentence left out"
    AT_THE_BEGINNING = "at the beginning"
    AT_THE_END = "at the end"
    NOTHING_TO_LEAVE = "nothing to leave"


@dataclass(frozen=True, slots=True)
class Tell:
    """Tell the reader."""

    notice: Notice


Effect = (
    Say
    | Forget
    | Emit
    | EmitSilence
    | ClearSound
    | HoldSound
    | ReleaseSound
    | Light
    | ModeChanged
    | StoryBegan
    | StoryFinished
    | Interjected
    | Tell
)
