"""What is counted in Spanish, whose numbers have a gender."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.rule import BLANK, DIGITS, Rule, compiled

_FEMININE = r".*(?:as?|ción|siones|ciones|dad|dades|tud|tudes|mujer|mujeres|vez|veces)\Z"
_MASCULINE = r"(?:día|mapa|problema|sistema|programa|tema|clima|idioma)s?\Z"
_NOT_COUNTED = frozenset(
    (
        *("para", "hasta", "contra", "hacia", "entre", "sobre", "desde", "ella", "ellas", "cada"),
        *("que", "por", "con", "del", "sin", "tras", "ante", "bajo", "según", "durante"),
        *("los", "las", "una", "unos", "unas", "sus", "nos", "les", "mis", "estos", "estas"),
        *("esos", "esas", "otros", "otras", "todos", "todas", "ambos", "ambas", "nuestros"),
        *("más", "menos", "muy", "también", "además", "después", "antes", "entonces", "como"),
        *("pero", "porque", "aunque", "cuando", "donde", "mientras", "pues", "este", "esta"),
        *("fue", "era", "son", "hay", "han", "está", "tiene", "dos", "tres", "seis", "mil"),
    )
)
_NUMBERED = frozenset(
    (
        *("el", "la", "del", "al", "día", "número", "núm.", "n.º", "nº", "fórmula", "grupo"),
        *("fase", "artículo", "capítulo", "página", "nivel", "tipo", "línea", "puerta", "sala"),
        *("canal", "jornada", "ronda", "etapa", "zona", "categoría", "clase", "grado", "ruta"),
    )
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


def count_rules() -> Iterator[Rule]:
    """Return the rules for numbers before a noun, halves, signs and phone numbers."""
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


def is_feminine(noun: str) -> bool:
    """Tell by its ending whether a noun is feminine."""
    return bool(compiled(_FEMININE).match(noun)) and not compiled(_MASCULINE).match(noun)


def _counted(match: re.Match[str]) -> str | None:
    """ "21 años" is "veintiún", "200 mujeres" is "doscientas"."""
    number, noun = int(match["number"]), match["noun"]
    hundreds, below = divmod(number, 100)
    ends_in_one = below % 10 == 1 and below != 11
    before = match.string[max(match.start() - 20, 0) : match.start()].split()
    is_numbered = bool(before) and before[-1].casefold() in _NUMBERED
    is_noun = len(noun) > 2 and noun not in _NOT_COUNTED and not is_numbered
    if not is_noun or (number > 1 and not noun.endswith("s")) or number > 999:
        return None
    feminine = is_feminine(noun)
    said = str(number)
    if ends_in_one and (number == 1 or hundreds == 0 or feminine):
        one = "una" if feminine else "ún" if below == 21 else "un"
        said = f"{_TENS.get(below // 10, '')}{one}"
    elif not (feminine and hundreds > 1):
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
    return f"{match['number']} {noun} y {'media' if is_feminine(noun) else 'medio'}"
