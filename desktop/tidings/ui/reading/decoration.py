"""What the view paints beside the text: focus ring, link box, quotation rules, frames."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from tidings.ui.reading.geometry import blocks_between, line_rects, passage_rect
from tidings.ui.reading.inks import Inks
from tidings.ui.reading.outline import Link
from tidings.ui.reading.page import Page, PicturePlace
from tidings.ui.reading.style import QUOTE_STATE, SIDE_MARGIN

RING_WIDTH = 3
"""The width of the focus ring and of the box round a focused link, in pixels."""


def paint_ring(painter: QPainter, area: QRect, colour: QColor) -> None:
    """Paint the focus ring just inside an area."""
    inset = RING_WIDTH / 2
    painter.setPen(QPen(colour, RING_WIDTH, j=Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(area).adjusted(inset, inset, -inset, -inset))


def paint_beside_text(
    painter: QPainter,
    seen: QRectF,
    page: Page,
    first: int,
    inks: Inks,
    *,
    failed: Iterable[PicturePlace],
    focused: Link | None,
) -> None:
    """Paint what belongs to the page but is not text, in the document's coordinates.

    ``seen`` is the part on the screen and ``first`` the document position at its top;
    ``failed`` are the pictures that cannot be had, ``focused`` the link with the focus.
    """
    document = page.document
    for block in blocks_between(document, first, document.characterCount()):
        rect = document.documentLayout().blockBoundingRect(block)
        if rect.top() > seen.bottom():
            break
        if block.userState() == QUOTE_STATE:
            _paint_quote_rule(painter, block, rect, inks.rule)
    for picture in failed:
        _paint_frame(painter, passage_rect(document, picture.at, picture.end), inks.rule)
    if focused is not None:
        _paint_boxes(painter, line_rects(document, focused.start, focused.end), inks.ring)


def _paint_quote_rule(painter: QPainter, block: QTextBlock, rect: QRectF, colour: QColor) -> None:
    """Paint the rule beside a paragraph of a quotation, and on to its next paragraph."""
    document, form = block.document(), block.blockFormat()
    width = max(3.0, form.leftMargin() / 8)
    if form.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        x = document.textWidth() - SIDE_MARGIN - form.rightMargin() / 2
    else:
        x = SIDE_MARGIN + form.leftMargin() / 2
    following = block.next()
    bottom = rect.bottom()
    if following.isValid() and following.userState() == block.userState():
        bottom = document.documentLayout().blockBoundingRect(following).top()
    painter.fillRect(QRectF(x - width / 2, rect.top(), width, bottom - rect.top()), colour)


def _paint_frame(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Paint the frame round the words of a picture that cannot be had."""
    if rect.height() <= 1:
        return
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    hang = SIDE_MARGIN - 2
    painter.drawRect(rect.adjusted(-hang, -2, hang, hang / 2))


def _paint_boxes(painter: QPainter, rects: Iterable[QRectF], colour: QColor) -> None:
    """Paint a box round each line of a focused link, clear of its letters."""
    painter.setPen(QPen(colour, RING_WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-3, -1, 3, 1), 3, 3)
