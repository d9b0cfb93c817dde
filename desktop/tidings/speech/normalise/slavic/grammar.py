"""What must be known of Russian and Ukrainian words to say a number in the right form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tidings.speech.normalise.slavic.numerals import Case, Form, Numerals, is_few, is_one

Adjectives = tuple[tuple[tuple[str, ...], Form], ...]
"""The endings of adjectives, each with the form of an ordinal number beside it."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted: its gender (m, f, n) and its forms.

    They are those after one, few and many, and the singular genitive where it is not the form
    after few.
    """

    gender: str
    forms: tuple[str, ...]

    @property
    def part(self) -> str:
        """The form after a fraction: the singular genitive."""
        return self.forms[-1] if len(self.forms) > 3 else self.forms[1]

    def after(self, count: int, case: Case) -> str:
        """Return the form after a count, in the nominative, genitive or accusative."""
        if case is Case.GENITIVE:
            return self.part if is_one(count) else self.forms[2]
        if not is_one(count):
            return self.forms[1] if is_few(count) else self.forms[2]
        first, blank, rest = self.forms[0].partition(" ")
        if case is Case.ACCUSATIVE and self.gender == "f":
            return first[:-1] + ("у" if first.endswith("а") else "ю") + blank + rest
        return self.forms[0]


@dataclass(frozen=True, slots=True)
class Shortened:
    """An abbreviation of what an ordinal number stands before: "г." after a year.

    ``words`` are its genitive, prepositional, dative and nominative, ``nominative`` is the
    form of the number beside the last.
    """

    words: tuple[str, str, str, str]
    nominative: Form = Form.MASCULINE


@dataclass(frozen=True, slots=True)
class Prepositions:
    """What goes before a number and tells its case.

    ``genitive`` words may stand before a number of any kind, those of ``amounts`` before one
    that cannot be a year, those of ``since`` before the first number of two. ``inside`` words
    are followed by the prepositional of a time. ``days`` tells the form of a day of a month.
    """

    genitive: frozenset[str]
    amounts: frozenset[str]
    dative: frozenset[str]
    accusative: frozenset[str]
    inside: frozenset[str]
    since: frozenset[str]
    days: Mapping[str, Form]


@dataclass(frozen=True, slots=True)
class Fractions:
    """How a language says parts of a whole.

    ``whole`` and ``parts`` (tenths, hundredths, thousandths) have the form after one, after
    more, and after one in the genitive; ``comma`` is said where there are more places than
    words, and always where there are none. ``half`` follows a whole number ("с половиной").
    """

    comma: str
    half: str
    signs: Mapping[str, str]
    whole: tuple[str, str, str] | None = None
    parts: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of a language that numbers stand beside.

    ``months`` are the genitives that follow a day, ``short_months`` how they are shortened,
    ``whole_year`` that of a year. ``years``,
    ``nouns`` (a century, a quarter) and ``rulers`` are forms of words, each with that of an
    ordinal number beside it; ``adjectives`` tells that of any adjective. ``suffixes`` are the
    ends of ordinals written with a hyphen. ``gender`` tells that of what is counted, from the
    number, its form and case. Numbers from ``all_words`` on are said in words, for the engine reads
    them wrong.
    """

    numerals: Callable[[], Numerals]
    months: tuple[str, ...]
    short_months: Mapping[str, str]
    whole_year: str
    years: Mapping[str, Form]
    nouns: Mapping[str, Form]
    rulers: Mapping[str, Form]
    short_years: Mapping[str, Shortened]
    short_centuries: Mapping[str, Shortened]
    prepositions: Prepositions
    suffixes: Mapping[str, Form]
    gender: Callable[[int, str, Case], str]
    adjectives: Adjectives
    scales: Mapping[str, Thing]
    units: Mapping[str, Thing]
    money: Mapping[str, Thing]
    fractions: Fractions
    minus: str
    about: str
    all_words: int

    def adjective(self, word: str) -> Form | None:
        """Return the form of an ordinal number beside an adjective; None where it is none."""
        if len(word) < 5:
            return None
        return next((form for ends, form in self.adjectives if word.endswith(ends)), None)


def declined(kinds: Mapping[str, str], stems: str) -> Iterator[tuple[str, Form]]:
    """Return the forms of nouns, each with that of an ordinal number beside it.

    ``stems`` are given as "kind: stem stem", a line each; ``kinds`` has the endings of each
    kind in the order of :class:`Form`: "-" where there is none, "." for the bare stem.
    """
    for line in stems.strip().splitlines():
        kind, _colon, of_kind = line.partition(":")
        for form, endings in zip(Form, kinds[kind].split(), strict=False):
            for ending in endings.split("/"):
                if ending != "-":
                    yield from ((stem + ending.strip("."), form) for stem in of_kind.split())
