"""What Roman numerals are worth."""

from __future__ import annotations

from tidings.speech.normalise.rule import compiled

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_WELL_FORMED = r"(?=.)(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z"
_CYRILLIC = str.maketrans("ХІ", "XI")


def roman_value(numeral: str) -> int:
    """Return the number that a Roman numeral below 90 gives; 0 where it is none.

    Cyrillic letters that look the same are taken too: "ХХ век" is often typed with them.
    """
    numeral = numeral.translate(_CYRILLIC)
    if not compiled(_WELL_FORMED).match(numeral):
        return 0
    values = [_VALUES[letter] for letter in numeral]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
