"""Speech: from an article to what is said, and to the worker that says it."""

from tidings.speech.messages import (
    Failed,
    Finished,
    Lost,
    Ready,
    Sound,
    SpeechEvent,
    SynthesisRequest,
    Voice,
    WordMark,
)
from tidings.speech.script import Cue, Script
from tidings.speech.utterance import Kind, Stretch, Utterance

__all__ = [
    "Cue",
    "Failed",
    "Finished",
    "Kind",
    "Lost",
    "Ready",
    "Script",
    "Sound",
    "SpeechEvent",
    "Stretch",
    "SynthesisRequest",
    "Utterance",
    "Voice",
    "WordMark",
]
