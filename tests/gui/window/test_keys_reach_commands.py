"""Every key of the table, pressed in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.window.steps import Opened, open_reader, process, wait_until
from tidings.resources import resource_folder
from tidings.ui.keymap import KeyBinding, Where, load_keymap

KEYMAP, _ = load_keymap(resource_folder() / "keymap.toml")
KEYS = [
    pytest.param(binding, key, id=f"{binding.command} {key}")
    for binding in KEYMAP
    for key in binding.keys
    if binding.command != "explain-key"  # it changes what the next key does
]
OF_VIEW_AND_LIST = [
    key for binding in KEYMAP if binding.where is not Where.ANYWHERE for key in binding.keys
]
TYPED = sorted({key[-1] for key in OF_VIEW_AND_LIST if len(key.rpartition("+")[2]) == 1})


@pytest.fixture(scope="module")
def shared(dressed_app: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """One window for all keys: each is pressed in what the others have left."""
    before = dressed_app.font()
    folder: Path = tmp_path_factory.mktemp("keys")
    opened = open_reader(folder, ())
    yield opened
    opened.end()
    dressed_app.setFont(before)


@pytest.fixture
def window(shared: Opened) -> Iterator[Opened]:
    yield shared
    while shared.dialog is not None:
        shared.close_dialog()
    shared.reader.listening.stop()
    shared.reader.commands.use_letter_keys(True)
    process()


def places(opened: Opened, where: Where) -> list[QWidget]:
    window = opened.window
    match where:
        case Where.READING:
            return [window.view]
        case Where.LIST:
            return [window.list.view]
        case Where.SOURCES:
            return [window.sources.view]
    return [
        window.skip_links.buttons[0],
        window.sizes.choices[2],
        window.header.address,
        window.header.search,
        window.sources.view,
        window.list.view,
        window.view,
        window.player.play,
        window.player.voice,
    ]


# That is QTest, which looks up a letter for every key it presses.
@pytest.mark.qt_log_ignore("keyToAscii Unhandled key code", extend=True)
@pytest.mark.parametrize(("binding", "key"), KEYS)
def test_a_key_reaches_its_command_wherever_it_is_to_work(
    window: Opened, binding: KeyBinding, key: str
) -> None:
    ran: list[str] = []
    window.reader.commands.ran.connect(ran.append)
    for place in places(window, binding.where):
        ran.clear()
        wait_until(lambda: bool(window.window.list.ids))
        window.press(key, on=place)
        assert ran == [binding.command], f"{key} on {place}"
        window.wait_for_library()
        while window.dialog is not None:
            window.close_dialog()
        if (menu := QApplication.activePopupWidget()) is not None:
            menu.close()
    window.reader.commands.ran.disconnect(ran.append)
    assert window.focus.isVisible()


@pytest.mark.parametrize("key", OF_VIEW_AND_LIST)
def test_quick_keys_do_nothing_elsewhere(window: Opened, key: str) -> None:
    ran: list[str] = []
    window.reader.commands.ran.connect(ran.append)
    for place in (window.window.header.address, window.window.header.search):
        window.press(key, on=place)
    window.window.find_bar.begin()
    window.press(key, on=window.window.find_bar.field)
    window.reader.commands.ran.disconnect(ran.append)
    assert ran == []


def test_letters_typed_in_a_field_arrive_there(window: Opened) -> None:
    ran: list[str] = []
    window.reader.commands.ran.connect(ran.append)
    letters = "".join(TYPED).lower() + "".join(TYPED) + " "
    window.window.find_bar.begin()
    for field in (
        window.window.header.address,
        window.window.header.search,
        window.window.find_bar.field,
    ):
        field.setFocus()
        field.clear()
        window.type(letters)
        assert field.text() == letters
    window.reader.commands.ran.disconnect(ran.append)
    assert ran == []
