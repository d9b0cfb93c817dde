"""A long page is laid out in slices that a clock bounds, and is whole all the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QTimerEvent
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from tests.gui.reading.sample_article import text
from tests.gui.window.steps import process, wait_until
from tidings.document import Article, Figure, Paragraph, Picture, Position, Range
from tidings.ui.reading import ReadingView
from tidings.ui.reading.pacing import SLICE, STEP, Pacer
from tidings.ui.reading.page_view import PageView

SENTENCE = "The ferry leaves the pier at seven and comes back with the mail before noon. "
PARAGRAPHS, MORE = 900, 4_000
"""How many there are, and how many characters Qt goes on for once it has begun."""
LONG = Article(
    id="long",
    title="The long way across",
    blocks=tuple(Paragraph(text(f"{n}. {SENTENCE * 5}")) for n in range(PARAGRAPHS)),
    language="en",
)
"""About 65,000 words."""


class Clock:
    """Goes on by as much at each look."""

    def __init__(self, step: float) -> None:
        self.step, self.now = step, 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    process()
    return view


def laid_out(document: QTextDocument) -> int:
    """Return how many characters are laid out, from the beginning on."""
    block = document.firstBlock()
    while block.isValid() and block.layout().lineCount():
        block = block.next()
    return block.position() if block.isValid() else document.characterCount()


def pace(view: ReadingView, clock: Clock) -> Pacer:
    """Let the page be laid out by another clock."""
    view._pacer.deleteLater()
    view.document().documentLayout().removeEventFilter(view._pacer)
    view._pacer = Pacer(view.document(), clock)
    return view._pacer


def turn(view: ReadingView) -> None:
    """Give the layout the turn that its timer would give it."""
    QCoreApplication.sendEvent(view.document().documentLayout(), QTimerEvent(0))


def test_a_page_that_nothing_is_built_on_is_laid_out_too(qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.show()
    view.resize(500, 300)
    process()
    assert laid_out(view.document()) == view.document().characterCount()


def test_a_slice_ends_when_its_time_is_over(view: ReadingView) -> None:
    view.show_article(LONG)
    pace(view, Clock(SLICE / 4))
    for number in range(1, 4):
        turn(view)
        assert laid_out(view.document()) <= number * STEP * 4 + MORE


def test_the_slowest_machine_goes_on_by_a_step_a_turn(view: ReadingView) -> None:
    view.show_article(LONG)
    pace(view, Clock(SLICE))
    characters = view.document().characterCount()
    for number in range(1, 5):
        turn(view)
        assert STEP * number <= laid_out(view.document()) < STEP * number + MORE
    for _ in range(characters // STEP):
        turn(view)
    assert laid_out(view.document()) == characters


def test_the_end_comes_by_itself(view: ReadingView) -> None:
    view.show_article(LONG)
    assert laid_out(view.document()) < view.document().characterCount()

    wait_until(lambda: laid_out(view.document()) == view.document().characterCount())
    wait_until(lambda: view.verticalScrollBar().maximum() > PARAGRAPHS * 100)


@pytest.mark.parametrize("part", [0, PARAGRAPHS // 2, PARAGRAPHS - 1])
def test_a_place_is_gone_to_and_lit_before_all_is_laid_out(view: ReadingView, part: int) -> None:
    view.show_article(LONG)
    view.go_to(Position("long", part, 4))
    view.highlight(Range("long", part, 0, 20), Range("long", part, 4, 9))

    assert view.viewport().rect().contains(view.cursorRect().center())
    wait_until(lambda: laid_out(view.document()) == view.document().characterCount())
    process()
    assert view.position_at_caret() == Position("long", part, 4)
    assert view.viewport().rect().contains(view.cursorRect().center())
    assert view.extraSelections()[0].cursor.selectedText().startswith(f"{part}. ")


def test_words_far_below_are_found_before_all_is_laid_out(view: ReadingView) -> None:
    view.show_article(LONG)

    assert view.find(f"{PARAGRAPHS - 1}. The ferry")

    assert view.viewport().rect().contains(view.cursorRect().center())


def test_another_width_is_laid_out_in_slices_too(view: ReadingView) -> None:
    view.show_article(LONG)
    wait_until(lambda: laid_out(view.document()) == view.document().characterCount())
    heights = view.verticalScrollBar().maximum()

    view.resize(500, 700)

    wait_until(lambda: view.verticalScrollBar().maximum() > heights * 1.2)


def test_a_picture_that_comes_early_keeps_the_place_and_is_shown(view: ReadingView) -> None:
    far = Figure(picture=Picture(sources=("http://127.0.0.1/far.png",)), alt="The pier")
    view.show_article(Article("far", "Far", blocks=(*LONG.blocks, far), language="en"))
    pace(view, Clock(SLICE))
    picture = QImage(300, 200, QImage.Format.Format_RGB32)

    view.set_picture("http://127.0.0.1/far.png", picture)

    wait_until(lambda: laid_out(view.document()) == view.document().characterCount())
    assert view.verticalScrollBar().value() == 0
