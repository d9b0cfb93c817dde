"""Kings, queens and popes, and Roman numerals after other names, in German."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.german.numbers import ordinal
from tidings.speech.normalise.roman import roman_value
from tidings.speech.normalise.rule import Rule

_TITLES = frozenset(
    (
        *("König", "Königin", "Kaiser", "Kaiserin", "Papst", "Zar", "Zarin", "Prinz", "Herzog"),
        *("Sultan", "Patriarch", "Großherzog", "Fürst"),
    )
)
_KINGS = frozenset(
    (
        *("Abdullah", "Albert", "Alexander", "Alfons", "Benedikt", "Carl", "Carlos", "Christian"),
        *("Charles", "Clemens", "Eduard", "Ferdinand", "Felipe", "Franz", "Franziskus"),
        *("Frederik", "Friedrich", "Georg", "Gregor", "Gustaf", "Gustav", "Harald", "Heinrich"),
        *("Innozenz", "Iwan", "Jakob", "Johannes", "Josef", "Joseph", "Karl", "Konrad", "Leo"),
        *("Leopold", "Ludwig", "Maximilian", "Mohammed", "Napoleon", "Nikolaus", "Otto", "Paul"),
        *("Peter", "Philipp", "Pius", "Ramses", "Richard", "Rudolf", "Urban", "Wilhelm", "Willem"),
    )
)
_QUEENS = frozenset(
    (
        *("Anna", "Beatrix", "Christina", "Elisabeth", "Elizabeth", "Isabella", "Katharina"),
        *("Margarethe", "Margrethe", "Maria", "Victoria"),
    )
)
_WITH_DATIVE = frozenset(("von", "mit", "bei", "zu", "nach", "seit", "unter", "aus", "vor"))
_WITH_ACCUSATIVE = frozenset(("für", "gegen", "durch", "ohne", "um"))


def ruler_rules() -> Iterator[Rule]:
    """Return the rules for Roman numerals after names."""
    yield Rule(r"(?P<roman>[IVXL](?<=[^\W\d] .)[IVXL]*)\.(?!\w)", _ruler, ".")
    yield Rule(r"(?P<roman>[IVX](?<=[^\W\d] .)[IVX]+)(?![\w'’-])", _number, "IVX")


def _ruler(match: re.Match[str]) -> str | None:
    number = roman_value(match["roman"])
    before = match.string[max(match.start() - 60, 0) : match.start()]
    words = ["", "", *re.findall(r"[^\W\d_]+|[.!?;:,]", before)]
    name = words.pop()
    owned = name.removesuffix("s")
    if not number or not ({name, owned} & (_KINGS | _QUEENS)):
        return None
    while words[-1] in _KINGS or words[-1] in _QUEENS or words[-1] in _TITLES:
        words.pop()
    is_queen = name in _QUEENS or owned in _QUEENS
    is_owner = name not in _KINGS | _QUEENS
    before_all = words[-1].casefold()
    if is_owner:
        article, ending = ("der" if is_queen else "des"), "en"
    elif before_all in _WITH_DATIVE:
        article, ending = ("der" if is_queen else "dem"), "en"
    elif before_all in _WITH_ACCUSATIVE and not is_queen:
        article, ending = "den", "en"
    else:
        article, ending = ("die" if is_queen else "der"), "e"
    return f"{article} {ordinal(number, ending).capitalize()}"


def _number(match: re.Match[str]) -> str | None:
    return str(roman_value(match["roman"]) or "") or None
