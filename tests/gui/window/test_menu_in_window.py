"""The menu of voice and listening: found without knowing a key, and closed without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.steps import Opened, name_of, process, wait_until
from tidings.ui.listening_menu import ListeningMenu
from tidings.ui.voices_dialog import VoicesDialog

DIALOGS = {
    "Choose a voice, its pitch and volume": "Voices",
    "Choose what is announced": "What is announced",
    "Choose what a list entry says": "What a list entry says",
    "Say this word differently": "Say a word differently",
    "List the words that are said differently": "Words that are said differently",
    "Sleep timer": "Sleep timer",
    "Choose who speaks the window": "Speech of the window",
    "List the keys": "Keys",
    "All commands": "All commands",
}


def menu_of(opened: Opened) -> ListeningMenu:
    """Return the menu, once the first of its entries is chosen."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, ListeningMenu)
    wait_until(lambda: menu.activeAction() is not None)
    return menu


def entry(menu: ListeningMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if action.text().startswith(words))


def press_in(menu: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(menu, key)
    process()


def test_a_key_opens_it_and_escape_leaves_all_as_it_was(sample: Opened) -> None:
    sample.press("F10", on=sample.window.view)
    menu = menu_of(sample)
    assert menu.activeAction() is menu.actions()[0]
    press_in(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert sample.focus is sample.window.view


def test_a_click_on_the_button_and_one_on_an_entry_do_it(sample: Opened) -> None:
    button = sample.window.player.more
    assert name_of(button) == button.text().strip() == "Voice and listening"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = menu_of(sample)
    place = menu.actionGeometry(entry(menu, "Choose a voice")).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    wait_until(lambda: isinstance(QApplication.activeWindow(), VoicesDialog))
    sample.close_dialog()


@pytest.mark.parametrize("words", DIALOGS)
def test_its_entries_lead_to_the_dialogs_and_back(sample: Opened, words: str) -> None:
    sample.press("F10", on=sample.window.view)
    menu = menu_of(sample)
    menu.setActiveAction(entry(menu, words))
    press_in(menu, Qt.Key.Key_Return)
    wait_until(lambda: isinstance(QApplication.activeWindow(), QDialog))
    assert sample.dialog is not None
    assert sample.dialog.windowTitle() == DIALOGS[words]
    sample.close_dialog()
    assert sample.focus is sample.window.view


def test_it_shows_whether_reading_stops_after_the_story(sample: Opened) -> None:
    for is_on in (False, True, False):
        sample.press("F10", on=sample.window.view)
        menu = menu_of(sample)
        stop = entry(menu, "Stop after this story")
        assert stop.isChecked() is is_on
        menu.setActiveAction(stop)
        press_in(menu, Qt.Key.Key_Return)
        assert sample.reader.speaker.stops_after_story is not is_on


def test_it_shows_the_readers_own_keys(opening: Open, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "keymap.toml").write_text('[sleep-timer]\nkeys = ["F9"]\n')
    opened = opening(str(SAMPLES / "harbour-watch.html"))
    opened.press("F10", on=opened.window.view)
    menu = menu_of(opened)
    assert entry(menu, "Sleep timer").text() == "Sleep timer\tF9"
    press_in(menu, Qt.Key.Key_Escape)


def test_with_large_text_it_leaves_out_the_keys_before_the_words(sample: Opened) -> None:
    sample.window.set_text_size(64)
    process()
    sample.press("F10", on=sample.window.view)
    menu = menu_of(sample)
    assert entry(menu, "Sleep timer").text() == "Sleep timer"
    press_in(menu, Qt.Key.Key_Escape)
