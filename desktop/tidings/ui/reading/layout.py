"""Sets an article: its head and its blocks, in a document of its own."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from tidings.document import BYLINE, DATELINE, TITLE, Article
from tidings.ui.reading.block_layout import set_block
from tidings.ui.reading.dates import published_text
from tidings.ui.reading.outline import Kind, Passage, walk
from tidings.ui.reading.page import Page
from tidings.ui.reading.pen import Pen
from tidings.ui.reading.place_map import PlaceMap
from tidings.ui.reading.style import Style

_SEPARATOR = " · "


def lay_out(article: Article, style: Style, locale: QLocale) -> Page:
    """Set an article in a document of its own. ``locale`` writes its date."""
    pen = Pen(article, style)
    pen.turn("")
    passages = [_title(pen, article), _byline(pen, article, locale)]
    passages += [set_block(pen, index, block) for index, block in enumerate(article.blocks)]
    pen.finish()
    outline = tuple(passage for passage in passages if passage is not None)
    return Page(
        article,
        pen.document,
        PlaceMap(article.id, pen.segments),
        outline,
        tuple(link for passage in walk(outline) for link in passage.links),
        tuple(pen.pictures),
    )


def _title(pen: Pen, article: Article) -> Passage | None:
    if not article.title:
        return None
    start = pen.open(pen.style.heading_block(1, pen.direction), pen.style.heading(1))
    pen.write(TITLE, 0, article.title)
    return pen.passage(Kind.HEADING, start, level=1)


def _byline(pen: Pen, article: Article, locale: QLocale) -> Passage | None:
    """Set names, date and place on one line; the date is not part of the story's text."""
    byline, dateline = article.part_text(BYLINE), article.dateline
    date = published_text(article, locale)
    if not (byline or date or dateline):
        return None
    start = pen.open(pen.style.paragraph(pen.direction, below=1.2), pen.style.small(quiet=True))
    separator = ""
    for part, text in ((BYLINE, byline), (None, date), (DATELINE, dateline)):
        if not text:
            continue
        pen.label(separator)
        separator = _SEPARATOR
        if part is None:
            pen.label(text)
        else:
            pen.write(part, 0, text)
    return pen.passage(Kind.PARAGRAPH, start)
