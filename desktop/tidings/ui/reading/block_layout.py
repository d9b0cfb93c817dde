"""How each kind of block is set."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtGui import QTextList

from tidings.document import (
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
)
from tidings.ui.reading.figure_layout import set_figure
from tidings.ui.reading.outline import Kind, Passage
from tidings.ui.reading.pen import Pen, group
from tidings.ui.reading.style import QUOTE_STATE


def set_block(pen: Pen, part: int, block: Block) -> Passage | None:
    """Set an article's block; return its passage, None where it is nothing to stop at."""
    pen.turn(block.language)
    match block:
        case Heading():
            return _heading(pen, part, block)
        case Paragraph():
            start = pen.open(pen.style.paragraph(pen.direction), pen.style.body())
            pen.write_spans(part, 0, block.spans)
            return pen.passage(Kind.PARAGRAPH, start)
        case Quote():
            return _quote(pen, part, block)
        case ListBlock():
            return _list(pen, part, block)
        case Table():
            return _table(pen, part, block)
        case Figure():
            return set_figure(pen, part, block)
        case Preformatted():
            start = pen.open(pen.style.paragraph(pen.direction), pen.style.fixed_pitch())
            pen.write(part, 0, block.text)
            return pen.passage(Kind.PARAGRAPH, start)


def _heading(pen: Pen, part: int, block: Heading) -> Passage:
    level = min(max(block.level, 1), 6)
    start = pen.open(pen.style.heading_block(level, pen.direction), pen.style.heading(level))
    pen.write_spans(part, 0, block.spans)
    return pen.passage(Kind.HEADING, start, level=level)


def _quote(pen: Pen, part: int, block: Quote) -> Passage:
    paragraphs, character = [], 0
    for spans in _lines(block.spans):
        start = pen.open(pen.style.paragraph(pen.direction, indent=1.5), pen.style.body())
        pen.cursor.block().setUserState(QUOTE_STATE)
        character += pen.write_spans(part, character, spans) + 1
        paragraphs.append(pen.passage(Kind.PARAGRAPH, start))
    return group(Kind.QUOTE, paragraphs)


def _list(pen: Pen, part: int, block: ListBlock) -> Passage:
    items: list[Passage] = []
    marks: QTextList | None = None
    character = 0
    for spans in block.items:
        below = 0.75 if len(items) == len(block.items) - 1 else 0.3
        start = pen.open(pen.style.paragraph(pen.direction, below=below), pen.style.body())
        if marks is None:
            marks = pen.cursor.createList(
                pen.style.list_format(ordered=block.ordered, start=block.start)
            )
        else:
            marks.add(pen.cursor.block())
        character += pen.write_spans(part, character, spans) + 1
        items.append(pen.passage(Kind.ITEM, start))
    return group(Kind.LIST, items) if items else _nothing(pen, part, Kind.LIST)


def _table(pen: Pen, part: int, block: Table) -> Passage:
    columns = max((len(row) for row in block.rows), default=0)
    if not columns:
        return _nothing(pen, part, Kind.TABLE)
    parts: list[Passage] = []
    if block.caption:
        start = pen.open(pen.style.paragraph(pen.direction, below=0.2), pen.style.body())
        pen.anchor(part)
        pen.label(block.caption, bold=True)
        parts.append(pen.passage(Kind.CAPTION, start))
    form = pen.style.table_format(pen.direction, block.header_rows)
    table = pen.cursor.insertTable(len(block.rows), columns, form)
    pen.cursor = table.firstCursorPosition()
    pen.anchor(part)
    character = 0
    for row, cells in enumerate(block.rows):
        header = row < block.header_rows
        passages = []
        for column, spans in enumerate(cells):
            start = pen.open_cell(table, row, column, header=header)
            character += pen.write_spans(part, character, spans) + 1
            passages.append(pen.passage(Kind.CELL, start, header=header))
            # last: Qt keeps a cell's format where its first block keeps that of its text
            table.cellAt(row, column).setFormat(pen.style.cell_format(header=header))
        if passages:
            parts.append(group(Kind.ROW, passages))
        else:
            character += 1
    pen.leave(table)
    size = _("Table, {columns} columns, {rows} rows")
    return group(Kind.TABLE, parts, size.format(columns=columns, rows=len(block.rows)))


def _nothing(pen: Pen, part: int, kind: Kind) -> Passage:
    """Keep a place for a block that has nothing to show."""
    start = pen.open(pen.style.paragraph(pen.direction), pen.style.body())
    pen.anchor(part)
    return Passage(kind, start, start, start, language=pen.language)


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
