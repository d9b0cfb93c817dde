"""Where a story was written: the words before the dash that opens it."""

from __future__ import annotations

import re

from tidings.document import Paragraph, Spans, plain
from tidings.extract.spans import drop_start
from tidings.extract.text import tidy

_DASH = re.compile(r"\s*(?:--+|[–—―])\s*")
# A place in capitals ("PETROZAVODSK, Russia", "AUBURN, Wash.", "KYIV (Reuters)").
_PLACE = re.compile(r"(?P<capitals>[^\W\d_][^\s,()]{2,}|[^\W\d_]{2}[. ])[^.!?:;“”\"]{0,70}?[.)]?")
_LONGEST = 90


def split(paragraph: Paragraph) -> tuple[str, Paragraph]:
    """Return the dateline that opens a paragraph, and the paragraph without it.

    The dateline is empty, and the paragraph unchanged, where there is none.
    """
    text = paragraph.text
    dash = _DASH.search(text, 0, _LONGEST + 4)
    if not dash or dash.end() == len(text) or not is_place(text[: dash.start()]):
        return "", paragraph
    rest: Spans = drop_start(paragraph.spans, dash.end())
    return tidy(plain(paragraph.spans)[: dash.start()]), Paragraph(rest, paragraph.language)


def is_place(text: str) -> bool:
    """Tell whether ``text`` has the form of a dateline: a name in capitals, and little more."""
    match = _PLACE.fullmatch(text)
    return match is not None and match["capitals"].strip(".").isupper()


def without_dash(text: str) -> str:
    """Return the place of a dateline that stands in an element of its own."""
    return tidy(re.sub(r"\s*(?:--+|[–—―-])\s*$", "", tidy(text)))
