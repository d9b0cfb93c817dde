"""Words as the reader gets them: one space between them, nothing invisible among them."""

from __future__ import annotations

import re

# Control characters, soft hyphens, zero-width spaces, icon fonts' private characters and
# half characters. Joiners and direction marks stay: Persian and Arabic need them.
_JUNK = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff"
    "\ue000-\uf8ff\ufff9-\ufffc\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """Return ``text`` without invisible characters, white space collapsed to single spaces.

    A space at either end is kept, as one: what stands beside it may need it.
    """
    return " " if text.isspace() else _SPACE.sub(" ", _JUNK.sub("", text))


def tidy(text: str | None) -> str:
    """Return ``text`` clean and without white space around it; empty for None."""
    return clean(text).strip() if text else ""


def tidy_lines(text: str) -> str:
    """Return preformatted ``text``: lines and indents kept, invisible characters dropped."""
    lines = _JUNK.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).expandtabs(4)
    return "\n".join(line.rstrip() for line in lines.split("\n")).strip("\n")


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts say the same, white space and case aside."""
    return tidy(one).casefold() == tidy(other).casefold()


def has_words(text: str) -> bool:
    """Tell whether there is anything to say: a letter or a digit."""
    return any(character.isalnum() for character in text)


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list that is written as one text."""
    return frozenset(words.split())
