"""Keys bound to what they do, all from the one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tidings.ui.command_words import command_words, group_words, place_words
from tidings.ui.explaining import KeyExplainer
from tidings.ui.help import Entry
from tidings.ui.keymap import Keymap, Where, display_key

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
        self._explainer = KeyExplainer(self)
        for binding in keymap:
            for sequence in binding.sequences:
                self._bind(binding.command, binding.where, sequence)

    def run(self, command: str) -> None:
        """Do what a command does. Raises KeyError for an unknown one."""
        doing = self._doing[command]
        self.ran.emit(command)
        doing()

    def entries(self) -> list[Entry]:
        """Return all commands as the list of keys shows them, group by group."""
        words, groups, places = command_words(), group_words(), place_words()
        order = list(groups)
        bindings = sorted(self._keymap, key=lambda binding: order.index(binding.group))
        return [
            Entry(
                binding.command,
                words[binding.command],
                ", ".join(binding.display),
                "" if binding.where is Where.ANYWHERE else places[binding.where.value],
                groups[binding.group],
            )
            for binding in bindings
        ]

    def explain_next_key(self, tell: Callable[[str], None]) -> None:
        """Take the next key press and tell what it would do instead of doing it."""
        self._explainer.begin(tell)

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

    def _pressed(self, command: str, sequence: QKeySequence) -> None:
        if self._explainer.waits:
            self._explainer.explain(display_key(sequence), command_words()[command])
        else:
            self.run(command)
