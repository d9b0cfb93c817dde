"""The rules for numbers of Russian and Ukrainian, whose words change with case and gender."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.dates import date_rules
from tidings.speech.normalise.rule import BLANK, DIGITS, Rule, any_of
from tidings.speech.normalise.slavic.context import beside
from tidings.speech.normalise.slavic.grammar import Grammar
from tidings.speech.normalise.slavic.ordinals import Ordinals
from tidings.speech.normalise.slavic.quantities import Quantities

_FIRST = r"\d(?<![\w.,:/]\d)(?<![^\d\s][–—-]\d)"
"""The first digit of a number: not of a part of one, and not of a name ("Ту-154")."""
_REST = rf"(?:\d{{0,2}}(?:{BLANK}\d{{3}})+(?!\d)|\d*)"
_DECIMAL = rf"(?P<number>{_FIRST}{_REST}(?:[.,]\d+)?)"
_JOINT = r"(?:[–—-]|, | (?:и|или|по|до|й|і|та|або) )"
_LETTERS = r"[^\W\d_][\w'’ʼ]*"
_CURRENCIES = "[$€£₽₴₸¥]|руб|грн"
_ROMAN = "IVXLХІ"


def slavic_rules(grammar: Grammar) -> Iterator[Rule]:
    """Return the rules for the numbers of a language."""
    ordinals, quantities = Ordinals(grammar), Quantities(grammar)
    units, scales = any_of([*grammar.units, *grammar.money]), any_of(grammar.scales)
    signs = "".join(re.escape(one) for one in grammar.money if len(one) == 1)

    def say_beside(match: re.Match[str]) -> str | None:
        found = beside(match)
        return ordinals.beside_a_word(found) or quantities.beside_a_word(found)

    of_year = rf"(?:{BLANK}?(?:{any_of(grammar.short_years)}|{grammar.whole_year})(?!\w))?"
    yield from date_rules(ordinals.date, ".", of_year)
    yield Rule(
        rf"(?P<day>{_FIRST}\d)\.(?P<month>[01]\d)(?![\w.,]*\d|{BLANK}?(?:%|{scales}|{_CURRENCIES}))",
        ordinals.day_and_month,
        ".",
    )
    yield Rule(
        rf"(?P<number>{_FIRST}\d?){BLANK}(?P<month>{any_of(grammar.short_months)})(?!\w)",
        ordinals.short_month,
        DIGITS,
    )
    yield Rule(
        rf"(?P<first>[12](?<![\w.,:/][12])\d{{3}})"
        rf"(?:(?P<joint>{_JOINT}|/)(?P<second>\d\d(?:\d\d)?))?"
        rf"{BLANK}?(?P<short>{any_of(grammar.short_years)})(?!\w)",
        ordinals.short_year,
        DIGITS,
    )
    yield Rule(
        rf"(?:(?P<first>{_FIRST}\d{{0,3}})[–—-])?"
        rf"(?P<number>\d(?<!\w\d)\d{{0,3}})[-‑](?P<suffix>{any_of(grammar.suffixes)})(?!\w)"
        rf"(?=(?:{BLANK}(?P<word>{_LETTERS}))?)",
        ordinals.with_suffix,
        DIGITS,
    )
    yield Rule(
        rf"(?P<number>{_FIRST}\d{{0,2}})[-‑](?P<word>[^\W\d_A-ZА-Я]{{4}}\w*)",
        ordinals.compound,
        DIGITS,
    )
    yield Rule(
        rf"(?P<number>[{_ROMAN}](?<![\w.&/–—-].)[{_ROMAN}]*)"
        rf"(?:(?P<joint>[–—-]| (?:и|і|та|й) )(?P<second>[{_ROMAN}]+))?(?![\w'’ʼ-])"
        rf"(?:{BLANK}?(?P<short>{any_of(grammar.short_centuries)})(?!\w))?"
        rf"(?=(?:{BLANK}(?P<word>{_LETTERS}))?)",
        ordinals.roman,
        _ROMAN,
    )
    yield Rule(
        rf"(?P<sign>[{signs}]){BLANK}?(?P<number>\d{_REST}(?:[.,]\d+)?)"
        rf"(?:{BLANK}?(?P<scale>{scales})(?!\w))?",
        quantities.say,
        DIGITS,
    )
    yield Rule(
        rf"{_DECIMAL}(?:{BLANK}?(?P<scale>{scales})(?!\w))?(?:{BLANK}?(?P<sign>{units})(?!\w))?",
        quantities.say,
        DIGITS,
    )
    yield Rule(
        rf"(?:(?P<number>{_FIRST}\d*){BLANK}?)?(?P<half>[{''.join(grammar.fractions.signs)}]"
        rf"|(?<=\d{BLANK})1/2(?![\w/]))",
        quantities.half,
        "/" + "".join(grammar.fractions.signs),
    )
    yield Rule(
        rf"(?P<number>{_FIRST}{_REST})(?![.,:/]?\d|[-‑][^\W\d_])"
        rf"(?=(?P<more>(?:{_JOINT}\d{{1,4}}){{0,3}})"
        rf"(?:{BLANK}(?P<word>{_LETTERS})(?:{BLANK}(?P<following>{_LETTERS}))?)?)",
        say_beside,
        DIGITS,
    )
    yield Rule(
        rf"(?P<top>{_FIRST})/(?P<bottom>\d{{1,2}})(?![\w/]|[.,]\d)"
        rf"(?=(?P<of>{BLANK}ф[иі]нал)?)",
        quantities.fraction,
        "/",
    )
    yield Rule(
        r"(?P<first>[12](?<![\w.,:/][12])\d{3})/(?P<second>\d\d)(?![\w/])",
        lambda match: f"{match['first']} – {match['second']}",
        "/",
    )
    yield Rule(rf"{_DECIMAL}(?![\w,]|[.:]\d)", quantities.decimal, ",")
    yield Rule(r"[-−–](?<![\w.,)–-].)(?=\d)", lambda _match: f"{grammar.minus} ", "-−–")
    yield Rule(rf"[~≈]{BLANK}?(?=\d)", lambda _match: f"{grammar.about} ", "~≈")
    yield Rule(rf"±{BLANK}?(?=\d)", lambda _match: f"плюс-{grammar.minus} ", "±")
