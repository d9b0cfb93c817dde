"""All that can be chosen of voice and listening, for who does not know the keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from tidings.ui.help import Entry

_GROUPS = (
    ("choose-voice", "choose-announcements", "choose-details"),
    ("fix-word", "list-fixes"),
    ("play-list", "play-unread", "hear-headlines", "hear-new"),
    ("sleep-timer", "stop-after-story"),
    ("toggle-talking", "choose-talking"),
    ("show-keys", "command-palette"),
)
"""Commands by their ids; a line stands between the groups."""

_TILL_SHOWN = 50
"""Milliseconds until screen readers have been told that the menu is there, or gone."""


class ListeningMenu(QMenu):
    """Each command with its words and its key; ``asked`` carries the id of a command.

    ``states`` tell of the commands that are switched on and off whether they are on.
    """

    asked = Signal(str)

    def __init__(
        self,
        entries: Sequence[Entry],
        states: Mapping[str, Callable[[], bool]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Voice and listening"))
        self._states = states
        self._entries: dict[QAction, Entry] = {}
        by_command = {entry.command: entry for entry in entries}
        for group in _GROUPS:
            if self._entries:
                self.addSeparator()
            for command in group:
                action = self.addAction(by_command[command].words)
                action.setCheckable(command in states)
                action.triggered.connect(partial(self.asked.emit, command))
                self._entries[action] = by_command[command]
        self.aboutToShow.connect(self._show_states)
        # Said before, it would be said before the window's name.
        self.aboutToHide.connect(lambda: QTimer.singleShot(_TILL_SHOWN, self, self._tell_list))

    def _show_states(self) -> None:
        for action, entry in self._entries.items():
            # The key is seen and spoken, and bound elsewhere.
            action.setText(f"{entry.words}\t{entry.keys}" if entry.keys else entry.words)
            action.setChecked(entry.command in self._states and self._states[entry.command]())
        if self.sizeHint().width() > self.screen().availableSize().width():
            for action, entry in self._entries.items():
                action.setText(entry.words)
        # Said before, the window's name would be said after it.
        QTimer.singleShot(_TILL_SHOWN, self, self._go_to_first)

    def _go_to_first(self) -> None:
        if self.isVisible() and self.activeAction() is None:
            self.setActiveAction(next(iter(self._entries)))

    def _tell_list(self) -> None:
        """Tell screen readers of the list that has the focus again: of lists Qt does not."""
        focused = QApplication.focusWidget()
        parent = self.parentWidget()
        is_left = parent is not None and parent.window().isActiveWindow()
        if is_left and not self.isVisible() and isinstance(focused, QAbstractItemView):
            told = QAccessibleEvent(focused, QAccessible.Event.Focus)
            QAccessible.updateAccessibility(told)
