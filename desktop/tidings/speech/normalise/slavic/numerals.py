"""Numbers in words, in the cases and genders of Russian and Ukrainian."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

Words = Sequence[str]


class Case(IntEnum):
    """The cases of a number; the accusative is the nominative but for 1 of feminine things."""

    NOMINATIVE = 0
    GENITIVE = 1
    DATIVE = 2
    INSTRUMENTAL = 3
    PREPOSITIONAL = 4
    ACCUSATIVE = 5


class Form(IntEnum):
    """The forms of an ordinal number; those of one case alone hold for masculine and neuter."""

    MASCULINE = 0
    FEMININE = 1
    NEUTER = 2
    PLURAL = 3
    GENITIVE = 4
    DATIVE = 5
    INSTRUMENTAL = 6
    PREPOSITIONAL = 7
    FEMININE_GENITIVE = 8
    FEMININE_DATIVE = 9
    FEMININE_ACCUSATIVE = 10
    FEMININE_INSTRUMENTAL = 11
    PLURAL_GENITIVE = 12
    PLURAL_DATIVE = 13
    PLURAL_INSTRUMENTAL = 14


@dataclass(frozen=True, slots=True)
class Scale:
    """A thousand or a power of it.

    ``singular`` has all six cases; ``plural`` has the form after 2 to 4, then the genitive
    (also after 5 and more), the dative, the instrumental and the prepositional.
    """

    value: int
    gender: str
    singular: Words
    plural: Words

    def after(self, count: int, case: Case) -> str:
        """Return the word as it is after a count."""
        if is_one(count):
            return self.singular[case]
        if case in (Case.NOMINATIVE, Case.ACCUSATIVE):
            return self.plural[0] if is_few(count) else self.plural[1]
        return self.plural[case]


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of a language.

    ``cardinals`` has the first five cases of each number that has a word of its own, and
    ``ones`` and ``twos`` the six of 1 and 2 by gender (m, f, n). ``stems`` are those of the
    ordinals, whose ``endings`` are in the order of :class:`Form`; ``third`` are those of 3.
    ``stressed`` are the numbers whose ordinals end in ``stress`` in the masculine.
    ``thousandth`` has what stands before the stem of 1000: 2 in "двухтысячный". ``joined``
    has what a number is before a noun or an adjective: 5 in "пятилетний".
    """

    cardinals: Mapping[int, Words]
    ones: Mapping[str, Words]
    twos: Mapping[str, Words]
    scales: Sequence[Scale]
    stems: Mapping[int, str]
    endings: Words
    third: Words
    joined: Mapping[int, str]
    stressed: frozenset[int] = frozenset()
    stress: str = ""

    @property
    def end(self) -> int:
        """The first number that is too large to be said in words."""
        return self.scales[0].value * 1000

    def cardinal(self, number: int, case: Case = Case.NOMINATIVE, gender: str = "m") -> str:
        """Return a number below :attr:`end` in words."""
        said: list[str] = []
        for scale in self.scales:
            count, number = divmod(number, scale.value)
            if count:
                # "A thousand", but "one million".
                alone = count == 1 and scale.value == 1000 and not said
                said += [] if alone else self._below_thousand(count, case, scale.gender)
                said.append(scale.after(count, case))
        if number or not said:
            said += self._below_thousand(number, case, gender)
        return " ".join(said)

    def _below_thousand(self, number: int, case: Case, gender: str) -> Sequence[str]:
        return [self._word(part, case, gender) for part in _parts(number) or [0]]

    def _word(self, part: int, case: Case, gender: str) -> str:
        if part in (1, 2):
            return (self.ones if part == 1 else self.twos)[gender][case]
        return self.cardinals[part][case % Case.ACCUSATIVE]

    def ordinal(self, number: int, form: Form) -> str:
        """Return the ordinal number of 0 to 999,999 in words."""
        thousands, below = divmod(number, 1000)
        if thousands and not below:
            return "".join(self.joined[part] for part in _parts(thousands) if thousands > 1) + (
                self._ended(1000, form)
            )
        last = (_parts(below) or [0])[-1]
        before = f"{self.cardinal(number - last)} " if number > last else ""
        return before + self._ended(last, form)

    def _ended(self, number: int, form: Form) -> str:
        if number == 3:
            return self.stems[3] + self.third[form]
        is_stressed = form is Form.MASCULINE and number in self.stressed
        return self.stems[number] + (self.stress if is_stressed else self.endings[form])

    def compound(self, number: int) -> str:
        """Return what a number below 1000 is at the beginning of a word ("шестнадцатилетний")."""
        return "".join(self.joined[part] for part in _parts(number))


def numbered(rows: str) -> dict[int, tuple[str, ...]]:
    """Return the words of each number of a table: a row is a number and its words."""
    split = (row.split() for row in rows.strip().splitlines())
    return {int(number): tuple(row) for number, *row in split}


def million(value: int, word: str, few: str, many: str, prepositional: str) -> Scale:
    """Return a million or more: a masculine noun in its regular forms, with three endings."""
    singular = [word, f"{word}а", f"{word}у", f"{word}ом", f"{word}{prepositional}", word]
    plural = [f"{word}{ending}" for ending in (few, many, "ам", "ами", "ах")]
    return Scale(value, "m", singular, plural)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text."""
    return tuple(text.split())


def is_one(number: int) -> bool:
    """Tell whether what is counted is in the singular (1, 21, not 11)."""
    return number % 10 == 1 and number % 100 != 11


def is_few(number: int) -> bool:
    """Tell whether what is counted has the form for few (2 to 4, 22, not 12)."""
    return number % 10 in (2, 3, 4) and number % 100 // 10 != 1


def _parts(number: int) -> list[int]:
    """The hundreds, tens and ones of a number below 1000 that have a word: 342 has 300, 40, 2."""
    hundreds, rest = number // 100 * 100, number % 100
    tens, ones = (0, rest) if rest < 20 else (rest // 10 * 10, rest % 10)
    return [part for part in (hundreds, tens, ones) if part]
