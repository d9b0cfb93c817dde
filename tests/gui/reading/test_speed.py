"""The budgets of a story of 50,000 words."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from statistics import median

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.reading.sample_article import text
from tidings.document import Article, Paragraph, Position, Range
from tidings.ui.reading import ReadingView

SENTENCE = "The river rose in the night and fell again before anybody had come to see it there. "
LONG = Article("long", "A long night", (Paragraph(text(SENTENCE * 4)),) * 740)
LAST = len(LONG.blocks) - 1


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(1000, 900)
    view.show()
    view.show_article(LONG)
    return view


def milliseconds(action: Callable[[], object], view: ReadingView) -> float:
    start = time.perf_counter()
    action()
    view.viewport().repaint()
    return (time.perf_counter() - start) * 1000


def test_it_is_shown_in_six_tenths_of_a_second(view: ReadingView) -> None:
    assert LONG.word_count >= 50_000
    assert median(milliseconds(lambda: view.show_article(LONG), view) for _ in range(3)) <= 600


def test_a_word_is_lit_in_three_milliseconds(view: ReadingView) -> None:
    def light(word: int) -> None:
        view.highlight(Range("long", 9, 0, 84), Range("long", 9, word, word + 5))

    light(0)
    assert median(milliseconds(partial(light, word), view) for word in range(60)) <= 3


def test_the_text_size_changes_in_120_milliseconds_anywhere(view: ReadingView) -> None:
    for block in (0, LAST):
        view.go_to(Position("long", block, 0))
        sizes = (14.0, 20.0, 28.0, 16.0, 12.0)
        times = [milliseconds(partial(view.set_text_size, size), view) for size in sizes]
        assert median(times) <= 120
