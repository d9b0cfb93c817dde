"""Every text and control, as it is drawn: 7:1 and 3:1, in light, dark and high contrast."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMargins, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QSlider,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QWidget,
)

from tests.gui.window.looking import seen
from tests.gui.window.steps import Opened, is_seen_whole, process, wait_until
from tests.gui.window.test_dialogs_in_window import KEYS, opened_by
from tests.gui.window.test_menu_in_window import menu_of
from tidings.ui.reading import ReadingView

Part = QStyle.SubElement

TEXT, SHAPE = 7.0, 3.0
"""WCAG 2.2, 1.4.6 and 1.4.11."""


def texts(window: QWidget) -> Iterator[tuple[QWidget, QRect]]:
    """Yield where text is seen, without the frames and signs around it."""
    for label in window.findChildren(QLabel):
        if is_seen_whole(label) and label.text() and label.pixmap().isNull():
            yield label, label.rect()
    for button in window.findChildren(QPushButton):
        if is_seen_whole(button) and button.isEnabled() and button.text():
            inside = button.rect() - QMargins(4, 4, 4, 4)
            if not button.icon().isNull():
                inside.setLeft(inside.center().x())
            yield button, inside
    yield from choices(window, Part.SE_RadioButtonContents, Part.SE_CheckBoxContents)
    for field in window.findChildren(QLineEdit):
        if is_seen_whole(field) and field.text():
            yield field, field.rect() - QMargins(6, 4, 6, 4)
    for box in window.findChildren(QComboBox):
        if is_seen_whole(box) and box.isEnabled():
            options = QStyleOptionComboBox()
            box.initStyleOption(options)
            kinds = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
            yield box, box.style().subControlRect(kinds[0], options, kinds[1], box)
    for entries in window.findChildren(QAbstractItemView):
        model = entries.model()
        for row in range(model.rowCount() if is_seen_whole(entries) else 0):
            place = entries.visualRect(model.index(row, 0)) - QMargins(8, 4, 4, 4)
            if entries.viewport().rect().contains(place):
                yield entries.viewport(), place


def choices(window: QWidget, radio: Part, check: Part) -> Iterator[tuple[QWidget, QRect]]:
    """Yield a part of all radio buttons, and one of all check boxes."""
    option = QStyleOptionButton()
    for choice in window.findChildren(QRadioButton):
        if is_seen_whole(choice) and choice.isEnabled():
            choice.initStyleOption(option)
            yield choice, choice.style().subElementRect(radio, option, choice)
    for box in window.findChildren(QCheckBox):
        if is_seen_whole(box) and box.isEnabled():
            box.initStyleOption(option)
            yield box, box.style().subElementRect(check, option, box)


def passages(view: ReadingView) -> Iterator[tuple[QWidget, QRect]]:
    """Yield where the words of the story are seen, without its pictures."""
    layout = view.document().documentLayout()
    block = view.document().begin()
    while block.isValid():
        place = layout.blockBoundingRect(block).toRect()
        place.translate(-view.horizontalScrollBar().value(), -view.verticalScrollBar().value())
        whole = view.viewport().rect().contains(place)
        if whole and block.text().strip() and "\ufffc" not in block.text():
            yield view.viewport(), place
        block = block.next()


def assert_readable(window: QWidget, parts: Iterator[tuple[QWidget, QRect]], least: int) -> None:
    image, found = window.grab().toImage(), 0
    for widget, part in parts:
        lines = seen(image, widget, part).lines()
        told = (widget, widget.property("text"), part, lines)
        assert lines, told
        assert min(lines) >= TEXT, told
        found += 1
    assert found >= least, "there is less than was looked for"


def edges(window: QWidget) -> Iterator[tuple[QWidget, QRect]]:
    """Yield the parts by which controls are seen to be there, and how they are set."""
    for kind in (QPushButton, QLineEdit, QComboBox):
        for control in window.findChildren(kind):
            is_text = control.property("link") or control.property("headline")
            if is_seen_whole(control) and control.isEnabled() and not is_text:
                # its edge on the left, away from the round corners
                yield control, QRect(0, control.height() // 2, 2, 1)
    yield from choices(window, Part.SE_RadioButtonIndicator, Part.SE_CheckBoxIndicator)
    for bar in (*window.findChildren(QScrollBar), *window.findChildren(QSlider)):
        if is_seen_whole(bar) and bar.maximum() > bar.minimum():
            yield bar, bar.rect()


def around(image: QImage, widget: QWidget) -> int:
    """Return the colour on which a control stands."""
    inner = widget.parentWidget()
    assert inner is not None
    left = widget.mapTo(inner, widget.rect().topLeft())
    beside = QRect(left.x() - 2, left.y() + widget.height() // 2, 1, 1)
    return seen(image, inner, beside).ground


def assert_shapes(window: QWidget, least: int) -> None:
    image, found = window.grab().toImage(), 0
    for widget, part in edges(window):
        ground = around(image, widget)
        strongest = seen(image, widget, part).strongest(ground)
        assert strongest >= SHAPE, (widget, widget.property("text"), part, strongest)
        found += 1
    assert found >= least, "there is less than was looked for"


@pytest.mark.usefixtures("colours")
def test_every_text_of_the_window_has_seven_to_one(sample: Opened) -> None:
    sample.window.player.play.setFocus()
    process()
    assert_readable(sample.window, texts(sample.window), 30)
    assert_readable(sample.window, passages(sample.window.view), 2)


@pytest.mark.usefixtures("colours")
def test_every_control_of_the_window_has_three_to_one(sample: Opened) -> None:
    sample.window.skip_links.buttons[0].setFocus()
    process()
    assert_shapes(sample.window, 20)


@pytest.mark.usefixtures("colours")
@pytest.mark.parametrize("key", KEYS)
def test_every_text_and_control_of_a_dialog_is_seen(sample: Opened, key: str) -> None:
    dialog = opened_by(sample, key)
    wait_until(lambda: dialog.isActiveWindow())
    assert_readable(dialog, texts(dialog), 2)
    assert_shapes(dialog, 1)


@pytest.mark.usefixtures("colours")
def test_every_entry_of_the_menu_has_seven_to_one(sample: Opened) -> None:
    sample.press("F10", on=sample.window.view)
    menu = menu_of(sample)
    inside = QMargins(8, 2, 8, 2)
    entries = [menu.actionGeometry(entry) - inside for entry in menu.actions() if entry.text()]
    assert_readable(menu, ((menu, place) for place in entries), 10)
    menu.close()
