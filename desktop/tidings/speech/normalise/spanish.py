"""What is said otherwise than it is written in Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.dates import date_rules
from tidings.speech.normalise.initials import initials_rule
from tidings.speech.normalise.roman import roman_value
from tidings.speech.normalise.rule import BLANK, DIGITS, Rule, any_of, begins_a_word, compiled
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
_FEMININE = r".*(?:as?|ción|siones|ciones|dad|dades|tud|tudes|mujer|mujeres|vez|veces)\Z"
_MASCULINE = r"(?:día|mapa|problema|sistema|programa|tema|clima|idioma)s?\Z"
_NOT_COUNTED = frozenset(
    ["para", "hasta", "contra", "hacia", "entre", "sobre", "desde", "ella", "ellas", "cada"]
)
_HUNDREDS = {
    2: "doscientas",
    3: "trescientas",
    4: "cuatrocientas",
    5: "quinientas",
    6: "seiscientas",
    7: "setecientas",
    8: "ochocientas",
    9: "novecientas",
}
_TENS = {
    2: "veinti",
    3: "treinta y ",
    4: "cuarenta y ",
    5: "cincuenta y ",
    6: "sesenta y ",
    7: "setenta y ",
    8: "ochenta y ",
    9: "noventa y ",
}
_FRACTIONS = {
    "1/2": "un medio",
    "1/3": "un tercio",
    "2/3": "dos tercios",
    "1/4": "un cuarto",
    "3/4": "tres cuartos",
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
    if _is_feminine(noun.casefold()):
        return said[:-1] + "a"
    return said[:-1] if number in (1, 3) else said


def _century(match: re.Match[str]) -> str | None:
    number = roman_value(match["number"])
    return str(number) if number else None


def _is_feminine(noun: str) -> bool:
    return bool(compiled(_FEMININE).match(noun)) and not compiled(_MASCULINE).match(noun)


def _counted(match: re.Match[str]) -> str | None:
    """ "21 años" is "veintiún", "200 mujeres" is "doscientas"."""
    number, noun = int(match["number"]), match["noun"]
    hundreds, below = divmod(number, 100)
    ends_in_one = below % 10 == 1 and below != 11
    is_noun = len(noun) > 2 and noun not in _NOT_COUNTED
    if not is_noun or (number > 1 and not noun.endswith("s")) or number > 999:
        return None
    is_feminine = _is_feminine(noun)
    said = str(number)
    if ends_in_one and (number == 1 or hundreds == 0 or is_feminine):
        one = "una" if is_feminine else "ún" if below == 21 else "un"
        said = f"{_TENS.get(below // 10, '')}{one}"
    elif not (is_feminine and hundreds > 1):
        return None
    elif below:
        said = str(below)
    if hundreds == 1:
        return f"ciento {said}"
    if hundreds:
        return f"{_HUNDREDS[hundreds]} {said}" if below else _HUNDREDS[hundreds]
    return said


def _phone(match: re.Match[str]) -> str | None:
    before = match.string[max(match.start() - 30, 0) : match.start()].casefold()
    is_phone = "tel" in before or "móvil" in before or "llama" in before
    return f"{match['first']}, {match['second']}, {match['third']}" if is_phone else None


def _half(match: re.Match[str]) -> str:
    noun = match["noun"]
    if not noun:
        return f"{match['number']} y medio"
    return f"{match['number']} {noun} y {'media' if _is_feminine(noun) else 'medio'}"


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
    yield Rule(
        r"(?P<first>[679]\d\d(?<!\w...)) (?P<second>\d{3}) (?P<third>\d{3})(?! ?\d)",
        _phone,
        " ",
    )
    yield Rule(r"[-−](?<![\w.,)–-].)(?=\d)", lambda _match: "menos ", "-−")
    yield Rule(r"±(?=\d)", lambda _match: "más menos ", "±")
    yield Rule(
        rf"(?P<number>\d(?<![\w.,:/–-]\d)\d{{0,2}})(?={BLANK}(?P<noun>[a-záéíóúñ]+))",
        _counted,
        DIGITS,
    )
    yield Rule(
        rf"(?P<number>\d(?<![\w.,]\d)\d*)(?:{BLANK}?½|{BLANK}1/2(?![\w/]))"
        rf"(?:{BLANK}(?P<noun>[a-záéíóúñ]{{3,}}))?",
        _half,
        "½/",
    )
    yield Rule(
        r"\d(?<![\w.,/]\d)/\d(?![\w/]|[.,]\d)", lambda match: _FRACTIONS.get(match.group()), "/"
    )
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
    one=lambda noun: "una" if _is_feminine(noun.partition(" ")[0]) else "un",
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
