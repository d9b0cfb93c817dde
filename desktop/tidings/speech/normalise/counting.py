"""Numbers and what they count, as a language says them."""

from __future__ import annotations

import re

from tidings.speech.normalise.rule import BLANK
from tidings.speech.normalise.tongue import Forms, Tongue


def _plain(match: re.Match[str]) -> str:
    return re.sub(BLANK, "", match["number"])


def said(match: re.Match[str], tongue: Tongue) -> str:
    """Return the words for the ``number`` of a match."""
    number = _plain(match)
    whole, comma, rest = number.partition(",")
    is_read = tongue.comma and comma and whole.isdigit() and rest.isdigit()
    return with_comma(whole, rest, tongue.comma) if is_read else number


def number_before(match: re.Match[str]) -> str:
    """Return the number that ends where a match begins; empty where there is none."""
    found = re.search(r"[\d.,]+\Z", match.string[max(match.start() - 20, 0) : match.start()])
    return found.group() if found else ""


_SLAVIC_SCALES = {"тысяч": ("тысяча", "тысячи", "тысяч"), "тисяч": ("тисяча", "тисячі", "тисяч")}


def scale(many: str, number: str) -> str:
    """Return a scale as it is after a number: in Russian and Ukrainian it has three forms."""
    stem = many[:-2]
    if many.endswith("ов"):
        return form((stem, f"{stem}а", many), number)
    if many.endswith("ів"):
        few = f"{stem}и" if number.isdigit() else f"{stem}а"
        return form((stem, few, many), number)
    return form(_SLAVIC_SCALES.get(many, (many, many)), number)


def of(tongue: Tongue, money: str) -> str:
    """Return money after a scale: "millions d'euros", "millones de euros"."""
    if tongue.minus or tongue.link not in ("lien vers", "enlace a"):
        return money
    return f"d'{money}" if tongue.link == "lien vers" and money[0] == "e" else f"de {money}"


def form(forms: Forms, number: str) -> str:
    """Return the form of a word after a number, by the plural rules of CLDR for these languages."""
    if len(forms) == 2:
        return forms[0] if number == "1" else forms[1]
    if not number.isdigit():
        return forms[1]
    if _is_one(number):
        return forms[0]
    few = number[-1] in "234" and number[-2:-1] != "1"
    return forms[1] if few else forms[2]


def with_comma(whole: str, rest: str, comma: str) -> str:
    """Return the words for a decimal fraction."""
    if comma != "целых":
        return f"{whole} {comma} {' '.join(rest) if rest.startswith('0') else rest}"
    names = {1: "десят", 2: "сот", 3: "тысячн"}
    if len(rest) not in names:
        return f"{whole} запятая {' '.join(rest)}"
    ends = "ая" if _is_one(rest) else "ых"
    is_one = _is_one(whole)
    return (
        f"{_feminine(whole)} {'целая' if is_one else 'целых'} "
        f"{_feminine(rest.lstrip('0') or '0')} {names[len(rest)]}{ends}"
    )


def _is_one(number: str) -> bool:
    return number.endswith("1") and not number.endswith("11")


def _feminine(number: str) -> str:
    return {"1": "одна", "2": "две"}.get(number, number)
