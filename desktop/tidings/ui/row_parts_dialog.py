"""What an entry of the list of stories says, and in which order, as a list to be put in order."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tidings.ui.article_rows import Row
from tidings.ui.dialog_parts import (
    button_row,
    scrolled,
    size_within_screen,
    tell_of_entry,
    wrap_lines,
)
from tidings.ui.keymap import display_key
from tidings.ui.row_parts import RowPart, RowParts

EARLIER_KEY, LATER_KEY = "Alt+Up", "Alt+Down"

_LINES = 5
"""Lines of the list that are seen at least, however low the screen."""


def part_words() -> dict[RowPart, str]:
    """Return what the parts of an entry are called."""
    return {
        RowPart.TITLE: _("Title"),
        RowPart.SOURCE: _("Source"),
        RowPart.DATE: _("Date"),
        RowPart.READ: _("Read or unread"),
        RowPart.CHANGED: _("Changed since it was read"),
        RowPart.SAVED: _("Saved or not"),
        RowPart.LENGTH: _("Length in minutes"),
        RowPart.ALSO_IN: _("How many other sources tell it"),
    }


class RowPartsDialog(QDialog):
    """Each part with a check, to be moved up and down, and an entry as it will be said.

    ``changed`` carries the :class:`RowParts` at every change: there is nothing to confirm.
    """

    changed = Signal(object)

    def __init__(
        self, parts: RowParts, example: Row, rate: int, parent: QWidget | None = None
    ) -> None:
        """Show the choice that holds, and what is said of ``example`` at a rate."""
        super().__init__(parent)
        self.setWindowTitle(_("What a list entry says"))
        self._parts = parts
        self._example = example
        self._rate = rate
        label = QLabel(_("Parts of an entry"))
        note = QLabel(
            _(
                "{earlier} and {later} move a part, Space leaves it out. The title is always said."
            ).format(earlier=_shown(EARLIER_KEY), later=_shown(LATER_KEY))
        )
        note.setWordWrap(True)
        note.setProperty("quiet", True)
        self.list = QListWidget()
        self.list.setAccessibleName(label.text())
        label.setBuddy(self.list)
        wrap_lines(self.list)
        for _part in RowPart:
            self.list.addItem(QListWidgetItem())
        self.example = QLabel()
        self.example.setWordWrap(True)
        # To be read again by ear, after a change too.
        self.example.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inside = QWidget()
        parts_column = QVBoxLayout(inside)
        parts_column.setContentsMargins(4, 4, 4, 4)
        parts_column.setSpacing(8)
        for widget in (label, self.list, note, self.example):
            parts_column.addWidget(widget, int(widget is self.list))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(scrolled(inside), 1)
        column.addWidget(self._buttons())
        for key, steps in ((EARLIER_KEY, -1), (LATER_KEY, 1)):
            shortcut = QShortcut(QKeySequence(key), self.list, self._mover(steps))
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._show(self._parts.order[0])
        self.list.currentRowChanged.connect(lambda _row: self._describe_buttons())
        self.list.itemChanged.connect(self._take_check)
        self.list.setMinimumHeight(_LINES * self.fontMetrics().height())
        self.list.setFocus()
        self.resize(size_within_screen(self, characters=56, lines=24))

    def _buttons(self) -> QWidget:
        self.earlier = self._button(_("Move up"), self._mover(-1), EARLIER_KEY)
        self.later = self._button(_("Move down"), self._mover(1), LATER_KEY)
        self.usual = self._button(_("Reset"), self._reset)
        close = self._button(_("Close"), self.reject)
        return button_row(self.earlier, self.later, self.usual, close)

    def _button(self, words: str, done: Callable[[], object], key: str = "") -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(_shown(key))
        button.clicked.connect(lambda _checked: done())
        return button

    def _mover(self, steps: int) -> Callable[[], None]:
        return lambda: self._move(steps)

    def _move(self, steps: int) -> None:
        self._change(self._parts.move(self._current, steps))

    def _reset(self) -> None:
        self._change(RowParts())

    def _take_check(self, item: QListWidgetItem) -> None:
        part = self._parts.order[self.list.row(item)]
        is_told = item.checkState() is Qt.CheckState.Checked
        self._change(self._parts.put(part, told=is_told))
        tell_of_entry(self.list, item, _("Said.") if is_told else _("Left out."))

    @property
    def _current(self) -> RowPart:
        return self._parts.order[max(self.list.currentRow(), 0)]

    def _change(self, parts: RowParts) -> None:
        current = self._current
        is_new = parts != self._parts
        self._parts = parts
        self._show(current)
        if is_new:
            self.changed.emit(parts)

    def _show(self, current: RowPart) -> None:
        """Show the parts, the list standing on one of them."""
        with QSignalBlocker(self.list):
            self._show_parts()
            self.list.setCurrentRow(self._parts.order.index(current))
        told = self._example.told_at(self._rate, self._parts)
        self.example.setText(_("Example: {entry}.").format(entry=told))
        self._describe_buttons()

    def _show_parts(self) -> None:
        for row, part in enumerate(self._parts.order):
            item = self.list.item(row)
            item.setText(part_words()[part])
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _place_words(self._parts, part))
            if part is RowPart.TITLE:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            else:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_told = part not in self._parts.left_out
            item.setCheckState(Qt.CheckState.Checked if is_told else Qt.CheckState.Unchecked)
            if part is RowPart.TITLE:
                # Else it would be told as checked, as if that could be changed.
                item.setData(Qt.ItemDataRole.CheckStateRole, None)

    def _describe_buttons(self) -> None:
        """Have the buttons tell what they move, and where it is: also when it has moved."""
        place = _place_words(self._parts, self._current)
        for button, key in ((self.earlier, EARLIER_KEY), (self.later, LATER_KEY)):
            button.setAccessibleDescription(f"{place}, {_shown(key)}")
        is_usual = self._parts == RowParts()
        self.usual.setAccessibleDescription(
            _("All parts are said, in the usual order.") if is_usual else ""
        )


def _place_words(parts: RowParts, part: RowPart) -> str:
    words = _("{part}, {place} of {count}")
    place = parts.order.index(part) + 1
    return words.format(part=part_words()[part], place=place, count=len(parts.order))


def _shown(key: str) -> str:
    return display_key(QKeySequence(key))
