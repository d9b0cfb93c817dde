"""Days, months and years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tidings.speech.normalise.rule import DIGITS, Rule, any_of, begins_a_word, compiled

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_SHORT = {month[:3]: month for month in _MONTHS if month != "May"} | {"Sept": "September"}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_DAYS = {
    **{day[:3]: day for day in _DAYS},
    "Tues": "Tuesday",
    "Weds": "Wednesday",
    "Thur": "Thursday",
    "Thurs": "Thursday",
}
_ALL_DAYS = _SHORT_DAYS | {day: day for day in _DAYS}
_ALL_MONTHS = _SHORT | {month: month for month in _MONTHS}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TENS = (
    *("hundreds", "tens", "twenties", "thirties", "forties", "fifties", "sixties"),
    *("seventies", "eighties", "nineties"),
)
_CENTURIES = (
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)
_DAYS_BEFORE = r"\d[-–]\d{1,2}[ \u00a0]\Z"
_DAY_FIRST = frozenset(("gb", "uk", "ie", "au", "nz", "za", "in", "ke", "ng", "sg", "mt"))
_MONTH_FIRST = frozenset(("us", "ph"))
_BEFORE_TENS = ("early", "late", "mid", "the", "his", "her", "their", "my")
_BEFORE_A_DAY = (
    *("on", "since", "until", "till", "by", "from", "before", "after", "through", "of"),
    *(f"{day}," for day in _DAYS),
    *_DAYS,
)


def day_rules(tag: str) -> Iterator[Rule]:
    """Return the rules for dates.

    Which of two numbers is the day is told by the numbers, or else by the country of the
    language's tag; where neither tells, the date stays as it is written.
    """
    region = tag.rpartition("-")[2]
    months, short = any_of(_ALL_MONTHS), any_of(_SHORT)
    days = any_of(_SHORT_DAYS)
    year = r"(?P<year>[12]\d{3})"
    british = region in _DAY_FIRST
    # Each is looked for on its own: Python looks behind for one length at a time.
    in_the = "|".join(rf"(?<={word}.\d\d)" for word in _BEFORE_TENS)
    yield Rule(
        rf"{year}-(?<![\w.-]\d{{4}}-)(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])",
        lambda match: _whole(match["day"], match["month"], match["year"], british=british),
        DIGITS,
    )
    yield Rule(
        r"(?P<first>\d(?<![\w./]\d)\d?)(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)"
        rf"{year}(?![\w/]|\.\d)",
        lambda match: _numeric(match, region),
        DIGITS,
    )
    # "Tues., Nov. 24": a short day before a date or a time
    yield Rule(
        rf"(?P<day>{days})\.?(?=,? (?:(?:\d\d? )?(?:{months})\b|\d\d?(?:[:.]\d\d| ?[ap]\.?m)))",
        lambda match: _SHORT_DAYS[match["day"]] if begins_a_word(match) else None,
        DIGITS,
    )
    yield Rule(
        rf"(?P<first>{any_of(_ALL_DAYS)})\.?[-–](?P<last>(?:{any_of(_ALL_DAYS)})\b)\.?",
        lambda match: _span(match, _ALL_DAYS),
        "-–",
    )
    yield Rule(
        rf"(?P<first>{months})\.?[-–](?P<last>(?:{months})\b)\.?",
        lambda match: _span(match, _ALL_MONTHS),
        "-–",
    )
    yield Rule(
        rf"(?P<month>{short})(?:\.[ \u00a0]?|[ \u00a0])(?P<day>\d{{1,2}})"
        r"(?:st|nd|rd|th)?(?![\w:/]|[-–,.]\d)",
        _american,
        DIGITS,
    )
    yield Rule(
        rf"(?P<month>{any_of(_MONTHS)})[ \u00a0](?P<day>\d{{1,2}})(?![\w:/]|[-–,.]\d)",
        _day_of_long_month,
        DIGITS,
    )
    yield Rule(
        rf"(?P<day>\d(?<![\w.,:/–-]\d)\d?)(?:st|nd|rd|th)?[ \u00a0]"
        rf"(?P<month>(?:{short})\b\.?|(?:{any_of(_MONTHS)})\b)",
        _british_day,
        DIGITS,
    )
    yield Rule(
        rf"(?P<month>{short})\.?(?= [12]\d{{3}}\b| \d{{1,2}}[-–])",
        lambda match: _SHORT[match["month"]] if begins_a_word(match) else None,
        DIGITS,
    )
    # "24-26 Nov.", "Nov. 24-Dec. 1"
    yield Rule(
        rf"(?P<month>{short})\b\.?",
        lambda match: _SHORT[match["month"]] if _is_after_days(match) else None,
        "-–",
    )
    yield Rule(rf"[-–](?<=\d.)(?=(?:{months})\b)", lambda _match: " to ", "-–")
    yield Rule(r"(?P<century>1[1-9]|20)(?<!\w\w\w)(?P<tens>\d)0['’]?s\b", _decade, "s")
    yield Rule(
        r"['’](?<!\w.)(?P<tens>[2-9])0['’]?s\b", lambda match: _TENS[int(match["tens"])], "s"
    )
    # "in his 20s", "the mid-90s"
    yield Rule(
        rf"(?P<tens>[2-9])0(?:{in_the})s\b",
        lambda match: _TENS[int(match["tens"])],
        "s",
    )


def ordinal(number: int) -> str:
    """Return a number with the ending that makes eSpeak read it as an ordinal."""
    return f"{number}{'th' if 10 < number % 100 < 14 else _ENDINGS.get(number % 10, 'th')}"


def _is_day(number: int) -> bool:
    return 0 < number < 32


def _is_after_days(match: re.Match[str]) -> bool:
    before = match.string[max(match.start() - 6, 0) : match.start()]
    return compiled(_DAYS_BEFORE).search(before) is not None


def _span(match: re.Match[str], names: Mapping[str, str]) -> str | None:
    said = f"{names[match['first']]} to {names[match['last']]}"
    return said if begins_a_word(match) else None


def _american(match: re.Match[str]) -> str | None:
    day = int(match["day"])
    if not (_is_day(day) and begins_a_word(match)):
        return None
    return f"{_ALL_MONTHS[match['month']]} {ordinal(day)}"


def _day_of_long_month(match: re.Match[str]) -> str | None:
    """Tell the day of "on May 5", but not of "in May 5 people"."""
    before = match.string[max(match.start() - 12, 0) : match.start()].rstrip()
    after = match.string[match.end() : match.end() + 2]
    is_sure = before.lower().endswith(tuple(word.lower() for word in _BEFORE_A_DAY))
    return _american(match) if is_sure or after[:1] in ("", *",;.)") else None


def _british_day(match: re.Match[str]) -> str | None:
    day, month = int(match["day"]), _ALL_MONTHS[match["month"].rstrip(".")]
    if not _is_day(day):
        return None
    before = match.string[max(match.start() - 5, 0) : match.start()].lower()
    if before.endswith((" to ", " and ", " or ")):
        return f"{ordinal(day)} of {month}"
    article = "" if before.endswith("the ") else "the "
    return f"{article}{ordinal(day)} of {month}"


def _numeric(match: re.Match[str], region: str) -> str | None:
    first, second = int(match["first"]), int(match["second"])
    is_german = match["mark"] == "."
    if first == second or first > 12 or is_german or region in _DAY_FIRST:
        day, month = first, second
    elif second > 12 or region in _MONTH_FIRST:
        day, month = second, first
    else:
        return None
    return _whole(str(day), str(month), match["year"], british=region in _DAY_FIRST)


def _whole(day: str, month: str, year: str, *, british: bool) -> str | None:
    if not (_is_day(int(day)) and 0 < int(month) < 13):
        return None
    name, number = _MONTHS[int(month) - 1], ordinal(int(day))
    return f"the {number} of {name} {year}" if british else f"{name} {number}, {year}"


def _decade(match: re.Match[str]) -> str:
    century, tens = _CENTURIES[int(match["century"]) - 11], int(match["tens"])
    return f"{century} {_TENS[tens]}" if (century, tens) != ("twenty", 0) else "two thousands"
