"""Heights, temperatures, durations, gases: measures that are more than a number and a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.rule import DIGITS, Rule, any_of, compiled

_WARMTH = r"(?<![\w.,/])(\d{1,3})(?:\.\d)?\Z"
_PLACE = (
    r"\b(?:[Ss]eat|[Rr]ow|[Gg]ate|[Ff]lat|[Rr]oom|[Cc]lass|[Yy]ear|[Uu]nit|[Aa]partment"
    r"|[Ss]ection|[Tt]erminal|iPhone|Pixel|Formula)[ \u00a0][\d.]+\Z"
)
_COUNTED = (
    *("people", "users", "viewers", "homes", "households", "jobs", "followers", "views"),
    *("copies", "children", "voters", "votes", "barrels", "workers", "customers", "visitors"),
    *("passengers", "vehicles", "cars", "doses", "subscribers", "members", "patients"),
    *("pupils", "students", "residents", "refugees", "shares", "hectares", "acres", "tonnes"),
    *("tons", "years", "adults", "women", "men", "items", "downloads", "tickets", "pounds"),
)
_LONG = (
    *("tall", "high", "deep", "long", "wide", "away", "final", "sprint", "race", "hurdles"),
    *("steeplechase", "medley", "relay", "freestyle", "butterfly", "backstroke"),
    *("breaststroke", "record", "runner"),
)


def measure_rules() -> Iterator[Rule]:
    """Return the rules for measures that are more than a number and a unit."""
    # "6ft 2in", "5'10\""
    yield Rule(
        r"(?P<feet>\d(?<![\w.,]\d)\d?)(?: ?ft\.? ?|['’′] ?)(?P<inches>\d\d?)(?: ?ins?\b\.?|[\"”″])",
        _height,
        DIGITS,
    )
    # "30C" is the weather
    yield Rule(r"[CF](?<=\d.)(?![\w/&+]|-\d)", _degrees, "CF")
    # "2h 30m"
    yield Rule(
        r"(?P<hours>\d(?<![\w.,]\d)\d?)h ?(?P<minutes>\d\d?)m(?!\w)",
        lambda match: f"{_many(match['hours'], 'hour')} {_many(match['minutes'], 'minute')}",
        "h",
    )
    # "0.3pp"
    yield Rule(
        r"(?P<number>\d(?<![\w.,]\d)[\d.]*)(?:pp|(?<=\.\d) pp)(?![\w.])",
        lambda match: _many(match["number"], "percentage point"),
        "p",
    )
    yield Rule(r"pc(?<=\dpc)(?!\w)", lambda _match: " percent", "p")
    # "m" is a million of what can be counted, and a meter of what has a length
    yield Rule(
        rf"m(?<=\dm)(?= (?:more |new )?(?:{any_of(_COUNTED)})\b)", lambda _match: " million", "m"
    )
    yield Rule(rf"m(?<=\dm)(?=[ -](?:{any_of(_LONG)})\b)", lambda _match: " meters", "m")
    yield from _gases()


def _gases() -> Iterator[Rule]:
    yield Rule(
        r"C[O0][2₂](?<!\w...)(?P<more>e?)(?!\w)", lambda match: f"C O 2{match['more']}", "2₂"
    )
    yield Rule(r"(?<!\w)(?P<gas>[NS]O|CH|H|N)(?P<count>[₂₄])(?P<rest>O?)", _gas, "₂₄")
    yield Rule(r"NO2(?<!\w\w\w\w)(?!\w)", lambda _match: "N O 2", "2")


def _gas(match: re.Match[str]) -> str:
    count = {"₂": "2", "₄": "4"}[match["count"]]
    return " ".join((*match["gas"], count, *match["rest"]))


def _height(match: re.Match[str]) -> str:
    feet, inches = match["feet"], match["inches"]
    first = f"{feet} {'foot' if feet == '1' else 'feet'}"
    return f"{first} {inches} {'inch' if inches == '1' else 'inches'}"


def _many(count: str, name: str) -> str:
    return f"{count} {name}" if count == "1" else f"{count} {name}s"


def _degrees(match: re.Match[str]) -> str | None:
    number = compiled(_WARMTH).search(match.string[max(match.start() - 6, 0) : match.start()])
    if number is None or (match.group() == "C" and len(number[1]) > 2):
        return None
    before = match.string[max(match.start() - 16, 0) : match.start()]
    if compiled(_PLACE).search(before):
        return None
    name = "Celsius" if match.group() == "C" else "Fahrenheit"
    return f" {'degree' if number.group() == '1' else 'degrees'} {name}"
