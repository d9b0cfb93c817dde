"""The words around a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tidings.speech.normalise.rule import compiled

_SEEN = 60
_SIGNS = " \u00a0\u202f-−–—~≈±"
_OPENING = "(«„“\"'["
_NUMBERS = r"\d+(?:[–—-]\d+)?"
_JOINERS = frozenset(("и", "или", "й", "і", "та", "або"))


@dataclass(frozen=True, slots=True)
class Beside:
    """A whole number, as it is written, and what stands beside it.

    ``before`` is the word before it, ``word`` and ``following`` are the two after it, in small
    letters; ``more`` are other numbers between it and them.
    """

    written: str
    number: int
    before: str
    word: str
    following: str
    more: str


def beside(match: re.Match[str]) -> Beside:
    """Return what stands beside the ``number`` of a match."""
    return Beside(
        match["number"],
        whole(match["number"]),
        word_before(match),
        (match["word"] or "").casefold(),
        (match["following"] or "").casefold(),
        match["more"],
    )


def word_before(match: re.Match[str]) -> str:
    """Return the word right before a match, or before the numbers it is listed with.

    It is in small letters, and empty where something else stands there.
    """
    start = match.start()
    before = match.string[max(start - _SEEN, 0) : start]
    is_listed = before.endswith(("–", "—", "-"))
    tokens = before.rstrip(_SIGNS).split()
    while tokens:
        last = tokens.pop()
        if last in _JOINERS and tokens and compiled(_NUMBERS).fullmatch(tokens[-1]):
            tokens.pop()
        elif not (is_listed or last.endswith(",")) or not compiled(_NUMBERS).fullmatch(
            last.rstrip(",")
        ):
            word = last.lstrip(_OPENING)
            return word.casefold() if word.isalpha() else ""
        is_listed = bool(tokens) and tokens[-1].endswith(",")
    return ""


def group(match: re.Match[str], name: str) -> str:
    """Return a named group of a match; empty where it has none, or did not take part."""
    return match.groupdict().get(name) or ""


def whole(number: str) -> int:
    """Return a number that may have blanks between its thousands."""
    return int(re.sub(r"\D", "", number))
