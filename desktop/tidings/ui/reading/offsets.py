"""Characters of a story against positions in Qt: code points here, UTF-16 units there."""

from __future__ import annotations

import re
from bisect import bisect_left

_LINE_SEPARATOR = "\u2028"
_REPLACEMENT = "\ufffd"
_OBJECT = "\ufffc"
_WIDE = re.compile("[\U00010000-\U0010ffff]")

# What Qt would take for the end of a paragraph, a table or a picture. Each is shown as
# one other unit, so that what follows keeps its place.
_SHOWN_AS = {
    ord("\n"): _LINE_SEPARATOR,
    ord("\r"): _LINE_SEPARATOR,
    0x2029: _LINE_SEPARATOR,
    0x0000: _REPLACEMENT,
    0xFDD0: _REPLACEMENT,
    0xFDD1: _REPLACEMENT,
    ord(_OBJECT): _REPLACEMENT,
} | dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT)


def as_shown(text: str) -> str:
    """Return the text as it can stand inside one paragraph, character for character."""
    if text.isprintable() and _OBJECT not in text:
        return text  # nearly all of them; nothing else that is translated can be printed
    return text.translate(_SHOWN_AS)


def wide_characters(text: str) -> tuple[int, ...]:
    """Return the indices of the characters that take two units in UTF-16."""
    if text.isascii():
        return ()
    return tuple(found.start() for found in _WIDE.finditer(text))


def units_before(character: int, wide: tuple[int, ...]) -> int:
    """Return how many UTF-16 units stand before the ``character``-th code point."""
    return character + bisect_left(wide, character)


def characters_before(unit: int, wide: tuple[int, ...]) -> int:
    """Return how many whole code points stand before the ``unit``-th UTF-16 unit.

    Between the two units of one character, the answer is the place before it.
    """
    # bisect over the unit where each wide character starts: its index and those before it
    low, high = 0, len(wide)
    while low < high:
        middle = (low + high) // 2
        if wide[middle] + middle < unit:
            low = middle + 1
        else:
            high = middle
    return unit - low
