"""Finds what is written in signs, and says it in words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from tidings.speech.normalise.english import ENGLISH_RULES
from tidings.speech.normalise.tongues import TONGUES, Forms, Tongue
from tidings.speech.replacing import Replacement

Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]]

_BLANK = "[ \u00a0\u202f]"
_NUMBER = r"(?<![\w.,])(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)"
_EMOJI = re.compile("(?:[\U0001f000-\U0001faff\u2600-\u27bf][\ufe0e\ufe0f\u200d]*)+")


class Normaliser:
    """Knows how money, scores, dates, units and titles are said, in seven languages.

    Other languages are left as they are written. With ``emoji`` they are said by their
    names, which the engine knows; else they are not said.
    """

    def __init__(self, *, emoji: bool = True) -> None:
        self._emoji = emoji

    def replacements(self, text: str, language: str) -> Sequence[Replacement]:
        """Return what is said otherwise in a text of a language (BCP 47), in order."""
        found: list[Replacement] = []
        if not self._emoji and not text.isascii():
            found += [Replacement(*each.span(), "") for each in _EMOJI.finditer(text)]
        for pattern, say in _rules(language.replace("_", "-").partition("-")[0].casefold()):
            for match in pattern.finditer(text):
                said = say(match)
                if said is not None and match.end() > match.start():
                    _add(found, Replacement(*match.span(), said))
        return found


def _add(found: list[Replacement], one: Replacement) -> None:
    """Put a replacement in its place, unless an earlier rule has a say there."""
    index = bisect_left(found, one.start, key=lambda each: each.start)
    after_the_last = index == 0 or found[index - 1].end <= one.start
    if after_the_last and (index == len(found) or one.end <= found[index].start):
        found.insert(index, one)


@lru_cache(maxsize=16)
def _rules(language: str) -> tuple[Rule, ...]:
    tongue = TONGUES.get(language)
    if tongue is None:
        return ()
    return (*_shared(tongue), *(ENGLISH_RULES if language == "en" else ()), *_numbers(tongue))


def _shared(tongue: Tongue) -> Iterator[Rule]:
    yield (
        re.compile(r"https?://(?:www\.)?([\w.-]+\w)(?:[^\s]*[\w/])?"),
        lambda match: f"{tongue.link} {match.group(1)}",
    )
    yield re.compile(r"(?<!\w)#([^\W\d_]\w*)"), _hashtag
    if tongue.money:
        yield from _money(tongue)
    if tongue.units:
        yield (
            re.compile(rf"{_NUMBER}{_BLANK}?(?P<unit>{_any(tongue.units)})(?!\w)"),
            lambda match: (
                f"{_said(match, tongue)} {_form(tongue.units[match['unit']], match['number'])}"
            ),
        )
    # A single letter is a scale of money alone: "5 m" is a length.
    if longer := {scale: word for scale, word in tongue.scales.items() if len(scale) > 1}:
        yield (
            re.compile(rf"(?<=\d){_BLANK}(?P<scale>{_any(longer)})(?!\w)"),
            lambda match: f" {_scale(tongue.scales[match['scale']], _number_before(match))}",
        )
    if tongue.short:
        yield (
            re.compile(rf"(?<!\w)(?:{_any(tongue.short)})(?!\w)"),
            lambda match: tongue.short[match.group()],
        )
    if tongue.before:
        yield (
            re.compile(rf"(?<!\w)(?P<short>{_any(tongue.before)}){_BLANK}?(?=\d)"),
            lambda match: f"{tongue.before[match['short']]} ",
        )


def _money(tongue: Tongue) -> Iterator[Rule]:
    signs, scales = _any(tongue.money), _any(tongue.scales) if tongue.scales else "(?!)"

    def say(match: re.Match[str]) -> str:
        forms, scale = tongue.money[match["sign"]], match["scale"]
        if scale:
            of = _of(tongue, forms[-1])
            return f"{_said(match, tongue)} {_scale(tongue.scales[scale], match['number'])} {of}"
        return f"{_said(match, tongue)} {_form(forms, match['number'])}"

    number = _NUMBER.removeprefix(r"(?<![\w.,])")
    yield (
        re.compile(
            rf"(?<!\w)(?P<sign>{signs}){_BLANK}?{number}(?:{_BLANK}?(?P<scale>{scales})(?!\w))?"
        ),
        say,
    )
    yield (
        re.compile(rf"{_NUMBER}(?:{_BLANK}?(?P<scale>{scales}))?{_BLANK}?(?P<sign>{signs})(?!\w)"),
        say,
    )


def _numbers(tongue: Tongue) -> Iterator[Rule]:
    if tongue.to:
        yield (
            re.compile(r"(?<![\w.,:/–-])(\d{1,4})[–-](\d{1,4})(?![\w/:–-]|[.,]\d)"),
            lambda match: f"{match[1]} {tongue.to} {match[2]}",
        )
    if tongue.halves:
        yield (
            re.compile(rf"(?P<whole>(?<![\w.,])\d+{_BLANK}?)?(?P<half>{_any(tongue.halves)})"),
            lambda match: _mixed(match, tongue),
        )
    if tongue.minus:
        yield re.compile(r"(?<![\w.,)–-])[-−](?=\d)"), lambda _match: f"{tongue.minus} "
    if tongue.comma:
        yield (
            re.compile(r"(?<![\w.,])(\d+),(\d+)(?![\w,]|\.\d)"),
            lambda match: _with_comma(match[1], match[2], tongue.comma),
        )
    if tongue.splits:
        yield (
            re.compile(r"(?<![\w.,])(?<!\d )\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,]*\d)"),
            lambda match: re.sub(r"\D", "", match.group()),
        )


def _mixed(match: re.Match[str], tongue: Tongue) -> str | None:
    said = tongue.halves[match["half"]]
    if not match["whole"]:
        return said
    return f"{match['whole'].strip()} and {said}" if tongue.link == "link to" else None


def _with_comma(whole: str, rest: str, comma: str) -> str:
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


def _hashtag(match: re.Match[str]) -> str:
    words = re.sub(r"(?<=[^\W\d_])(?=\d)|_", " ", match.group(1))
    return "".join(
        f" {here}" if here.isupper() and before.islower() else here
        for before, here in zip(" " + words, words, strict=False)
    )


def _plain(match: re.Match[str]) -> str:
    return re.sub(_BLANK, "", match["number"])


def _said(match: re.Match[str], tongue: Tongue) -> str:
    number = _plain(match)
    whole, comma, rest = number.partition(",")
    is_read = tongue.comma and comma and whole.isdigit() and rest.isdigit()
    return _with_comma(whole, rest, tongue.comma) if is_read else number


def _number_before(match: re.Match[str]) -> str:
    found = re.search(r"[\d.,]+\Z", match.string[max(match.start() - 20, 0) : match.start()])
    return found.group() if found else ""


_SLAVIC_SCALES = {"тысяч": ("тысяча", "тысячи", "тысяч"), "тисяч": ("тисяча", "тисячі", "тисяч")}


def _scale(many: str, number: str) -> str:
    """A scale as it is after a number: in Russian and Ukrainian it has three forms."""
    stem = many[:-2]
    if many.endswith("ов"):
        return _form((stem, f"{stem}а", many), number)
    if many.endswith("ів"):
        few = f"{stem}и" if number.isdigit() else f"{stem}а"
        return _form((stem, few, many), number)
    return _form(_SLAVIC_SCALES.get(many, (many, many)), number)


def _of(tongue: Tongue, money: str) -> str:
    """Money after a scale: "millions d'euros", "millones de euros"."""
    if tongue.minus or tongue.link not in ("lien vers", "enlace a"):
        return money
    return f"d'{money}" if tongue.link == "lien vers" and money[0] == "e" else f"de {money}"


def _form(forms: Forms, number: str) -> str:
    """The form of a word after a number, by the plural rules of CLDR for these languages."""
    if len(forms) == 2:
        return forms[0] if number == "1" else forms[1]
    if not number.isdigit():
        return forms[1]
    if _is_one(number):
        return forms[0]
    few = number[-1] in "234" and number[-2:-1] != "1"
    return forms[1] if few else forms[2]


def _any(words: Mapping[str, object]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
