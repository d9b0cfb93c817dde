"""Times of the day, and the zones they are in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.rule import DIGITS, Rule, any_of, compiled

_SPELLED = ("CEST", "EEST", "EET", "IST", "AEST", "AEDT", "ACST", "AKST", "WEST", "WET")
"""Zones that eSpeak would read as words."""
_ZONES = {
    **dict.fromkeys(("ET", "EST", "EDT"), "Eastern time"),
    **dict.fromkeys(("CT", "CDT"), "Central time"),
    **dict.fromkeys(("MT", "MDT"), "Mountain time"),
    **dict.fromkeys(("PT", "PST", "PDT"), "Pacific time"),
    "MSK": "Moscow time",
    **{zone: ".".join(zone) for zone in _SPELLED},
}
_HALF = r"(?P<half>[ap]\.[ ]?m\.|[ap]m\b|[AP]M\b|[AP]\.M\.)"
_AFTER_A_TIME = (
    r"(?:(?<=\d[ap]m.)|(?<=\d[AP]M.)|(?<=\d[ \u00a0][ap]m.)|(?<=\d[ \u00a0][AP]M.)"
    r"|(?<=\d[apAP]\.[mM]\..)|(?<=\d[ \u00a0][apAP]\.[mM]\..)|(?<=[ap]\. m\..)"
    r"|(?<=:\d\d.)|(?<=\bnoon.)|(?<=\bmidnight.))"
)
_AT = r"\b(?:[Aa]t|[Uu]ntil|[Tt]ill|[Ss]ince)[ \u00a0]\Z"
_FROM = r"\b(?:[Ff]rom|[Bb]y)[ \u00a0]\Z"
_LEFT = r" (?:left|remaining|to (?:go|play)|into the)\b"
_VERSE = (
    r"\b(?:Acts|Chronicles|Corinthians|Daniel|Deuteronomy|Exodus|Ezekiel|Genesis|Hebrews|Isaiah"
    r"|Jeremiah|Job|John|Joshua|Judges|Kings|Leviticus|Luke|Mark|Matthew|Numbers|Proverbs"
    r"|Psalms?|Revelation|Romans|Samuel|Surah)[ \u00a0]\Z"
)


def time_rules() -> Iterator[Rule]:
    """Return the rules for times."""
    yield Rule(
        r"(?P<hour>\d(?<![\w:.]\d)\d?)"
        rf"(?::(?P<minute>\d\d)(?:[ \u00a0]?{_HALF}|(?![\w:]|\.\d))"
        rf"|\.(?P<minutes>\d\d)[ \u00a0]?{_HALF.replace('half', 'its_half')})",
        _clock,
        ":.",
    )
    yield Rule(
        r"(?P<hour>[01]\d|2[0-3])(?<![\w.,:]\d\d)(?P<minute>[0-5]\d)"
        r"(?=[ \u00a0]?(?:GMT|UTC|BST|CET|CEST|local time)\b)",
        lambda match: _by_day(int(match["hour"]), match["minute"]),
        DIGITS,
    )
    # "at 1700 hours", "0930 hrs"
    yield Rule(
        r"(?P<hour>[01]\d|2[0-3])(?<![\w.,:]\d\d)(?P<minute>[0-5]\d)[ \u00a0]?(?:hrs|hours)\b",
        _of_the_army,
        DIGITS,
    )
    # "9am-5pm", "5-6pm", "17:00-18:30"
    yield Rule(
        r"[-–](?<=[\dmM.].)(?=\d{1,2}(?:[:.]\d\d)?[ \u00a0]?(?:[ap]\.?m|[AP]M)\b"
        r"|\d\d:\d\d|noon\b|midnight\b)",
        lambda _match: " to ",
        "mM:",
    )
    yield Rule(
        rf"[ \u00a0](?=[A-Z]){_AFTER_A_TIME}(?P<zone>{any_of(_ZONES)})(?!\w)",
        lambda match: f" {_ZONES[match['zone']]}",
        "TK",
    )
    yield Rule(
        r"(?P<zone>UTC|GMT)(?P<sign>[-−–+])(?=\d)",
        lambda match: f"{match['zone']} {'plus' if match['sign'] == '+' else 'minus'} ",
        "C",
    )


def _clock(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), match["minute"] or match["minutes"]
    half = match["half"] or match["its_half"]
    if hour > 23 or int(minute) > 59:
        return None
    if half:
        letter = half[0].upper() + "M"
        return f"{hour} {letter}" if minute == "00" else f"{hour} {_minute(minute)} {letter}"
    if _is_of_a_match(match):
        return f"{hour} {_minute(minute)}" if minute != "00" else f"{hour} minutes"
    is_of_day = len(match["hour"]) == 2 and (hour > 12 or match["hour"][0] == "0")
    if is_of_day and not _is_verse(match):
        return _by_day(hour, minute)
    return f"{hour} {_minute(minute)}"


def _of_the_army(match: re.Match[str]) -> str | None:
    """ "by 1000 hours" may be a count: only what no count looks like is a time then."""
    before = match.string[max(match.start() - 7, 0) : match.start()]
    is_time = match["hour"][0] == "0" or (
        compiled(_AT if match["minute"] == "00" else rf"{_AT}|{_FROM}").search(before)
    )
    return _by_day(int(match["hour"]), match["minute"]) if is_time else None


def _is_of_a_match(match: re.Match[str]) -> bool:
    """Tell whether it is what a clock of a match shows: "13:45 left"."""
    return compiled(_LEFT).match(match.string, match.end()) is not None


def _is_verse(match: re.Match[str]) -> bool:
    """Tell whether it is a verse: "Mark 13:14"."""
    before = match.string[max(match.start() - 15, 0) : match.start()]
    return compiled(_VERSE).search(before) is not None


def _by_day(hour: int, minute: str) -> str:
    """Return what a newsreader says for a time on a clock of 24 hours."""
    if minute == "00" and hour % 12 == 0:
        return "noon" if hour else "midnight"
    twelve, half = hour % 12 or 12, "PM" if hour >= 12 else "AM"
    return f"{twelve} {half}" if minute == "00" else f"{twelve} {_minute(minute)} {half}"


def _minute(minute: str) -> str:
    if minute == "00":
        return "o'clock"
    return f"oh {minute[1]}" if minute[0] == "0" else minute
