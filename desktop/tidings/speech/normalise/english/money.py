"""Sums of money, prices and their ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.rule import BLANK, Rule, any_of, begins_a_word, compiled, number

_MONEY = {
    "$": ("dollar", "dollars", "cent"),
    "US$": ("US dollar", "US dollars", "cent"),
    "A$": ("Australian dollar", "Australian dollars", "cent"),
    "AU$": ("Australian dollar", "Australian dollars", "cent"),
    "C$": ("Canadian dollar", "Canadian dollars", "cent"),
    "CA$": ("Canadian dollar", "Canadian dollars", "cent"),
    "NZ$": ("New Zealand dollar", "New Zealand dollars", "cent"),
    "HK$": ("Hong Kong dollar", "Hong Kong dollars", "cent"),
    "S$": ("Singapore dollar", "Singapore dollars", "cent"),
    "€": ("euro", "euros", "cent"),
    "£": ("pound", "pounds", "penny"),
    "¥": ("yen", "yen", ""),
    "₽": ("ruble", "rubles", ""),
    "₴": ("hryvnia", "hryvnias", ""),
    "₸": ("tenge", "tenge", ""),
    "₹": ("rupee", "rupees", ""),
    "₩": ("won", "won", ""),
    "₪": ("shekel", "shekels", ""),
    "₺": ("lira", "lira", ""),
    "Rs": ("rupee", "rupees", ""),
    "Rs.": ("rupee", "rupees", ""),
}
_CODES = {
    "USD": ("US dollar", "US dollars", "cent"),
    "EUR": _MONEY["€"],
    "GBP": ("pound sterling", "pounds sterling", "penny"),
    "CHF": ("Swiss franc", "Swiss francs", ""),
    "JPY": _MONEY["¥"],
    "RUB": _MONEY["₽"],
    "UAH": _MONEY["₴"],
    "KZT": _MONEY["₸"],
}
_NAMES = _MONEY | _CODES
_SCALES = {
    **dict.fromkeys(("mln", "mn", "mil", "m", "M", "million"), "million"),
    **dict.fromkeys(("bln", "bn", "b", "B", "billion"), "billion"),
    **dict.fromkeys(("tn", "trn", "T", "trillion"), "trillion"),
    **dict.fromkeys(("k", "K", "thousand"), "thousand"),
    "crore": "crore",
    "lakh": "lakh",
}
_OF_SCALE = rf"(?:[ \u00a0\u202f-]?(?P<NAME>{any_of(_SCALES)})(?!\w))?"
_ARTICLE = r"(?<!\w)[Aa]n? \Z"
_AFTER = r" ([a-z]{3,})"
_NOT_NOUNS = frozenset(
    (
        *("and", "are", "but", "can", "each", "ended", "every", "for", "from", "had", "has"),
        *("into", "less", "more", "nor", "off", "over", "per", "than", "that", "the", "then"),
        *("they", "this", "through", "under", "until", "was", "were", "when", "which", "while"),
        *("who", "will", "with", "would", "year", "month", "week", "day", "hour", "head"),
    )
)


def money_rules() -> Iterator[Rule]:
    """Return the rules for sums of money."""
    signs, codes = any_of(_MONEY), any_of(_CODES)
    amount = number("number", anywhere=True) + _OF_SCALE.replace("NAME", "scale")
    upto = number("upto", anywhere=True) + _OF_SCALE.replace("NAME", "upscale")
    yield Rule(
        rf"(?P<sign>{signs}){BLANK}?{amount}"
        rf"(?:{BLANK}?[-–—]{BLANK}?(?:(?P=sign){BLANK}?)?{upto}(?![\w-]))?",
        _sum,
        "".join(sign[-1] for sign in _MONEY),
    )
    yield Rule(rf"(?P<sign>{codes})(?<!\w\w\w\w){BLANK}?{amount}", _sum, "DRPFYHT")
    yield Rule(
        rf"{number('number')}{_OF_SCALE.replace('NAME', 'scale')}{BLANK}?"
        rf"(?P<sign>{signs}|{codes})(?!\w)",
        _sum,
        "".join(sign[-1] for sign in _NAMES),
    )
    yield Rule(
        r"(?P<number>\d(?<![\w.,]\d)\d{0,2})p(?![\w.])",
        lambda match: _pence(match["number"]),
        "p",
    )


def _sum(match: re.Match[str]) -> str | None:
    # "Rs", but not of "Firs 5"
    if (
        match.start("sign") == match.start()
        and match["sign"][0].isalpha()
        and not begins_a_word(match)
    ):
        return None
    one, many, part = _NAMES[match["sign"]]
    groups = match.groupdict()
    amount, scale, upto = _plain(match["number"]), match["scale"], groups.get("upto")
    if upto:
        upscale = groups["upscale"]
        first = f"{amount} {_SCALES[scale]}" if scale else amount
        last = f"{_plain(upto)} {_SCALES[upscale]}" if upscale else _plain(upto)
        return f"{first} to {last} {many}"
    if scale:
        return f"{amount} {_SCALES[scale]} {one if _describes(match) else many}"
    whole, _, rest = amount.partition(".")
    if len(rest) == 2 and part and rest.isdigit():
        parts = _parts(rest, part)
        if int(whole.replace(",", "")) == 0:
            return parts
        return f"{whole} {one if whole == '1' else many}" + (f" and {parts}" if parts else "")
    return f"{amount} {one if amount == '1' or _describes(match) else many}"


def _parts(number: str, name: str) -> str:
    """Return the words for the hundredths of a sum; empty for none of them."""
    count = int(number)
    if name == "penny":
        return f"{count} {'penny' if count == 1 else 'pence'}" if count else ""
    return f"{count} {name}{'' if count == 1 else 's'}" if count else ""


def _pence(count: str) -> str | None:
    """Return the words for pence; None for the lines of a picture ("720p")."""
    if count in ("240", "360", "480", "540", "576", "720"):
        return None
    return f"{count} {'penny' if count == '1' else 'pence'}"


def _describes(match: re.Match[str]) -> bool:
    """Tell whether a sum stands before what costs it: "a $5 million bridge"."""
    if match["scale"] and match["number"] + "-" in match.group():
        return True
    before = match.string[max(match.start() - 6, 0) : match.start()]
    if match.string.startswith("-a-", match.end()):
        return True
    after = compiled(_AFTER).match(match.string, match.end())
    is_one = compiled(_ARTICLE).search(before) is not None
    return is_one and after is not None and after[1] not in _NOT_NOUNS


def _plain(amount: str) -> str:
    return re.sub(BLANK, "", amount)
