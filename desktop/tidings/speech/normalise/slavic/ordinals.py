"""Days, years, centuries, rulers and all else that is numbered, in Russian and Ukrainian."""

from __future__ import annotations

import re

from tidings.speech.normalise.roman import roman_value
from tidings.speech.normalise.slavic.context import Beside, group, word_before
from tidings.speech.normalise.slavic.grammar import Grammar, Shortened
from tidings.speech.normalise.slavic.numerals import Case, Form, is_few

_YEARS = range(1000, 2200)
_PLAIN = frozenset("IVXІХ")
_OF_MANY = ("ов", "ев", "ей", "ек", "ів", "їв", "век")
_PLURAL = {Form.PLURAL: Form.MASCULINE, Form.PLURAL_GENITIVE: Form.GENITIVE}


class Ordinals:
    """Says the numbers of what is numbered, in the form that the words around tell.

    Each method returns the words for a match of its rule, or None where it is left as it is.
    """

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._numerals = grammar.numerals()

    def date(self, match: re.Match[str], day: int, month: int, year: int) -> str:
        """Say "24.11.2026" and "2026-11-24"."""
        said = self._numerals.ordinal(day, self._day_form(word_before(match)))
        of_year = self._numerals.ordinal(year, Form.GENITIVE)
        return f"{said} {self._grammar.months[month - 1]} {of_year} {self._grammar.whole_year}"

    def day_and_month(self, match: re.Match[str]) -> str | None:
        """Say "до 24.11": where a preposition tells that it is a date."""
        prepositions, before = self._grammar.prepositions, word_before(match)
        is_date = before in prepositions.days or before in prepositions.since
        if not is_date and before not in prepositions.genitive:
            return None
        day, month = int(match["day"]), int(match["month"])
        if not (0 < day < 32 and 0 < month < 13):
            return None
        month_name = self._grammar.months[month - 1]
        return f"{self._numerals.ordinal(day, self._day_form(word_before(match)))} {month_name}"

    def short_month(self, match: re.Match[str]) -> str | None:
        """Say "24 нояб."."""
        day = int(match["number"])
        if not 0 < day < 32:
            return None
        month = self._grammar.short_months[match["month"]]
        return f"{self._numerals.ordinal(day, self._day_form(word_before(match)))} {month}"

    def short_year(self, match: re.Match[str]) -> str:
        """Say "2026 г." and "2020–2024 гг."."""
        word, form = self._shortened(match, self._grammar.short_years[match["short"]])
        years = self._numerals.ordinal(int(match["first"]), form)
        if match["second"]:
            second = self._numerals.ordinal(int(match["second"]) or 2000, form)
            years = f"{years}{_said_joint(match['joint'])}{second}"
        return f"{years} {word}"

    def _shortened(self, match: re.Match[str], short: Shortened) -> tuple[str, Form]:
        before, prepositions = word_before(match), self._grammar.prepositions
        genitive, prepositional, dative, nominative = short.words
        if before in prepositions.inside:
            return prepositional, Form.PREPOSITIONAL
        if before in prepositions.dative:
            return dative, Form.DATIVE
        if before in prepositions.accusative:
            return nominative, short.nominative
        return genitive, Form.GENITIVE

    def with_suffix(self, match: re.Match[str]) -> str | None:
        """Say "5-й", "1990-х" and "2-х"."""
        number, suffix, word = int(match["number"]), match["suffix"], group(match, "word")
        counted = (suffix == "х" and number in (2, 3, 4)) or suffix == "ти"
        if counted or (suffix == "ми" and number in (7, 8)):
            return self._numerals.cardinal(number, Case.GENITIVE) if number < 1000 else None
        if not number:
            return None
        form = self._grammar.suffixes[suffix]
        if suffix == "й":
            is_hour = word_before(match) in ("о", "об")
            form = Form.FEMININE_DATIVE if is_hour else self._masculine_or_not(word)
        elif suffix == "е" and self._form_of(word) is not Form.NEUTER:
            is_plural = word.endswith(("ы", "и", "ые", "ие")) or _is_decade(number)
            form = Form.PLURAL if is_plural else form
        elif suffix == "м" and word_before(match) not in self._grammar.prepositions.inside:
            form = Form.INSTRUMENTAL if word.endswith(("ом", "ем", "им", "ым")) else form
        said = self._numerals.ordinal(number, form)
        first = group(match, "first")
        return f"{self._numerals.ordinal(int(first), form)} – {said}" if first.strip("0") else said

    def _masculine_or_not(self, word: str) -> Form:
        known = self._form_of(word)
        if known in (Form.FEMININE_GENITIVE, Form.FEMININE_DATIVE):
            return known
        return Form.FEMININE_DATIVE if word.endswith(("е", "и", "і")) else Form.MASCULINE

    def compound(self, match: re.Match[str]) -> str | None:
        """Say "16-летний"."""
        number, word = int(match["number"]), match["word"]
        if not number or word.casefold() in self._grammar.months:
            return None
        return self._numerals.compound(number) + word

    def roman(self, match: re.Match[str]) -> str | None:
        """Say "XX век", "XX в.", "Пётр I" and "II Мировая"."""
        number, second = roman_value(match["number"]), roman_value(match["second"] or "I")
        if not number or not second:
            return None
        word, form = "", self._roman_form(match)
        if match["short"]:
            word, form = self._shortened(match, self._grammar.short_centuries[match["short"]])
        if form is None:
            # A single letter may be anything.
            is_plain = len(match["number"]) > 1 and set(match["number"]) <= _PLAIN
            return str(number) if is_plain and not match["second"] else None
        said = self._numerals.ordinal(number, form)
        if match["second"]:
            said += _said_joint(match["joint"]) + self._numerals.ordinal(second, form)
        return f"{said} {word}".rstrip()

    def _roman_form(self, match: re.Match[str]) -> Form | None:
        name, word = _name_before(match), group(match, "word")
        beside = self._grammar.rulers.get(name, self._grammar.nouns.get(name.casefold()))
        form = self._form_of(word) if beside is None else beside
        return _PLURAL.get(form, form) if form is not None and match["second"] else form

    def _form_of(self, word: str) -> Form | None:
        """The form of an ordinal number before a noun or an adjective."""
        noun = self._grammar.nouns.get(word.casefold())
        return self._grammar.adjective(word) if noun is None else noun

    def beside_a_word(self, found: Beside) -> str | None:
        """Say "24 ноября", "2026 году", "3 квартале"."""
        form = self._form_beside(found)
        if form is None or not 0 < found.number < 1_000_000:
            return None
        said = self._numerals.ordinal(found.number, form)
        return f"{said} {self._grammar.whole_year}" if self._ends_a_date(found) else said

    def _form_beside(self, found: Beside) -> Form | None:
        grammar, number, word, before = self._grammar, found.number, found.word, found.before
        if before in grammar.prepositions.since and found.more.startswith((" по ", " до ")):
            is_of_time = word in grammar.months or (word in grammar.years and number in _YEARS)
            return Form.GENITIVE if is_of_time else None
        if word in grammar.months:
            return self._day_form(before) if number < 32 else None
        if word in grammar.years:
            form = grammar.years[word]
            if form is Form.PREPOSITIONAL and before in grammar.prepositions.dative:
                form = Form.DATIVE
            return form if number in _YEARS else None
        if self._ends_a_date(found):
            return Form.GENITIVE
        noun = None if found.more else grammar.nouns.get(word)
        if noun in (Form.GENITIVE, Form.FEMININE_GENITIVE) and (is_few(number) or number > 100):
            return None
        is_many = noun is not None and (noun >= Form.PLURAL_GENITIVE or noun is Form.PLURAL)
        return None if is_many else noun

    def _ends_a_date(self, found: Beside) -> bool:
        """Tell whether a number is the year in "24 ноября 2026 в Москве"."""
        if found.number not in _YEARS or found.before not in self._grammar.months:
            return False
        is_counting = len(found.word) > 3 and found.word.endswith(_OF_MANY)
        return not (found.more or is_counting or found.word in self._grammar.years)

    def _day_form(self, before: str) -> Form:
        return self._grammar.prepositions.days.get(before, Form.GENITIVE)


def _name_before(match: re.Match[str]) -> str:
    found = re.search(
        r"([^\W\d_]+)[ \u00a0]\Z", match.string[max(match.start() - 30, 0) : match.start()]
    )
    return found[1] if found else ""


def _is_decade(number: int) -> bool:
    return number % 10 == 0 and (20 <= number < 100 or number in _YEARS)


def _said_joint(joint: str) -> str:
    return joint if " " in joint else " – "
