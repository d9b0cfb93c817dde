"""Every control that has a key tells it, by ear and as a tool tip, as the reader has set it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.gui.window.conftest import Open
from tests.gui.window.steps import Opened, process, wait_until
from tidings.playback import Mode
from tidings.resources import resource_folder
from tidings.ui.control_keys import keys_by_command
from tidings.ui.keymap import load_keymap, overlay

KEYMAP, _ = load_keymap(resource_folder() / "keymap.toml")


def described(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Description)


def test_the_first_key_is_told_with_the_place_where_it_works() -> None:
    keys = keys_by_command(KEYMAP, letter_keys=True)
    assert keys["play-pause"] == "Ctrl+Space"
    assert keys["next-article"] == "N, in the story"
    assert keys["load-more"] == "M, in the list of stories"
    assert set(keys) == {binding.command for binding in KEYMAP}
    assert all(keys.values())


def test_no_letter_key_is_told_while_they_are_off() -> None:
    keys = keys_by_command(KEYMAP, letter_keys=False)
    assert keys["next-article"] == keys["load-more"] == ""
    assert keys["play-pause"] == "Ctrl+Space"
    assert keys["hear-after-this"] == "Alt+End, in the story"


def test_another_key_that_works_is_told_in_place_of_a_letter() -> None:
    own, _notices = overlay(KEYMAP, {"next-article": {"keys": ["J", "Alt+J"]}})
    on, off = (keys_by_command(own, letter_keys=state)["next-article"] for state in (True, False))
    assert (on, off) == ("J, in the story", "Alt+J, in the story")


def test_controls_tell_their_keys_by_ear_and_eye(sample: Opened) -> None:
    window = sample.window
    told = {
        window.player.previous_story: ("B, in the story", "Previous story: B, in the story"),
        window.player.next_sentence: (
            "Alt+Right, in the story",
            "Hear the next sentence: Alt+Right, in the story",
        ),
        window.player.stop: ("Esc", "Stop speaking, then leave the field: Esc"),
        window.player.faster: ("Ctrl+]", "Speak faster: Ctrl+]"),
        window.player.more: ("F10", "Open the menu of voice and listening: F10"),
        window.header.address: ("Ctrl+L", "Type an address: Ctrl+L"),
        window.header.file: ("Ctrl+O", "Open a file: Ctrl+O"),
        window.header.search: ("Ctrl+Shift+F", "Search all stories: Ctrl+Shift+F"),
        window.sizes.usual: ("Ctrl+0", "Text of normal size: Ctrl+0"),
        window.list.more: ("M, in the list of stories", None),
        window.find_bar.following: ("Return, in the field", None),
        window.find_bar.done: ("Esc", None),
    }
    for control, (heard, seen) in told.items():
        assert described(control) == heard
        assert seen is None or control.toolTip() == seen
    assert window.sizes.toolTip() == "Larger text: Ctrl+Plus\nSmaller text: Ctrl+Minus"


def test_play_tells_its_state_then_its_key_but_not_to_who_presses_it(sample: Opened) -> None:
    play, view = sample.window.player.play, sample.window.view
    assert described(play) == "Nothing is being read, Ctrl+Space"
    assert play.toolTip() == "Play or pause: Ctrl+Space"
    sample.press("Space", on=play)
    wait_until(lambda: sample.reader.speaker.mode is Mode.PLAYING)
    assert described(play) == "Reading aloud"
    sample.press("Space", on=play)
    assert described(play) == "Reading is paused"
    view.setFocus()
    process()
    assert described(play) == "Reading is paused, Ctrl+Space"
    sample.press("Escape", on=view)
    assert described(play) == "Nothing is being read, Ctrl+Space"


def test_the_keys_are_those_of_the_reader(opening: Open, tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.mkdir()
    (config / "keymap.toml").write_text(
        'play-pause = ["Ctrl+P", "Ctrl+Space"]\nfaster = []\nnext-article = "J"\n', "utf-8"
    )
    opened = opening(folder=tmp_path)
    player = opened.window.player
    assert described(player.play) == "Nothing is being read, Ctrl+P"
    assert described(player.faster) == player.faster.toolTip() == ""
    assert described(player.next_story) == "J, in the story"


def test_the_keys_are_told_as_they_hold(sample: Opened) -> None:
    window = sample.window
    sample.press("Ctrl+Shift+K", on=window.view)
    assert described(window.list.more) == ""
    assert described(window.player.next_story) == window.player.next_story.toolTip() == ""
    sample.press("Ctrl+Shift+K", on=window.view)
    assert described(window.list.more) == "M, in the list of stories"
