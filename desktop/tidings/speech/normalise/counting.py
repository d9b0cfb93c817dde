"""Numbers and what they count, as a language says them."""

from __future__ import annotations

import re

from tidings.speech.normalise.rule import BLANK
from tidings.speech.normalise.tongue import Forms, Tongue


def said(match: re.Match[str], tongue: Tongue, counted: str) -> str:
    """Return the words for the ``number`` of a match, which counts something."""
    number = re.sub(BLANK, "", match["number"])
    if number == "1" and tongue.one:
        return tongue.one(counted)
    whole, comma, rest = number.partition(",")
    if tongue.decimal and comma and whole.isdigit() and rest.isdigit():
        return tongue.decimal(whole, rest)
    return number


def number_before(match: re.Match[str]) -> str:
    """Return the number that ends where a match begins; empty where there is none."""
    found = re.search(r"[\d.,]+\Z", match.string[max(match.start() - 20, 0) : match.start()])
    return found.group() if found else ""


def form(forms: Forms, number: str, tongue: Tongue) -> str:
    """Return the form of a word after a number."""
    return forms[0] if tongue.is_one(number) else forms[1]
