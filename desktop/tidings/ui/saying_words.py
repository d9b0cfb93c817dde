"""What is told of a fix, and of the choices that it has."""

from __future__ import annotations

from gettext import gettext as _

from tidings.speech import Fix, FixError, Match
from tidings.ui.language_words import language_words


def match_words() -> dict[Match, str]:
    """Return the words for where a fix is looked for, in the order of the choice."""
    return {
        Match.WORD: _("The whole word"),
        Match.PART: _("Also a part of a word"),
        Match.PATTERN: _("A pattern (regular expression)"),
    }


def all_or_one(language: str) -> str:
    """Return the name of a language ("en"); of all languages where there is none."""
    return language_words(language) if language else _("All languages")


def source_words(source: str) -> str:
    """Return which stories a fix is for."""
    return _("Only stories from {source}").format(source=source) if source else _("All stories")


def fix_words(fix: Fix) -> str:
    """Return one line that tells all of a fix; what is usual is not told."""
    if fix.said:
        told = [_("{written}: say “{said}”").format(written=fix.written, said=fix.said)]
    else:
        told = [
            _("{written}: only sounds, which these voices do not use").format(written=fix.written)
        ]
    if fix.match is Match.PART:
        told.append(_("also a part of a word"))
    elif fix.match is Match.PATTERN:
        told.append(_("a pattern"))
    if fix.language:
        told.append(language_words(fix.language))
    if fix.source:
        told.append(_("only {source}").format(source=fix.source))
    try:
        fix.check()
    except FixError as error:
        told.append(_("not used. {reason}").format(reason=error))
    return ", ".join(told)
