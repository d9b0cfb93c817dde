"""Every character of an article stands in the document, where the map says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor, QTextListFormat
from PySide6.QtWidgets import QApplication

from tests.gui.reading.sample_article import ARTICLE, text
from tidings.document import (
    BYLINE,
    DATELINE,
    TITLE,
    Article,
    Block,
    Direction,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Position,
    Preformatted,
    Quote,
    Range,
    Span,
    Table,
)
from tidings.ui.reading.inks import Inks
from tidings.ui.reading.layout import lay_out
from tidings.ui.reading.offsets import as_shown
from tidings.ui.reading.outline import Kind, walk
from tidings.ui.reading.page import Page
from tidings.ui.reading.style import FIGURE_INDEX, Style


def page_of(article: Article, points: float = 12) -> Page:
    style = Style("DejaVu Sans", points, Inks.from_palette(QPalette()))
    return lay_out(article, style, QLocale("en_GB"))


def shown(page: Page, start: int, end: int) -> str:
    cursor = QTextCursor(page.document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


WORDS = st.text(st.sampled_from("ab é🌍🏳️\u200dپل\n\t\ufffc\u2029"), max_size=12)
SPANS = st.lists(
    st.builds(Span, WORDS, link=st.sampled_from(["", "https://a.example/"])), max_size=3
).map(tuple)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, st.integers(2, 6), SPANS),
    st.builds(Paragraph, SPANS, language=st.sampled_from(["", "fa", "en"])),
    st.builds(Quote, SPANS),
    st.builds(ListBlock, st.lists(SPANS, max_size=3).map(tuple), st.booleans()),
    st.builds(
        Table,
        st.lists(st.lists(SPANS, max_size=3).map(tuple), max_size=3).map(tuple),
        header_rows=st.integers(0, 1),
        caption=st.sampled_from(["", "Figures"]),
    ),
    st.builds(Figure, st.just(Picture(())), st.none() | WORDS, SPANS, WORDS),
    st.builds(Preformatted, WORDS),
)
ARTICLES = st.builds(
    Article,
    id=st.just("a"),
    title=WORDS,
    blocks=st.lists(BLOCKS, max_size=5).map(tuple),
    byline=st.lists(WORDS, max_size=2).map(tuple),
    dateline=WORDS,
    direction=st.sampled_from(Direction),
)


@pytest.mark.usefixtures("qapp")
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ARTICLES)
def test_every_character_stands_where_the_map_says(article: Article) -> None:
    page = page_of(article)
    before = -1
    for part in article.parts:
        words = article.part_text(part)
        for character in range(len(words)):
            at = page.places.to_document(Position("a", part, character))
            assert at is not None
            place = page.places.to_position(at)
            assert place is not None
            assert (place.article, place.block) == ("a", part)
            # what only separates lines and cells may have no place of its own
            if words[character] not in "\n\t\u2029":
                assert place.character == character
                width = 2 if words[character] > "\uffff" else 1
                assert shown(page, at, at + width) == as_shown(words[character])
                assert at > before
                before = at


@pytest.mark.usefixtures("qapp")
@settings(max_examples=60, deadline=None)
@given(ARTICLES, st.data())
def test_a_range_is_shown_by_its_own_characters(article: Article, data: st.DataObject) -> None:
    page = page_of(article)
    parts = [part for part in article.parts if article.part_text(part)]
    if not parts:
        return
    part = data.draw(st.sampled_from(parts))
    words = article.part_text(part)
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    lit = "".join(
        shown(page, *pair) for pair in page.places.stretches(Range("a", part, start, end))
    )
    assert _visible(lit) == _visible(as_shown(words[start:end]))


def _visible(words: str) -> str:
    return words.translate(dict.fromkeys(map(ord, "\n\t\u2028\u2029"), None))


def test_the_head_is_one_line_with_places_of_its_own(qapp: QApplication) -> None:
    page = page_of(ARTICLE)
    line = page.document.findBlock(page.outline[1].start)
    assert line.text() == ("Aigerim Bekova, Tom Hale · Monday, 24 November 2025, 09:30 · OSKEMEN")
    for part, words in (
        (TITLE, ARTICLE.title),
        (BYLINE, "Aigerim Bekova, Tom Hale"),
        (DATELINE, "OSKEMEN"),
    ):
        at = page.places.to_document(Position("bridge", part, 0))
        assert at is not None
        assert shown(page, at, at + len(words)) == words


def test_a_figure_says_each_thing_once(qapp: QApplication) -> None:
    lines = page_of(ARTICLE).document.toPlainText().split("\n")
    assert "Image: A steel arch bridge at sunrise with people walking across" in lines
    assert "The bridge on Monday morning.  Photo: Dana Seit" in lines
    assert lines.count("Crossings grew from 1,204 to 18,377") == 1
    assert lines.count("Image without description") == 1


def test_the_outline_holds_every_kind_in_order(qapp: QApplication) -> None:
    outline = page_of(ARTICLE).outline
    kinds = [passage.kind for passage in outline]
    assert kinds == [
        Kind.HEADING, Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.PICTURE, Kind.HEADING, Kind.PARAGRAPH,
        Kind.QUOTE, Kind.HEADING, Kind.LIST, Kind.LIST, Kind.TABLE, Kind.PICTURE, Kind.PICTURE,
        Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.PARAGRAPH,
    ]  # fmt: skip
    starts = [passage.start for passage in walk(outline) if not passage.children]
    assert starts == sorted(starts)
    assert [len(passage.children) for passage in outline if passage.kind is Kind.LIST] == [3, 2]


def test_an_ornament_is_no_landmark(qapp: QApplication) -> None:
    ornaments = (Figure(Picture(()), "", text("Words")), Figure(Picture(()), ""))
    outline = page_of(replace(ARTICLE, blocks=ornaments)).outline
    assert [passage.kind for passage in outline[2:]] == [Kind.CAPTION]


@pytest.mark.parametrize(
    ("language", "story", "expected"),
    [
        ("", Direction.LEFT_TO_RIGHT, Qt.LayoutDirection.LeftToRight),
        ("", Direction.RIGHT_TO_LEFT, Qt.LayoutDirection.RightToLeft),
        ("fa", Direction.LEFT_TO_RIGHT, Qt.LayoutDirection.RightToLeft),
        ("en", Direction.RIGHT_TO_LEFT, Qt.LayoutDirection.LeftToRight),
        ("kk-Arab-CN", Direction.LEFT_TO_RIGHT, Qt.LayoutDirection.RightToLeft),
        ("ps-Latn", Direction.RIGHT_TO_LEFT, Qt.LayoutDirection.LeftToRight),
    ],
)
def test_a_block_runs_its_own_way(
    qapp: QApplication, language: str, story: Direction, expected: Qt.LayoutDirection
) -> None:
    article = Article("a", "", (Paragraph(text("x"), language=language),), direction=story)
    block = page_of(article).document.firstBlock()
    assert block.blockFormat().layoutDirection() is expected


def test_what_follows_a_list_or_a_table_is_not_part_of_it(qapp: QApplication) -> None:
    blocks = (
        ListBlock((text("item"),), ordered=True),
        Table(((text("cell"),),)),
        Paragraph(text("after table")),
        ListBlock((text("item"),)),
        Paragraph(text("after list")),
    )
    document = page_of(Article("a", "", blocks)).document
    found = {}
    block = document.firstBlock()
    while block.isValid():
        cursor = QTextCursor(block)
        found[block.text()] = (block.textList() is not None, cursor.currentTable() is not None)
        block = block.next()
    assert found["after table"] == (False, False)
    assert found["after list"] == (False, False)
    assert found["cell"] == (False, True)


def test_rules_divide_the_rows_of_a_table(qapp: QApplication) -> None:
    rows = ((text("head"),), (text("cell"),))
    document = page_of(Article("a", "", (Table(rows, header_rows=1),))).document
    cursor = QTextCursor(document)
    cursor.setPosition(1)
    table = cursor.currentTable()
    borders = [table.cellAt(row, 0).format().toTableCellFormat() for row in (0, 1)]
    assert [border.bottomBorder() for border in borders] == [2, 1]


def test_marks_of_lists_are_told_apart(qapp: QApplication) -> None:
    blocks = (ListBlock((text("a"),), ordered=True), ListBlock((text("b"),)))
    document = page_of(Article("a", "", blocks)).document
    styles = [document.findBlock(at).textList().format().style() for at in (0, 2)]
    assert styles == [QTextListFormat.Style.ListDecimal, QTextListFormat.Style.ListDisc]


def test_a_list_is_numbered_from_its_start(qapp: QApplication) -> None:
    block = ListBlock((text("a"), text("b")), ordered=True, start=4)
    document = page_of(Article("a", "", (block,))).document
    numbers = [
        found.textList().itemText(found) for found in (document.findBlock(0), document.findBlock(2))
    ]
    assert numbers == ["4.", "5."]


def test_headings_step_down_in_size_and_all_stay_above_the_text(qapp: QApplication) -> None:
    for points in (12.0, 28.0, 96.0):
        style = Style("DejaVu Sans", points, Inks.from_palette(QPalette()))
        sizes = [style.heading_points(level) for level in range(1, 7)]
        assert sizes == sorted(sizes, reverse=True)
        assert min(sizes) >= points
        assert sizes[0] <= points * 1.9


def test_a_line_holds_at_most_seventy_characters(qapp: QApplication) -> None:
    words = " ".join(["The reader who wants to know more turns the page and goes on."] * 60)
    for points in (12.0, 28.0):
        style = Style("DejaVu Sans", points, Inks.from_palette(QPalette()))
        page = lay_out(Article("a", "", (Paragraph(text(words)),)), style, QLocale("en_GB"))
        page.document.setTextWidth(style.column)
        page.document.documentLayout().documentSize()
        layout = page.document.firstBlock().layout()
        lengths = [layout.lineAt(index).textLength() for index in range(layout.lineCount())]
        # the blank at the end of a line is not seen
        assert 55 <= max(lengths) - 1 <= 70


def test_a_block_is_set_the_same_whatever_stands_before_it(qapp: QApplication) -> None:
    """Formats are made once for all of a page: none may be changed for one block."""
    blocks: tuple[Block, ...] = (
        Paragraph((Span("Words "), Span("linked", link="https://a.example/"))),
        Heading(2, (Span("Head"),)),
        Table((((Span("a"),),), ((Span("b"),),)), header_rows=1),
        Quote((Span("said"),)),
        Preformatted("fixed"),
        Figure(Picture(("http://127.0.0.1/a.png",)), "A pier", (Span("Mail"),), "Photo: N"),
    )
    page = page_of(Article("a", "", (*blocks, *blocks)))

    formats: dict[str, list[object]] = {}
    block = page.document.firstBlock()
    while block.isValid():
        characters = [QTextCharFormat(found.format) for found in block.textFormats()]
        for part in characters:
            assert bool(part.objectType()) == (block.text() == "\ufffc")
            part.clearProperty(FIGURE_INDEX)
        formats.setdefault(block.text(), []).append((block.blockFormat(), characters))
        block = block.next()
    for name in ("Words linked", "Head", "a", "b", "said", "fixed", "Mail  Photo: N"):
        first, second = formats[name]
        assert first == second
