"""Patterns (regular expressions) that are found within bounded time.

The standard library's cannot be stopped once it has begun, and a short pattern can keep it
busy for years. The package *regex* can. Where it is missing, patterns are kept, not used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from gettext import gettext as _
from math import prod
from typing import Any

MOST_REPETITIONS = 100_000
"""The package writes out what is repeated a fixed number of times: so many take it 60 ms."""
_AT_LEAST = re.compile(r"\{\s*(\d+)\s*(?:,\s*\d*\s*)?\}")


class PatternError(ValueError):
    """A pattern cannot be used; the text is a sentence for the reader.

    ``of_said`` tells that it is what is to be said that does not fit the pattern.
    """

    def __init__(self, sentence: str, *, of_said: bool = False) -> None:
        super().__init__(sentence)
        self.of_said = of_said


class TooSlowError(Exception):
    """A pattern took more than the time it was given."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a pattern found: characters ``start`` to ``end``, and what is said instead."""

    start: int
    end: int
    said: str


def check_pattern(pattern: str, said: str) -> None:
    """Raise PatternError where a pattern, or what is to be said for it, is wrong."""
    compiled = _compiled(pattern)
    for group in _groups(said):
        known = compiled.groups if isinstance(group, int) else compiled.groupindex
        if (isinstance(group, int) and group > known) or (
            isinstance(group, str) and group not in known
        ):
            words = _("“{group}” stands for nothing: the pattern has no such group in brackets.")
            raise PatternError(words.format(group=f"\\{group}"), of_said=True)


def find(pattern: str, said: str, text: str, seconds: float) -> Iterator[Found]:
    """Yield what a pattern finds in a text, from left to right, in at most so many seconds.

    ``\\1`` and ``\\g<name>`` in what is said stand for the pattern's groups. Raises
    PatternError, and TooSlowError where the time does not suffice.
    """
    compiled = _compiled(pattern)
    try:
        for match in compiled.finditer(text, timeout=seconds):
            if match.end() > match.start():
                yield Found(match.start(), match.end(), _expand(match, said))
    except TimeoutError as error:
        raise TooSlowError(pattern) from error


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> Any:
    try:
        # Late: 10 ms that few readers need.
        import regex
    except ImportError as error:
        raise PatternError(
            _("Patterns need the Python package “regex”, which is not installed.")
        ) from error
    # Those inside one another multiply; of those side by side fewer would do.
    if prod(max(int(least), 1) for least in _AT_LEAST.findall(pattern)) > MOST_REPETITIONS:
        words = _("The pattern repeats something too often: {n} times at most.")
        raise PatternError(words.format(n=MOST_REPETITIONS))
    try:
        return regex.compile(pattern, regex.VERSION0)
    except (regex.error, OverflowError, RecursionError, ValueError) as error:
        at = getattr(error, "pos", None)
        reason = _reason(getattr(error, "msg", "") or str(error))
        if at is None:
            raise PatternError(_("The pattern is wrong: {r}.").format(r=reason)) from error
        words = _("The pattern is wrong at its character {n}: {r}.")
        raise PatternError(words.format(n=at + 1, r=reason)) from error


def _reason(told: str) -> str:
    """Return what the package tells in words that one can act on."""
    known = {
        "missing )": _("a closing bracket “)” is missing"),
        "unbalanced parenthesis": _("a closing bracket “)” has no opening one"),
        "unterminated character set": _("a closing “]” is missing"),
        "nothing to repeat": _("there is nothing before “*”, “+”, “?” or “{” to repeat"),
        "multiple repeat": _("two signs of repetition stand side by side"),
        "bad escape (end of pattern)": _("a “\\” at the end stands for nothing"),
        "bad character range": _("the range of characters runs backwards"),
        "unknown group": _("it names a group that is not there"),
        "invalid group reference": _("it names a group that is not there"),
    }
    return known.get(told, told)


def _groups(said: str) -> Iterator[int | str]:
    for kind, group in _tokens(said):
        if kind == "group":
            yield int(group) if group.isdecimal() else group


def _expand(match: Any, said: str) -> str:
    return "".join(
        (match[int(value) if value.isdecimal() else value] or "") if kind == "group" else value
        for kind, value in _tokens(said)
    )


def _tokens(said: str) -> Iterator[tuple[str, str]]:
    """Take apart what is said: plain text, and the groups that ``\\1`` or ``\\g<name>`` name."""
    place = 0
    while place < len(said):
        rest = said[place:]
        if rest[0] == "\\" and rest[1:2].isdecimal() and rest[1:2].isascii():
            yield "group", rest[1]
            place += 2
        elif rest.startswith("\\g<") and ">" in rest:
            name = rest[3 : rest.index(">")]
            yield "group", name
            place += len(name) + 4
        else:
            length = 2 if rest.startswith("\\\\") else 1
            yield "text", rest[0]
            place += length
