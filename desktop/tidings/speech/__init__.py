"""Speech: an article as it will be spoken, and the sound of it.

This is the room's face; everything else in it is its own affair.
"""

from tidings.speech.announcements import Announcements, load_announcements
from tidings.speech.announcing import (
    PRESETS,
    SOME,
    WITH_WORDS,
    Announced,
    Announcing,
    Way,
    preset_of,
    table_from_text,
    table_to_text,
    ways_for,
)
from tidings.speech.article_script import ArticleScript
from tidings.speech.client import SpeechClient
from tidings.speech.codec import script_to_json
from tidings.speech.engines import SpeechEngines
from tidings.speech.fixes import Fix, FixError, Lexicon, Match, base_language, source_of
from tidings.speech.laying_out import language_runs
from tidings.speech.layout import Run
from tidings.speech.lexicon import LexiconRewriter, word_around
from tidings.speech.lexicon_file import (
    Kept,
    LexiconError,
    LexiconFile,
    read_lexicon,
    write_lexicon,
)
from tidings.speech.listening_time import ListeningTime, guessed_time
from tidings.speech.making import ScriptMaker
from tidings.speech.messages import (
    Failed,
    Finished,
    Lost,
    Ready,
    Replaced,
    Sound,
    SpeechEvent,
    SynthesisRequest,
    Trouble,
    Voice,
    WordMark,
)
from tidings.speech.previews import preview_text
from tidings.speech.replacing import as_said
from tidings.speech.script import Cue, Script
from tidings.speech.spelling import Speller, load_speller, word_at
from tidings.speech.tones import USUAL_RATE, tone
from tidings.speech.utterance import Kind, Stretch, Utterance
from tidings.speech.voices import choose, family, offered, voices_of

__all__ = [
    "PRESETS",
    "SOME",
    "USUAL_RATE",
    "WITH_WORDS",
    "Announced",
    "Announcements",
    "Announcing",
    "ArticleScript",
    "Cue",
    "Failed",
    "Finished",
    "Fix",
    "FixError",
    "Kept",
    "Kind",
    "Lexicon",
    "LexiconError",
    "LexiconFile",
    "LexiconRewriter",
    "ListeningTime",
    "Lost",
    "Match",
    "Ready",
    "Replaced",
    "Run",
    "Script",
    "ScriptMaker",
    "Sound",
    "SpeechClient",
    "SpeechEngines",
    "SpeechEvent",
    "Speller",
    "Stretch",
    "SynthesisRequest",
    "Trouble",
    "Utterance",
    "Voice",
    "Way",
    "WordMark",
    "as_said",
    "base_language",
    "choose",
    "family",
    "guessed_time",
    "language_runs",
    "load_announcements",
    "load_speller",
    "offered",
    "preset_of",
    "preview_text",
    "read_lexicon",
    "script_to_json",
    "source_of",
    "table_from_text",
    "table_to_text",
    "tone",
    "voices_of",
    "ways_for",
    "word_around",
    "word_at",
    "write_lexicon",
]
