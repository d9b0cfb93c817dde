"""Finding the paragraphs of running text in which line breaks stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tidings.document import Span, Spans, plain
from tidings.extract.spans import join
from tidings.extract.text import has_words

BREAK = Span("\0")
"""The piece that stands for one line break."""

_SPACE = Span(" ")
_LONG_LINE = 60
_SENTENCE_ENDS = tuple('.!?…”"»。؟۔:')


def paragraphs(pieces: Iterable[Span]) -> Iterator[Spans]:
    """Yield the paragraphs in ``pieces``, none without words.

    Two line breaks in a row end a paragraph, and so does a single one after a long line
    that ends a sentence; any other is a space.
    """
    gathered: list[Span] = []
    line = last = ""
    breaks = 0
    for piece in pieces:
        if piece is BREAK:
            breaks += 1
        elif not (breaks and piece.text.isspace()):
            if breaks > 1 or (breaks and len(line) > _LONG_LINE and _ends_sentence(last)):
                yield from _paragraph(gathered)
                gathered = []
            elif breaks:
                gathered.append(_SPACE)
            if breaks:
                line, breaks = "", 0
            line = line[-_LONG_LINE:] + piece.text
            last = piece.text if not piece.text.isspace() else last
            gathered.append(piece)
    yield from _paragraph(gathered)


def _paragraph(pieces: list[Span]) -> Iterator[Spans]:
    words = join(pieces)
    if has_words(plain(words)):
        yield words


def _ends_sentence(text: str) -> bool:
    return text.rstrip().endswith(_SENTENCE_ENDS)
