"""What dialogs share: a size within the screen, a part that scrolls, buttons in a row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tidings.ui.flow import FlowLayout

HEAR_KEY = "Ctrl+Space"
"""Has what is chosen or typed in a dialog spoken, wherever the focus is."""

_BESIDE, _ABOVE = 32, 64
"""Pixels of the screen left for the frame and title that the desktop puts round a dialog."""
_INSETS = 24
"""Pixels of an entry's padding, bar and margins, left and right together."""

Index = QModelIndex | QPersistentModelIndex


def size_within_screen(dialog: QWidget, characters: int, lines: int = 0, height: int = 0) -> QSize:
    """Return a size in characters and lines of the dialog's text, or ``height`` pixels where
    that is more; never larger than its screen.
    """
    metrics = dialog.fontMetrics()
    room = dialog.screen().availableSize()
    return QSize(
        min(metrics.averageCharWidth() * characters, room.width() - _BESIDE),
        min(max(metrics.height() * lines, height), room.height() - _ABOVE),
    )


def scrolled(inside: QWidget) -> QScrollArea:
    """Return an area in which a part scrolls up and down where the dialog is too low for it."""
    inside.setObjectName("frame")
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def wrap_lines(entries: QListWidget) -> None:
    """Have long entries of a list wrap instead of reaching beyond its edge."""
    entries.setWordWrap(True)
    entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    entries.setResizeMode(QListWidget.ResizeMode.Adjust)
    entries.setItemDelegate(_Wrapping(entries))


class _Wrapping(QStyledItemDelegate):
    """Measures entries as they are drawn: Qt would wrap them as if they had no padding, and
    cut off what that leaves no room for.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how much room an entry takes, as wide as the list."""
        entries = self.parent()
        assert isinstance(entries, QListWidget)
        narrower = QStyleOptionViewItem(option)
        narrower.rect.setWidth(entries.viewport().width() - _INSETS)
        return super().sizeHint(narrower, index)


def tell_of_entry(entries: QListWidget, item: QListWidgetItem, words: str) -> None:
    """Have it said what became of an entry: that a check was set or taken away.

    Orca 43 is told by Qt, but passes over the checks of lists. It says a description that
    changes, and need not find it there again.
    """
    with QSignalBlocker(entries):
        for description in (words, None):
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, description)


class _ButtonRow(QWidget):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A button that is not the default one leaves Enter to the dialog, which presses that.
        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QPushButton) and not event.isAutoRepeat():
            focused.click()
        else:
            super().keyPressEvent(event)


def button_row(*buttons: QPushButton) -> QWidget:
    """Return buttons side by side, in rows where they do not fit in one.

    Enter presses the one that has the focus; elsewhere in the dialog, its default button.
    """
    row = _ButtonRow()
    flow = FlowLayout(row)
    for button in buttons:
        # Else the default button would be one no more once the focus has been on it.
        button.setAutoDefault(False)
        flow.addWidget(button)
    return row
