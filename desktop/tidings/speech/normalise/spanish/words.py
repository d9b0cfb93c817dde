"""What is said otherwise than it is written in Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.dates import date_rules
from tidings.speech.normalise.initials import initials_rule
from tidings.speech.normalise.rule import BLANK, DIGITS, Rule, any_of, begins_a_word
from tidings.speech.normalise.spanish.counts import count_rules, is_feminine
from tidings.speech.normalise.spanish.numbered import numbered_rules
from tidings.speech.normalise.tongue import Tongue

_MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
    *("septiembre", "octubre", "noviembre", "diciembre"),
)
_SHORT_MONTHS = {
    "ene.": "enero",
    "feb.": "febrero",
    "abr.": "abril",
    "jun.": "junio",
    "jul.": "julio",
    "ago.": "agosto",
    "sept.": "septiembre",
    "oct.": "octubre",
    "nov.": "noviembre",
    "dic.": "diciembre",
}


def _date(_match: re.Match[str], day: int, month: int, year: int) -> str:
    return f"{day} de {_MONTHS[month - 1]} de {year}"


def _clock(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 24 or minute > 59:
        return None
    if minute:
        return f"{hour}:{match['minute']}"
    return f"{hour} {'hora' if hour == 1 else 'horas'}"


def _spanish_rules(_tag: str) -> Iterator[Rule]:
    yield initials_rule()
    yield Rule(
        rf"(?P<day>\d(?<!\w\d)\d?){BLANK}(?P<of>de{BLANK})?(?P<month>{any_of(_SHORT_MONTHS)})(?!\w)",
        lambda match: f"{match['day']} de {_SHORT_MONTHS[match['month']]}",
        DIGITS,
    )
    yield from date_rules(_date, "/.-")
    yield Rule(
        rf"(?P<hour>\d(?<![\w.,:]\d)\d?)(?:[.:](?P<minute>\d\d){BLANK}?h(?:oras)?\b|"
        rf":(?P<zero>00)(?![\w:]|[.,]\d))",
        lambda match: _clock(match) if match["minute"] else f"{int(match['hour'])} horas",
        ".:",
    )
    yield from numbered_rules()
    yield from count_rules()
    yield Rule(
        rf"D\.(?={BLANK}[A-ZÁÉÍÓÚ][a-záéíóúñ])",
        lambda match: "don" if begins_a_word(match) else None,
        "D",
    )
    yield Rule(
        rf"[cC]/{BLANK}?(?=[A-ZÁÉÍÓÚ][a-záéíóúñ])",
        lambda match: "calle " if begins_a_word(match) else None,
        "/",
    )


SPANISH = Tongue(
    link="enlace a",
    to="a",
    splits=True,
    one=lambda noun: "una" if is_feminine(noun.partition(" ")[0]) else "un",
    of=lambda money: f"de {money}",
    scales={
        **dict.fromkeys(("mill.", "M"), ("millón", "millones")),
        "millones": ("millón", "millones"),
    },
    money={
        "€": ("euro", "euros"),
        "$": ("dólar", "dólares"),
        "US$": ("dólar", "dólares"),
        "£": ("libra", "libras"),
        "¥": ("yen", "yenes"),
    },
    units={
        "km/h": ("kilómetro por hora", "kilómetros por hora"),
        "m/s": ("metro por segundo", "metros por segundo"),
        "km²": ("kilómetro cuadrado", "kilómetros cuadrados"),
        "m²": ("metro cuadrado", "metros cuadrados"),
        "km": ("kilómetro", "kilómetros"),
        "m": ("metro", "metros"),
        "cm": ("centímetro", "centímetros"),
        "mm": ("milímetro", "milímetros"),
        "kg": ("kilogramo", "kilogramos"),
        "t": ("tonelada", "toneladas"),
        "ha": ("hectárea", "hectáreas"),
        "h": ("hora", "horas"),
        "min": ("minuto", "minutos"),
        "kWh": ("kilovatio hora", "kilovatios hora"),
        "MW": ("megavatio", "megavatios"),
        "°C": ("grado Celsius", "grados Celsius"),
    },
    short={
        "Sr.": "señor",
        "Sra.": "señora",
        "Prof.": "profesor",
        "Gral.": "general",
        "Avda.": "avenida",
        **dict.fromkeys(("EE. UU.", "EE.UU.", "EE UU", "EEUU"), "Estados Unidos"),
        "JJ. OO.": "Juegos Olímpicos",
        "FF. AA.": "Fuerzas Armadas",
        "CC. OO.": "Comisiones Obreras",
        "RR. HH.": "recursos humanos",
        "p. ej.": "por ejemplo",
        "a. C.": "antes de Cristo",
        "d. C.": "después de Cristo",
        **dict.fromkeys(("a. m.", "a.m."), "de la mañana"),
        **dict.fromkeys(("p. m.", "p.m."), "de la tarde"),
        "UE": "U E",
        "ONG": "oenegé",
        "OMS": "O M S",
        "IA": "I A",
        "CET": "hora central europea",
        "CEST": "hora de verano central europea",
    },
    before={
        **dict.fromkeys(("n.º", "nº", "n°", "núm.", "№"), "número"),
        "pág.": "página",
        "págs.": "páginas",
        "art.": "artículo",
    },
    halves={"½": "medio", "¼": "un cuarto", "¾": "tres cuartos"},
    rules=_spanish_rules,
)
