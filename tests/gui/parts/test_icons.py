from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from tidings.resources import resource_folder
from tidings.ui.icons import Icons

SMALL, LARGE = QSize(16, 16), QSize(24, 24)


def colours(icon: QIcon, size: QSize) -> set[str]:
    """Return the colours of what is drawn fully."""
    image = icon.pixmap(size, 2.0).toImage()
    dots = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {dot.name() for dot in dots if dot.alpha() == 255}


@pytest.mark.usefixtures("qapp")
def test_an_icon_is_drawn_in_the_colour_and_size_asked_for() -> None:
    icons = Icons(resource_folder() / "icons")

    drawn = [
        icons.icon(name, QColor(colour), size)
        for name in ("play", "pause", "play")
        for colour in ("#aa0000", "#0000bb")
        for size in (SMALL, LARGE)
    ]

    assert [colours(icon, size) for icon, size in zip(drawn, [SMALL, LARGE] * 6, strict=True)] == [
        {"#aa0000"},
        {"#aa0000"},
        {"#0000bb"},
        {"#0000bb"},
    ] * 3
    assert [icon.availableSizes()[0] for icon in drawn[:2]] == [SMALL * 2, LARGE * 2]
    assert drawn[0].pixmap(SMALL).toImage() != drawn[4].pixmap(SMALL).toImage()


@pytest.mark.usefixtures("qapp")
def test_an_icon_that_is_not_in_the_set_is_empty() -> None:
    assert Icons(resource_folder() / "icons").icon("none", QColor("red"), SMALL).isNull()
