"""What the words of a language are given as."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from tidings.speech.normalise.rule import Rule

Forms = tuple[str, str]
"""One and many."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """What a language calls things.

    ``to`` stands between the ends of a range, ``short`` are abbreviations with their full
    stops, ``scales`` are those of numbers, ``before`` those that need a number after them.
    ``decimal`` says a whole number and its decimals, where the engine says them wrong, and
    ``mixed`` stands between a whole number and a half. ``one`` gives the word for 1 before a
    word, where the engine does not. ``is_one`` tells whether what a number
    counts is in the singular; ``of`` gives money as it stands after a scale ("d'euros").
    ``splits`` tells that eSpeak reads numbers with blanks between their thousands in pieces.
    ``rules`` gives the language's own rules for a tag (BCP 47), which go before the common
    ones; it is asked when the language is first met.
    """

    link: str
    to: str = ""
    minus: str = ""
    decimal: Callable[[str, str], str] | None = None
    mixed: str = ""
    one: Callable[[str], str] | None = None
    is_one: Callable[[str], bool] = "1".__eq__
    of: Callable[[str], str] = str
    splits: bool = False
    scales: Mapping[str, Forms] = field(default_factory=dict)
    money: Mapping[str, Forms] = field(default_factory=dict)
    units: Mapping[str, Forms] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    halves: Mapping[str, str] = field(default_factory=dict)
    rules: Callable[[str], Iterable[Rule]] | None = None
