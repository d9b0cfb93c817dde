"""Money, measures and all else that is counted, in Russian and Ukrainian."""

from __future__ import annotations

import re

from tidings.speech.normalise.rule import compiled
from tidings.speech.normalise.slavic.context import Beside, whole, word_before
from tidings.speech.normalise.slavic.grammar import Grammar, Thing
from tidings.speech.normalise.slavic.numerals import Case, Form, is_one, words

_BARE_YEARS = range(1900, 2100)
_DENOMINATORS = frozenset({2, 3, 4, 5, 8, 10, 16, 32, 64})
_INSTRUMENTAL = r"\w{2,}(?:ами|ями|ьми)\Z"
_PREPOSITIONAL = r"\w{2,}(?:ах|ях)\Z"
_DATIVE = r"\w{3,}(?:ам|ям)\Z"
_NOT_DATIVE = frozenset(words("реклам драм дам мам телеграмм программ реформ"))
_OBLIQUE = r"\w{2,}(?:ых|их|ым|им|ыми|ими)\Z"


class Quantities:
    """Says numbers and what they count, in the case that the words around tell.

    Each method returns the words for a match of its rule, or None where it is left as it is.
    """

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._numerals = grammar.numerals()

    def say(self, match: re.Match[str]) -> str | None:
        """Say "$3,5 млн", "5 тыс. руб.", "80 км/ч"."""
        grammar, sign = self._grammar, match["sign"]
        scale = grammar.scales.get(match["scale"])
        unit = grammar.units.get(sign) or grammar.money.get(sign)
        thing = scale or unit
        if thing is None:
            return None
        said = self._counted(match["number"], thing, self._case_of_amount(word_before(match)))
        return f"{said} {unit.forms[2]}" if scale and unit else said

    def _case_of_amount(self, before: str) -> Case:
        prepositions = self._grammar.prepositions
        if before in prepositions.genitive or before in prepositions.amounts:
            return Case.GENITIVE
        return Case.ACCUSATIVE if before in prepositions.accusative else Case.NOMINATIVE

    def _counted(self, number: str, thing: Thing, case: Case) -> str:
        if "," in number or "." in number:
            return f"{self._with_comma(number, case)} {thing.part}"
        count = whole(number)
        return f"{self._number(count, case, thing.gender)} {thing.after(count, case)}"

    def _number(self, number: int, case: Case, gender: str) -> str:
        """A number in words; in digits where the engine says it right."""
        is_plain = case in (Case.NOMINATIVE, Case.ACCUSATIVE) and (
            gender == "m" or number % 10 not in (1, 2) or number % 100 in (11, 12)
        )
        if number >= self._numerals.end or (is_plain and number < self._grammar.all_words):
            return str(number)
        return self._numerals.cardinal(number, case, gender)

    def _with_comma(self, number: str, case: Case) -> str:
        before, _comma, rest = number.replace(".", ",").partition(",")
        fractions, count, part = self._grammar.fractions, whole(before), int(rest)
        if fractions.whole is None or len(rest) > len(fractions.parts):
            places = " ".join(rest) if rest.startswith("0") or len(rest) > 4 else rest
            return f"{self._number(count, Case.NOMINATIVE, 'm')} {fractions.comma} {places}"
        if case is not Case.GENITIVE:
            case = Case.NOMINATIVE
        wholes, parts = fractions.whole, fractions.parts[len(rest) - 1]
        one = 0 if case is Case.NOMINATIVE else 2
        return " ".join(
            (
                self._number(count, case, "f"),
                wholes[one if is_one(count) else 1],
                self._number(part, case, "f"),
                parts[one if is_one(part) else 1],
            )
        )

    def decimal(self, match: re.Match[str]) -> str | None:
        """Say "3,5" with nothing after it that is known."""
        if "," not in match["number"]:
            return None
        return self._with_comma(match["number"], self._case_of_amount(word_before(match)))

    def beside_a_word(self, found: Beside) -> str | None:
        """Say "более 300 человек", "в 5 странах", "2 минуты", "1 200"."""
        if found.number >= self._numerals.end:
            return None
        case = self._case(found)
        gender = "m" if found.more else self._grammar.gender(found.number, found.word, case)
        said = self._number(found.number, case, gender)
        return None if said == found.written else said

    def _case(self, found: Beside) -> Case:
        prepositions, before = self._grammar.prepositions, found.before
        if before in prepositions.amounts:
            return Case.GENITIVE
        if found.number not in _BARE_YEARS or not found.written.isdigit():
            is_first = before in prepositions.since and found.more.startswith(" до ")
            if is_first or before in prepositions.genitive:
                return Case.GENITIVE
        noun = found.following if compiled(_OBLIQUE).match(found.word) else found.word
        if compiled(_INSTRUMENTAL).match(noun):
            return Case.INSTRUMENTAL
        if compiled(_PREPOSITIONAL).match(noun):
            return Case.PREPOSITIONAL
        if compiled(_DATIVE).match(noun) and noun not in _NOT_DATIVE:
            return Case.DATIVE
        is_accusative = before in prepositions.accusative and noun.endswith(("у", "ю"))
        return Case.ACCUSATIVE if is_accusative else Case.NOMINATIVE

    def fraction(self, match: re.Match[str]) -> str | None:
        """Say "1/8" and "3/4"."""
        top, bottom = int(match["top"]), int(match["bottom"])
        if not 0 < top < bottom or bottom not in _DENOMINATORS:
            return None
        before = word_before(match)
        # "в 1/8 финала", "матч 1/8 финала"; but "лишь 1/8 домов".
        is_oblique = before in self._grammar.prepositions.inside or bool(before and match["of"])
        case = Case.PREPOSITIONAL if is_oblique else Case.NOMINATIVE
        form = Form.FEMININE_DATIVE if is_oblique else Form.FEMININE
        if not is_one(top):
            form = Form.PLURAL_GENITIVE
        said = self._numerals.cardinal(top, case, "f")
        return f"{said} {self._numerals.ordinal(bottom, form)}"

    def half(self, match: re.Match[str]) -> str | None:
        """Say "½" and "3½"."""
        fractions = self._grammar.fractions
        if not match["number"]:
            return fractions.signs.get(match["half"])
        return f"{match['number']} {fractions.half}" if match["half"] in ("½", "1/2") else None
