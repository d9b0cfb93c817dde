"""What the next key does, told instead of done."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from tidings.ui.keymap import display_key

_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class KeyExplainer(QObject):
    """Takes the next key: a command's from the table, any other from the control it is for.

    Which key means which command is left to the shortcuts themselves, so what is told is
    what would be done.
    """

    def __init__(self, nothing: Callable[[QKeySequence], str], parent: QObject) -> None:
        """Make one; ``nothing`` returns what is told of a key that does nothing."""
        super().__init__(parent)
        self._nothing = nothing
        self._tell: Callable[[str], None] | None = None

    @property
    def waits(self) -> bool:
        """Whether the next key is to be explained."""
        return self._tell is not None

    def begin(self, tell: Callable[[str], None]) -> None:
        """Wait for a key."""
        if self._tell is None:
            _application().installEventFilter(self)
        self._tell = tell

    def explain(self, key: str, words: str) -> None:
        """Tell what a key of the table does."""
        self._end(f"{key}: {words}.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key press that no command has taken."""
        if not self.waits or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        assert isinstance(event, QKeyEvent)
        if event.key() not in _MODIFIERS and not event.isAutoRepeat():
            sequence = QKeySequence(event.keyCombination())
            words = control_words(QApplication.focusWidget(), event)
            if words is None:
                self._end(self._nothing(sequence))
            else:
                self.explain(display_key(sequence), words)
        return True

    def _end(self, sentence: str) -> None:
        tell, self._tell = self._tell, None
        _application().removeEventFilter(self)
        if tell is not None:
            tell(sentence)


def control_words(control: QWidget | None, event: QKeyEvent) -> str | None:
    """Return what a key does in a control by itself; None where that is nothing known."""
    key = event.key()
    if key == Qt.Key.Key_Tab:
        return _("Next control")
    if key == Qt.Key.Key_Backtab:
        return _("Previous control")
    match control:
        case QLineEdit():
            return _in_field(event)
        case QTextEdit() if key in _ENTER:
            return _("Open the link at the caret")
        case QTextEdit() if key in _ARROWS:
            return _("Move the caret")
        case QAbstractButton() if key in (*_ENTER, Qt.Key.Key_Space):
            return _("Press the button")
        case QAbstractButton() if key in _ARROWS[:4]:
            return _("Go to the next or previous choice")
        case QAbstractItemView() if key in _ENTER:
            return _("Open what is chosen")
        case QAbstractItemView() | QComboBox() if _is_typed(event) and key != Qt.Key.Key_Space:
            return _("Go to the next entry that begins like this")
        case QAbstractItemView() | QComboBox() if key in _ARROWS:
            return _("Go through the entries")
        case QComboBox() if key == Qt.Key.Key_Space:
            return _("Open the list of choices")
    return None


def _in_field(event: QKeyEvent) -> str | None:
    key = event.key()
    if key in _ENTER:
        return _("Take what is typed in the field")
    if key in _ARROWS:
        return _("Move the caret")
    if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        return _("Delete in the field")
    if _is_typed(event):
        return _("Type in the field")
    if event.matches(QKeySequence.StandardKey.Undo):
        return _("Undo in the field")
    return None


def _is_typed(event: QKeyEvent) -> bool:
    """Tell whether a key writes something."""
    plain = not event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    return plain and bool(event.text()) and event.text().isprintable()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
