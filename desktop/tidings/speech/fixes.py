"""What the reader wants said differently: one fix, and all of them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from enum import Enum
from gettext import gettext as _
from urllib.parse import urlsplit

from tidings.document import Article
from tidings.speech.patterns import PatternError, check_pattern

LONGEST = 200
"""Characters of what is written and of what is said instead."""


class Match(Enum):
    """Where what is written is looked for."""

    WORD = "word"
    PART = "part"
    PATTERN = "pattern"


class FixError(ValueError):
    """A fix cannot be used; the text is a sentence for the reader.

    ``of_said`` tells that what is said is wrong, rather than what is written.
    """

    def __init__(self, sentence: str, *, of_said: bool = False) -> None:
        super().__init__(sentence)
        self.of_said = of_said


@dataclass(frozen=True, slots=True)
class Fix:
    """Something written, and how it is to be said.

    Written in small letters it is found in capitals, too; with a capital it is found only
    as it is written. ``language`` is a language without its region ("en"), empty for all.
    ``source`` is what :func:`source_of` gives, empty for all stories. ``phoneme`` is the
    sound in the International Phonetic Alphabet: it is kept for programs that can use it.
    """

    written: str
    said: str
    match: Match = Match.WORD
    language: str = ""
    source: str = ""
    phoneme: str = ""

    @property
    def key(self) -> tuple[str, Match, str, str]:
        """What no two fixes share."""
        return self.written, self.match, self.language, self.source

    def tidied(self) -> Fix:
        """Return the fix as it is kept: without signs that no text holds, and loose blanks."""
        written = _printable(self.written)
        if self.match is not Match.PATTERN:
            written = " ".join(written.split())
        return replace(
            self,
            written=written,
            said=" ".join(_printable(self.said).split()),
            phoneme=" ".join(_printable(self.phoneme).split()),
            language=base_language(self.language),
        )

    def check(self) -> None:
        """Raise FixError where the fix cannot be used."""
        self.check_length()
        if self.match is Match.PATTERN:
            try:
                check_pattern(self.written, self.said)
            except PatternError as error:
                raise FixError(str(error), of_said=error.of_said) from error

    def check_length(self) -> None:
        """Raise FixError where something is missing or too long: all but a wrong pattern."""
        if not self.written.strip():
            raise FixError(_("Type what is written."))
        if not self.said and not self.phoneme:
            raise FixError(_("Type how it is to be said."), of_said=True)
        if max(map(len, (self.written, self.said, self.phoneme))) > LONGEST:
            words = _("This is too long: {n} characters at most.")
            raise FixError(words.format(n=LONGEST), of_said=len(self.written) <= LONGEST)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All fixes, in the order in which they were made; no two have one key."""

    fixes: tuple[Fix, ...] = ()

    def put(self, fix: Fix, instead_of: Fix | None = None) -> Lexicon:
        """Return the lexicon with a fix, in the place of ``instead_of`` or of one of its key."""
        fixes = list(self.fixes)
        gone = {fix.key, instead_of.key if instead_of else fix.key}
        places = [place for place, each in enumerate(fixes) if each.key in gone]
        rest = [each for each in fixes if each.key not in gone]
        rest.insert(places[0] if places else len(rest), fix)
        return Lexicon(tuple(rest))

    def without(self, *fixes: Fix) -> Lexicon:
        """Return the lexicon without these fixes."""
        gone = {fix.key for fix in fixes}
        return Lexicon(tuple(fix for fix in self.fixes if fix.key not in gone))

    def missing(self, other: Lexicon) -> tuple[Fix, ...]:
        """Return the fixes of another lexicon whose key has none here."""
        keys = {fix.key for fix in self.fixes}
        return tuple(fix for fix in other.fixes if fix.key not in keys)


def source_of(article: Article) -> str:
    """Return where a story is from: the host without "www.", or the whole address of a file."""
    try:
        host = urlsplit(article.url).hostname
    except ValueError:
        host = None
    return host.removeprefix("www.") if host else article.url


def base_language(tag: str) -> str:
    """Return a language without its region and script."""
    return tag.replace("_", "-").partition("-")[0].casefold()


def _printable(text: str) -> str:
    """Leave out what XML cannot hold; what only parts words becomes a blank."""
    blanked = "".join(" " if character in "\t\n\r" else character for character in text)
    return "".join(character for character in blanked if _can_be_kept(character))


def _can_be_kept(character: str) -> bool:
    """Tell whether a character is neither a control, half of a pair, nor no character at all."""
    is_one = ord(character) & 0xFFFE != 0xFFFE
    return is_one and unicodedata.category(character) not in ("Cc", "Cs")
