"""Keys bound to what they do, all from the one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tidings.ui.command_words import command_words, group_words, place_words
from tidings.ui.explaining import KeyExplainer
from tidings.ui.help import Entry
from tidings.ui.keymap import Keymap, Where, display_key
from tidings.ui.letter_keys import is_letter_key

_REPEATING = (
    *("larger-text", "smaller-text", "faster", "slower"),
    *("higher-pitch", "lower-pitch", "louder", "softer", "talk-faster", "talk-slower"),
)
_REPEATING_PREFIXES = ("next-", "previous-", "hear-")


class Commands(QObject):
    """Runs a command by its id, and binds the keys of the table to it.

    ``doing`` maps every command of the table to what it does; a command without it, or the
    other way round, is an error in the program and raises ValueError. ``ran`` carries the
    id of a command when it is about to be done.
    """

    ran = Signal(str)
    letter_keys_changed = Signal()

    def __init__(
        self,
        keymap: Keymap,
        doing: Mapping[str, Callable[[], None]],
        places: Mapping[Where, QWidget],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        known = {binding.command for binding in keymap}
        if known != set(doing):
            raise ValueError(f"commands that do not match: {sorted(known ^ set(doing))}")
        self._keymap = keymap
        self._doing = doing
        self._places = places
        self._explainer = KeyExplainer(self._nothing_words, self)
        self._letter_shortcuts: list[QShortcut] = []
        self._letter_keys = True
        for binding in keymap:
            for sequence in binding.sequences:
                self._bind(binding.command, binding.where, sequence)

    def run(self, command: str) -> None:
        """Do what a command does. Raises KeyError for an unknown one."""
        doing = self._doing[command]
        self.ran.emit(command)
        doing()

    @property
    def letter_keys(self) -> bool:
        """Whether keys do something that are a single letter, digit or sign."""
        return self._letter_keys

    def use_letter_keys(self, on: bool) -> None:
        """Turn all keys that are a single letter, digit or sign on or off."""
        if on == self._letter_keys:
            return
        self._letter_keys = on
        for shortcut in self._letter_shortcuts:
            shortcut.setEnabled(on)
        self.letter_keys_changed.emit()

    def keys(self, command: str) -> tuple[str, ...]:
        """Return the keys of a command as the platform writes them."""
        return self._keymap.binding(command).display

    def working_keys(self, command: str) -> tuple[str, ...]:
        """Return those of a command's keys that are not turned off."""
        return tuple(
            display_key(sequence)
            for sequence in self._keymap.binding(command).sequences
            if self._letter_keys or not is_letter_key(sequence)
        )

    def entries(self) -> list[Entry]:
        """Return all commands as the list of keys shows them, group by group."""
        words, groups, places = command_words(), group_words(), place_words()
        order = list(groups)
        bindings = sorted(self._keymap, key=lambda binding: order.index(binding.group))
        return [
            Entry(
                binding.command,
                words[binding.command],
                ", ".join(self._display(sequence) for sequence in binding.sequences),
                "" if binding.where is Where.ANYWHERE else places[binding.where.value],
                groups[binding.group],
            )
            for binding in bindings
        ]

    def explain_next_key(self, tell: Callable[[str], None]) -> None:
        """Take the next key press and tell what it would do instead of doing it."""
        self._explainer.begin(tell)

    def _display(self, sequence: QKeySequence) -> str:
        key = display_key(sequence)
        is_off = not self._letter_keys and is_letter_key(sequence)
        return _("{key} turned off").format(key=key) if is_off else key

    def _nothing_words(self, sequence: QKeySequence) -> str:
        """Return what is told of a key that does nothing where the focus is."""
        key = display_key(sequence)
        if not self._letter_keys and is_letter_key(sequence):
            for where, widget in self._places.items():
                if widget.hasFocus() and self._keymap.find(sequence, where):
                    return _("{key} does nothing while letter keys are off.").format(key=key)
        return _("{key} does nothing here.").format(key=key)

    def _bind(self, command: str, where: Where, sequence: QKeySequence) -> None:
        shortcut = QShortcut(sequence, self._places[where])
        shortcut.setContext(
            Qt.ShortcutContext.WindowShortcut
            if where is Where.ANYWHERE
            else Qt.ShortcutContext.WidgetShortcut
        )
        repeats = command in _REPEATING or command.startswith(_REPEATING_PREFIXES)
        shortcut.setAutoRepeat(repeats)
        shortcut.activated.connect(partial(self._pressed, command, sequence))
        if is_letter_key(sequence):
            self._letter_shortcuts.append(shortcut)

    def _pressed(self, command: str, sequence: QKeySequence) -> None:
        if self._explainer.waits:
            self._explainer.explain(display_key(sequence), command_words()[command])
        else:
            self.run(command)
