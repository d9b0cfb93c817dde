"""A field selects its text when the focus comes by Tab, as people expect."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tidings.ui.field import Field


def test_tab_selects_the_text_and_leaving_lets_go_of_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = Field("Address"), Field("Search")
    column.addWidget(first)
    column.addWidget(second)
    second.setText("tea")
    with qtbot.waitActive(window):
        window.show()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert second.selectedText() == "tea"
    QTest.keyClick(second, Qt.Key.Key_Backtab)
    assert first.hasFocus()
    assert not second.hasSelectedText()


def test_what_is_typed_is_told(qtbot: QtBot) -> None:
    field = Field("Address")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.setFocus()
    told: list[str] = []
    field.textEdited.connect(told.append)
    QTest.keyClicks(field, "ab")
    assert told == ["a", "ab"]
    assert field.accessibleName() == "Address"
