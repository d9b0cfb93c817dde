"""Emoji: named by the engine, or left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.rule import compiled
from tidings.speech.replacing import Replacement

_LOOKS = "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]"
"""How an emoji is drawn, and its skin: nobody writes these for their names."""
_PICTURE = (
    "[\u231a\u231b\u23e9-\u23f3\u23f8-\u23fa\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u27bf"
    "\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa"
    "\U0001f400-\U0001faff]"
)
_FIRST = "\u231a"
"""No sign before this one begins an emoji: quotation marks and dashes do not."""
_TAGS = "[\U000e0020-\U000e007f]"
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_ONE = f"(?:{_FLAG}|{_PICTURE}{_LOOKS}*{_TAGS}*(?:\u200d{_PICTURE}{_LOOKS}*)*)"
_ROW = f"{_ONE}(?: ?{_ONE})*"


def prepare_emoji() -> None:
    """Compile what emoji are found by, where there is time for it."""
    for pattern in (_ROW, _ONE):
        compiled(pattern)


def emoji_replacements(text: str, *, named: bool) -> Iterator[Replacement]:
    """Give what is said for each row of emoji in a text, in order.

    eSpeak knows names for them in many languages, but says only the first word of a name with
    something right beside it, so each stands alone. Of the same one in a row one is said.
    """
    if max(text, default="") < _FIRST:
        return
    for row in compiled(_ROW).finditer(text):
        if not named:
            yield Replacement(*row.span(), "")
            continue
        each = (re.sub(_LOOKS, "", one) for one in compiled(_ONE).findall(row.group()))
        said = " ".join(dict.fromkeys(each))
        before, after = text[: row.start()][-1:], text[row.end() : row.end() + 1]
        said = f"{'' if not before.strip() else ' '}{said}{'' if not after.strip() else ' '}"
        if said != row.group():
            yield Replacement(*row.span(), said)
