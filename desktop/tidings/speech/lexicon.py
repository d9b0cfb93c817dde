"""The reader's fixes, found in the text of a story."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from tidings.speech.fixes import Fix, Lexicon, Match, base_language
from tidings.speech.patterns import PatternError, TooSlowError, find
from tidings.speech.replacing import Replacement, is_free

PATIENCE = 0.05
"""Seconds that one pattern may take with one text."""

_ALIKE = str.maketrans({"’": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-"})
"""Signs that are typed in one way and printed in another."""


class LexiconRewriter:
    """Says what the reader wants said, in the stories of one source.

    Of fixes that overlap, one for this source goes before one for all, then the one that
    begins first, then the longer one, then the one that was made last. A pattern that takes
    longer than :data:`PATIENCE` is told to ``too_slow`` and not used again.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        source: str = "",
        too_slow: Callable[[Fix], None] = lambda _fix: None,
    ) -> None:
        fixes = [fix for fix in reversed(lexicon.fixes) if fix.said and fix.source in ("", source)]
        self._too_slow = too_slow
        self._patterns = [fix for fix in fixes if fix.match is Match.PATTERN]
        self._literal: dict[str, list[Fix]] = {}
        self._lengths: dict[str, set[int]] = {}
        """How long the literals are that begin with these one or two characters."""
        for fix in fixes:
            if fix.match is not Match.PATTERN:
                alike = _alike(fix.written)
                self._literal.setdefault(alike, []).append(fix)
                self._lengths.setdefault(alike[:2], set()).add(len(alike))
        self._some_are_short = any(len(beginning) == 1 for beginning in self._lengths)

    def replacements(self, text: str, language: str) -> Sequence[Replacement]:
        """Return what is to be said otherwise in a text of a language (BCP 47)."""
        return tuple(replacement for _fix, replacement in self._chosen(text, language))

    def fix_at(self, text: str, place: int, language: str) -> Fix | None:
        """Return the fix that holds at a character of a text; None where there is none."""
        for fix, replacement in self._chosen(text, language):
            if replacement.start <= place < replacement.end:
                return fix
        return None

    def _chosen(self, text: str, language: str) -> list[tuple[Fix, Replacement]]:
        if not self._literal and not self._patterns:
            return []
        base = base_language(language)
        found = [*self._literals(text, base), *self._matches(text, base)]
        found.sort(key=lambda each: (not each[0].source, each[1].start, -each[1].end))
        chosen: list[tuple[Fix, Replacement]] = []
        for fix, replacement in found:
            place = bisect_left(chosen, replacement.start, key=lambda each: each[1].start)
            if is_free(replacement, [each for _fix, each in chosen[max(place - 1, 0) : place + 1]]):
                chosen.insert(place, (fix, replacement))
        return chosen

    def _literals(self, text: str, language: str) -> Iterator[tuple[Fix, Replacement]]:
        if not self._literal:
            return
        alike, lengths = _alike(text), self._lengths
        for start in range(len(alike)):
            known: Iterable[int] = lengths.get(alike[start : start + 2], ())
            if self._some_are_short and alike[start] in lengths:
                known = {*known, 1}
            for length in known:
                for fix in self._literal.get(alike[start : start + length], ()):
                    # The text may end before the longer one of two does.
                    is_whole = len(fix.written) == length
                    if is_whole and fix.language in ("", language) and _stands_at(fix, start, text):
                        yield fix, Replacement(start, start + length, fix.said)

    def _matches(self, text: str, language: str) -> Iterator[tuple[Fix, Replacement]]:
        for fix in tuple(self._patterns):
            if fix.language not in ("", language):
                continue
            try:
                for found in find(fix.written, fix.said, text, PATIENCE):
                    yield fix, Replacement(found.start, found.end, found.said)
            except PatternError:
                # Kept for a Tidings that can use it; the list of fixes tells what is wrong.
                self._patterns.remove(fix)
            except TooSlowError:
                self._patterns.remove(fix)
                self._too_slow(fix)


def word_around(text: str, place: int) -> tuple[int, int]:
    """Return the word at a character of a text, or the next one; an empty one at the end.

    What joins letters inside a word ("it's", "e-mail") belongs to it.
    """
    while place < len(text) and not _is_of_word(text[place]):
        place += 1
    start = end = place
    while start > 0 and _goes_on(text, start - 1):
        start -= 1
    while end < len(text) and _goes_on(text, end):
        end += 1
    return start, end


def _goes_on(text: str, place: int) -> bool:
    """Tell whether a character is of a word, or joins two halves of one."""
    if _is_of_word(text[place]):
        return True
    return (
        text[place] in "'’ʼ-\u2011\u00ad"
        and 0 < place < len(text) - 1
        and _is_of_word(text[place - 1])
        and _is_of_word(text[place + 1])
    )


def _stands_at(fix: Fix, start: int, text: str) -> bool:
    """Tell whether a fix whose letters stand at a place, be they large or small, holds there."""
    end = start + len(fix.written)
    written = fix.written.translate(_ALIKE)
    if written != written.lower() and text[start:end].translate(_ALIKE) != written:
        return False
    if fix.match is Match.PART:
        return True
    begins = not _is_of_word(written[0]) or start == 0 or not _is_of_word(text[start - 1])
    ends = not _is_of_word(written[-1]) or end == len(text) or not _is_of_word(text[end])
    return begins and ends


def _is_of_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def _alike(text: str) -> str:
    """A text of the same length, in which what is looked for looks alike."""
    lower = text.translate(_ALIKE).lower()
    if len(lower) == len(text):
        return lower
    # "İ" is two characters in small letters.
    return "".join(small if len(small := each.lower()) == 1 else each for each in text).translate(
        _ALIKE
    )
