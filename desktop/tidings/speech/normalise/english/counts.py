"""Numbers that are not dates, times, money or measures: scores, fractions, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.rule import Rule

_FRACTIONS = {
    "1/2": "a half",
    "1/3": "a third",
    "2/3": "two thirds",
    "1/4": "a quarter",
    "3/4": "three quarters",
    "1/5": "a fifth",
    "1/8": "an eighth",
}
_SCALES = {"m": "million", "b": "billion", "t": "trillion"}
_SAID_BARE = ("9/11", "7/7", "24/7", "50/50")
_BRITISH = frozenset(("gb", "uk", "ie"))


def count_rules(tag: str) -> Iterator[Rule]:
    """Return the rules for numbers of things."""
    if tag.rpartition("-")[2] in _BRITISH:
        yield Rule(
            r"(?P<goals>\d(?<![\w.,:/–-]\d))[-–]0(?![\w/:–-]|[.,]\d)",
            lambda match: "nil nil" if match["goals"] == "0" else f"{match['goals']} nil",
            "0",
        )
    yield from _fractions()
    yield from _signs()
    # "5bn", "5 mln": with a blank they are common to all languages
    yield Rule(
        r"(?P<scale>[mbt])(?<=\d.)(?:l?n|rn)(?!\w)",
        lambda match: f" {_SCALES[match['scale']]}",
        "n",
    )
    # 1 200 000, but not the day and the count of "on May 12 300 people"
    yield Rule(
        r"\d(?<![\w.,]\d)\d{0,2}(?:(?:[\u00a0\u202f]\d{3})+|(?: \d{3}){2,})(?![\d.,]*\d)",
        lambda match: re.sub(r"\D", "", match.group()),
        " \u00a0\u202f",
    )
    # 1.200.000
    yield Rule(
        r"\d(?<![\w.,]\d)\d{0,2}(?:\.\d{3}){2,}(?![\w.,]*\d)",
        lambda match: match.group().replace(".", ""),
        ".",
    )
    # ".312"
    yield Rule(
        r"\.(?<![\w.$£€].)(?P<digits>\d+)(?![\w.]*\d)",
        lambda match: "point " + " ".join(match["digits"]),
        ".",
    )
    # "4-2-1": games won, lost and drawn
    yield Rule(
        r"\d(?<![\w.,/–-]\d)\d?(?:[-–]\d{1,2}){2,}(?![\w/–-])",
        lambda match: " ".join(re.findall(r"\d+", match.group())),
        "-–",
    )
    # "a 50-50 chance"
    yield Rule(
        r"(?P<half>\d\d)(?<![\w.,:/–-]\d\d)[-–](?P=half)(?![\w/–-]|[.,]\d)",
        lambda match: f"{match['half']} {match['half']}",
        "-–",
    )
    # "Boeing 737-800"
    yield Rule(
        r"7(?<=Boeing 7)(?P<rest>[0-8]7)(?:-(?P<kind>\d+))?(?!\w)",
        lambda match: f"7 {match['rest']}" + (f" {match['kind']}" if match["kind"] else ""),
        "7",
    )


def _fractions() -> Iterator[Rule]:
    # "3 1/2", "3/4"
    yield Rule(
        r"(?P<whole>\d(?<![\w.,/]\d)\d*)(?:[ \u00a0](?P<half>\d/\d)|/\d)(?![\w/]|[.,]\d)",
        _fraction,
        "/",
    )
    # "9/11", "24/7", "50/50"
    yield Rule(
        r"(?P<first>\d(?<![\w/.,]\d)\d?)/(?P<last>\d\d?)(?![\w/]|[.,]\d)",
        lambda match: " ".join(match.groups()) if match.group() in _SAID_BARE else None,
        "/",
    )
    # "2026/27"
    yield Rule(
        r"(?P<first>(?:19|20)\d\d)(?<![\w/.,]\d{4})/(?P<last>\d\d|20\d\d)(?![\w/]|[.,]\d)",
        lambda match: f"{match['first']} to {match['last']}",
        "/",
    )


def _fraction(match: re.Match[str]) -> str | None:
    half = match["half"]
    said = _FRACTIONS.get(half or match.group())
    return f"{match['whole']} and {said}" if said and half else said


def _signs() -> Iterator[Rule]:
    yield Rule(
        r"(?P<first>\d(?<![\w.,]\d)\d?)[x×](?P<last>\d+)(?P<meters>m?)(?!\w)",
        lambda match: f"{match['first']} by {match['last']}{' meters' if match['meters'] else ''}",
        "x×",
    )
    yield Rule(
        r"(?P<number>\d(?<![\w.,]\d)\d*(?:\.\d+)?)x(?!\w)",
        lambda match: f"{match['number']} times",
        "x",
    )
    yield Rule(r"x(?<!\w.)(?=(?:[1-9]|[1-9]0|100)(?![\w-]))", lambda _match: "times ", "x")
    yield Rule(r"~(?<![\w~/].) ?(?=[$€£]?\d)", lambda _match: "about ", "~")
    yield Rule(r"<(?<!\w<)(?![-=]) ?(?=[$€£]?\d)", lambda _match: "less than ", "<")
    yield Rule(r">(?<![-=>\w].)(?!=) ?(?=[$€£]?\d)", lambda _match: "more than ", ">")
    yield Rule(r"#(?<![\w&]#)(?=\d{1,3}\b)", lambda _match: "number ", "#")
    yield Rule(r"\*(?<=[ (][1-5]\*)(?= ?[a-z])", lambda _match: " star", "*")
