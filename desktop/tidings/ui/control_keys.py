"""Which key does what a control does: told with the control, by ear and as a tool tip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from gettext import gettext as _

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from tidings.ui.command_words import command_words, place_words
from tidings.ui.keymap import Keymap, Where, display_key
from tidings.ui.letter_keys import is_letter_key
from tidings.ui.window import MainWindow

_NEXT_MATCH, _PREVIOUS_MATCH, _DONE = "Return", "Shift+Return", "Escape"
"""Keys of the find bar, which are its own."""


def keys_by_command(keymap: Keymap, *, letter_keys: bool) -> dict[str, str]:
    """Return the key that is told of each command, and where it works if not anywhere.

    It is the first that does something; there is none where the reader took the keys away.
    """
    places = place_words()
    told: dict[str, str] = {}
    for binding in keymap:
        usable = (s for s in binding.sequences if letter_keys or not is_letter_key(s))
        key = next((display_key(sequence) for sequence in usable), "")
        if key and binding.where is not Where.ANYWHERE:
            key = _("{key}, {place}").format(key=key, place=places[binding.where.value])
        told[binding.command] = key
    return told


def tell_keys(window: MainWindow, keymap: Keymap, *, letter_keys: bool) -> None:
    """Have all controls of the window that have a key tell it."""
    keys = keys_by_command(keymap, letter_keys=letter_keys)
    for control, command in _controls(window):
        control.setAccessibleDescription(keys[command])
        control.setToolTip(tip(command, keys))
    window.player.show_play_key(keys["play-pause"], tip("play-pause", keys))
    sizes = (tip("larger-text", keys), tip("smaller-text", keys))
    window.sizes.setToolTip("\n".join(line for line in sizes if line))
    bar = window.find_bar
    for button, key in ((bar.following, _NEXT_MATCH), (bar.previous, _PREVIOUS_MATCH)):
        in_field = _("{key}, in the field").format(key=_shown(key))
        button.setAccessibleDescription(in_field)
        button.setToolTip(in_field)
    bar.done.setAccessibleDescription(_shown(_DONE))
    bar.done.setToolTip(_shown(_DONE))


def tip(command: str, keys: Mapping[str, str]) -> str:
    """Return what a command does, with its key; nothing where it has none.

    Screen readers take a tool tip for the description where there is no other.
    """
    key = keys[command]
    return _("{words}: {key}").format(words=command_words()[command], key=key) if key else ""


def _controls(window: MainWindow) -> Iterator[tuple[QWidget, str]]:
    player, header = window.player, window.header
    yield from player.commands.items()
    yield header.address, "go-to-address"
    yield header.file, "open-file"
    yield header.search, "search-library"
    yield window.sizes.usual, "normal-text"
    yield window.sources.offer, "suggest-sources"
    yield window.list.more, "load-more"


def _shown(key: str) -> str:
    return display_key(QKeySequence(key))
