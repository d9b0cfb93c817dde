"""The texts of feeds, plain or markup or one taken for the other, as markup to be read."""

from __future__ import annotations

import re
from html import escape, unescape

from tidings.extract.markup import text_of
from tidings.extract.text import tidy
from tidings.extract.tree import lighten, parse

_TAG = re.compile(r"<[/!]?[A-Za-z][^<>]*>")
_ESCAPED_TAG = re.compile(
    r"&lt;/?(?:p|div|br|a|img|span|strong|em|b|i|ul|li|h[1-6])\b[^<>]{0,2000}?&gt;"
)


def as_markup(text: str, *, is_markup: bool) -> str:
    """Return a text as markup; empty for one without words.

    A text in which tags are escaped once more than they should be is taken for what it means,
    and one without any tag has its empty lines for the borders of paragraphs.
    """
    if is_markup and not _TAG.search(text) and _ESCAPED_TAG.search(text):
        text = unescape(text)
    if is_markup and _TAG.search(text):
        return text.strip()
    words = text if is_markup else escape(text)
    lines = "<br>".join(line.strip() for line in words.strip().split("\n"))
    return f"<p>{lines}</p>" if lines else ""


def plain_words(markup: str) -> str:
    """Return the words of a line that is markup."""
    if "<" not in markup:
        return tidy(unescape(markup))
    root = parse(lighten(f"<div>{markup}</div>")[0])
    return text_of(root)


def length_of(markup: str) -> int:
    """Return about how many characters a reader gets of a text."""
    return len(_TAG.sub("", markup))
