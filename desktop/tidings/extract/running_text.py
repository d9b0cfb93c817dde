"""Text that gathers until a block's border, and then becomes paragraphs or a heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from tidings.document import Block, Heading, Paragraph, Span, plain
from tidings.extract.paragraphs import BREAK, paragraphs
from tidings.extract.spans import Marks, join
from tidings.extract.text import has_words


class RunningText:
    """The spans since the last border. ``owner`` is the element their first words stand in."""

    def __init__(self) -> None:
        self.owner: HtmlElement | None = None
        self._pieces: list[Span] = []

    def __bool__(self) -> bool:
        return bool(self._pieces)

    def add(self, text: str | None, marks: Marks, owner: HtmlElement) -> None:
        """Add text as it stands in the page; white space begins nothing."""
        if text and not (self.owner is None and text.isspace()):
            self.owner = owner if self.owner is None else self.owner
            self._pieces.append(marks.span(text.replace(BREAK.text, "")))

    def add_break(self) -> None:
        """Add the break of a line."""
        self._pieces.append(BREAK)

    def add_sign(self, sign: str) -> None:
        """Add a sign that the page shows as a picture, in the midst of a sentence."""
        self._pieces.append(Span(sign))

    def as_heading(self, level: int, language: str) -> Iterator[Block]:
        """Yield what has gathered as one heading, on one line."""
        words = join(
            replace(piece, text=piece.text.replace(BREAK.text, " ")) for piece in self._pieces
        )
        if self.owner is not None and has_words(plain(words)):
            yield Heading(level, words, language)

    def as_paragraphs(self, language: str) -> Iterator[Block]:
        """Yield what has gathered as paragraphs."""
        if self.owner is not None:
            for words in paragraphs(self._pieces):
                yield Paragraph(words, language)
