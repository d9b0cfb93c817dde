"""What is said otherwise than it is written in French."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.dates import date_rules
from tidings.speech.normalise.initials import initials_rule
from tidings.speech.normalise.roman import roman_value
from tidings.speech.normalise.rule import BLANK, Rule, any_of, begins_a_word
from tidings.speech.normalise.tongue import Tongue

_SMALL = (
    *("", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze"),
    *("douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
    *("septembre", "octobre", "novembre", "décembre"),
)
_SHORT_MONTHS = {
    "janv.": "janvier",
    "févr.": "février",
    "avr.": "avril",
    "juil.": "juillet",
    "sept.": "septembre",
    "oct.": "octobre",
    "nov.": "novembre",
    "déc.": "décembre",
}
_FIRST = {"er": "premier", "re": "première", "ère": "première", "ers": "premiers"}
_SECOND = {"nd": "second", "nde": "seconde", "de": "seconde", "d": "second"}
_SPANS = {"24h": "24 heures", "7j": "7 jours"}
_TITLES = {"M.": "monsieur", "MM.": "messieurs", "Me": "maître"}
_KINGS = (
    *("Charles", "Philippe", "Henri", "Louis", "Pie", "Georges", "Alphonse", "Frédéric"),
    *("Christian", "Gustave", "Harald", "Mohammed", "Sixte", "Urbain", "Léon", "Ptolémée"),
)
_FRACTIONS = {
    "1/2": "un demi",
    "1/3": "un tiers",
    "2/3": "deux tiers",
    "1/4": "un quart",
    "3/4": "trois quarts",
}


def _below_hundred(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    if number >= 80:
        return f"quatre-vingt-{_SMALL[number - 80]}" if number > 80 else "quatre-vingts"
    tens = 60 if number >= 60 else number // 10 * 10
    rest = number - tens
    if not rest:
        return _TENS[tens]
    return f"{_TENS[tens]}{' et ' if rest in (1, 11) else '-'}{_SMALL[rest]}"


def _ordinal(number: int) -> str:
    """An ordinal number of 2 to 999, the same for both genders."""
    hundreds, below = divmod(number, 100)
    before = "" if not hundreds else f"{_SMALL[hundreds]} cent".removeprefix("un ")
    said = f"{before} {_below_hundred(below)}".strip().removesuffix("s" if below == 80 else "!")
    if said.endswith("neuf"):
        return f"{said[:-1]}vième"
    return f"{said.removesuffix('e')}{'u' if said.endswith('cinq') else ''}ième"


def _numbered(match: re.Match[str]) -> str | None:
    """ "1er", "2e", "XXe"."""
    written, ending = match["number"], match["ending"]
    number = int(written) if written.isdigit() else roman_value(written)
    if ending in _FIRST:
        return _FIRST[ending] if number == 1 else None
    if ending in _SECOND:
        return _SECOND[ending] if number == 2 else None
    if number < 2:
        return None
    return _ordinal(number) + ("s" if ending.endswith("s") else "")


def _date(_match: re.Match[str], day: int, month: int, year: int) -> str:
    return f"{'1er' if day == 1 else day} {_MONTHS[month - 1]} {year}"


def _clock(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if minute > 59:
        return None
    # An hour is feminine: "une heure", "vingt et une heures".
    count = {1: "une", 21: "vingt et une"}.get(hour, str(hour))
    said = f"{count} {'heure' if hour < 2 else 'heures'}"
    return f"{said} {minute}" if minute else said


def _roman(match: re.Match[str]) -> str | None:
    number = roman_value(match["number"])
    return str(number) if number > 1 else None


def _of(money: str) -> str:
    return f"d'{money}" if money[0] in "aeiouy" and money != "yen" else f"de {money}"


def _decimal_is_one(number: str) -> bool:
    """Whatever is less than two is in the singular (CLDR)."""
    return bool(re.match(r"[01](?:[.,]\d|\Z)", number))


def _half(match: re.Match[str]) -> str:
    noun = f" {match['noun']}" if match["noun"] else ""
    return f"{match['number']}{noun} et demi"


def _french_rules(_tag: str) -> Iterator[Rule]:
    yield initials_rule()
    yield Rule(
        rf"(?<=[\dr]){BLANK}(?P<month>{any_of(_SHORT_MONTHS)})(?!\w)",
        lambda match: f" {_SHORT_MONTHS[match['month']]}",
        ".",
    )
    yield from date_rules(_date, "/.")
    yield Rule(
        rf"(?P<hour>\d(?<![\w.,:]\d)\d?){BLANK}?h(?:{BLANK}?(?P<minute>\d\d))?(?![\w/]|{BLANK}?\d)",
        _clock,
        "h",
    )
    yield Rule(
        r"(?P<number>\d(?<![\w.,]\d)\d{0,2}|[IVX](?<!\w.)[IVX]*)"
        r"(?P<ending>èmes?|eme|es?|ᵉ|ers?|re|ère|nde?|de|d)(?![\w'’])",
        _numbered,
    )
    yield Rule(
        r"(?P<number>[IVX](?<=[^\W\d_] .)(?=[IVX])[IVX]+)(?![\w'’])",
        _roman,
        "IVX",
    )
    yield Rule(
        rf"(?:{any_of(_KINGS)}) (?P<number>[VX])(?![\w'’])",
        lambda match: f"{match.group()[:-1]}{_roman(match)}",
        "VX",
    )
    yield Rule(r"[-−](?<![\w.,)–-].)(?=\d)", lambda _match: "moins ", "-−")
    yield Rule(
        rf"(?P<short>MM?\.|Me(?!{BLANK}Too\b))(?={BLANK}(?:et M|[A-ZÀ-Ý][\w-]+))",
        lambda match: _TITLES[match["short"]] if begins_a_word(match) else None,
        "M",
    )
    yield Rule(
        r"(?P<first>24h|7j)/(?P<second>24|7)(?!\w)",
        lambda match: f"{_SPANS[match['first']]} sur {match['second']}",
        "/",
    )
    yield Rule(
        rf"(?P<number>\d(?<![\w.,]\d)\d*)(?:{BLANK}?½|{BLANK}1/2(?![\w/]))"
        rf"(?:{BLANK}(?P<noun>[a-zà-ÿ]{{3,}}))?",
        _half,
        "½/",
    )
    yield Rule(
        r"\d(?<![\w.,/]\d)/\d(?![\w/]|[.,]\d)", lambda match: _FRACTIONS.get(match.group()), "/"
    )
    yield Rule(rf"av\.(?<!\w...)(?={BLANK}(?!J)[A-ZÀ-Ý])", lambda _match: "avenue", ".")
    yield Rule(
        rf"(?P<number>\d(?<![\w.,]\d)\d*){BLANK}?k€",
        lambda match: f"{match['number']} mille euros",
        "€",
    )


FRENCH = Tongue(
    link="lien vers",
    to="à",
    is_one=_decimal_is_one,
    of=_of,
    scales={
        "M": ("million", "millions"),
        **dict.fromkeys(("Md", "Mds", "Mrd", "Mrds"), ("milliard", "milliards")),
        "million": ("million", "millions"),
        "millions": ("million", "millions"),
        "milliard": ("milliard", "milliards"),
        "milliards": ("milliard", "milliards"),
    },
    money={
        "€": ("euro", "euros"),
        "$": ("dollar", "dollars"),
        "£": ("livre", "livres"),
        "¥": ("yen", "yens"),
        "CHF": ("franc suisse", "francs suisses"),
    },
    units={
        "km/h": ("kilomètre par heure", "kilomètres par heure"),
        "m/s": ("mètre par seconde", "mètres par seconde"),
        "km²": ("kilomètre carré", "kilomètres carrés"),
        "m²": ("mètre carré", "mètres carrés"),
        "m³": ("mètre cube", "mètres cubes"),
        "km": ("kilomètre", "kilomètres"),
        "m": ("mètre", "mètres"),
        "kg": ("kilogramme", "kilogrammes"),
        "t": ("tonne", "tonnes"),
        "ha": ("hectare", "hectares"),
        "min": ("minute", "minutes"),
        "kWh": ("kilowattheure", "kilowattheures"),
        "MW": ("mégawatt", "mégawatts"),
        "GW": ("gigawatt", "gigawatts"),
        "°C": ("degré Celsius", "degrés Celsius"),
        "hab.": ("habitant", "habitants"),
    },
    short={
        "Mme": "Madame",
        "Mmes": "Mesdames",
        "Mgr": "monseigneur",
        "av. J.-C.": "avant Jésus-Christ",
        "apr. J.-C.": "après Jésus-Christ",
        "c.-à-d.": "c'est-à-dire",
        "p. ex.": "par exemple",
        "env.": "environ",
        "art.": "article",
        "É.-U.": "États-Unis",
        "CET": "heure d'Europe centrale",
        "CEST": "heure d'été d'Europe centrale",
        "UE": "U E",
        "IA": "I A",
        "BCE": "B C E",
        "FMI": "F M I",
        "OMS": "O M S",
    },
    before={"n°": "numéro", "№": "numéro", "nos": "numéros", "p.": "page", "pp.": "pages"},
    halves={"½": "un demi", "¼": "un quart", "¾": "trois quarts"},
    rules=_french_rules,
)
