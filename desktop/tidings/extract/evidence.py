"""Which blocks of a page are its story, by the word of an extractor made for that question.

trafilatura finds the text of a page well but drops pictures, captions and structure. So it
is asked only where the text is; the blocks come from the page itself.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from functools import cached_property

from lxml.html import HtmlElement

from tidings.extract.text import has_words

_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af"
_TOKENS = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+")
_RUN = 4
_DUMP_LINES = 20
# No story has more; beyond it the question takes longer than the answer is worth.
_TOO_MUCH = "count(//*) > 15000 or boolean(//*[count(*) > 3000])"


class Evidence:
    """The paragraphs of a page's text, and its runs of words.

    A text shorter than a run counts as a whole. The runs are kept as their hashes, and only
    from the first text on that is not one of the paragraphs.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._paragraphs = frozenset(texts)

    def share(self, text: str) -> float:
        """Return how much of ``text`` belongs to the page's text, 0 to 1."""
        if text in self._paragraphs:
            return float(has_words(text))
        runs = _runs(tokens_of(text))
        return sum(map(self._runs.__contains__, runs)) / len(runs) if runs else 0.0

    @cached_property
    def _runs(self) -> frozenset[int]:
        return frozenset(run for text in self._paragraphs for run in _runs(tokens_of(text)))


def tokens_of(text: str) -> list[str]:
    """Return the words of a text, case aside; in scripts without spaces its characters."""
    return _TOKENS.findall(text.casefold())


def evidence_of(texts: Iterable[str]) -> Evidence:
    """Return the evidence that the paragraphs of a text give."""
    return Evidence(texts)


def ask_trafilatura(root: HtmlElement) -> list[str]:
    """Return the paragraphs of the page's text, none where it finds no text.

    The tree is left as it is.
    """
    if root.xpath(_TOO_MUCH):
        return []
    from trafilatura import bare_extraction

    # It reports every page without a text; the reader hears that from us, once.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(root, fast=True, include_comments=False, include_tables=True)
    except Exception:  # noqa: BLE001 - broken pages break it in ways that it does not name
        return []
    body = getattr(document, "body", None)
    if body is None:
        return []
    texts = ["".join(element.itertext()) for element in body]
    # What it gives at its wits' end: the whole page, furniture and all, in one piece.
    if len(texts) == 1 and texts[0].count("\n") > _DUMP_LINES:
        return []
    return texts


def _runs(tokens: list[str]) -> list[int]:
    if len(tokens) < _RUN:
        return [hash(tuple(tokens))] if tokens else []
    return list(map(hash, zip(*(tokens[start:] for start in range(_RUN)), strict=False)))
