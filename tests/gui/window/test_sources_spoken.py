"""Sources that are arranged without a screen reader: what the window says of itself."""

from __future__ import annotations

import pytest

from tests.gui.window.steps import Opened, wait_until
from tests.gui.window.test_folders_in_window import ALL, follow
from tests.gui.window.test_following_in_window import texts_of_sources
from tests.gui.window.test_talking_in_window import Heard, rest


@pytest.fixture
def heard(sample: Opened) -> Heard:
    """A window that speaks, on the last source of its list."""
    sample.reader.keeping.do(follow)
    sample.reader.desk.show_shelves()
    wait_until(lambda: texts_of_sources(sample) == ALL)
    found = Heard(sample)
    found.hears("F2", "Tidings speaks its window now.")
    sample.window.sources.view.setFocus()
    found.hears("End", "Hill news, folder Country")
    return found


def test_folders_and_what_becomes_of_them_are_said_once(heard: Heard) -> None:
    heard.hears("Left", "folder of 1 source, expanded")
    heard.hears("Left", "Country, collapsed.")
    rest()
    assert heard.said == ["Country, collapsed."]
    heard.hears("Right", "Country, expanded.")
    rest()
    assert heard.said == ["Country, expanded."]
    heard.hears("Alt+Up", "Country, before Town.")


def test_the_choices_of_a_source_are_said(heard: Heard) -> None:
    heard.hears("Alt+Return", "Source: Hill news, dialog")
    heard.hears("Tab", "Folder, list to choose from Country")
    heard.hears("Tab", "New stories Look there for new stories, check box, checked")
    heard.hears("Tab", "How often, list to choose from As usual: every hour")
    heard.hears("Down", "Every quarter of an hour")
    heard.hears("Tab", "They open at once then")
    heard.hears("Space", "checked")
    heard.opened.close_dialog()


def test_sources_to_begin_with_are_said(heard: Heard) -> None:
    heard.hears("Ctrl+Shift+J", "Sources to begin with, dialog")
    heard.hears("Down", "Watchdog. Whole stories")
    heard.hears("Space", "checked")
    heard.opened.close_dialog()
