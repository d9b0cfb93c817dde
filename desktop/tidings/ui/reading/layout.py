"""Sets an article: writes its parts into a document and notes where each one stands."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextList,
)

from tidings.document import (
    BYLINE,
    DATELINE,
    TITLE,
    Article,
    Block,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Span,
    Spans,
    Table,
    plain,
)
from tidings.ui.reading.dates import published_text
from tidings.ui.reading.direction import block_direction, runs_right_to_left
from tidings.ui.reading.offsets import as_shown
from tidings.ui.reading.outline import Kind, Link, Passage, walk
from tidings.ui.reading.page import Page, PicturePlace
from tidings.ui.reading.place_map import PlaceMap, Segment
from tidings.ui.reading.style import FIGURE_INDEX, PICTURE_OBJECT, QUOTE_STATE, Style

OBJECT_REPLACEMENT = "\ufffc"
_SEPARATOR = " · "


def lay_out(article: Article, style: Style, locale: QLocale) -> Page:
    """Set an article in a document of its own. ``locale`` writes its date."""
    return _Compositor(article, style, locale).compose()


class _Compositor:
    """Writes one article from its title to its last block."""

    def __init__(self, article: Article, style: Style, locale: QLocale) -> None:
        self._article, self._style, self._locale = article, style, locale
        self._document = QTextDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.setDefaultFont(style.font)
        self._document.setIndentWidth(style.indent_width)
        self._cursor = QTextCursor(self._document)
        self._segments: list[Segment] = []
        self._links: list[Link] = []
        self._pictures: list[PicturePlace] = []
        self._base = style.body()
        self._fresh = True  # the cursor stands in an empty block that is still to be used
        self._direction = Qt.LayoutDirection.LeftToRight
        self._language = article.language

    def compose(self) -> Page:
        article = self._article
        self._cursor.beginEditBlock()
        self._document.rootFrame().setFrameFormat(self._style.page_format())
        passages = [*self._title(), *self._byline()]
        for index, block in enumerate(article.blocks):
            passage = self._block(index, block)
            if passage is not None:
                passages.append(passage)
        if self._fresh:
            self._hide_last_block()
        self._cursor.endEditBlock()
        outline = tuple(passages)
        return Page(
            article,
            self._document,
            PlaceMap(article.id, self._segments),
            outline,
            tuple(link for passage in walk(outline) for link in passage.links),
            tuple(self._pictures),
        )

    # -- the head

    def _title(self) -> list[Passage]:
        self._turn("")
        if not self._article.title:
            return []
        start = self._open(self._style.heading_block(1, self._direction), self._style.heading(1))
        self._write(TITLE, 0, self._article.title)
        return [self._passage(Kind.HEADING, start, level=1)]

    def _byline(self) -> list[Passage]:
        article, style = self._article, self._style
        byline, dateline = article.part_text(BYLINE), article.dateline
        date = published_text(article, self._locale)
        if not (byline or date or dateline):
            return []
        quiet = style.small(quiet=True)
        start = self._open(style.paragraph(self._direction, below=1.2), quiet)
        separator = ""
        for part, text in ((BYLINE, byline), (None, date), (DATELINE, dateline)):
            if not text:
                continue
            self._label(separator)
            if part is None:
                self._label(text)
            else:
                self._write(part, 0, text)
            separator = _SEPARATOR
        return [self._passage(Kind.PARAGRAPH, start)]

    # -- the blocks

    def _block(self, part: int, block: Block) -> Passage | None:
        self._turn(block.language)
        match block:
            case Heading():
                return self._heading(part, block)
            case Paragraph():
                start = self._open(self._style.paragraph(self._direction), self._style.body())
                self._spans(part, 0, block.spans)
                return self._passage(Kind.PARAGRAPH, start)
            case Quote():
                return self._quote(part, block)
            case ListBlock():
                return self._list(part, block)
            case Table():
                return self._table(part, block)
            case Figure():
                return self._figure(part, block)
            case Preformatted():
                start = self._open(
                    self._style.paragraph(self._direction), self._style.fixed_pitch()
                )
                self._write(part, 0, block.text)
                return self._passage(Kind.PARAGRAPH, start)

    def _heading(self, part: int, block: Heading) -> Passage:
        level = min(max(block.level, 1), 6)
        start = self._open(
            self._style.heading_block(level, self._direction), self._style.heading(level)
        )
        self._spans(part, 0, block.spans)
        return self._passage(Kind.HEADING, start, level=level)

    def _quote(self, part: int, block: Quote) -> Passage:
        paragraphs, character = [], 0
        for spans in _lines(block.spans):
            start = self._open(
                self._style.paragraph(self._direction, indent=1.5), self._style.body()
            )
            self._cursor.block().setUserState(QUOTE_STATE)
            self._spans(part, character, spans)
            paragraphs.append(self._passage(Kind.PARAGRAPH, start))
            character += len(plain(spans)) + 1
        return self._group(Kind.QUOTE, paragraphs)

    def _list(self, part: int, block: ListBlock) -> Passage:
        items: list[Passage] = []
        marks: QTextList | None = None
        character = 0
        for spans in block.items:
            last = len(items) == len(block.items) - 1
            start = self._open(
                self._style.paragraph(self._direction, below=0.75 if last else 0.3),
                self._style.body(),
            )
            if marks is None:
                marks = self._cursor.createList(self._style.list_format(ordered=block.ordered))
            else:
                marks.add(self._cursor.block())
            self._spans(part, character, spans)
            items.append(self._passage(Kind.ITEM, start))
            character += len(plain(spans)) + 1
        if not items:
            return self._nothing(part, Kind.LIST)
        return self._group(Kind.LIST, items)

    def _table(self, part: int, block: Table) -> Passage:
        columns = max((len(row) for row in block.rows), default=0)
        if not columns:
            return self._nothing(part, Kind.TABLE)
        parts: list[Passage] = []
        if block.caption:
            start = self._open(
                self._style.paragraph(self._direction, below=0.2), self._style.body()
            )
            self._anchor(part)
            self._label(block.caption, bold=True)
            parts.append(self._passage(Kind.CAPTION, start))
        table = self._cursor.insertTable(
            len(block.rows),
            columns,
            self._style.table_format(self._direction, block.header_rows),
        )
        self._cursor = table.firstCursorPosition()
        self._anchor(part)
        character = 0
        for row, cells in enumerate(block.rows):
            header = row < block.header_rows
            passages = []
            for column, spans in enumerate(cells):
                self._cursor = table.cellAt(row, column).firstCursorPosition()
                self._cursor.setBlockFormat(self._style.cell_block(self._direction))
                start = self._cursor.position()
                self._base = self._style.body()
                if header:
                    self._base = QTextCharFormat(self._base)
                    self._base.setFontWeight(700)
                self._cursor.setBlockCharFormat(self._base)
                self._spans(part, character, spans)
                passages.append(self._passage(Kind.CELL, start, header=header))
                # last: a cell keeps its format where its first block keeps that of its text
                table.cellAt(row, column).setFormat(self._style.cell_format(header=header))
                character += len(plain(spans)) + 1
            character += 0 if cells else 1
            if passages:
                parts.append(self._group(Kind.ROW, passages))
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._fresh = True
        name = _("Table, {columns} columns, {rows} rows").format(
            columns=columns, rows=len(block.rows)
        )
        return Passage(
            Kind.TABLE,
            parts[0].start,
            parts[-1].end,
            parts[0].stop,
            name=name,
            children=tuple(parts),
        )

    def _figure(self, part: int, block: Figure) -> Passage | None:
        """Write a figure; None where it is an ornament, which is no stop for anybody."""
        style = self._style
        start = self._open(style.picture_block(self._direction), style.body())
        self._anchor(part)
        picture = style.small(quiet=True)
        picture.setObjectType(PICTURE_OBJECT)
        picture.setProperty(FIGURE_INDEX, part)
        self._cursor.insertText(OBJECT_REPLACEMENT, picture)
        line, last_line = start, start
        character = 0
        note = _("Image without description") if block.alt is None else ""
        described = bool(note or block.description)
        captioned = bool(block.caption or block.credit)
        if described:
            line = self._open(self._small_block(last=not captioned), style.small(quiet=True))
            if note:
                self._label(note)
            else:
                self._label(_("Image: "))
                self._write(part, 0, block.description)
                character = len(block.description) + 1
        end = self._cursor.position()
        if captioned:
            last_line = self._open(self._small_block(last=True), style.small(quiet=False))
            self._caption(part, character, block)
        caption = self._passage(Kind.CAPTION, last_line)
        words = described or captioned
        stop = (line if described else last_line) if words else end + 1
        place = PicturePlace(part, start, stop, caption.end if captioned and not described else end)
        self._pictures.append(place)
        name = note or (block.alt or "").strip()
        if described:
            children = (caption,) if captioned else ()
            return Passage(Kind.PICTURE, start, end, line, name=name, children=children)
        if not captioned:
            return None
        if not name:
            return caption
        return Passage(Kind.PICTURE, start, caption.end, last_line, name=name, links=caption.links)

    def _caption(self, part: int, character: int, block: Figure) -> None:
        """Write the caption and its credit on one line."""
        caption = plain(block.caption)
        if caption:
            self._spans(part, character, block.caption)
            character += len(caption) + 1
        if block.credit:
            self._label("  " if caption else "")
            self._base = self._style.small(quiet=True)
            self._write(part, character, block.credit)

    def _small_block(self, *, last: bool) -> QTextBlockFormat:
        return self._style.paragraph(self._direction, below=1.1 if last else 0.15)

    def _nothing(self, part: int, kind: Kind) -> Passage:
        """Keep a place for a block that has nothing to show."""
        start = self._open(self._style.paragraph(self._direction), self._style.body())
        self._anchor(part)
        return Passage(kind, start, start, start)

    # -- writing

    def _turn(self, language: str) -> None:
        self._language = language or self._article.language
        self._direction = block_direction(language, self._article.direction)

    def _open(self, block: QTextBlockFormat, characters: QTextCharFormat) -> int:
        """Begin a block; return its document position."""
        self._base = characters
        if self._fresh:
            self._fresh = False
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(characters)
        else:
            self._cursor.insertBlock(block, characters)
        return self._cursor.position()

    def _anchor(self, part: int) -> None:
        self._segments.append(Segment(part, 0, "", self._cursor.position()))

    def _label(self, text: str, *, bold: bool = False) -> None:
        """Write words that are not part of the story."""
        characters = QTextCharFormat(self._base)
        if bold:
            characters.setFontWeight(700)
        self._cursor.insertText(as_shown(text), characters)

    def _write(self, part: int, character: int, text: str) -> None:
        self._segments.append(Segment(part, character, text, self._cursor.position()))
        self._cursor.insertText(as_shown(text), self._base)

    def _spans(self, part: int, character: int, spans: Spans) -> None:
        """Write spans as one segment, and note the links among them."""
        self._segments.append(Segment(part, character, plain(spans), self._cursor.position()))
        for span in spans:
            start = self._cursor.position()
            script = runs_right_to_left(span.language or self._language)
            self._cursor.insertText(
                as_shown(span.text),
                self._style.marked(self._base, span.emphasis, span.link, script=script),
            )
            if span.link and span.text:
                self._link(Link(start, self._cursor.position(), span.link, span.text))

    def _link(self, link: Link) -> None:
        last = self._links[-1] if self._links else None
        if last and last.end == link.start and last.address == link.address:
            self._links[-1] = Link(last.start, link.end, link.address, last.text + link.text)
        else:
            self._links.append(link)

    def _passage(self, kind: Kind, start: int, *, level: int = 0, header: bool = False) -> Passage:
        """Close the passage that began at ``start``: it takes the links written since."""
        links, self._links = tuple(self._links), []
        return Passage(
            kind, start, self._cursor.position(), start, level=level, header=header, links=links
        )

    def _group(self, kind: Kind, children: Sequence[Passage]) -> Passage:
        start = children[0].start
        return Passage(kind, start, children[-1].end, start, children=tuple(children))

    def _hide_last_block(self) -> None:
        """A document cannot end with a table: make the block behind it as low as can be."""
        block = QTextBlockFormat()
        block.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(block)


def _lines(spans: Spans) -> list[Spans]:
    """Split spans at their line feeds."""
    lines: list[list[Span]] = [[]]
    for span in spans:
        for number, text in enumerate(span.text.split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append(Span(text, span.language, span.link, span.emphasis))
    return [tuple(line) for line in lines]
