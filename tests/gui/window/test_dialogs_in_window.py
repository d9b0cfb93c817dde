"""Every dialog of the window, at every size of text: nothing is cut, and the way back is found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollBar,
    QWidget,
)

from tests.gui.window.steps import Opened, process, wait_until
from tidings.ui.help import CommandList
from tidings.ui.saying_dialog import FixDialog

KEYS = [
    *("Ctrl+Shift+V", "Ctrl+Shift+A", "Ctrl+Shift+D", "F8", "Shift+F8", "Ctrl+Shift+S"),
    *("F1", "Ctrl+Shift+P", "Ctrl+Shift+M", "Shift+F2", "Alt+Return", "Ctrl+Shift+J", "Shift+F5"),
]
CONTROLS = (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit, QListWidget)
LEAST = 24
"""Pixels of a target either way (WCAG 2.2, 2.5.8)."""


def opened_by(sample: Opened, key: str) -> QDialog:
    wait_until(lambda: bool(sample.reader.speaker.voices))
    sample.press(key, on=sample.window.view)
    # Some wait for the library.
    wait_until(lambda: sample.dialog is not None)
    dialog = sample.dialog
    assert dialog is not None
    process()
    return dialog


def shown(dialog: QDialog, *kinds: type[QWidget]) -> list[QWidget]:
    found = (widget for kind in kinds for widget in dialog.findChildren(kind))
    return [w for w in found if w.isVisible() and not isinstance(w, QScrollBar)]


def holds(widget: QWidget, needed: QSize) -> bool:
    return widget.width() >= needed.width() and widget.height() >= needed.height()


@pytest.mark.parametrize("points", [12, 28, 96])
@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_cut_or_too_small_to_be_hit(sample: Opened, key: str, points: int) -> None:
    check_nothing_is_cut(sample, key, points)


@pytest.mark.usefixtures("russian")
@pytest.mark.parametrize("points", [28, 96])
@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_cut_in_longer_words(sample: Opened, key: str, points: int) -> None:
    check_nothing_is_cut(sample, key, points)


def check_nothing_is_cut(sample: Opened, key: str, points: int) -> None:
    sample.window.set_text_size(points)
    check_dialog(opened_by(sample, key))


def check_dialog(dialog: QDialog) -> None:
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    for part in shown(dialog, *CONTROLS, QLabel):
        left = part.mapTo(dialog, QPoint(0, 0)).x()
        assert left >= 0, part
        assert left + part.width() <= dialog.width(), part
    for control in shown(dialog, *CONTROLS):
        assert min(control.width(), control.height()) >= LEAST, control
    for label in shown(dialog, QLabel):
        assert isinstance(label, QLabel)
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        else:
            assert holds(label, label.sizeHint()), label.text()
    for button in shown(dialog, QAbstractButton):
        assert isinstance(button, QAbstractButton)
        needed = button.sizeHint()
        if button.hasHeightForWidth():
            needed = QSize(0, button.heightForWidth(button.width()))
        assert holds(button, needed), button.text()
    for entries in shown(dialog, QListWidget):
        assert isinstance(entries, QListWidget)
        for row in range(entries.count()):
            width = entries.visualItemRect(entries.item(row)).width()
            assert width <= entries.viewport().width(), entries.item(row).text()


@pytest.mark.parametrize("key", KEYS)
def test_escape_closes_and_gives_the_focus_back(sample: Opened, key: str) -> None:
    opened_by(sample, key)
    sample.close_dialog()
    assert sample.dialog is None
    assert sample.focus is sample.window.view


@pytest.mark.parametrize("key", KEYS)
def test_enter_presses_the_button_that_has_the_focus(sample: Opened, key: str) -> None:
    told = list(sample.told)
    dialog = opened_by(sample, key)
    if isinstance(dialog, FixDialog):
        dialog.said.setText("log bouquet")
    close = next(
        button
        for button in dialog.findChildren(QPushButton)
        if button.text() in ("Close", "Cancel")
    )
    sample.press("Return", on=close)
    wait_until(lambda: sample.dialog is None)
    process()
    # Nothing was taken, set or saved on the way.
    assert sample.told == told


def test_enter_in_the_palette_does_a_command_once(sample: Opened) -> None:
    dialog = opened_by(sample, "Ctrl+Shift+P")
    assert isinstance(dialog, CommandList)
    sample.type("speak faster")
    dialog.list.setFocus()
    sample.press("Return")
    wait_until(lambda: sample.dialog is None)
    assert sample.window.player.rate.text() == "185 words a minute"


def test_a_click_or_two_in_the_palette_do_a_command_once(sample: Opened) -> None:
    dialog = opened_by(sample, "Ctrl+Shift+P")
    assert isinstance(dialog, CommandList)
    sample.type("speak faster")
    entry = dialog.list.visualItemRect(dialog.list.item(0)).center()
    for clicked in (QTest.mouseClick, QTest.mouseDClick):
        clicked(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=entry)
    wait_until(lambda: sample.dialog is None)
    assert sample.window.player.rate.text() == "185 words a minute"
