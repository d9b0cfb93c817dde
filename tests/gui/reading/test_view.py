"""The reading view as the rest of the window sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.reading.sample_article import (
    ARTICLE,
    BRIDGE,
    CHART,
    LOST,
    ORNAMENT,
    PLAN,
    TIMETABLE,
    text,
)
from tests.gui.window.steps import process
from tidings.document import TITLE, Article, Figure, Paragraph, Picture, Position, Range
from tidings.ui.reading import Landmark, ReadingView

Key = Qt.Key


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ReadingView]:
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show_article(ARTICLE)
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    yield view
    view.close()


def long_article(paragraphs: int = 60, article_id: str = "long") -> Article:
    words = "The river rose in the night and fell again before anybody had seen it. " * 4
    blocks = tuple(Paragraph(text(f"{number}. {words}")) for number in range(paragraphs))
    return Article(article_id, "A long night", blocks)


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(widget, key, modifier)


def caret_top(view: ReadingView) -> int:
    return view.cursorRect().top()


def picture(width: int, height: int, colour: str = "red") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def test_it_begins_at_the_title(view: ReadingView) -> None:
    assert view.position_at_caret() == Position("bridge", TITLE, 0)
    assert view.accessibleName() == ARTICLE.title


def test_going_to_a_place_and_asking_for_it_agree(view: ReadingView) -> None:
    emoji = ARTICLE.blocks[3].text.index("🛥️") + 2
    view.go_to(Position("bridge", 3, emoji))
    assert view.position_at_caret() == Position("bridge", 3, emoji)


def test_places_of_other_articles_are_ignored(view: ReadingView) -> None:
    view.go_to(Position("bridge", 3, 5))
    view.go_to(Position("ferry", 4, 0))
    view.go_to(Position("bridge", 99, 0))
    view.highlight(Range("ferry", 3, 0, 5), None)
    assert view.position_at_caret() == Position("bridge", 3, 5)
    assert view.extraSelections() == []


def test_a_message_has_no_place(view: ReadingView) -> None:
    view.show_message("Nothing here yet", "Open a page with Ctrl+L.")
    assert view.article is None
    assert view.position_at_caret() is None
    assert view.toPlainText() == "Nothing here yet\nOpen a page with Ctrl+L."
    view.highlight(Range("", 0, 0, 3), None)
    assert view.extraSelections() == []


def test_sentence_and_word_are_lit_by_their_characters(view: ReadingView) -> None:
    words = ARTICLE.blocks[3].text
    start = words.index("🛥️ goes")
    view.highlight(Range("bridge", 3, 0, len(words)), Range("bridge", 3, start + 3, start + 7))
    lit = [selection.cursor.selectedText() for selection in view.extraSelections()]
    assert lit == [words, "goes"]
    view.highlight(None, None)
    assert view.extraSelections() == []


def test_the_light_stays_in_view_and_moves_seldom(view: ReadingView) -> None:
    view.show_article(long_article())
    bar = view.verticalScrollBar()
    values = []
    for block in range(40):
        place = Range("long", block, 0, 60)
        view.highlight(place, Range("long", block, 0, 2))
        values.append(bar.value())
        at = view.page.places.to_document(place.position)
        cursor = view.textCursor()
        cursor.setPosition(at or 0)
        rect = view.cursorRect(cursor)
        assert 0 <= rect.top() <= rect.bottom() <= view.viewport().height()
    assert values == sorted(values)
    assert 3 < len(set(values)) < 25
    assert view.textCursor().position() == 0


def test_the_same_sentence_does_not_pull_the_reader_back(view: ReadingView) -> None:
    view.show_article(long_article())
    sentence = Range("long", 0, 0, 60)
    view.highlight(sentence, None)
    view.verticalScrollBar().setValue(900)
    view.highlight(sentence, None)
    assert view.verticalScrollBar().value() == 900


def test_a_new_text_size_keeps_place_and_light(view: ReadingView) -> None:
    view.show_article(long_article())
    view.go_to(Position("long", 30, 17))
    view.highlight(Range("long", 30, 0, 20), Range("long", 30, 4, 9))
    top, caret = caret_top(view), view.position_at_caret()
    lit = [selection.cursor.selectedText() for selection in view.extraSelections()]
    for points in (28.0, 96.0, 12.0):
        view.set_text_size(points)
        assert view.position_at_caret() == caret
        assert abs(caret_top(view) - top) <= 2
        assert [found.cursor.selectedText() for found in view.extraSelections()] == lit
        assert view.cursorWidth() >= 3


def test_a_new_text_size_keeps_the_top_line_where_the_caret_is_away(view: ReadingView) -> None:
    view.show_article(long_article())
    view.verticalScrollBar().setValue(3000)
    before = view.cursorForPosition(QPoint(0, 0)).position()
    view.set_text_size(24)
    at = view.cursorForPosition(QPoint(0, 0)).position()
    assert abs(at - before) < 100


def test_sizes_beyond_the_bounds_are_kept_to_them(view: ReadingView) -> None:
    view.set_text_size(200)
    largest = view.document().defaultFont().pointSizeF()
    view.set_text_size(1)
    assert (largest, view.document().defaultFont().pointSizeF()) == (96.0, 12.0)


def test_the_column_is_centred_and_narrow(view: ReadingView) -> None:
    view.resize(1600, 600)
    margins = view.viewportMargins()
    assert margins.left() == margins.right() > 200


def test_a_new_palette_sets_the_page_anew(view: ReadingView) -> None:
    view.go_to(Position("bridge", 3, 5))
    dark = QPalette(view.palette())
    dark.setColor(QPalette.ColorRole.Base, QColor("#101010"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#f0f0f0"))
    view.setPalette(dark)
    colour = view.textCursor().charFormat().foreground().color()
    assert colour == QColor("#f0f0f0")
    assert view.position_at_caret() == Position("bridge", 3, 5)


# -- keys


def test_quick_keys_walk_and_tell_where_there_is_no_more(view: ReadingView, qtbot: QtBot) -> None:
    places = []
    while view.next_of(Landmark.HEADING):
        places.append(view.position_at_caret())
    assert places == [Position("bridge", 2, 0), Position("bridge", 5, 0)]
    with qtbot.waitSignal(view.no_more, check_params_cb=lambda kind: kind is Landmark.HEADING):
        assert not view.next_of(Landmark.HEADING)
    assert view.next_of(Landmark.HEADING, 2, backwards=True)
    assert view.position_at_caret() == Position("bridge", 2, 0)


def test_the_caret_passes_a_picture_for_its_words(view: ReadingView, qtbot: QtBot) -> None:
    view.go_to(Position("bridge", 0, len(ARTICLE.blocks[0].text)))
    press(view, Key.Key_Right)
    assert view.position_at_caret() == Position("bridge", 1, 0)
    assert view.textCursor().block().text().startswith("Image: A steel arch")
    view.go_to(Position("bridge", 1, 0))
    press(view, Key.Key_Up)
    assert view.textCursor().block().text().startswith("The old bridge")


def test_the_arrows_reach_every_line(view: ReadingView, qtbot: QtBot) -> None:
    lines = [view.textCursor().block().text()]
    for key in [Key.Key_Down] * 60:
        press(view, key)
        if view.textCursor().block().text() != lines[-1]:
            lines.append(view.textCursor().block().text())
    blocks = view.toPlainText().replace("\ufffc\n", "").split("\n")
    assert [line.split("\u2028")[0] for line in lines] == [
        block for block in blocks if not block.startswith("Tue")
    ]
    back = [lines[-1]]
    for key in [Key.Key_Up] * 60:
        press(view, key)
        if view.textCursor().block().text() != back[-1]:
            back.append(view.textCursor().block().text())
    assert back == lines[::-1]


def test_by_word_the_caret_goes_to_the_end_of_each(qtbot: QtBot) -> None:
    view = ReadingView()
    qtbot.addWidget(view)
    view.show_article(Article("ferry", "The 🛥️ ferry goes", (Paragraph(text("On Monday, at")),)))
    gone = []
    while not view.textCursor().atEnd():
        press(view, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        cursor = view.textCursor()
        gone.append((cursor.block().text()[: cursor.positionInBlock()], cursor.hasSelection()))
    assert [words for words, _selected in gone[-5:]] == [
        "", "On", "On Monday", "On Monday,", "On Monday, at",
    ]  # fmt: skip
    assert gone[0] == ("The", False)
    view.put_caret(0)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(view, Key.Key_Right, both)
    assert view.textCursor().selectedText() == "The"


def test_a_selection_alone_is_told_of_as_a_move(view: ReadingView, qtbot: QtBot) -> None:
    view.put_caret(5)
    press(view, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(view.place_changed):
        press(view, Key.Key_Right)  # the caret stays, what was selected is not any more
    assert not view.textCursor().hasSelection()


def test_tab_walks_the_links_and_leaves(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before, view, after = QLineEdit(), ReadingView(), QLineEdit()
    row = QHBoxLayout(window)
    for widget in (before, view, after):
        row.addWidget(widget)
    view.show_article(ARTICLE)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    opened: list[str] = []
    view.link_activated.connect(opened.append)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    for _ in range(3):
        press(view, Key.Key_Tab)
        press(view, Key.Key_Return)
    assert opened == [PLAN, TIMETABLE, TIMETABLE]
    press(view, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    press(view, Key.Key_Return)
    assert len(opened) == 4
    press(view, Key.Key_Tab)
    press(view, Key.Key_Tab)
    assert window.focusWidget() is after
    view.setFocus()
    for _ in range(3):
        press(view, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is before


def test_space_asks_to_play(view: ReadingView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.play_requested):
        press(view, Key.Key_Space)
    assert view.position_at_caret() == Position("bridge", TITLE, 0)


def test_enter_off_a_link_opens_nothing(view: ReadingView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.link_activated):
        press(view, Key.Key_Return)


def test_moving_the_caret_tells_the_place(view: ReadingView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(
        view.place_changed, check_params_cb=lambda place: place == Position("bridge", TITLE, 1)
    ):
        press(view, Key.Key_Right)


def test_scrolling_away_from_the_caret_tells_the_place(view: ReadingView, qtbot: QtBot) -> None:
    view.show_article(long_article())
    with qtbot.waitSignal(view.place_changed, check_params_cb=lambda place: place.block > 3):
        view.verticalScrollBar().setValue(2500)


# -- pictures


def test_pictures_are_asked_for_once_each(qtbot: QtBot) -> None:
    view = ReadingView()
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.pictures_wanted) as asked:
        view.show_article(ARTICLE)
    assert asked.args == [[BRIDGE, CHART, LOST, ORNAMENT]]


def test_a_picture_whose_size_is_known_moves_nothing(view: ReadingView) -> None:
    view.document().documentLayout().documentSize()
    before = view.document().size().height()
    view.set_picture(BRIDGE, picture(1200, 800))
    assert view.document().size().height() == before


@pytest.mark.parametrize("block", [0, 59])
def test_a_picture_that_comes_early_leaves_the_text_below_it(qtbot: QtBot, block: int) -> None:
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    blocks = list(long_article().blocks)
    blocks.insert(block, Figure(Picture(("https://a.example/1",)), "A mill"))
    view.show_article(Article("long", "A long night", tuple(blocks)))
    view.set_picture("https://a.example/1", picture(300, 900))
    last = view.document().lastBlock()
    qtbot.waitUntil(lambda: last.layout().lineCount() > 0, timeout=2000)


def test_a_picture_above_the_reader_keeps_their_line(view: ReadingView) -> None:
    view.go_to(Position("bridge", 13, 0))
    top = caret_top(view)
    view.set_picture(CHART, picture(300, 900))
    assert abs(caret_top(view) - top) <= 2


def test_a_picture_is_never_larger_than_it_is_by_itself(view: ReadingView) -> None:
    view.set_picture(BRIDGE, picture(30, 20))
    shown = view.grab().toImage()
    red = sum(
        shown.pixelColor(x, y) == QColor("red")
        for x in range(shown.width())
        for y in range(shown.height())
    )
    assert red == 30 * 20


def test_a_source_that_fails_gives_way_to_the_next(qtbot: QtBot) -> None:
    view = ReadingView()
    qtbot.addWidget(view)
    figure = Figure(Picture(("https://a.example/1", "https://a.example/2")), "A mill")
    view.show_article(replace(ARTICLE, blocks=(figure,)))
    with qtbot.waitSignal(view.pictures_wanted) as asked:
        view.picture_failed("https://a.example/1")
    assert asked.args == [["https://a.example/2"]]
    with qtbot.assertNotEmitted(view.pictures_wanted):
        view.picture_failed("https://a.example/2")
    assert "Image: A mill" in view.toPlainText()


def test_an_empty_image_counts_as_failed(view: ReadingView, qtbot: QtBot) -> None:
    before = view.document().size().height()
    view.set_picture(BRIDGE, QImage())
    assert view.document().size().height() < before - 100


# -- what is seen


def pixels(view: ReadingView, colour: QColor) -> int:
    image = view.grab().toImage()
    return sum(
        image.pixelColor(x, y) == colour
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def test_the_focus_ring_is_seen(view: ReadingView, qtbot: QtBot) -> None:
    view.activateWindow()
    qtbot.waitUntil(view.hasFocus)
    image = view.grab().toImage()
    ring = image.pixelColor(1, 300)
    assert ring != image.pixelColor(10, 300)
    assert {image.pixelColor(x, 300).name() for x in range(3)} == {ring.name()}


def test_the_word_is_seen_apart_from_the_sentence(view: ReadingView) -> None:
    view.highlight(Range("bridge", TITLE, 0, 36), Range("bridge", TITLE, 6, 12))
    colours = {selection.format.background().color().name() for selection in view.extraSelections()}
    assert len(colours) == 2
    for name in colours:
        assert pixels(view, QColor(name)) > 50


@pytest.mark.parametrize(("width", "height"), [(900, 200), (420, 500), (420, 150)])
def test_the_carets_line_is_wholly_in_view_after_a_resize(
    view: ReadingView, width: int, height: int
) -> None:
    sentence = Paragraph(text("The ferry leaves the pier at seven. " * 6))
    view.show_article(replace(ARTICLE, blocks=(sentence,) * 20))
    view.resize(900, 700)
    view.put_caret(view.cursorForPosition(QPoint(5, view.viewport().height() - 40)).position())
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() - 1)

    view.resize(width, height)
    process()

    caret = view.cursorRect()
    assert caret.top() >= 0
    assert caret.bottom() <= view.viewport().height()


# -- what is taken along


def test_words_that_are_selected_are_copied(view: ReadingView) -> None:
    view.go_to(Position("bridge", TITLE, 0))
    for _ in "River bridge":
        press(view, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "River bridge"
