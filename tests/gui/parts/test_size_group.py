"""The four sizes are one stop of Tab: the size that is set, or the nearest to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tidings.ui.size_group import SizeGroup


@pytest.fixture
def sizes(qtbot: QtBot) -> Iterator[SizeGroup]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    before, group, after = QPushButton("Before"), SizeGroup(), QPushButton("After")
    for widget in (before, group, after):
        column.addWidget(widget)
    group.chosen.connect(group.show_size)
    with qtbot.waitActive(window):
        window.show()
    before.setFocus()
    yield group
    window.close()


def tab() -> str:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused.accessibleName()


@pytest.mark.parametrize(
    ("points", "name"), [(12, "XS, 12"), (20, "MD, 20"), (28, "LG, 28"), (96, "LG, 28")]
)
def test_tab_leads_to_the_size_that_is_set(sizes: SizeGroup, points: int, name: str) -> None:
    sizes.show_size(points)
    assert tab() == f"Text size {name} points"
    assert tab() == ""


def test_the_arrows_choose(sizes: SizeGroup, qtbot: QtBot) -> None:
    sizes.show_size(20)
    tab()
    with qtbot.waitSignal(sizes.chosen) as chosen:
        QTest.keyClick(sizes.choices[2], Qt.Key.Key_Right)
    assert chosen.args == [28]
    assert sizes.choices[3].hasFocus()
    assert tab() == ""
