"""The marks in a text that point to a footnote."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from tidings.speech.layout import Run

_RAISED = "¹²³⁰⁴⁵⁶⁷⁸⁹"
# Only right after something: at the beginning of a line it is the note itself. A raised digit
# after a letter may be a power ("km²").
_MARK = re.compile(
    rf"(?<=[^\s\[])\[(?:\d{{1,3}}|[*†‡])\]|(?<=[.,;:!?…»”\"')\]’])[{_RAISED}]{{1,3}}"
)
_LINKED = re.compile(rf"\[?(?:\d{{1,3}}|[*†‡]|[{_RAISED}]{{1,3}})\]?")


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """Characters ``start`` to ``end`` of a text, and the mark itself without brackets."""

    start: int
    end: int
    mark: str


def footnote_marks(text: str, runs: Iterable[Run]) -> tuple[FootnoteMark, ...]:
    """Return the marks in a text, in order: "[1]", raised digits, links that are but a mark."""
    found: dict[int, int] = {}
    if any(sign in text for sign in "[" + _RAISED):
        found = {match.start(): match.end() for match in _MARK.finditer(text)}
    for run in runs:
        before = text[run.start - 1 : run.start]
        if not run.link or run.end - run.start > 5 or not before or before.isspace():
            continue
        if _LINKED.fullmatch(text, run.start, run.end) and not before.isdigit():
            found[run.start] = run.end
    return tuple(
        FootnoteMark(start, end, unicodedata.normalize("NFKC", text[start:end]).strip("[]"))
        for start, end in sorted(found.items())
    )
