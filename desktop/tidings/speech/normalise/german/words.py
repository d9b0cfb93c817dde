"""What is said otherwise than it is written in German."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.german.numbers import cardinal, year
from tidings.speech.normalise.german.ordinals import ordinal_rules
from tidings.speech.normalise.german.rulers import ruler_rules
from tidings.speech.normalise.initials import initials_rule
from tidings.speech.normalise.rule import BLANK, DIGITS, Rule, compiled
from tidings.speech.normalise.tongue import Tongue

_FRACTIONS = {
    "1/2": "ein halb",
    "1/3": "ein Drittel",
    "2/3": "zwei Drittel",
    "1/4": "ein Viertel",
    "3/4": "drei Viertel",
    "1/5": "ein Fünftel",
    "1/8": "ein Achtel",
}
_NUMBERED = frozenset(
    ("nummer", "platz", "seite", "gruppe", "tag", "teil", "artikel", "liga", "formel", "gleis")
)
_FEMININE = r".*(?:ung|heit|keit|schaft|ion|tät|[^s]e|erin|[Ff]rau|[Ss]tadt|[Nn]acht|partei)\Z"
_FEMININE_TOO = frozenset(
    (
        *("Person", "Mutter", "Tochter", "Schwester", "Hand", "Bank", "Zeit", "Arbeit", "Wahl"),
        *("Zahl", "Partei", "Bahn", "Fahrt", "Firma", "Klasse", "Reise", "Pause", "Phase", "Kraft"),
        *("Krise", "Adresse", "Art", "Tat", "Insel", "Regel", "Ärztin", "Polizistin", "Mark"),
    )
)
_NOT_FEMININE = frozenset(
    (
        *("Junge", "Kollege", "Kunde", "Zeuge", "Name", "Experte", "Soldate", "Buchstabe"),
        *("Gedanke", "Ende", "Auge", "Gebäude", "Gemälde", "Interesse", "Wochenende"),
    )
)
_DURATION = r"(?!-?[ \u00a0\u202f]?(?:Min|Std|Sek|Stunde))"
_OF_DAY = r"\b(?:um|gegen|ab|seit|bis|von|nach|vor|zwischen|und|Uhr)[ \u00a0]\Z"
_RESULT = (
    r"\b(?:[Gg]ewann|[Gg]ewonnen|[Gg]ewinnt|[Vv]erlor|[Vv]erliert|[Ss]iegte?|[Uu]nterlag|[Ff]ührt"
    r"|[Bb]esiegte?|[Ss]chlug|Endstand)(?:e?n)?\b[^.!?]*\Z"
)


def _clock(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    around = match.string[max(match.start() - 1, 0) : match.end() + 1]
    is_half_time = around.startswith("(") and around.endswith(")")
    is_result = is_half_time or _is_result(match)
    if hour > 24 or minute > 59 or (is_result and not match["uhr"]):
        return None if match["uhr"] else _score(match)
    said = "ein Uhr" if hour == 1 else f"{hour} Uhr"
    return f"{said} {minute}" if minute else said


def _is_result(match: re.Match[str]) -> bool:
    """Tell whether it is how a match ended: "gewann 23:20"."""
    before = match.string[max(match.start() - 60, 0) : match.start()]
    return bool(compiled(_RESULT).search(before)) and not compiled(_OF_DAY).search(before)


def _score(match: re.Match[str]) -> str:
    first, _colon, second = match.group().partition(":")
    return f"{first} zu {second}"


def _years(match: re.Match[str]) -> str:
    said = year(int(match["first"]))
    if not match["second"]:
        return said
    second = int(match["second"])
    return f"{said} bis {year(second) if second < 2000 else second}"


def _one(match: re.Match[str]) -> str | None:
    before = match.string[max(match.start() - 20, 0) : match.start()].split()
    if before and before[-1].casefold() in _NUMBERED:
        return None
    noun = match["noun"]
    is_feminine = noun in _FEMININE_TOO or compiled(_FEMININE).match(noun)
    return "eine" if is_feminine and noun not in _NOT_FEMININE else "ein"


def _halves(match: re.Match[str]) -> str | None:
    number = int(match["number"])
    return f"{cardinal(number).removesuffix('s')}einhalb" if 0 < number < 100 else None


def _german_rules(_tag: str) -> Iterator[Rule]:
    yield from ruler_rules()
    yield initials_rule()
    yield from ordinal_rules()
    yield Rule(
        rf"(?P<hour>\d(?<![\w.,:]\d)\d?)(?::(?P<minute>\d\d)(?!\d|[:.,]\d){_DURATION}(?P<uhr>{BLANK}?Uhr\b)?)",
        _clock,
        ":",
    )
    yield Rule(
        rf"(?P<hour>\d(?<![\w.,:]\d)\d?)\.(?P<minute>\d\d)(?P<uhr>{BLANK}?Uhr\b)", _clock, "."
    )
    yield Rule(rf"\d(?<![\w.,:]\d)\d{{0,2}}:\d{{1,3}}(?![\w:]|[.,]\d){_DURATION}", _score, ":")
    yield Rule(
        r"(?P<first>1(?<![\w.,:/–-]1)[1-9]\d\d)(?:[–-](?P<second>\d{4}|\d\d))?"
        r"(?![\d:/x]|[.,]\d|[–-]\d| (?:Euro|Dollar|Franken|Pfund|Meter|Kilo|Tonnen|Liter))",
        _years,
        DIGITS,
    )
    yield Rule(
        rf"1(?<![\w.,:/–-]1)(?={BLANK}(?!Mio|Mrd|Bio|Tsd)(?P<noun>[A-ZÄÖÜ][a-zäöüß]+))", _one, "1"
    )
    yield Rule(rf"(?P<number>\d(?<![\w.,]\d)\d?){BLANK}?(?:½|(?<= )1/2(?![\w/]))", _halves, "½/")
    yield Rule(
        r"\d(?<![\w.,/]\d)/\d(?![\w/]|[.,]\d)", lambda match: _FRACTIONS.get(match.group()), "/"
    )
    yield Rule(r"(?<=[a-zäöüß])str\.(?!\w)", lambda _match: "straße", ".")
    yield Rule(rf"St\.(?<!\w...){BLANK}(?=[A-ZÄÖÜ])", lambda _match: "Sankt ", ".")


GERMAN = Tongue(
    link="Link zu",
    to="bis",
    one=lambda noun: "eine" if noun.startswith("M") else "ein",
    scales={
        **dict.fromkeys(("Mio.", "Mio"), ("Million", "Millionen")),
        **dict.fromkeys(("Mrd.", "Mrd"), ("Milliarde", "Milliarden")),
        **dict.fromkeys(("Bio.", "Bio"), ("Billion", "Billionen")),
        "Tsd.": ("tausend", "tausend"),
        "Millionen": ("Million", "Millionen"),
        "Milliarden": ("Milliarde", "Milliarden"),
    },
    money={
        "€": ("Euro", "Euro"),
        "EUR": ("Euro", "Euro"),
        "$": ("Dollar", "Dollar"),
        "£": ("Pfund", "Pfund"),
        "¥": ("Yen", "Yen"),
        "CHF": ("Franken", "Franken"),
        "Fr.": ("Franken", "Franken"),
    },
    units={
        "km/h": ("Kilometer pro Stunde",) * 2,
        "m/s": ("Meter pro Sekunde",) * 2,
        "km²": ("Quadratkilometer",) * 2,
        "m²": ("Quadratmeter",) * 2,
        "km": ("Kilometer",) * 2,
        "m": ("Meter",) * 2,
        "cm": ("Zentimeter",) * 2,
        "mm": ("Millimeter",) * 2,
        "kg": ("Kilogramm",) * 2,
        "t": ("Tonne", "Tonnen"),
        "ha": ("Hektar",) * 2,
        "l": ("Liter",) * 2,
        "kWh": ("Kilowattstunde", "Kilowattstunden"),
        "MW": ("Megawatt",) * 2,
        "GW": ("Gigawatt",) * 2,
        "°C": ("Grad Celsius",) * 2,
    },
    short={
        **dict.fromkeys(("z. B.", "z.B."), "zum Beispiel"),
        **dict.fromkeys(("d. h.", "d.h."), "das heißt"),
        **dict.fromkeys(("u. a.", "u.a."), "unter anderem"),
        **dict.fromkeys(("o. ä.", "o.ä."), "oder ähnliches"),
        **dict.fromkeys(("i. d. R.", "i.d.R."), "in der Regel"),
        "v. Chr.": "vor Christus",
        "n. Chr.": "nach Christus",
        "Dr.": "Doktor",
        "Prof.": "Professor",
        "bzw.": "beziehungsweise",
        "ca.": "circa",
        "etc.": "et cetera",
        "usw.": "und so weiter",
        "ggf.": "gegebenenfalls",
        "evtl.": "eventuell",
        "inkl.": "inklusive",
        "vgl.": "vergleiche",
        "Str.": "Straße",
        "EU": "E U",
        "UN": "U N",
        "USA": "U S A",
        "AG": "A G",
        "KI": "K I",
        "AfD": "A F D",
        "ARD": "A R D",
        "EZB": "E Z B",
        "IWF": "I W F",
        "WHO": "W H O",
        "MEZ": "mitteleuropäischer Zeit",
        "MESZ": "mitteleuropäischer Sommerzeit",
    },
    before={
        "Nr.": "Nummer",
        "№": "Nummer",
        "S.": "Seite",
        "Art.": "Artikel",
        "Abs.": "Absatz",
        "Bd.": "Band",
        "Kap.": "Kapitel",
        "§§": "Paragraphen",
    },
    rules=_german_rules,
)
