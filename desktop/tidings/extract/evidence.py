"""Which blocks of a page are its story, by the word of an extractor made for that question.

trafilatura finds the text of a page well but drops pictures, captions and structure. So it
is asked only where the text is; the blocks come from the page itself.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml.html import HtmlElement

_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af"
_TOKENS = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+")
_RUN = 4
_DUMP_LINES = 20

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The word runs of a page's text; a text shorter than a run stands as a whole."""

    runs: frozenset[Run]
    short: frozenset[Run]

    def share(self, text: str) -> float:
        """Return how much of ``text`` belongs to the page's text, 0 to 1."""
        tokens = tokens_of(text)
        if len(tokens) < _RUN:
            return float(bool(tokens) and tuple(tokens) in self.short)
        runs = _runs(tokens)
        return sum(run in self.runs for run in runs) / len(runs)


def tokens_of(text: str) -> list[str]:
    """Return the words of a text, case aside; in scripts without spaces its characters."""
    return _TOKENS.findall(text.casefold())


def evidence_of(texts: Iterable[str]) -> Evidence:
    """Return the evidence that the paragraphs of a text give."""
    runs: set[Run] = set()
    short: set[Run] = set()
    for text in texts:
        tokens = tokens_of(text)
        if len(tokens) < _RUN:
            short.add(tuple(tokens))
        else:
            runs.update(_runs(tokens))
    return Evidence(frozenset(runs), frozenset(short))


def ask_trafilatura(root: HtmlElement) -> list[str]:
    """Return the paragraphs of the page's text, none where it finds no text.

    The tree is left as it is.
    """
    from trafilatura import bare_extraction

    # It reports every page without a text; the reader hears that from us, once.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = bare_extraction(root, fast=True, include_comments=False, include_tables=True)
    body = getattr(document, "body", None)
    if body is None:
        return []
    texts = ["".join(element.itertext()) for element in body]
    # What it gives at its wits' end: the whole page, furniture and all, in one piece.
    if len(texts) == 1 and texts[0].count("\n") > _DUMP_LINES:
        return []
    return texts


def _runs(tokens: list[str]) -> list[Run]:
    return list(zip(*(tokens[start:] for start in range(_RUN)), strict=False))
