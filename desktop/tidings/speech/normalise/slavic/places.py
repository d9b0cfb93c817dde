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
    """What a place is called: alone, within it, of it and to it.

    One that is ``numbered`` has a number after it, others a name.
    """

    name: str
    inside: str
    of: str
    to: str
    numbered: bool = False


def place_rule(places: Mapping[str, Place], inside: str, of: str, to: str) -> Rule:
    """Return the rule for short names of places ("г. Москва", "ст. 5").

    ``inside``, ``of`` and ``to`` are the words before a place that tell its case. The name or
    number is taken too, so that no sentence ends at the full stop.
    """
    insides, ofs, tos = words(inside), words(of), words(to)

    def say(match: re.Match[str]) -> str | None:
        place, before, named = places[match["short"]], word_before(match), match["named"]
        start = match.start()
        is_after_number = match.string[max(start - 2, 0) : start].rstrip()[-1:].isdigit()
        if not begins_a_word(match) or place.numbered is not named.isdigit():
            return None
        if before in insides:
            return f"{place.inside} {named}"
        if before in ofs:
            return f"{place.of} {named}"
        if is_after_number:
            # "ч. 2 ст. 105", but "2026 г. Он".
            return f"{place.of} {named}" if place.numbered else None
        return f"{place.to if before in tos else place.name} {named}"

    return Rule(
        rf"(?P<short>{any_of(places)})\.{BLANK}?(?P<named>\d+|[А-ЯЁІЇЄҐ][\w’'-]*)", say, "."
    )
