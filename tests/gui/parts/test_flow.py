from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tidings.ui.flow import BEGINS_ROW, FlowLayout


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    holder = QWidget()
    layout = FlowLayout(holder, spacing=10)
    for width in (100, 80, 60):
        box = QWidget()
        box.setFixedSize(width, 20)
        layout.addWidget(box)
    qtbot.addWidget(holder)
    return holder


def boxes(row: QWidget) -> list[tuple[int, int]]:
    layout = row.layout()
    assert layout is not None
    layout.activate()
    widgets = [item.widget() for index in range(layout.count()) if (item := layout.itemAt(index))]
    return [(widget.x(), widget.y()) for widget in widgets if widget]


def test_stands_side_by_side_where_there_is_room(row: QWidget) -> None:
    row.resize(400, 20)
    row.show()
    assert boxes(row) == [(0, 0), (110, 0), (200, 0)]


def test_wraps_like_words_and_says_how_high_it_becomes(row: QWidget) -> None:
    layout = row.layout()
    assert layout is not None
    assert layout.heightForWidth(200) == 50
    assert layout.heightForWidth(90) == 80
    row.resize(200, 50)
    row.show()
    assert boxes(row) == [(0, 0), (110, 0), (0, 30)]


def test_runs_from_the_right_where_the_language_does(row: QWidget) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.resize(400, 20)
    row.show()
    assert boxes(row) == [(300, 0), (210, 0), (140, 0)]


def test_what_is_hidden_takes_no_room(row: QWidget) -> None:
    layout = row.layout()
    assert layout is not None
    first = layout.itemAt(0)
    assert first is not None
    widget = first.widget()
    assert widget is not None
    row.resize(400, 20)
    row.show()
    widget.hide()
    assert boxes(row)[1:] == [(0, 0), (90, 0)]


def test_what_begins_a_row_does_so_where_there_is_room_too(row: QWidget) -> None:
    layout = row.layout()
    assert layout is not None
    second = layout.itemAt(1)
    box = second.widget() if second else None
    assert box is not None
    box.setProperty(BEGINS_ROW, True)
    row.resize(400, 50)
    row.show()
    assert boxes(row) == [(0, 0), (0, 30), (90, 30)]
    assert layout.heightForWidth(400) == 50
