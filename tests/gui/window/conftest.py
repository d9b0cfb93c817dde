"""The whole program in this process: real parts on a folder of their own, offscreen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.gui.window.steps import Opened, open_reader
from tests.unit.source.conftest import Site, site
from tests.unit.speech.laid_voice import voice
from tidings.resources import resource_folder
from tidings.ui.message_line import message_line_interface
from tidings.ui.reading import install_accessibility

__all__ = ["SAMPLES", "Open", "Site", "dressed_app", "opening", "sample", "site", "voice"]

SAMPLES = resource_folder() / "samples"
Open = Callable[..., Opened]


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
