"""Which way a part of a story runs."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tidings.document import Direction

_LANGUAGES = """
    ar arc azb bal bgn bqi ckb dv fa glk he iw khw ks lrc luz mzn ota pnb ps rhg sam sd syr
    ug ur yi
"""
_RIGHT_TO_LEFT_LANGUAGES = frozenset(_LANGUAGES.split())
_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    ("adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa")
)


def block_direction(language: str, story: Direction) -> Qt.LayoutDirection:
    """Return the way a block runs: its own language's, or the story's where it names none."""
    if not language:
        return _layout(right_to_left=story is Direction.RIGHT_TO_LEFT)
    return _layout(right_to_left=runs_right_to_left(language))


def runs_right_to_left(language: str) -> bool:
    """Tell whether a BCP 47 tag names a language, or a script, that runs right to left."""
    subtags = language.casefold().split("-")
    scripts = [subtag for subtag in subtags[1:] if len(subtag) == 4 and subtag.isalpha()]
    if scripts:
        return scripts[0] in _RIGHT_TO_LEFT_SCRIPTS
    return subtags[0] in _RIGHT_TO_LEFT_LANGUAGES


def _layout(*, right_to_left: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
