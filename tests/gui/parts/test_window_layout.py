from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSplitterHandle,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tidings.document import BreakingNews, NewsItem
from tidings.resources import resource_folder
from tidings.ui.icons import Icons
from tidings.ui.text_size import STEPS
from tidings.ui.theme import Theme
from tidings.ui.window import MainWindow, Pane

CONTROLS = (QPushButton, QRadioButton, QLineEdit, QComboBox)
HEADLINE = "Evening boat stays in port because of fog on the sound until tomorrow morning"


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    resources = resource_folder()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.font()
    theme = Theme(resources / "fonts", resources / "style" / "window.qss")
    made = MainWindow(theme, Icons(resources / "icons"), 20)
    made.breaking.show_news(
        BreakingNews("Breaking", (NewsItem(HEADLINE, "https://example.org/1"),))
    )
    made.player.show_rate(175)
    made.player.show_time_left(12)
    made.list.offer_more("Load more")
    qtbot.addWidget(made)
    yield made
    app.setFont(before)


def arranged(window: MainWindow, points: int, width: int, height: int) -> list[QWidget]:
    """Show the window in a size; return the controls that are there."""
    window.resize(width, height)
    window.show()
    window.set_text_size(points)
    for _ in range(5):
        QApplication.processEvents()
    found = (widget for kind in CONTROLS for widget in window.findChildren(kind))
    return [widget for widget in found if widget.isVisible()]


def place(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("points", STEPS)
@pytest.mark.parametrize(("width", "height"), [(480, 640), (800, 600), (1280, 800), (1920, 1080)])
def test_nothing_is_cut_or_laid_over_another(
    window: MainWindow, points: int, width: int, height: int
) -> None:
    controls = arranged(window, points, width, height)
    assert len(controls) > 15
    places = [place(control, window) for control in controls]
    for control, area in zip(controls, places, strict=True):
        needed = control.minimumSizeHint()
        if control.hasHeightForWidth():
            needed.setHeight(control.heightForWidth(control.width()))
        assert area.height() >= needed.height(), (control, area, needed)
        assert area.width() >= min(needed.width(), width - 80), (control, area, needed)
    for index, area in enumerate(places):
        for other in places[index + 1 :]:
            assert not area.intersects(other), (controls[index], area, other)


@pytest.mark.parametrize("points", [12, 20, 28, 96])
def test_the_text_keeps_half_of_the_window(window: MainWindow, points: int) -> None:
    arranged(window, points, 1280, 800)
    assert window.view.height() >= 380


def test_panes_stand_side_by_side_where_there_is_room_and_one_by_one_where_not(
    window: MainWindow,
) -> None:
    arranged(window, 16, 1280, 800)
    assert window.sources.isVisible()
    assert window.list.isVisible()
    assert window.view.isVisible()
    arranged(window, 28, 900, 800)
    assert [window.sources.isVisible(), window.list.isVisible(), window.view.isVisible()] == [
        False,
        False,
        True,
    ]
    window.go_to_pane(Pane.LIST)
    assert window.list.isVisible()
    assert not window.view.isVisible()
    arranged(window, 16, 1280, 800)
    assert window.sources.isVisible()
    assert window.view.isVisible()


def test_controls_are_large_enough_for_a_shaking_hand(window: MainWindow) -> None:
    # WCAG 2.2, 2.5.8: 24 by 24 pixels
    for control in arranged(window, 12, 1280, 800):
        assert control.height() >= 24, control
        assert control.width() >= 24, control
    handles = [handle for handle in window.findChildren(QSplitterHandle) if handle.isVisible()]
    assert [handle.width() >= 24 for handle in handles] == [True, True]
    for area in (window.view, window.list.view):
        for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
            assert min(bar.sizeHint().width(), bar.sizeHint().height()) >= 24, bar
