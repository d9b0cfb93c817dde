"""Initials before a name: after each full stop eSpeak would pause."""

from __future__ import annotations

import re

from tidings.speech.normalise.rule import BLANK, Rule, begins_a_word


def initials_rule() -> Rule:
    """Return the rule for two initials before a name; one alone may end a sentence."""
    return Rule(
        rf"(?P<first>[A-ZÄÖÜÉ])\.{BLANK}?(?P<second>[A-ZÄÖÜÉ])\.(?={BLANK}?[A-ZÀ-Ý][a-zà-ÿ’'-]{{2}})",
        _letters,
        ".",
    )


def _letters(match: re.Match[str]) -> str | None:
    if not begins_a_word(match):
        return None
    letters = f"{match['first']} {match['second']}"
    return letters if match.string[match.end()].isspace() else f"{letters} "
