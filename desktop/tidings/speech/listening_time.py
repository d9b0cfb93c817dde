"""How long it takes to hear what was laid out, reckoned without making any sound."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tidings.speech.layout import Layout, Pause

_WORD = 0.12
"""What each word takes by itself, in words, however long it is."""
_MARK = 0.4
"""Words' time of the voice's own pause at a comma."""
_TONE = 100.0
"""Milliseconds: they last 60 to 120."""
_LETTER = {
    "en": 0.158,
    "ru": 0.148,
    "uk": 0.148,
    "kk": 0.153,
    "fa": 0.226,
    "de": 0.137,
    "fr": 0.157,
    "es": 0.157,
    "ar": 0.27,
}
"""What a letter takes, in words: the fewer letters the words of a language have, the more.

Of the news in each language that the rates of the voices were measured with; "ar" by itself.
"""
_ANY_LETTER = 0.19
"""The same in other languages, which have English's tempo: what Polish, Turkish, Italian and
Hindi take on average."""
_WIDE = 0.77
"""The same of a character that is a syllable or more, as eSpeak says Chinese."""

_MARKS = re.compile(r"[,;:،؛、，；：–—]")
_ENDS = re.compile(r"[.!?…。！？؟]+[\"'”’»)\]]*(?=\s)")
_FIGURES = re.compile(r"[\d%$€£₽₴₸&+=#@]")
_WIDES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_INNER = re.compile(r"\S[\n\t]+(?=\S)")


@dataclass(frozen=True, slots=True)
class ListeningTime:
    """``words`` as long as the rate has them on average, and ``silence`` in milliseconds."""

    words: float = 0.0
    silence: float = 0.0

    def __add__(self, other: ListeningTime) -> ListeningTime:
        """Return the time that both take, one after the other."""
        return ListeningTime(self.words + other.words, self.silence + other.silence)

    def times(self, factor: float) -> ListeningTime:
        """Return so many times the time, or so much of it."""
        return ListeningTime(self.words * factor, self.silence * factor)

    def minutes_at(self, rate: int) -> float:
        """Return how many minutes it takes at so many words a minute."""
        return self.words / rate + self.silence / 60_000


def spoken_words(text: str, language: str) -> float:
    """Return how many words of average length a text counts for.

    A figure or a sign counts for one: "3.5%" is said with four.
    """
    parts = text.split()
    figures, marks = len(_FIGURES.findall(text)), len(_MARKS.findall(text))
    wide = 0 if text.isascii() else len(_WIDES.findall(text))
    letters = sum(map(len, parts)) - figures - marks - wide
    a_letter = _LETTER.get(language.partition("-")[0].casefold(), _ANY_LETTER)
    return _WORD * len(parts) + a_letter * letters + figures + _MARK * marks + _WIDE * wide


def time_of(layout: Layout) -> ListeningTime:
    """Return how long a part takes to hear, with what is announced and the pauses set."""
    text = layout.text
    words = spoken_words(text, layout.language)
    silence = 0.0
    if text.strip():
        silence += Pause.SENTENCE * (0 if layout.is_one else len(_ENDS.findall(text)))
        silence += Pause.LINE * len(_INNER.findall(text))
    for insertion in layout.insertions:
        words += spoken_words(insertion.words, layout.language)
    notices = (*layout.notices, *layout.closing)
    for notice in notices:
        if notice.tone:
            silence += _TONE + Pause.TONE
        else:
            words += spoken_words(notice.text, notice.language)
            silence += Pause.ANNOUNCEMENT
    if notices or text.strip():
        silence += layout.pause
    return ListeningTime(words, silence)


def guessed_time(words: float) -> ListeningTime:
    """Return how long so many words of news take on average, as they are announced usually."""
    return ListeningTime(words * 1.05, words * 28)
