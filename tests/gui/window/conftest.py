"""The whole program in this process: real parts on a folder of their own, offscreen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QAccessible, QColor, QPalette
from PySide6.QtWidgets import QApplication

from tests.gui.window.steps import Opened, open_reader
from tests.unit.source.conftest import RawServing, Site, raw_server, site
from tests.unit.speech.laid_voice import voice
from tidings.resources import resource_folder
from tidings.ui.message_line import message_line_interface
from tidings.ui.reading import install_accessibility

__all__ = [
    "SAMPLES",
    "Open",
    "RawServing",
    "Site",
    "dressed_app",
    "opening",
    "raw_server",
    "sample",
    "site",
    "voice",
]

SAMPLES = resource_folder() / "samples"
Open = Callable[..., Opened]
PALETTES = {
    "light": ("#efefef", "#ffffff", "#000000", "#308cc6", "#0000ff"),
    "dark": ("#1e1e1e", "#2a2a2a", "#e0e0e0", "#3daee9", "#6fb7ff"),
    "black": ("#000000", "#000000", "#ffffff", "#ffff00", "#00ffff"),
    "white": ("#ffffff", "#ffffff", "#000000", "#800080", "#00009f"),
}
"""The colours of systems: window, paper, text, what is chosen, links."""


@pytest.fixture(scope="session")
def dressed_app(qapp: QApplication) -> QApplication:
    """Prepare the application as the program does."""
    qapp.setStyle("Fusion")
    install_accessibility()
    QAccessible.installFactory(message_line_interface)
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    return qapp


@pytest.fixture
def opening(dressed_app: QApplication, tmp_path: Path) -> Iterator[Open]:
    """Open windows with this; they keep what they keep in the test's own folder."""
    before = dressed_app.font()
    opened: list[Opened] = []

    def open_one(*sources: str, folder: Path = tmp_path, waits: bool = True) -> Opened:
        opened.append(open_reader(folder, sources, waits=waits))
        return opened[-1]

    yield open_one
    for one in opened:
        one.end()
    dressed_app.setFont(before)


@pytest.fixture
def sample(opening: Open) -> Opened:
    """The first page of the sample edition: five stories, breaking news, "Load more"."""
    return opening(str(SAMPLES / "harbour-watch.html"))


@pytest.fixture(params=PALETTES)
def colours(dressed_app: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """The system's colours, before the window is opened."""
    before = dressed_app.palette()
    window, paper, text, highlight, link = map(QColor, PALETTES[request.param])
    palette = QPalette(window)
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, window),
        (roles.Button, window),
        (roles.Base, paper),
        (roles.WindowText, text),
        (roles.ButtonText, text),
        (roles.Text, text),
        (roles.Highlight, highlight),
        (roles.Link, link),
    ):
        palette.setColor(role, colour)
    dressed_app.setPalette(palette)
    yield
    dressed_app.setPalette(before)
