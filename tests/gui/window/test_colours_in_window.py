"""The window follows the system's colours while it is open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tests.gui.window.steps import Opened, wait_until
from tidings.ui.reading.inks import contrast

DARK = QColor("#101418")


@pytest.fixture
def dark(dressed_app: QApplication) -> Iterator[QPalette]:
    before = dressed_app.palette()
    yield QPalette(DARK)
    dressed_app.setPalette(before)


def test_the_systems_other_colours_are_taken_over_at_once(
    sample: Opened, dressed_app: QApplication, dark: QPalette
) -> None:
    view = sample.window.view
    sample.press("Ctrl+Right", on=view)
    caret = view.position_at_caret()

    dressed_app.setPalette(dark)

    wait_until(lambda: sample.window.grab().toImage().pixelColor(4, 4) == DARK)
    paper = dark.color(QPalette.ColorRole.Base)
    wait_until(lambda: view.palette().color(QPalette.ColorRole.Base) == paper)
    page = view.grab().toImage()
    dots = {page.pixelColor(x, y).name() for x in range(page.width()) for y in range(page.height())}
    assert any(contrast(QColor(dot), paper) >= 7 for dot in dots)
    assert view.position_at_caret() == caret is not None
