"""What has the focus is seen whole, with a ring round it, at every stop of Tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from tests.gui.window.looking import between, taken
from tests.gui.window.steps import Opened, is_seen_whole, process
from tests.gui.window.test_dialogs_in_window import KEYS, opened_by
from tests.gui.window.test_tab_order import NARROW, WIDE, sized
from tidings.ui.focus_ring import GAP, WIDTH
from tidings.ui.reading import ReadingView

LEAST_CONTRAST, LEAST_WIDTH = 3.0, 2
"""A ratio, and pixels (WCAG 2.2, 2.4.13)."""
MOST = 60
"""Presses of Tab that lead through any window of ours."""


def ring_at(focus: QWidget) -> int:
    """Return how many pixels wide the ring is seen left of the middle of what it is round."""
    window = focus.window()
    corner = focus.mapTo(window, QPoint(0, focus.height() // 2))
    outside = 2 * (WIDTH + GAP)
    across = QRect(corner.x() - outside, corner.y(), outside, 1)
    if isinstance(focus, ReadingView):
        # its ring is inside, before the text's own margin
        across.moveLeft(corner.x())
    (dots,) = taken(window, across).rows
    ground = dots[-1] if isinstance(focus, ReadingView) else dots[0]
    return sum(between(dot, ground) >= LEAST_CONTRAST for dot in dots)


def stops(opened: Opened) -> list[QWidget]:
    """Press Tab until it comes round, looking at each stop."""
    seen: list[QWidget] = []
    for _ in range(MOST):
        focus = opened.focus
        if seen and focus is seen[0]:
            return seen
        assert ring_at(focus) >= LEAST_WIDTH, (focus, focus.accessibleName())
        seen.append(focus)
        opened.press("Tab")
        process()
    raise AssertionError("Tab does not come round")


@pytest.mark.usefixtures("colours")
def test_a_ring_is_seen_at_every_stop_of_the_window(sample: Opened) -> None:
    sample.window.skip_links.buttons[0].setFocus()
    process()
    assert len(set(stops(sample))) > 20


@pytest.mark.usefixtures("colours")
@pytest.mark.parametrize("key", KEYS)
def test_a_ring_is_seen_at_every_stop_of_a_dialog(sample: Opened, key: str) -> None:
    opened_by(sample, key)
    assert len(stops(sample)) > 1


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("points", [12, 20, 36])
def test_what_has_the_focus_is_seen_whole(sample: Opened, points: int, width: int) -> None:
    # Of the story the line of the caret is seen: where the window scrolls, Tab brings no more.
    sized(sample, width, points)
    start = sample.window.skip_links.buttons[0]
    start.setFocus()
    for _ in range(MOST):
        sample.press("Tab")
        process()
        focus = sample.focus
        if not isinstance(focus, ReadingView):
            assert is_seen_whole(focus), (focus, focus.visibleRegion().boundingRect())
        if focus is start:
            return
    raise AssertionError("Tab does not come round")
