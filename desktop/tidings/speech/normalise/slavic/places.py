"""Cities, streets and parts of a text by their short names, in Russian and Ukrainian."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tidings.speech.normalise.rule import BLANK, Rule, any_of, begins_a_word
from tidings.speech.normalise.slavic.context import word_before
from tidings.speech.normalise.slavic.numerals import words


@dataclass(frozen=True, slots=True)
class Place:
    """What a place is called: alone, within it, of it and to it."""

    name: str
    inside: str
    of: str
    to: str


def place_rule(places: Mapping[str, Place], inside: str, of: str, to: str) -> Rule:
    """Return the rule for short names of places ("г. Москва", "ст. 5").

    ``inside``, ``of`` and ``to`` are the words before a place that tell its case.
    """
    insides, ofs, tos = words(inside), words(of), words(to)

    def say(match: re.Match[str]) -> str | None:
        if not begins_a_word(match):
            return None
        place, before = places[match["short"]], word_before(match)
        if before in insides:
            return f"{place.inside} "
        is_of_another = (
            match.string[max(match.start() - 2, 0) : match.start()].rstrip()[-1:].isdigit()
        )
        if before in ofs or is_of_another:
            return f"{place.of} "
        return f"{place.to if before in tos else place.name} "

    return Rule(rf"(?P<short>{any_of(places)})\.{BLANK}?(?=[А-ЯЁІЇЄҐ\d])", say, ".")
