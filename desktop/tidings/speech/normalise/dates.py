"""Dates in digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tidings.speech.normalise.rule import BLANK, Rule

SayDate = Callable[[re.Match[str], int, int, int], str]
"""Gives the words for a day, a month (1 to 12) and a year."""


def date_rules(say: SayDate, marks: str, tail: str = "") -> Iterator[Rule]:
    """Return the rules for "24.11.2026", with each of the marks, and for "2026-11-24".

    ``tail`` is a pattern for what may follow, and is said with it.
    """

    def date(match: re.Match[str]) -> str | None:
        day, month = int(match["day"]), int(match["month"])
        is_one = 0 < day < 32 and 0 < month < 13
        return say(match, day, month, int(match["year"])) if is_one else None

    for mark in marks:
        between = rf"\.{BLANK}?" if mark == "." else mark
        yield Rule(
            rf"(?P<day>\d(?<![\w.,:/-]\d)\d?){between}(?P<month>\d\d?){between}"
            rf"(?P<year>[12]\d{{3}})(?![\w.,/-]*\d){tail}",
            date,
            mark,
        )
    yield Rule(
        r"(?P<year>[12](?<![\w.,:/–-][12])\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])", date, "-"
    )
