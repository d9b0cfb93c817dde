"""Finds what is written in signs, and says it in words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from tidings.speech.normalise.common import number_rules, web_rules, word_rules
from tidings.speech.normalise.emoji import emoji_replacements, prepare_emoji
from tidings.speech.normalise.rule import Rule, compiled
from tidings.speech.normalise.tongues import TONGUES
from tidings.speech.replacing import Replacement


class Normaliser:
    """Knows how money, scores, dates, units and titles are said, in seven languages.

    Other languages are left as they are written, but for emoji. With ``emoji`` those are said
    by their names, which the engine knows; else they are not said.
    """

    def __init__(self, *, emoji: bool = True) -> None:
        self._emoji = emoji

    def replacements(self, text: str, language: str) -> Sequence[Replacement]:
        """Return what is said otherwise in a text of a language (BCP 47), in order."""
        found = list(emoji_replacements(text, named=self._emoji))
        characters = frozenset(text)
        for rule in _rules(language.replace("_", "-").casefold()):
            for match in rule.matches(text) if rule.may_match(characters) else ():
                said = rule.say(match)
                if said is not None and match.end() > match.start():
                    _add(found, Replacement(*match.span(), said))
        return found

    def prepare(self, language: str) -> None:
        """Compile all that a language (BCP 47) needs, where there is time for it."""
        prepare_emoji()
        for rule in _rules(language.replace("_", "-").casefold()):
            compiled(rule.pattern)


def _add(found: list[Replacement], one: Replacement) -> None:
    """Put a replacement in its place, unless an earlier rule has a say there."""
    index = bisect_left(found, one.start, key=lambda each: each.start)
    after_the_last = index == 0 or found[index - 1].end <= one.start
    if after_the_last and (index == len(found) or one.end <= found[index].start):
        found.insert(index, one)


@lru_cache(maxsize=32)
def _rules(language: str) -> tuple[Rule, ...]:
    tongue = TONGUES.get(language.partition("-")[0])
    if tongue is None:
        return ()
    own = tongue.rules(language) if tongue.rules else ()
    return (*web_rules(tongue), *own, *word_rules(tongue), *number_rules(tongue))
