"""What is said otherwise than it is written in English alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.rule import DIGITS, Rule
from tidings.speech.normalise.tongue import Tongue

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_SHORT = {month[:3]: month for month in _MONTHS} | {"Sept": "September"}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TENS = (
    *("hundreds", "tens", "twenties", "thirties", "forties", "fifties", "sixties"),
    *("seventies", "eighties", "nineties"),
)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second"),
    *("twenty-third", "twenty-fourth"),
)
_RULERS = frozenset(
    (
        *("Abdullah", "Albert", "Alexander", "Alfonso", "Benedict", "Carl", "Catherine"),
        *("Charles", "Christian", "Clement", "Edward", "Elizabeth", "Felipe"),
        *("Ferdinand", "Francis", "Frederick", "George", "Gregory", "Haakon", "Harald"),
        *("Henry", "Innocent", "Ivan", "James", "John", "Leo", "Leopold", "Louis"),
        *("Margrethe", "Mary", "Mohammed", "Napoleon", "Nicholas", "Otto", "Paul"),
        *("Pedro", "Peter", "Philip", "Pius", "Ramses", "Richard", "Rudolf", "Urban"),
        *("Wilhelm", "William"),
    )
)


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 14 else _ENDINGS.get(day % 10, 'th')}"


def _day(match: re.Match[str]) -> str | None:
    day = int(match["day"])
    return f"{_SHORT[match['month']]} {_ordinal(day)}" if 0 < day < 32 else None


def _whole_date(match: re.Match[str]) -> str | None:
    month, day = int(match["month"]), int(match["day"])
    if not (0 < month < 13 and 0 < day < 32):
        return None
    return f"{_MONTHS[month - 1]} {_ordinal(day)}, {match['year']}"


def _clock(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), match["minute"]
    if hour > 23 or int(minute) > 59:
        return None
    if match["half"]:
        half = match["half"][0].upper() + "M"
        return f"{hour} {half}" if minute == "00" else f"{hour} {_minute(minute)} {half}"
    return f"{hour} hundred" if minute == "00" and hour > 12 else f"{hour} {_minute(minute)}"


def _minute(minute: str) -> str:
    if minute == "00":
        return "o'clock"
    return f"oh {minute[1]}" if minute[0] == "0" else minute


def _digits(match: re.Match[str]) -> str:
    groups = re.findall(r"\d+", match.group())
    plus = "plus " if match.group().startswith("+") else ""
    return plus + ", ".join(" ".join(group) for group in groups)


def _decade(match: re.Match[str]) -> str | None:
    century = {"18": "eighteen", "19": "nineteen", "20": "twenty"}[match["century"]]
    tens = int(match["tens"])
    return f"{century} {_TENS[tens]}" if (century, tens) != ("twenty", 0) else "two thousands"


def _roman(match: re.Match[str]) -> str | None:
    letters = match["roman"]
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in letters]
    number = sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    if match["name"] in _RULERS and number <= len(_ORDINALS):
        # "I" after a name may be the one who speaks.
        return f"{match['name']} the {_ORDINALS[number - 1]}" if len(letters) > 1 else None
    return f"{match['name']} {number}" if len(letters) > 1 else None


def _mixed(match: re.Match[str]) -> str | None:
    names = {"1/2": "a half", "1/4": "a quarter", "3/4": "three quarters", "1/3": "a third"}
    said = names.get(match[2])
    return f"{match[1]} and {said}" if said else None


def english_rules(_tag: str) -> Iterator[Rule]:
    """Return the rules of English alone."""
    yield Rule(
        r"\b(?P<month>Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\. "
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b",
        _day,
        DIGITS,
    )
    yield Rule(
        r"(?<![\w.-])(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])",
        _whole_date,
        DIGITS,
    )
    yield Rule(
        r"(?<![\w.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>[12]\d{3})(?!\w)",
        _whole_date,
        DIGITS,
    )
    yield Rule(
        r"(?<![\w/])(?P<month>\d{1,2})/"
        r"(?P<day>1[3-9]|2\d|3[01])/(?P<year>[12]\d{3})(?![\w/])",
        _whole_date,
        DIGITS,
    )
    yield Rule(
        r"(?<![\w:.])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?![\w:])"
        r"(?:[ \u00a0]?(?P<half>[ap]\.m\.|[ap]m\b|[AP]M\b))?",
        _clock,
        DIGITS,
    )
    yield Rule(r"(?<![\w-])(?:\+\d{1,3}[ -])?(?:\d{3}-)?\d{3}-\d{4}(?![\w-])", _digits, DIGITS)
    yield Rule(r"\b(?P<century>18|19|20)(?P<tens>\d)0s\b", _decade, DIGITS)
    yield Rule(r"['’](?P<tens>[2-9])0s\b", lambda match: _TENS[int(match["tens"])], DIGITS)
    yield Rule(
        r"\b(?P<name>[A-Z][a-z]+) "
        r"(?P<roman>(?=[IVX]{2,}(?![\w'’]))X{0,3}(?:IX|IV|V?I{0,3})(?![\w'’]))",
        _roman,
        "IVX",
    )
    yield Rule(r"(?<![\w.,/])(\d+) (\d/\d)(?![\w/])", _mixed, "/")
    yield Rule(
        r"(?<![\w.,])\d{1,3}(?:\.\d{3}){2,}(?![\w.,]*\d)",
        lambda match: match.group().replace(".", ""),
        ".",
    )


ENGLISH = Tongue(
    link="link to",
    to="to",
    splits=True,
    scales={
        **dict.fromkeys(("mln", "mn", "m", "M", "million"), "million"),
        **dict.fromkeys(("bln", "bn", "b", "B", "billion"), "billion"),
        **dict.fromkeys(("tn", "trn", "trillion"), "trillion"),
        **dict.fromkeys(("k", "K", "thousand"), "thousand"),
    },
    money={
        "$": ("dollar", "dollars"),
        "€": ("euro", "euros"),
        "£": ("pound", "pounds"),
        "¥": ("yen", "yen"),
        "₽": ("ruble", "rubles"),
        "₴": ("hryvnia", "hryvnias"),
        "₸": ("tenge", "tenge"),
        "₹": ("rupee", "rupees"),
    },
    units={
        "km/h": ("kilometer per hour", "kilometers per hour"),
        "mph": ("mile per hour", "miles per hour"),
        "km²": ("square kilometer", "square kilometers"),
        "m²": ("square meter", "square meters"),
        "km": ("kilometer", "kilometers"),
        "cm": ("centimeter", "centimeters"),
        "mm": ("millimeter", "millimeters"),
        "kg": ("kilogram", "kilograms"),
        "°C": ("degree Celsius", "degrees Celsius"),
        "°F": ("degree Fahrenheit", "degrees Fahrenheit"),
    },
    short={
        "Mr.": "Mister",
        "Mrs.": "Missis",
        "Ms.": "Miz",
        "Dr.": "Doctor",
        "Gen.": "General",
        "Sen.": "Senator",
        "Rep.": "Representative",
        "Gov.": "Governor",
        "Lt.": "Lieutenant",
        "Col.": "Colonel",
        "Sgt.": "Sergeant",
        "Capt.": "Captain",
        "Prof.": "Professor",
        "Rev.": "Reverend",
        "St.": "Saint",
        "vs.": "versus",
    },
    before={"No.": "number", "№": "number", "pp.": "pages", "p.": "page"},
    halves={
        "½": "a half",
        "¼": "a quarter",
        "¾": "three quarters",
        "⅓": "a third",
        "⅔": "two thirds",
    },
    rules=english_rules,
)
