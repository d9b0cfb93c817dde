"""Keys bound to what they do, all from the one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from gettext import gettext as _

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from tidings.ui.command_words import command_words, group_words, place_words
from tidings.ui.help import Entry
from tidings.ui.keymap import Keymap, Where

_REPEATING = ("larger-text", "smaller-text", "faster", "slower")
_REPEATING_PREFIXES = ("next-", "previous-", "hear-")
_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
)


class Commands(QObject):
    """Runs a command by its id, and binds the keys of the table to it.

    ``doing`` maps every command of the table to what it does; a command without it, or the
    other way round, is an error in the program and raises ValueError.
    """

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
        self._explained: Callable[[str], None] | None = None
        for binding in keymap:
            for sequence in binding.sequences:
                self._bind(binding.command, binding.where, sequence)

    def run(self, command: str) -> None:
        """Do what a command does. Raises KeyError for an unknown one."""
        self._doing[command]()

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
        self._explained = tell
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key that is asked about."""
        kind = event.type()
        if self._explained is None or kind not in (
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        ):
            return super().eventFilter(watched, event)
        assert isinstance(event, QKeyEvent)
        if event.key() in _MODIFIERS:
            return False
        tell, self._explained = self._explained, None
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        event.accept()
        tell(self._explain(QKeySequence(event.keyCombination())))
        return True

    def _explain(self, sequence: QKeySequence) -> str:
        focused = QApplication.focusWidget()
        here = next(
            (where for where, widget in self._places.items() if widget is focused), Where.ANYWHERE
        )
        binding = self._keymap.find(sequence, here)
        key = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        if binding is None:
            return _("{key} does nothing of its own here.").format(key=key)
        return f"{key}: {command_words()[binding.command]}."

    def _bind(self, command: str, where: Where, sequence: QKeySequence) -> None:
        shortcut = QShortcut(sequence, self._places[where])
        shortcut.setContext(
            Qt.ShortcutContext.WindowShortcut
            if where is Where.ANYWHERE
            else Qt.ShortcutContext.WidgetShortcut
        )
        repeats = command in _REPEATING or command.startswith(_REPEATING_PREFIXES)
        shortcut.setAutoRepeat(repeats)
        shortcut.activated.connect(self._doing[command])
