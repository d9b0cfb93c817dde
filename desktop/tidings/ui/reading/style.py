"""Type of the page: sizes, spacing and formats, all in proportion to one text size."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)

from tidings.document import Emphasis
from tidings.ui.reading.inks import Inks
from tidings.ui.reading.made_once import Made, made_once

SMALLEST, LARGEST = 12.0, 96.0
"""The bounds of the text size, in points."""

COLUMN_CHARACTERS = 66
"""Characters of running text on a full line; narrow letters make it 70 at the most."""

PICTURE_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
"""The object type under which a picture stands in the document."""
FIGURE_INDEX = QTextFormat.Property.UserProperty.value + 1
"""The format property that says which of the article's blocks a picture belongs to."""

QUOTE_STATE = 1
"""The user state of a document block that is part of a quotation."""

SIDE_MARGIN = 12
"""Clear space inside the column on both sides, in pixels, for boxes and frames round text."""

_SAMPLE = "The reader who wants to know more turns the page and goes on in peace, line by line."
_HEADING_SCALE = {1: 1.9, 2: 1.4, 3: 1.2, 4: 1.1, 5: 1.0, 6: 1.0}
# In percent of the family's own line, which in Noto Sans is 1.36 times the size: running
# text stands at 1.6 times its size (WCAG 1.4.12 asks for 1.5), headings at 1.3.
_LINE_HEIGHT, _HEADING_LINE_HEIGHT = 118.0, 98.0


@dataclass(frozen=True, slots=True)
class Style:
    """How a page is set: a font family, the text size in points, and its colours.

    ``em`` is the height of a line of running text without its spacing, in pixels. Each
    format is made once and handed out again: who wants to change one changes a copy.
    """

    family: str
    points: float
    inks: Inks
    em: float = field(init=False, compare=False)
    made: Made = field(init=False, compare=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "em", QFontMetricsF(self.font).height())

    @property
    def font(self) -> QFont:
        """The font of running text."""
        font = QFont(self.family)
        font.setPointSizeF(self.points)
        return font

    @property
    def column(self) -> int:
        """The width of the text column, in pixels."""
        advance = QFontMetricsF(self.font).horizontalAdvance(_SAMPLE)
        return round(COLUMN_CHARACTERS * advance / len(_SAMPLE)) + 2 * SIDE_MARGIN

    @property
    def caret_width(self) -> int:
        """The width of the caret, in pixels: seen without searching at any size."""
        return max(3, round(self.em / 7))

    def heading_points(self, level: int) -> float:
        """Return the size of a heading; the larger the text, the less it stands out."""
        calm = min(1.0, 20.0 / self.points)
        return self.points * (1.0 + (_HEADING_SCALE[level] - 1.0) * calm)

    @property
    def small_points(self) -> float:
        """The size of captions and of the byline's line."""
        return max(10.5, self.points * 0.85)

    # -- characters

    @made_once
    def body(self) -> QTextCharFormat:
        """Return the format of running text."""
        return self._characters(self.points)

    @made_once
    def heading(self, level: int) -> QTextCharFormat:
        """Return the format of a heading's text."""
        characters = self._characters(self.heading_points(level))
        characters.setFontWeight(QFont.Weight.Bold)
        return characters

    @made_once
    def small(self, *, quiet: bool) -> QTextCharFormat:
        """Return the format of captions, or with ``quiet`` of what stands behind them."""
        characters = self._characters(self.small_points)
        if quiet:
            characters.setForeground(self.inks.quiet)
        return characters

    @made_once
    def fixed_pitch(self) -> QTextCharFormat:
        """Return the format of preformatted text."""
        characters = self._characters(self.points * 0.92)
        characters.setFontFamilies(["monospace"])
        characters.setFontFixedPitch(True)
        return characters

    def marked(
        self, base: QTextCharFormat, emphasis: Emphasis, link: str, *, script: bool
    ) -> QTextCharFormat:
        """Return a format with a span's emphasis and link.

        ``script`` tells that the span's writing has no italics of its own: emphasis is
        then set bold.
        """
        characters = QTextCharFormat(base)
        if emphasis is Emphasis.STRONG or (emphasis is Emphasis.EMPHASIS and script):
            characters.setFontWeight(QFont.Weight.Bold)
        elif emphasis is Emphasis.EMPHASIS:
            characters.setFontItalic(True)
        if link:
            characters.setAnchor(True)
            characters.setAnchorHref(link)
            characters.setForeground(self.inks.link)
            characters.setFontUnderline(True)
        return characters

    def _characters(self, points: float) -> QTextCharFormat:
        characters = QTextCharFormat()
        characters.setFontFamilies([self.family])
        characters.setFontPointSize(points)
        characters.setForeground(self.inks.text)
        return characters

    # -- blocks

    def page_format(self) -> QTextFrameFormat:
        """Return the format of the whole page."""
        page = QTextFrameFormat()
        page.setTopMargin(SIDE_MARGIN * 2)
        page.setBottomMargin(SIDE_MARGIN * 4)
        page.setLeftMargin(SIDE_MARGIN)
        page.setRightMargin(SIDE_MARGIN)
        return page

    @made_once
    def paragraph(
        self,
        direction: Qt.LayoutDirection,
        *,
        above: float = 0.0,
        below: float = 0.75,
        indent: float = 0.0,
    ) -> QTextBlockFormat:
        """Return a paragraph's format; distances in lines of text, the indent on both sides."""
        block = QTextBlockFormat()
        block.setLayoutDirection(direction)
        block.setTopMargin(round(above * self.em))
        block.setBottomMargin(round(below * self.em))
        block.setLeftMargin(round(indent * self.em))
        block.setRightMargin(round(indent * self.em))
        _set_line_height(block, _LINE_HEIGHT)
        return block

    @made_once
    def heading_block(self, level: int, direction: Qt.LayoutDirection) -> QTextBlockFormat:
        """Return a heading's block format."""
        above, below = (0.5, 0.45) if level == 1 else (1.0, 0.4)
        block = QTextBlockFormat(self.paragraph(direction, above=above, below=below))
        block.setHeadingLevel(level)
        _set_line_height(block, _HEADING_LINE_HEIGHT)
        return block

    @made_once
    def picture_block(self, direction: Qt.LayoutDirection) -> QTextBlockFormat:
        """Return the format of the line on which a picture stands."""
        block = QTextBlockFormat(self.paragraph(direction, above=0.5, below=0.35))
        _set_line_height(block, 100.0)
        return block

    def list_format(self, *, ordered: bool, start: int = 1) -> QTextListFormat:
        """Return the format of a list's marks, numbered from ``start`` where it is ordered."""
        marks = QTextListFormat()
        styles = QTextListFormat.Style
        marks.setStyle(styles.ListDecimal if ordered else styles.ListDisc)
        marks.setStart(start)
        marks.setIndent(1)
        return marks

    @property
    def indent_width(self) -> float:
        """The width kept for a list's marks, in pixels."""
        return round(self.em * 1.6)

    def table_format(self, direction: Qt.LayoutDirection, header_rows: int) -> QTextTableFormat:
        """Return a table's format."""
        table = QTextTableFormat()
        table.setLayoutDirection(direction)
        table.setBorder(0)
        # the rules of single cells are drawn in this mode alone
        table.setBorderCollapse(True)
        table.setCellPadding(round(self.em * 0.3))
        table.setCellSpacing(0)
        table.setHeaderRowCount(header_rows)
        table.setTopMargin(round(self.em * 0.3))
        table.setBottomMargin(round(self.em))
        table.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        return table

    @made_once
    def cell_block(self, direction: Qt.LayoutDirection) -> QTextBlockFormat:
        """Return the format of a paragraph in a cell."""
        block = QTextBlockFormat(self.paragraph(direction, below=0))
        _set_line_height(block, 110.0)
        return block

    @made_once
    def cell_format(self, *, header: bool) -> QTextTableCellFormat:
        """Return a cell's format: rules between rows only, a heavier one below the header."""
        cell = QTextTableCellFormat()
        cell.setBottomBorder(2 if header else 1)
        cell.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        cell.setBottomBorderBrush(self.inks.text if header else self.inks.rule)
        return cell


def _set_line_height(block: QTextBlockFormat, percent: float) -> None:
    block.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
