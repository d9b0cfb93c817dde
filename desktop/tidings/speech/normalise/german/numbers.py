"""Numbers in German words."""

from __future__ import annotations

_SMALL = (
    *("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"),
    *("elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn"),
    "neunzehn",
)
_TENS = (
    *("", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig"),
    *("siebzig", "achtzig", "neunzig"),
)
_ORDINALS = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}


def cardinal(number: int) -> str:
    """Return a number below a million in words."""
    thousands, below = divmod(number, 1000)
    if thousands:
        return f"{_before_noun(thousands)}tausend{cardinal(below) if below else ''}"
    return _with_hundreds(below)


def year(number: int) -> str:
    """Return a year in words: those before 2000 are counted in hundreds."""
    if not 1100 <= number < 2000:
        return cardinal(number)
    hundreds, below = divmod(number, 100)
    return f"{_SMALL[hundreds]}hundert{cardinal(below) if below else ''}"


def ordinal(number: int, ending: str) -> str:
    """Return an ordinal number below a million in words: 1 with "er" is "erster"."""
    below = number % 100
    before = cardinal(number - below) if number > below else ""
    if not 0 < below < 20:
        return f"{cardinal(number)}st{ending}"
    return f"{before}{_ORDINALS.get(below, f'{_SMALL[below]}t')}{ending}"


def _with_hundreds(number: int) -> str:
    hundreds, below = divmod(number, 100)
    if not hundreds:
        return _below_hundred(number)
    return f"{_before_noun(hundreds)}hundert{_below_hundred(below) if below else ''}"


def _below_hundred(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return f"{_before_noun(ones)}und{_TENS[tens]}" if ones else _TENS[tens]


def _before_noun(number: int) -> str:
    words = _with_hundreds(number)
    return words.removesuffix("s") if words.endswith("eins") else words
