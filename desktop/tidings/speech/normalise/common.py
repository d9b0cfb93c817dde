"""The rules that languages share; their words come from a :class:`Tongue`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.counting import form, number_before, said
from tidings.speech.normalise.rule import BLANK, DIGITS, Rule, any_of, number
from tidings.speech.normalise.tongue import Tongue

_NUMBER = number("number")
_FIRST = r"\d(?<![\w.,:/–-]\d)(?:\d{0,2}(?:[.,]\d{3})+|\d{0,3}(?:[.,]\d{1,2})?)"
_LAST = r"(?:\d{1,3}(?:[.,]\d{3})+(?!\d)|\d{1,4}(?!\d)(?:[.,]\d{1,2}(?!\d))?)"


def web_rules(tongue: Tongue) -> Iterator[Rule]:
    """Return the rules for addresses, hashtags and the like: before all others."""

    def link(match: re.Match[str]) -> str:
        return f"{tongue.link} {match['host']}"

    yield Rule(r"https?://(?:www\.)?(?P<host>[\w.-]+\w)(?:[^\s]*[\w/])?", link, ":")
    yield Rule(r"www\.(?<!\w....)(?P<host>[\w.-]+\w)(?:/(?:[^\s]*[\w/])?)?", link, "w")
    # "example.org/story": without a path it is short enough.
    yield Rule(
        r"(?P<host>[a-z](?<![\w@./-].)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6})/(?:[^\s]*[\w/])?", link, "/"
    )
    yield Rule(r"#(?<![\w&]#)(?P<name>[^\W\d_]\w*)", lambda match: words_of(match["name"]), "#")
    yield Rule(
        r"@(?<![\w.]@)(?P<name>\w+)(?!\w*[.@]\w)", lambda match: f"@{words_of(match['name'])}", "@"
    )
    # A mark after a word is a footnote's, of an advertiser or a trade: nobody says it.
    yield Rule(r"[™®](?<=\w.)", lambda _match: "", "™®")
    yield Rule(r"\*(?:(?<=[^\W\d]\*)|(?<=[.,;!?”’)]\*))\*{0,2}(?![\w*])", lambda _match: "", "*")
    yield Rule(r"(?:[*•=~_#+-] ?){3,}(?![\w*])", _ornament, "*•=~_#+-")


def _ornament(match: re.Match[str]) -> str | None:
    """A row of signs between paragraphs is not said; one of dashes inside a line is a pause."""
    before, row = match.string[: match.start()], match.group()
    if before[-1:].strip():
        return None
    if row.strip("- ") or not _rest_of_line(before, -1):
        return ""
    return None if _rest_of_line(match.string[match.end() :], 0) else ""


def _rest_of_line(text: str, which: int) -> str:
    return text.split("\n")[which].strip()


def word_rules(tongue: Tongue) -> Iterator[Rule]:
    """Return the rules for money, units and abbreviations."""
    if tongue.money:
        yield from _money(tongue)
    if tongue.units:
        upto = rf"(?:[–-]{number('upto', anywhere=True)})?" if tongue.to else "(?P<upto>(?!))?"
        yield Rule(
            rf"{_NUMBER}{upto}{BLANK}?(?P<unit>{any_of(tongue.units)})(?!\w)",
            lambda match: _measured(match, tongue),
            DIGITS,
        )
    # A single letter is a scale of money alone: "5 m" is a length.
    if longer := {
        one: words for one, words in tongue.scales.items() if len(one) > 1 and one not in words
    }:
        yield Rule(
            rf"{BLANK}(?<=\d.)(?P<scale>{any_of(longer)})(?!\w)",
            lambda match: f" {form(tongue.scales[match['scale']], number_before(match), tongue)}",
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


def _measured(match: re.Match[str], tongue: Tongue) -> str:
    upto = f" {tongue.to} {match['upto']}" if match["upto"] else ""
    counted = form(tongue.units[match["unit"]], match["upto"] or match["number"], tongue)
    return f"{said(match, tongue, counted)}{upto} {counted}"


def _money(tongue: Tongue) -> Iterator[Rule]:
    signs, scales = any_of(tongue.money), any_of(tongue.scales) if tongue.scales else "(?!)"

    def say(match: re.Match[str]) -> str:
        forms, count = tongue.money[match["sign"]], match["number"]
        if match["scale"]:
            counted = form(tongue.scales[match["scale"]], count, tongue)
            return f"{said(match, tongue, counted)} {counted} {tongue.of(forms[1])}"
        counted = form(forms, count, tongue)
        return f"{said(match, tongue, counted)} {counted}"

    amount = number("number", anywhere=True)
    yield Rule(
        rf"(?<!\w)(?P<sign>{signs}){BLANK}?{amount}(?:{BLANK}?(?P<scale>{scales})(?!\w))?",
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
            rf"(?P<first>{_FIRST})(?P<percent>%?)[–-](?P<last>{_LAST})(?:(?=[mCF]\b)|(?![\w/:–-]|[.,]\d))",
            lambda match: f"{match['first']}{match['percent']} {tongue.to} {match['last']}",
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
    if decimal := tongue.decimal:
        yield Rule(
            r"(\d(?<![\w.,]\d)\d*),(\d+)(?![\w,]|\.\d)",
            lambda match: decimal(match[1], match[2]),
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
    return f"{match['whole'].strip()} {tongue.mixed} {said}" if tongue.mixed else None


def words_of(name: str) -> str:
    """Return the words of a name that is written as one: "QuietHarbour", "quiet_harbour"."""
    words = re.sub(r"(?<=[^\W\d_])(?=\d)|_", " ", name)
    return "".join(
        f" {here}" if here.isupper() and before.islower() else here
        for before, here in zip(" " + words, words, strict=False)
    )
