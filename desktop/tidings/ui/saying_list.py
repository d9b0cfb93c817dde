"""All words that are said differently."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tidings.speech import Fix, Lexicon
from tidings.ui.dialog_parts import button_row, size_within_screen, wrap_lines
from tidings.ui.field import Field
from tidings.ui.message_line import MessageLine
from tidings.ui.messages import Messages
from tidings.ui.saying_words import fix_words

_FIX = Qt.ItemDataRole.UserRole


class FixList(QDialog):
    """Lists the fixes; ``edit_wanted`` and ``remove_wanted`` carry the one that is meant."""

    new_wanted = Signal()
    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    undo_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, lexicon: Lexicon, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Words that are said differently"))
        self._lexicon = lexicon
        label = QLabel(_("Type to narrow the list"))
        self.field = Field(label.text())
        label.setBuddy(self.field)
        self.field.textChanged.connect(lambda _typed: self._fill())
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        wrap_lines(self.list)
        self.list.itemDoubleClicked.connect(lambda _item: self._edit())
        self.count = QLabel()
        self.count.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(label)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self.count)
        column.addWidget(MessageLine(messages))
        column.addWidget(self._buttons())
        keys = {
            "Return": self._edit,
            "Enter": self._edit,
            "Delete": self._remove,
            "Ctrl+Z": self.undo_wanted.emit,
        }
        for key, done in keys.items():
            shortcut = QShortcut(QKeySequence(key), self.list, done)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._fill()
        self.list.setFocus()
        self.resize(size_within_screen(self, characters=76, lines=26))

    def show_lexicon(self, lexicon: Lexicon) -> None:
        """Show other fixes, at the place where the list is."""
        self._lexicon = lexicon
        row = self.list.currentRow()
        self._fill()
        self.list.setCurrentRow(min(row, self.list.count() - 1))

    def go_to(self, fix: Fix) -> None:
        """Go to a fix, where it is listed."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_FIX) == fix:
                self.list.setCurrentRow(row)

    @property
    def current(self) -> Fix | None:
        """The fix that is chosen; None where there is none."""
        item = self.list.currentItem()
        fix = item.data(_FIX) if item else None
        return fix if isinstance(fix, Fix) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows lead from the field into the list."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            self.list.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        wanted = self.field.text().casefold().split()
        self.list.clear()
        for fix in sorted(self._lexicon.fixes, key=lambda each: each.written.casefold()):
            text = fix_words(fix)
            if all(word in text.casefold() for word in wanted):
                item = QListWidgetItem(text)
                item.setData(_FIX, fix)
                self.list.addItem(item)
        found = self.list.count()
        self.count.setText(ngettext("{n} word", "{n} words", found).format(n=found))
        if not found:
            nothing = QListWidgetItem(
                _("No word has these letters.")
                if wanted
                else _("No word is said differently yet. Press F8 at a word of a story.")
            )
            # A screen reader says only what can be chosen.
            nothing.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)
        for button in (self.edit, self.remove):
            button.setEnabled(bool(found))
        self.export.setEnabled(bool(self._lexicon.fixes))

    def _edit(self) -> None:
        if (fix := self.current) is not None:
            self.edit_wanted.emit(fix)

    def _remove(self) -> None:
        if (fix := self.current) is not None:
            self.remove_wanted.emit(fix)

    def _buttons(self) -> QWidget:
        self.new = self._button(_("New"), self.new_wanted.emit)
        self.edit = self._button(_("Change"), self._edit)
        self.remove = self._button(_("Remove"), self._remove, "Delete")
        self.undo = self._button(_("Undo"), self.undo_wanted.emit, "Ctrl+Z")
        self.take = self._button(_("Import…"), self.import_wanted.emit)
        self.export = self._button(_("Export…"), self.export_wanted.emit)
        self.leave = self._button(_("Close"), self.reject)
        return button_row(
            self.new, self.edit, self.remove, self.undo, self.take, self.export, self.leave
        )

    def _button(self, words: str, done: Callable[[], object], key: str = "") -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleDescription(key)
        button.clicked.connect(lambda _checked: done())
        return button
