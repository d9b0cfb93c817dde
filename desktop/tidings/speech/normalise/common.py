"""The rules that languages share; their words come from a :class:`Tongue`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.counting import form, number_before, of, said, scale, with_comma
from tidings.speech.normalise.rule import BLANK, DIGITS, Rule, any_of
from tidings.speech.normalise.tongue import Tongue

_NUMBER = (
    r"(?P<number>\d(?<![\w.,]\d)"
    r"(?:\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d*(?:[.,]\d+)*))"
)


def web_rules(tongue: Tongue) -> Iterator[Rule]:
    """Return the rules for addresses and hashtags: before all others."""
    yield Rule(
        r"https?://(?:www\.)?([\w.-]+\w)(?:[^\s]*[\w/])?",
        lambda match: f"{tongue.link} {match.group(1)}",
        ":",
    )
    yield Rule(r"#(?<!\w#)([^\W\d_]\w*)", _hashtag, "#")


def word_rules(tongue: Tongue) -> Iterator[Rule]:
    """Return the rules for money, units and abbreviations."""
    if tongue.money:
        yield from _money(tongue)
    if tongue.units:
        yield Rule(
            rf"{_NUMBER}{BLANK}?(?P<unit>{any_of(tongue.units)})(?!\w)",
            lambda match: (
                f"{said(match, tongue)} {form(tongue.units[match['unit']], match['number'])}"
            ),
            DIGITS,
        )
    # A single letter is a scale of money alone: "5 m" is a length.
    if longer := {one: word for one, word in tongue.scales.items() if len(one) > 1}:
        yield Rule(
            rf"{BLANK}(?<=\d.)(?P<scale>{any_of(longer)})(?!\w)",
            lambda match: f" {scale(tongue.scales[match['scale']], number_before(match))}",
            DIGITS,
        )
    if tongue.short:
        yield Rule(
            rf"(?<!\w)(?:{any_of(tongue.short)})(?!\w)",
            lambda match: tongue.short[match.group()],
        )
    if tongue.before:
        yield Rule(
            rf"(?<!\w)(?P<short>{any_of(tongue.before)}){BLANK}?(?=\d)",
            lambda match: f"{tongue.before[match['short']]} ",
            DIGITS,
        )


def _money(tongue: Tongue) -> Iterator[Rule]:
    signs, scales = any_of(tongue.money), any_of(tongue.scales) if tongue.scales else "(?!)"

    def say(match: re.Match[str]) -> str:
        forms, number = tongue.money[match["sign"]], match["number"]
        if match["scale"]:
            counted = scale(tongue.scales[match["scale"]], number)
            return f"{said(match, tongue)} {counted} {of(tongue, forms[-1])}"
        return f"{said(match, tongue)} {form(forms, number)}"

    number = _NUMBER.replace(r"(?<![\w.,]\d)", "")
    yield Rule(
        rf"(?<!\w)(?P<sign>{signs}){BLANK}?{number}(?:{BLANK}?(?P<scale>{scales})(?!\w))?",
        say,
        DIGITS,
    )
    yield Rule(
        rf"{_NUMBER}(?:{BLANK}?(?P<scale>{scales}))?{BLANK}?(?P<sign>{signs})(?!\w)", say, DIGITS
    )


def number_rules(tongue: Tongue) -> Iterator[Rule]:
    """Return the rules for numbers that no other rule has a say in."""
    if tongue.to:
        yield Rule(
            r"(\d(?<![\w.,:/–-]\d)\d{0,3})[–-](\d{1,4})(?![\w/:–-]|[.,]\d)",
            lambda match: f"{match[1]} {tongue.to} {match[2]}",
            "-–",
        )
    if tongue.halves:
        yield Rule(
            rf"(?P<whole>\d(?<![\w.,]\d)\d*{BLANK}?)?(?P<half>{any_of(tongue.halves)})",
            lambda match: _mixed(match, tongue),
            "".join(tongue.halves),
        )
    if tongue.minus:
        yield Rule(r"[-−](?<![\w.,)–-].)(?=\d)", lambda _match: f"{tongue.minus} ", "-−")
    if tongue.comma:
        yield Rule(
            r"(\d(?<![\w.,]\d)\d*),(\d+)(?![\w,]|\.\d)",
            lambda match: with_comma(match[1], match[2], tongue.comma),
            ",",
        )
    if tongue.splits:
        yield Rule(
            r"\d(?<![\w.,]\d)(?<!\d \d)\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![\d.,]*\d)",
            lambda match: re.sub(r"\D", "", match.group()),
            " \u00a0\u202f",
        )


def _mixed(match: re.Match[str], tongue: Tongue) -> str | None:
    said = tongue.halves[match["half"]]
    if not match["whole"]:
        return said
    return f"{match['whole'].strip()} and {said}" if tongue.link == "link to" else None


def _hashtag(match: re.Match[str]) -> str:
    words = re.sub(r"(?<=[^\W\d_])(?=\d)|_", " ", match.group(1))
    return "".join(
        f" {here}" if here.isupper() and before.islower() else here
        for before, here in zip(" " + words, words, strict=False)
    )
