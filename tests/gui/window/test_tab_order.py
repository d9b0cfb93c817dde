"""Tab and Shift+Tab through the whole window, at every size and with one pane at a time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QWidget,
)

from tests.gui.window.steps import Opened, is_seen, name_of, process, wait_until
from tidings.playback import Mode
from tidings.ui.reading import ReadingView
from tidings.ui.text_size import STEPS
from tidings.ui.window import Pane

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, ReadingView)
NARROW, WIDE = 620, 1500


def controls(opened: Opened) -> set[QWidget]:
    """Return all that a reader without a mouse must come to."""
    found = {
        widget
        for kind in CONTROLS
        for widget in opened.window.findChildren(kind)
        if widget.isVisible() and widget.isEnabled() and widget.window() is opened.window
    }
    # Of the sizes Tab comes to the one that is set; the arrows lead to the others.
    sizes = opened.window.sizes.choices
    set_one = next((size for size in sizes if size.isChecked()), sizes[-1])
    return {widget for widget in found if widget not in sizes or widget is set_one}


def walk(opened: Opened, key: str, most: int = 200) -> list[QWidget]:
    """Press a key until the focus has come round; return where it was."""
    start = opened.focus
    seen = [start]
    for _ in range(most):
        opened.press(key)
        focus = opened.focus
        assert focus.isVisible(), f"{focus} has the focus and is hidden"
        assert is_seen(focus), f"{focus} has the focus off the screen"
        assert name_of(focus) or isinstance(focus, QComboBox), f"{focus} has no name"
        if focus is start and not isinstance(focus, ReadingView):
            return seen
        if focus is not seen[-1]:
            seen.append(focus)
    raise AssertionError(f"{key} does not come round: {seen[-5:]}")


def sized(opened: Opened, width: int, points: int) -> None:
    opened.window.resize(width, 900)
    opened.reader.commands.run("normal-text")
    opened.window.set_text_size(points)
    process()


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("points", STEPS)
def test_tab_comes_to_every_control_and_round(sample: Opened, points: int, width: int) -> None:
    sized(sample, width, points)
    for pane in (Pane.READING, Pane.LIST, Pane.SOURCES):
        sample.window.go_to_pane(pane)
        sample.window.skip_links.buttons[0].setFocus()
        process()
        there = controls(sample)
        forward = walk(sample, "Tab")
        assert set(forward) == there
        assert len(forward) == len(there), "something is come to twice"
        back = walk(sample, "Shift+Tab")
        assert [back[0], *back[:0:-1]] == forward
        if width == WIDE and points <= 16:
            break


def test_the_accessibility_links_come_first(sample: Opened) -> None:
    sample.window.skip_links.buttons[0].setFocus()
    first = walk(sample, "Tab")[:3]
    assert [name_of(widget) for widget in first] == [
        "Skip to main content",
        "Skip to main Navigation",
        "Skip to Search",
    ]
    # From the last control of the window Tab leads to them.
    sample.window.player.voice.setFocus()
    sample.press("Tab")
    assert sample.focus is first[0]


def test_tab_walks_the_links_of_a_story_and_leaves_it(sample: Opened) -> None:
    sample.press("Ctrl+Home", on=sample.window.view)
    links = sample.window.view.page.outline
    assert links
    seen = []
    while sample.focus is sample.window.view:
        seen.append(sample.window.view.textCursor().position())
        sample.press("Tab")
        assert len(seen) < 50
    assert len(seen) > 1
    assert seen == sorted(set(seen))


def test_the_find_bar_is_no_trap(sample: Opened) -> None:
    sample.press("Ctrl+F", on=sample.window.view)
    bar = sample.window.find_bar
    assert sample.focus is bar.field
    seen = walk(sample, "Tab")
    inside = [widget for widget in seen if bar.isAncestorOf(widget)]
    assert len(inside) == 4
    assert set(seen) == controls(sample)


def test_a_dialog_is_walked_round_and_left_with_escape(sample: Opened) -> None:
    sample.press("F1")
    dialog = sample.dialog
    assert dialog is not None
    seen = [sample.focus]
    while True:
        sample.press("Tab")
        assert sample.focus.window() is dialog
        if sample.focus is seen[0]:
            break
        seen.append(sample.focus)
        assert len(seen) < 10
    assert len(seen) == 3
    sample.close_dialog()


def test_a_closed_choice_of_voices_lets_tab_through_and_an_open_one_escape(
    sample: Opened,
) -> None:
    voice = sample.window.player.voice
    wait_until(lambda: voice.count() > 1)
    voice.setFocus()
    voice.showPopup()
    wait_until(voice.view().window().isActiveWindow)
    QTest.keyClick(voice.view(), Qt.Key.Key_Escape)
    wait_until(lambda: not voice.view().isVisible())
    sample.window.activateWindow()
    wait_until(voice.hasFocus)
    sample.press("Tab")
    assert sample.focus is not voice


@pytest.mark.parametrize("key", ["Return", "Space"])
def test_enter_and_space_press_what_has_the_focus(sample: Opened, key: str) -> None:
    sample.press(key, on=sample.window.skip_links.buttons[1])
    assert sample.window.sources.view.hasFocus()
    sample.press(key, on=sample.window.player.play)
    wait_until(lambda: sample.reader.speaker.mode is Mode.PLAYING)
    assert sample.focus is sample.window.player.play


def test_the_sizes_are_walked_with_arrows(sample: Opened) -> None:
    sizes = sample.window.sizes.choices
    sizes[2].setFocus()
    sample.press("Right")
    assert sample.focus is sizes[3]
    assert sample.window.points == 28
    sample.press("Left")
    sample.press("Left")
    assert sample.window.points == 16
    assert sample.focus is sizes[1]
