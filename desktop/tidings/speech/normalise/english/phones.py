"""Telephone numbers, said digit by digit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.rule import Rule, compiled

_AMERICAN = r"(?:\+?\d{1,3}[ -])?(?:\(\d{3}\) ?|\d{3}[- ])?\d{3}-\d{4}"
_CALLED = r"\b(?:[Cc]all(?:ed|ing)?|[Dd]ial(?:l?ed|l?ing)?|[Rr](?:a|i)ng|[Pp]honed?) \Z"
_CALL = r" (?:call|dispatcher|operator)s?\b"


def phone_rules() -> Iterator[Rule]:
    """Return the rules for telephone numbers."""
    # America: 555-0147, 212-555-0147, (212) 555-0147, +1 212-555-0147
    yield Rule(
        r"[+(\d](?<![\w-].)[\d() -]{0,15}\d-\d{4}(?![\w-])",
        lambda match: _digits(match) if compiled(_AMERICAN).fullmatch(match.group()) else None,
        "-",
    )
    # With a country: +44 20 7946 0123
    yield Rule(r"\+(?<!\w\+)\d{1,3}(?:[ -]\(?\d{1,4}\)?){2,4}(?![\w-])", _digits, "+")
    # Britain: 020 7946 0123, 0800 123 456
    yield Rule(r"0(?<![\w.,]0)\d{2,4} \d{3,4}(?: ?\d{3,4})?(?![\w.,-]*\d)", _digits, "0")
    yield Rule(r"(?:9-1-1|911|999|112|101|111|988)(?![\w,.-]*\d)", _emergency, "19")


def _emergency(match: re.Match[str]) -> str | None:
    before = match.string[max(match.start() - 12, 0) : match.start()]
    is_called = compiled(_CALLED).search(before) or compiled(_CALL).match(match.string, match.end())
    return _spelled(match.group()) if is_called else None


def _digits(match: re.Match[str]) -> str:
    groups = re.findall(r"\d+", match.group())
    plus = "plus " if match.group().startswith("+") else ""
    return plus + ", ".join(_spelled(group) for group in groups)


def _spelled(number: str) -> str:
    return " ".join(number.replace("-", ""))
