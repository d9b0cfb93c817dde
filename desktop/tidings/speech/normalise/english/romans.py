"""Roman numerals after names and after what is numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.roman import roman_value
from tidings.speech.normalise.rule import Rule, any_of, begins_a_word

_UNITS = (
    *("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth"),
)
_RULERS = frozenset(
    (
        *("Abdullah", "Albert", "Alexander", "Alfonso", "Benedict", "Carl", "Catherine"),
        *("Charles", "Christian", "Clement", "Constantine", "Edward", "Elizabeth", "Felipe"),
        *("Ferdinand", "Francis", "Frederick", "George", "Gregory", "Haakon", "Harald"),
        *("Henry", "Innocent", "Ivan", "James", "John", "Juan", "Leo", "Leopold", "Louis"),
        *("Margrethe", "Mary", "Mohammed", "Napoleon", "Nicholas", "Otto", "Paul", "Pedro"),
        *("Peter", "Philip", "Pius", "Ramses", "Richard", "Rudolf", "Urban", "Wilhelm"),
        *("William", "Willem"),
    )
)
_TITLES = ("King", "Queen", "Pope", "Tsar", "Emperor", "Empress", "Prince", "Sultan", "Kaiser")
_NUMBERED = (
    *("War", "Part", "Act", "Article", "Chapter", "Phase", "Type", "Title", "Class", "Volume"),
    *("Book", "Section", "Stage", "Level", "Grade", "Category", "Schedule", "Group", "Division"),
)
_SHORT_NUMBERED = {"Vol.": "volume", "Ch.": "chapter", "Art.": "article", "Pt.": "part"}
_ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"


def roman_rules() -> Iterator[Rule]:
    """Return the rules for Roman numerals.

    A single "I" after a name may be the one who speaks: it is a number only after a title
    ("King Charles I") and after what is numbered ("World War I").
    """
    yield Rule(
        rf"(?P<title>{any_of(_TITLES)}) (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?) "
        rf"(?P<roman>{_ROMAN})(?!\w|['’][a-rt-z])",
        _crowned,
        "IVX",
    )
    yield Rule(
        rf"(?P<name>{any_of(_NUMBERED)}) (?P<roman>{_ROMAN})(?!\w|['’]|\.\w)",
        _numbered,
        "IVX",
    )
    yield Rule(
        rf"(?P<name>{any_of(_SHORT_NUMBERED)}) (?P<roman>{_ROMAN})(?!\w|['’]|\.\w)",
        _numbered,
        "IVX",
    )
    # "Henry V", but not "Henry V. Kay"
    yield Rule(
        rf"(?P<name>{any_of(_RULERS)}) (?P<roman>[VX])(?!\w|['’][a-rt-z]|\.[ \u00a0]?[A-Z])",
        lambda match: _after_a_name(match) if begins_a_word(match) else None,
        "VX",
    )
    yield Rule(
        r"WW(?<!\w\w\w)(?P<number>II?|1|2)(?!\w)",
        lambda match: f"World War {'2' if match['number'] in ('II', '2') else '1'}",
        "W",
    )
    yield Rule(r"(?P<name>Super Bowl|WrestleMania) (?P<roman>[IVXL]+)(?!\w)", _numbered, "IVXL")
    yield Rule(
        rf"(?P<name>[A-Z](?<!\w[A-Z])[a-z]+) (?P<roman>(?=[IVX]{{2}}){_ROMAN})(?!\w|['’][a-rt-z])",
        lambda match: None if _may_be_a_drip(match) else _after_a_name(match),
        "IVX",
    )
    yield Rule(
        rf"(?P<roman>(?=[IVX]{{2}}){_ROMAN})(?= century\b| Century\b)",
        lambda match: _ordinal(roman_value(match["roman"])) if begins_a_word(match) else None,
        "IVX",
    )


def _after_a_name(match: re.Match[str]) -> str:
    name, number = match["name"], roman_value(match["roman"])
    return f"{name} the {_ordinal(number)}" if name in _RULERS else f"{name} {number}"


def _may_be_a_drip(match: re.Match[str]) -> bool:
    """ "The IV line": two letters where no ruler is named and a small letter follows."""
    after = match.string[match.end() : match.end() + 2]
    return match["roman"] == "IV" and match["name"] not in _RULERS and after[1:].islower()


def _crowned(match: re.Match[str]) -> str | None:
    number = roman_value(match["roman"])
    return f"{match['title']} {match['name']} the {_ordinal(number)}" if number else None


def _numbered(match: re.Match[str]) -> str | None:
    number = roman_value(match["roman"])
    name = _SHORT_NUMBERED.get(match["name"], match["name"])
    return f"{name} {number}" if number and begins_a_word(match) else None


def _ordinal(number: int) -> str:
    """Return the word for an ordinal below 40."""
    if number < 20:
        return _UNITS[number]
    tens, unit = divmod(number, 10)
    if not unit:
        return ("twentieth", "thirtieth")[tens - 2]
    return f"{('twenty', 'thirty')[tens - 2]}-{_UNITS[unit]}"
