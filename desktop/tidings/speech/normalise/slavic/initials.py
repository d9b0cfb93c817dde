"""Letters that are said one by one: of people's names, and of short names read as words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tidings.speech.normalise.rule import BLANK, Rule, any_of, begins_a_word


def initial_rules(letters: Mapping[str, str], spelled: tuple[str, ...]) -> Iterator[Rule]:
    """Return the rules for initials, from the names of letters and what they spell.

    Two initials before a name have a pause after each, unless their letters are named; one
    alone may end a sentence ("витамин С. Потом").
    """

    def spell(match: re.Match[str]) -> str | None:
        said = [letters.get(letter, letter) for letter in match.group() if letter.isalpha()]
        return " ".join(said) if begins_a_word(match) else None

    def initials(match: re.Match[str]) -> str | None:
        said = spell(match)
        is_apart = match.string[match.end()].isspace()
        return f"{said} " if said and not is_apart else said

    yield Rule(
        rf"[А-ЯІЇЄ]\.{BLANK}?[А-ЯІЇЄ]\.(?={BLANK}?[А-ЯЁІЇЄ][а-яёіїє’'-]{{2}})", initials, "."
    )
    yield Rule(rf"(?:{any_of(spelled)})(?!\w)", spell, "".join(each[0] for each in spelled))
