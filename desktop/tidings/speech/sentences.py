"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from tidings.speech.boundaries import boundaries

LONGEST = 400
"""A sentence of more characters is cut: what is said at once has to end some time."""
_SHORTEST_CLAUSE = 100

_LINE = re.compile(r"[^\n\t]+")
_CLAUSE_END = re.compile(r"[,;:،؛—–)\]»”](?=\s)|[、，；：]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters ``start`` to ``end`` (exclusive) of a text, without white space around.

    ``complete`` is False where a long sentence was cut and goes on in the next one.
    """

    start: int
    end: int
    complete: bool = True


def sentences(text: str, language: str) -> list[Sentence]:
    """Return the sentences of a text, in order; all of it but white space is in one of them.

    A line feed or a tab ends a sentence. ``language`` is a BCP 47 tag; where it is unknown,
    the rules of English hold.
    """
    found: list[Sentence] = []
    for line in _LINE.finditer(text):
        for start, end in boundaries(line.group(), language):
            found += cut(text, line.start() + start, line.start() + end)
    return found


def cut(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Cut characters ``start`` to ``end`` into bounded pieces, at clauses where there are any.

    White space around them is left out; of white space alone nothing comes.
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        middle = _cut_point(text, start)
        stop = middle
        while text[stop - 1].isspace():
            stop -= 1
        yield Sentence(start, stop, complete=False)
        start = middle
        while text[start].isspace():
            start += 1
    if start < end:
        yield Sentence(start, end)


def window_edge(text: str, edge: int, slack: int, language: str) -> int:
    """Return a good place to cut a long text, at most ``slack`` characters before ``edge``.

    It depends on nothing else, so whoever cuts there cuts at the same place. Best is where
    a sentence begins, then where a word does.
    """
    near = text[edge - slack : edge]
    found = sentences(near, language)
    complete = [one.start for one, before in zip(found[1:], found, strict=False) if before.complete]
    if complete:
        return edge - slack + complete[-1]
    space = max(near.rfind(" "), near.rfind("\n"), near.rfind("\t"))
    return edge - slack + space + 1 if space > 0 else _unbroken(text, edge, edge - slack)


def _cut_point(text: str, start: int) -> int:
    """Where to cut a sentence that goes on beyond its longest length from ``start``."""
    limit = start + LONGEST
    clauses = [end.end() for end in _CLAUSE_END.finditer(text, start + _SHORTEST_CLAUSE, limit)]
    if clauses:
        return clauses[-1]
    for place in range(limit, start + 1, -1):
        if text[place - 1].isspace():
            return place
    return _unbroken(text, limit, start + 1)


def _unbroken(text: str, place: int, lowest: int) -> int:
    """The nearest place before that is not inside a letter with its marks."""
    whole = place
    while whole > lowest and unicodedata.category(text[whole])[0] in "MC":
        whole -= 1
    return whole if whole > lowest else place
