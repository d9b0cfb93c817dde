"""Days, centuries, leagues and years: the ordinal numbers of German, and its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.dates import date_rules
from tidings.speech.normalise.german.numbers import ordinal, year
from tidings.speech.normalise.roman import roman_value
from tidings.speech.normalise.rule import BLANK, Rule, any_of, compiled

_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August"),
    *("September", "Oktober", "November", "Dezember"),
)
_SHORT = {f"{month[:3]}.": month for month in _MONTHS if len(month) > 3} | {"Sept.": "September"}
_GENDERS = {
    # What may have a number with a full stop before it where no article tells that it is one.
    **dict.fromkeys((*_MONTHS, "Jänner", "Spieltag", "Weltkrieg", "Wahlgang", "Bezirk"), "m"),
    **dict.fromkeys(("Platz", "Rang", "Geburtstag", "Durchgang", "FC", "SC", "FSV"), "m"),
    **dict.fromkeys(("Liga", "Bundesliga", "Runde", "Auflage", "Minute", "Klasse", "Etappe"), "f"),
    **dict.fromkeys(("Staffel", "Halbzeit", "Hälfte", "Republik"), "f"),
    **dict.fromkeys(("Jahrhundert", "Quartal", "Jahrtausend", "Halbjahr", "Lebensjahr"), "n"),
}
_FEMININE = (
    r".*(?:ung|heit|keit|schaft|ion|tät|liga|meisterin|[^s]e)\Z|Armee\Z|Staffel\Z|Halbzeit\Z"
)
_LIKE_DER = frozenset(("der", "dieser", "jeder", "jener", "welcher"))
_LIKE_DIE = frozenset(
    (
        *("die", "das", "diese", "dieses", "jede", "jedes", "eine", "keine", "seine", "ihre"),
        *("unsere", "meine"),
    )
)
_LIKE_EIN = frozenset(("ein", "kein", "sein", "ihr", "unser", "mein"))
_NEUTER = frozenset(
    ("Tor", "Mal", "Spiel", "Jahr", "Kind", "Buch", "Album", "Opfer", "Treffen", "Rennen")
)
_PREPOSITIONS = frozenset(("bis", "ab", "seit", "vor", "nach", "zwischen"))
_ARTICLES = frozenset(
    (
        *("am", "im", "vom", "zum", "beim", "zur", "ans", "ins", "dem", "den", "des", "einem"),
        *("einen", "einer", "eines", "diesem", "diesen", "jedem", "jeden", "seinem", "seinen"),
        *("seiner", "ihrem", "ihren", "ihrer", "unserem", "unseren", "unserer", "keinen"),
    )
)
_WITH_DATIVE = frozenset(
    ("in", "aus", "mit", "von", "nach", "zu", "bei", "seit", "an", "auf", "vor", "ab", "unter")
)
_STRONG = {"m": "er", "f": "e", "n": "es"}
_BEGINNINGS = frozenset(
    # After a full stop, these begin a sentence; there is no third Der.
    (
        *("Der", "Die", "Das", "Er", "Sie", "Es", "Ein", "Eine", "In", "Im", "Am", "Auf", "Aus"),
        *("Und", "Aber", "Doch", "Wir", "Ich", "Zu", "Mit", "Für", "Von", "Bei", "Nach", "Auch"),
        *("Dort", "Dabei", "Diese", "Dieser", "Damit", "Als", "Wenn", "Was", "Wer", "Wie", "So"),
        *("Zuvor", "Zudem", "Danach", "Dann", "Nun", "Jetzt", "Seit", "Um", "Bis", "Wo", "Den"),
    )
)
_LISTED = r"(?:\d{1,2}\.(?:[/–-]|, | und | oder ))+\Z"


def ordinal_rules() -> Iterator[Rule]:
    """Return the rules for dates, and for numbers with a full stop before a noun."""
    yield from date_rules(_date, ".")
    yield Rule(r"(?P<day>\d(?<![\w.]\d)\d?)\.(?P<month>\d\d?)\.(?!\d)", _day_and_month, ".")
    named = any_of([*_GENDERS, *_SHORT])
    yield Rule(
        r"(?P<number>\d(?<![\w.,]\d)\d?)\."
        rf"(?P<or>/)?(?=(?:[–-]?|{BLANK}(?:bis|und|oder){BLANK})\d{{1,2}}\.{BLANK}(?P<noun>{named}))",
        _first_of_two,
        ".",
    )
    yield Rule(
        r"(?P<number>\d(?<![\w.,:]\d)\d{0,2}|[IVXL](?<!\w.)[IVXL]*)\."
        rf"{BLANK}(?P<noun>(?:{any_of(_SHORT)})|[^\W\d_]+)",
        _numbered,
        ".",
    )


def _date(match: re.Match[str], day: int, month: int, said_year: int) -> str:
    said = ordinal(day, _ending(_before(match), "m"))
    return f"{said} {_MONTHS[month - 1]} {year(said_year)}"


def _day_and_month(match: re.Match[str]) -> str | None:
    day, month, before = int(match["day"]), int(match["month"]), _before(match)
    is_date = before[-1] in _ARTICLES or before[-1] in _PREPOSITIONS
    if not is_date or not (0 < day < 32 and 0 < month < 13):
        return None
    return f"{ordinal(day, _ending(before, 'm'))} {_MONTHS[month - 1]}"


def _first_of_two(match: re.Match[str]) -> str | None:
    if not int(match["number"]):
        return None
    gender = _GENDERS.get(match["noun"], "m")
    said = ordinal(int(match["number"]), _ending(_before(match), gender))
    return f"{said} und " if match["or"] else said


def _numbered(match: re.Match[str]) -> str | None:
    written, noun, before = match["number"], match["noun"], _before(match)
    number = int(written) if written.isdigit() else roman_value(written)
    last = before[-1]
    has_article = any(last in words for words in (_ARTICLES, _LIKE_DER, _LIKE_DIE, _LIKE_EIN))
    known = "m" if noun in _SHORT else _GENDERS.get(noun.removesuffix("s"), _GENDERS.get(noun))
    if not number or noun in _BEGINNINGS or not (known or has_article):
        return None
    ending = _ending(before, known or _gender(noun))
    if last == "die" and noun.endswith("en"):
        ending = "en"  # "die 20. Olympischen Spiele"
    return f"{ordinal(number, ending)} {_SHORT.get(noun, noun)}"


def _gender(noun: str) -> str:
    if noun in _NEUTER:
        return "n"
    return "f" if noun[0].isupper() and compiled(_FEMININE).match(noun) else "m"


def _before(match: re.Match[str]) -> list[str]:
    """The two words before a number and those it is listed with, in small letters."""
    before = match.string[max(match.start() - 50, 0) : match.start()]
    words = re.findall(r"[^\W\d_]+|[.!?;:,]", compiled(_LISTED).sub("", before).casefold())
    return ["", "", *words][-2:]


def _ending(before: list[str], gender: str) -> str:
    earlier, last = before
    if last in _ARTICLES or last in _PREPOSITIONS:
        return "en"
    if last in _LIKE_DER:
        # Of feminine things "der" is dative or genitive.
        return "en" if gender == "f" or earlier in _WITH_DATIVE else "e"
    return "e" if last in _LIKE_DIE else _STRONG[gender]
