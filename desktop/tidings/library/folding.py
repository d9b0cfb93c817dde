"""Text made comparable for searching, in any script.

Folded text is words in a row, each after one space, so that a word of a query, folded the
same way, is found by its beginning: "harb" finds "Harbour", "art" does not find "party".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# The Arabic letters that Persian, Urdu and Uyghur keyboards type in forms of their own.
_ALIKE = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه"})
# Not a break between words: "می‌خوانم" is one word for its reader.
_JOINERS = "\u200c\u200d\u00ad\u0640"


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; ``origins[i]`` is where its character ``i`` came from in the original."""

    text: str
    origins: tuple[int, ...]


def fold(text: str) -> str:
    """Return the folded text."""
    return "".join(_pieces(text)[0])


def fold_with_origins(text: str) -> Folded:
    """Return the folded text with the way back to the characters of the original."""
    pieces, starts = _pieces(text)
    origins: list[int] = []
    for piece, start in zip(pieces, starts, strict=True):
        origins += [start] * len(piece)
    return Folded("".join(pieces), tuple(origins))


def _pieces(text: str) -> tuple[list[str], list[int]]:
    """Return what each character becomes, with the space before a word, and where it stood."""
    out: list[str] = []
    origins: list[int] = []
    inside = False
    for index, character in enumerate(text):
        within, at_start, goes_on = _becomes(character)
        piece = within if inside else at_start
        if piece:
            out.append(piece)
            origins.append(index)
        if goes_on is not None:
            inside = goes_on
    return out, origins


@lru_cache(maxsize=8192)
def _becomes(character: str) -> tuple[str, str, bool | None]:
    """Return what a character becomes inside a word, and where none is open.

    Last comes whether a word is open behind it; None where it does not matter to that.
    """
    if character in _JOINERS:
        return "", "", None
    plain = _plain(character)
    if not plain:
        return "", "", None
    within, goes_on = _after(plain, True)
    at_start, _same = _after(plain, False)
    return within, at_start, goes_on


def _after(plain: str, inside: bool) -> tuple[str, bool]:
    out = ""
    for letter in plain:
        if not letter.isalnum():
            inside = False
            continue
        alone = _is_a_word_alone(letter)
        out += f" {letter}" if alone or not inside else letter
        inside = not alone
    return out, inside


def needles(query: str) -> tuple[str, ...]:
    """Return what folded text must hold, one for each word of the query."""
    folded = (fold(word) for word in query.split())
    return tuple(dict.fromkeys(word for word in folded if word))


def context(text: str, character: int, width: int = 60) -> str:
    """Return one line of the text: ``width`` characters or so on each side of the place."""
    start, end = max(0, character - width), min(len(text), character + width)
    if start:
        space = text.find(" ", start, character)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", character, end)
        end = space if space > character else end
    line = " ".join(text[start:end].split())
    return ("… " if start else "") + line + (" …" if end < len(text) else "")


def first_match(folded: Folded, words: Sequence[str]) -> int | None:
    """Return where in the original the first of the words begins; None where none does."""
    found = [index for word in words if (index := folded.text.find(word)) >= 0]
    return folded.origins[min(found)] if found else None


def _plain(character: str) -> str:
    """Return the character in lower case without its marks; nothing for a mark alone."""
    # Most characters of most texts; the way through Unicode's tables is ten times as long.
    if character.isascii():
        return character.lower()
    marked = unicodedata.normalize("NFKD", character).casefold().translate(_ALIKE)
    return "".join(c for c in marked if not unicodedata.combining(c))


def _is_a_word_alone(character: str) -> bool:
    """Tell whether the character's script is written without spaces between words."""
    return (
        "\u0e00" <= character <= "\u0eff"  # Thai, Lao
        or "\u1000" <= character <= "\u109f"  # Burmese
        or "\u1780" <= character <= "\u17ff"  # Khmer
        or "\u3040" <= character <= "\u30ff"  # kana
        or "\u3400" <= character <= "\u9fff"  # Chinese characters
        or "\U00020000" <= character <= "\U0003ffff"
    )
