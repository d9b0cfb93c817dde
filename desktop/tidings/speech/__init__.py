"""Speech: an article as it will be spoken, and the sound of it.

This is the room's face; everything else in it is its own affair.
"""

from tidings.speech.announcements import Announcements, load_announcements
from tidings.speech.article_script import ArticleScript
from tidings.speech.client import SpeechClient
from tidings.speech.codec import script_to_json
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
from tidings.speech.voices import choose, offered

__all__ = [
    "Announcements",
    "ArticleScript",
    "Cue",
    "Failed",
    "Finished",
    "Kind",
    "Lost",
    "Ready",
    "Script",
    "Sound",
    "SpeechClient",
    "SpeechEvent",
    "Stretch",
    "SynthesisRequest",
    "Utterance",
    "Voice",
    "WordMark",
    "choose",
    "load_announcements",
    "offered",
    "script_to_json",
]
