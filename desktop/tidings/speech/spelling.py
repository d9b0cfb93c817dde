"""A word, letter by letter."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tidings.document import Range
from tidings.resources import resource_folder
from tidings.speech.announcements import FALLBACK
from tidings.speech.utterance import Kind, Utterance

AFTER_LETTER = 120
"""Milliseconds of silence after a letter."""

_JOINER = "\u200d"
_SAME = {"\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-", "\u2013": "-", "\u00ad": "-"}
"""Signs that are called as another one is."""


@dataclass(frozen=True, slots=True)
class SpellingWords:
    """What is said of letters in one language; ``signs`` names those a voice leaves out."""

    capital: str
    signs: Mapping[str, str]


class Speller:
    """Says words letter by letter, by the names that the voice has for letters."""

    def __init__(self, by_language: Mapping[str, SpellingWords]) -> None:
        self._by_language = by_language

    def spell(self, word: str, language: str, place: Range) -> tuple[Utterance, ...]:
        """Return what is said of a word: an utterance a letter, and one for "capital".

        ``place`` is lit meanwhile. Letters are said in the language of the word; words about
        them too, or in English where there are none.
        """
        base = language.partition("-")[0].casefold()
        tongue = language if base in self._by_language else FALLBACK
        words = self._by_language[base if tongue == language else FALLBACK]
        said: list[Utterance] = []
        for letter in letters_of(word):
            if letter != letter.lower() and len(letter) == 1:
                said.append(Utterance(words.capital, tongue, place, kind=Kind.ANNOUNCEMENT))
                letter = letter.lower() if len(letter.lower()) == 1 else letter
            sign = words.signs.get(_SAME.get(letter, letter))
            text, spoken = (sign, tongue) if sign else (letter, language)
            kind = Kind.ANNOUNCEMENT
            said.append(Utterance(text, spoken, place, kind=kind, pause_after=AFTER_LETTER))
        return tuple(said)


def letters_of(word: str) -> tuple[str, ...]:
    """Return the letters of a word, each with its accents where they make one character.

    An accent that makes none with its letter comes by itself, for it to be named. What is
    drawn as one picture stays together, and half a surrogate pair is left out.
    """
    found: list[str] = []
    for character in unicodedata.normalize("NFC", word):
        category = unicodedata.category(character)
        joins = _is_drawn_with(character) or (found and found[-1].endswith(_JOINER))
        if joins and found:
            found[-1] += character
        elif category not in ("Cs", "Cc", "Cf", "Zs", "Zl", "Zp"):
            found.append(character)
    return tuple(found)


def word_at(text: str, character: int) -> tuple[int, int]:
    """Return where the word at a character begins and ends, or the next one in the text.

    Signs inside a word are of it, those around it are not. Both are the same where no word
    follows.
    """
    start = min(max(character, 0), len(text))
    while 0 < start < len(text) and not text[start].isspace() and not text[start - 1].isspace():
        start -= 1
    while start < len(text):
        while start < len(text) and text[start].isspace():
            start += 1
        end = start
        while end < len(text) and not text[end].isspace():
            end += 1
        first, last = start, end
        while first < last and not _is_of_word(text[first]):
            first += 1
        while last > first and not _is_of_word(text[last - 1]):
            last -= 1
        if first < last:
            return first, last
        start = end
    return len(text), len(text)


def load_speller(file: Path | None = None) -> Speller:
    """Read the words about letters, by default those that ship with the program.

    Raises OSError where they are missing, ValueError or KeyError where they are not whole.
    """
    file = file or resource_folder() / "speech" / "spelling.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Speller(
        {name: SpellingWords(words["capital"], words["signs"]) for name, words in table.items()}
    )


def _is_of_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMNS"


def _is_drawn_with(character: str) -> bool:
    """Tell whether it changes how the character before it is drawn, and has no name to say."""
    return (
        character == _JOINER
        or "\ufe00" <= character <= "\ufe0f"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )
