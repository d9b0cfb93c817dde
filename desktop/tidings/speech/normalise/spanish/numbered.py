"""Rulers, centuries, congresses: what is numbered in Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.roman import roman_value
from tidings.speech.normalise.rule import Rule, any_of
from tidings.speech.normalise.spanish.counts import is_feminine

_ORDINALS = (
    *("", "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo"),
    *("octavo", "noveno", "décimo"),
)
_KINGS = (
    *("Alberto", "Alejandro", "Alfonso", "Benedicto", "Carlos", "Clemente", "Eduardo", "Enrique"),
    *("Felipe", "Fernando", "Francisco", "Federico", "Gregorio", "Gustavo", "Haakon", "Harald"),
    *("Inocencio", "Jaime", "Jacobo", "Jorge", "José", "Juan", "León", "Leopoldo", "Luis"),
    *("Mohamed", "Napoleón", "Nicolás", "Pablo", "Pedro", "Pío", "Ramsés", "Ricardo", "Urbano"),
)
_QUEENS = ("Ana", "Beatriz", "Catalina", "Cristina", "Isabel", "Juana", "María", "Margarita")


def numbered_rules() -> Iterator[Rule]:
    """Return the rules for Roman numerals and shortened ordinals."""
    yield Rule(
        rf"(?P<name>{any_of([*_KINGS, *_QUEENS])}) (?P<number>[IVXL]+)(?![\w'’])", _ruler, "IVXL"
    )
    yield Rule(
        r"(?P<number>[IVX](?<![\w.].)[IVX]*)(?= (?P<noun>[A-ZÁÉÍÓÚ][a-záéíóúñ]{3,}))",
        _congress,
        "IVX",
    )
    yield Rule(
        r"(?P<before>siglos?|capítulo|tomo|título|acto|fase|parte) (?P<number>[IVXL]+)(?!\w)",
        lambda match: f"{match['before']} {_century(match)}" if _century(match) else None,
        "IVX",
    )
    # The engine knows "1º" and "1ª", but not with a full stop between.
    yield Rule(r"(?<=\d)\.(?=[ºª](?!\w))", lambda _match: "", "ºª")
    yield Rule(
        r"(?P<number>[13](?<!\w[13]))\.?er(?!\w)",
        lambda match: "primer" if match["number"] == "1" else "tercer",
        "13",
    )


def _ruler(match: re.Match[str]) -> str | None:
    """Up to ten they are ordinal numbers: "Felipe sexto", "Alfonso trece"."""
    number = roman_value(match["number"])
    if not number:
        return None
    if number > 10:
        return f"{match['name']} {number}"
    said = _ORDINALS[number]
    is_queen = match["name"] in _QUEENS
    return f"{match['name']} {said[:-1] + 'a' if is_queen else said}"


def _congress(match: re.Match[str]) -> str | None:
    """ "VI Congreso", "II Guerra Mundial"."""
    number, noun = roman_value(match["number"]), match["noun"]
    if not 0 < number <= 10:
        return None
    said = _ORDINALS[number]
    if is_feminine(noun.casefold()):
        return said[:-1] + "a"
    return said[:-1] if number in (1, 3) else said


def _century(match: re.Match[str]) -> str | None:
    number = roman_value(match["number"])
    return str(number) if number else None
