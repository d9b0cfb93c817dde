"""Writes text into a document and notes where each piece of the story comes to stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)

from tidings.document import Article, Emphasis, Span, Spans, plain
from tidings.ui.reading.direction import block_direction, runs_right_to_left
from tidings.ui.reading.offsets import as_shown
from tidings.ui.reading.outline import Kind, Link, Passage
from tidings.ui.reading.page import PicturePlace
from tidings.ui.reading.place_map import Segment
from tidings.ui.reading.style import FIGURE_INDEX, PICTURE_OBJECT, Style

_OBJECT_REPLACEMENT = "\ufffc"


class Pen:
    """Stands at the end of a document that it writes from top to bottom.

    ``direction`` is that of the part being written, see :meth:`turn`.
    """

    def __init__(self, article: Article, style: Style) -> None:
        self.style = style
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDefaultFont(style.font)
        self.document.setIndentWidth(style.indent_width)
        self.cursor = QTextCursor(self.document)
        self.cursor.beginEditBlock()
        self.document.rootFrame().setFrameFormat(style.page_format())
        self.segments: list[Segment] = []
        self.pictures: list[PicturePlace] = []
        self.direction = Qt.LayoutDirection.LeftToRight
        self._article = article
        self._language = article.language
        self._characters = style.body()
        self._links: list[Link] = []
        self._written: set[str] = set()
        self._fresh = True  # an empty block is still to be used

    @property
    def position(self) -> int:
        """The document position that the pen stands at."""
        return self.cursor.position()

    @property
    def language(self) -> str:
        """The language of the part being written, see :meth:`turn`."""
        return self._language

    def turn(self, language: str) -> None:
        """Write in a block's language from here on, empty for the story's own."""
        self._language = language or self._article.language
        self.direction = block_direction(language, self._article.direction)

    def open(self, block: QTextBlockFormat, characters: QTextCharFormat) -> int:
        """Begin a block; return its document position."""
        self._characters = characters
        if self._fresh:
            self._fresh = False
            self.cursor.setBlockFormat(block)
            self.cursor.setBlockCharFormat(characters)
        else:
            self.cursor.insertBlock(block, characters)
        return self.position

    def open_cell(self, table: QTextTable, row: int, column: int, *, header: bool) -> int:
        """Begin a cell of a table; return its document position."""
        self.cursor = table.cellAt(row, column).firstCursorPosition()
        self.cursor.setBlockFormat(self.style.cell_block(self.direction))
        self._characters = _bold(self.style.body()) if header else self.style.body()
        return self.position

    def leave(self, table: QTextTable) -> None:
        """Go on behind a table."""
        self.cursor = table.lastCursorPosition()
        self.cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._fresh = True

    def change(self, characters: QTextCharFormat) -> None:
        """Go on in the same block with another format."""
        self._characters = characters

    def anchor(self, part: int) -> None:
        """Have what is written next belong to the beginning of a part."""
        self.segments.append(Segment(part, 0, "", self.position))

    def label(self, text: str, *, bold: bool = False) -> None:
        """Write words that are not part of the story."""
        characters = _bold(self._characters) if bold else self._characters
        self.cursor.insertText(as_shown(text), characters)

    def write(self, part: int, character: int, text: str) -> None:
        """Write a part's text from its ``character`` on."""
        self._written.add(self._language)
        self.segments.append(Segment(part, character, text, self.position))
        self.cursor.insertText(as_shown(text), self._characters)

    def write_spans(self, part: int, character: int, spans: Spans) -> int:
        """Write spans of a part, from its ``character`` on; return how many they are."""
        text = plain(spans)
        self.segments.append(Segment(part, character, text, self.position))
        for span in spans:
            self._written.add(span.language or self._language)
            if span.emphasis is Emphasis.NONE and not span.link:
                self.cursor.insertText(as_shown(span.text), self._characters)
            else:
                self._write_marked(span)
        return len(text)

    def draw_picture(self, part: int) -> None:
        """Put a figure's picture here."""
        characters = QTextCharFormat(self.style.small(quiet=True))
        characters.setObjectType(PICTURE_OBJECT)
        characters.setProperty(FIGURE_INDEX, part)
        self.cursor.insertText(_OBJECT_REPLACEMENT, characters)

    def passage(self, kind: Kind, start: int, *, level: int = 0, header: bool = False) -> Passage:
        """Close the passage that began at ``start``: it takes the links written since."""
        links, self._links = tuple(self._links), []
        languages, self._written = self._written, set()
        return Passage(
            kind,
            start,
            self.position,
            start,
            level=level,
            header=header,
            language=languages.pop() if len(languages) == 1 else self._language,
            links=links,
        )

    def finish(self) -> None:
        """End the document."""
        if self._fresh:
            # a document cannot end with a table: make the block behind it as low as can be
            block = QTextBlockFormat()
            block.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            self.cursor.setBlockFormat(block)
        self.cursor.endEditBlock()

    def _write_marked(self, span: Span) -> None:
        start = self.position
        script = runs_right_to_left(span.language or self._language)
        characters = self.style.marked(self._characters, span.emphasis, span.link, script=script)
        self.cursor.insertText(as_shown(span.text), characters)
        if span.link and span.text:
            self._note_link(Link(start, self.position, span.link, span.text))

    def _note_link(self, link: Link) -> None:
        last = self._links[-1] if self._links else None
        if last and last.end == link.start and last.address == link.address:
            self._links[-1] = Link(last.start, link.end, link.address, last.text + link.text)
        else:
            self._links.append(link)


def group(kind: Kind, children: Sequence[Passage], name: str = "") -> Passage:
    """Return the passage that holds some others, at least one."""
    first, last = children[0], children[-1]
    return Passage(
        kind,
        first.start,
        last.end,
        first.stop,
        name=name,
        language=first.language,
        children=tuple(children),
    )


def _bold(characters: QTextCharFormat) -> QTextCharFormat:
    bold = QTextCharFormat(characters)
    bold.setFontWeight(QFont.Weight.Bold)
    return bold
