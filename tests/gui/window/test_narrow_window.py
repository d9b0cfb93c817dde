"""A window as narrow as WCAG asks for: all is there, and nothing has to be moved sideways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from tests.gui.window.steps import Opened, process
from tests.gui.window.test_dialogs_in_window import KEYS, opened_by
from tests.gui.window.test_tab_order import controls, walk
from tidings.ui.window import Pane

PARTS = (QAbstractButton, QLineEdit, QComboBox, QLabel, QAbstractItemView)
SHAPES = [
    pytest.param(320, 640, 12, id="320 pixels, XS"),
    pytest.param(320, 640, 20, id="320 pixels, MD"),
    pytest.param(1280, 800, 96, id="1280 pixels, 96 points"),
    pytest.param(800, 1280, 20, id="upright"),
    pytest.param(1280, 320, 20, id="lying"),
]


def shaped(opened: Opened, width: int, height: int, points: int) -> None:
    opened.window.resize(width, height)
    opened.window.set_text_size(points)
    for _ in range(3):
        process()
    assert opened.window.width() == width


def assert_nothing_is_aside(window: QWidget) -> None:
    for area in window.findChildren(QAbstractScrollArea):
        if area.isVisible() and area.window() is window:
            assert area.horizontalScrollBar().maximum() == 0, area
    for kind in PARTS:
        for part in window.findChildren(kind):
            if not part.isVisible() or part.window() is not window:
                continue
            left = part.mapTo(window, QPoint(0, 0)).x()
            assert left >= 0, part
            assert left + part.width() <= window.width(), part


def check(opened: Opened, width: int, height: int, points: int) -> None:
    shaped(opened, width, height, points)
    window = opened.window
    seen: set[QWidget] = set()
    for pane in (Pane.SOURCES, Pane.LIST, Pane.READING):
        window.go_to_pane(pane)
        process()
        assert_nothing_is_aside(window)
        window.skip_links.buttons[0].setFocus()
        process()
        seen |= set(walk(opened, "Tab"))
    assert {window.sources.view, window.list.view, window.view} <= seen
    assert controls(opened) <= seen


@pytest.mark.parametrize(("width", "height", "points"), SHAPES)
def test_all_is_there_and_nothing_moves_sideways(
    sample: Opened, width: int, height: int, points: int
) -> None:
    check(sample, width, height, points)


@pytest.mark.usefixtures("russian")
@pytest.mark.parametrize(("width", "height", "points"), SHAPES)
def test_in_longer_words_too(sample: Opened, width: int, height: int, points: int) -> None:
    check(sample, width, height, points)


def check_dialog(opened: Opened, key: str) -> None:
    opened.window.set_text_size(16)
    dialog = opened_by(opened, key)
    dialog.resize(320, 640)
    process()
    assert dialog.width() == 320
    assert_nothing_is_aside(dialog)


@pytest.mark.parametrize("key", KEYS)
def test_a_dialog_moves_nothing_sideways(sample: Opened, key: str) -> None:
    check_dialog(sample, key)


@pytest.mark.usefixtures("russian")
@pytest.mark.parametrize("key", KEYS)
def test_a_dialog_in_longer_words_too(sample: Opened, key: str) -> None:
    check_dialog(sample, key)
