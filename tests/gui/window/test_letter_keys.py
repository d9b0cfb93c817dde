"""Keys that are one letter: only in the story and in the list, and turned off by who wants to."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.steps import Opened, process, wait_until
from tests.gui.window.test_dialogs_in_window import CONTROLS, KEYS, opened_by
from tidings.playback import Mode
from tidings.resources import resource_folder
from tidings.ui.help import CommandList
from tidings.ui.keymap import Where, load_keymap
from tidings.ui.letter_keys import is_letter_key, kept_letter_keys

KEYMAP, _ = load_keymap(resource_folder() / "keymap.toml")
LETTERS = {
    where: [
        key
        for binding in KEYMAP.of(where)
        for key, sequence in zip(binding.keys, binding.sequences, strict=True)
        if is_letter_key(sequence)
    ]
    for where in Where
}
TOGGLE = "Ctrl+Shift+K"


def ran_by(opened: Opened, *keys: str, on: QWidget) -> list[str]:
    """Press keys on a widget; return the commands that ran."""
    ran: list[str] = []
    opened.reader.commands.ran.connect(ran.append)
    for key in keys:
        if on.isVisible():
            opened.press(key, on=on)
        if (menu := QApplication.activePopupWidget()) is not None:
            menu.close()
    opened.reader.commands.ran.disconnect(ran.append)
    return ran


@pytest.mark.parametrize(
    ("key", "is_one"),
    [
        ("H", True),
        ("Shift+H", True),
        ("1", True),
        (",", True),
        ("Shift+1", True),
        ("Ж", True),
        ("Ctrl+H", False),
        ("Alt+H", False),
        ("Meta+H", False),
        ("Space", False),
        ("Return", False),
        ("Escape", False),
        ("F8", False),
        ("Delete", False),
        ("Media Play", False),
        ("", False),
    ],
)
def test_a_letter_key_is_one_sign_without_ctrl_or_alt(key: str, is_one: bool) -> None:
    assert is_letter_key(QKeySequence.fromString(key)) is is_one


def test_no_letter_key_works_anywhere() -> None:
    assert LETTERS[Where.ANYWHERE] == []
    assert {"H", "6", "N", "R", "W", ","} <= set(LETTERS[Where.READING])
    assert sorted(LETTERS[Where.LIST]) == ["M", "O", "R", "S", "U"]


@pytest.mark.parametrize("kept", ["", "on", "maybe", "OFF"])
def test_they_are_on_where_nothing_sensible_was_kept(kept: str) -> None:
    assert kept_letter_keys({"letter-keys": kept})
    assert not kept_letter_keys({"letter-keys": "off"})


def test_letters_run_nothing_in_any_other_control(sample: Opened) -> None:
    letters = sorted({key for keys in LETTERS.values() for key in keys})
    window = sample.window
    window.find_bar.begin()
    others = [
        widget
        for kind in (*CONTROLS, QWidget)
        for widget in window.findChildren(kind)
        if widget.isVisible()
        and widget.focusPolicy().value & 1
        and widget not in (window.view, window.list.view)
    ]
    assert len(set(others)) > 20
    for control in dict.fromkeys(others):
        assert ran_by(sample, *letters, on=control) == [], control


@pytest.mark.parametrize("dialog", KEYS)
def test_letters_run_nothing_in_a_dialog(sample: Opened, dialog: str) -> None:
    letters = sorted({key for keys in LETTERS.values() for key in keys})
    shown = opened_by(sample, dialog)
    controls = [w for kind in CONTROLS for w in shown.findChildren(kind) if w.isVisible()]
    assert controls
    for control in controls:
        assert ran_by(sample, *letters, on=control) == [], control
    assert sample.reader.speaker.mode is Mode.STOPPED


def test_they_are_turned_off_and_on_again_from_anywhere(sample: Opened) -> None:
    window = sample.window
    places = {Where.READING: window.view, Where.LIST: window.list.view}
    sample.press(TOGGLE, on=window.player.play)
    assert sample.told[-1] == "Letter keys are off. Ctrl+Shift+K turns them on."
    for where, widget in places.items():
        caret = window.view.textCursor().position()
        assert ran_by(sample, *LETTERS[where], on=widget) == []
        if where is Where.READING:
            assert window.view.textCursor().position() == caret
    sample.press(TOGGLE, on=window.header.search)
    assert sample.told[-1] == "Letter keys are on."
    assert ran_by(sample, "H", on=window.view) == ["next-heading"]
    assert ran_by(sample, "S", on=window.list.view) == ["toggle-saved"]


def test_space_enter_and_longer_keys_go_on_working(sample: Opened) -> None:
    view = sample.window.view
    sample.press(TOGGLE, on=view)
    assert ran_by(sample, "Space", on=view) == ["play-from-caret"]
    wait_until(lambda: sample.reader.speaker.mode is not Mode.STOPPED)
    assert ran_by(sample, "Escape", "Alt+End", "Alt+Right", on=view) == [
        "stop",
        "hear-after-this",
        "hear-next-sentence",
    ]
    assert ran_by(sample, "Return", on=sample.window.list.view) == ["open-article"]


def test_in_the_list_a_letter_then_goes_to_the_title_that_begins_so(sample: Opened) -> None:
    view = sample.window.list.view
    sample.press(TOGGLE, on=view)
    view.setCurrentIndex(view.model().index(0, 0))
    sample.press("W", on=view)
    assert str(view.currentIndex().data()).startswith("W")


def test_it_is_kept(opening: Open) -> None:
    first = opening(str(SAMPLES / "harbour-watch.html"))
    first.press(TOGGLE, on=first.window.view)
    first.end()
    again = opening()
    assert not again.reader.commands.letter_keys
    assert ran_by(again, "H", on=again.window.view) == []
    again.press(TOGGLE, on=again.window.view)
    again.end()
    once_more = opening()
    assert ran_by(once_more, "H", on=once_more.window.view) == ["next-heading"]


def test_the_list_of_keys_says_what_holds(sample: Opened) -> None:
    def line(command: str) -> str:
        dialog = opened_by(sample, "F1")
        assert isinstance(dialog, CommandList)
        texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
        sample.close_dialog()
        return next(text for text in texts if text.startswith(command))

    assert line("Next heading:") == "Next heading: H (in the story)"
    sample.press(TOGGLE, on=sample.window.view)
    assert line("Next heading:") == "Next heading: H turned off (in the story)"
    assert "Alt+End, , turned off" in line("Leave the list")
    assert "turned off" not in line("Play from here")
    assert "turned off" not in line("Open the story")


def test_what_a_key_does_is_told_as_it_holds(sample: Opened) -> None:
    view, stories = sample.window.view, sample.window.list.view

    def explained(key: str, on: QWidget) -> str:
        on.setFocus()
        sample.press("Shift+F1")
        assert ran_by(sample, key, on=on) == []
        process()
        return sample.told[-1]

    assert explained("H", view) == "H: Next heading."
    assert explained("X", view) == "X does nothing here."
    sample.press(TOGGLE, on=view)
    assert explained("H", view) == "H does nothing while letter keys are off."
    assert explained("X", view) == "X does nothing here."
    assert explained("Space", view) == "Space: Play from here, or pause."
    assert explained("M", stories) == "M: Go to the next entry that begins like this."
    assert explained("H", sample.window.player.play) == "H does nothing here."
