"""Looks at what has the focus: a control of Qt's becomes a description of it."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QRadioButton,
    QWidget,
)

from tidings.ui.article_rows import PARTS
from tidings.ui.message_line import MessageLine
from tidings.ui.reading import ReadingView
from tidings.ui.talking.seen import Control, Field, Said, Seen, Words
from tidings.ui.talking.story_looking import StoryEye
from tidings.ui.talking.telling import place_words

Index = QModelIndex | QPersistentModelIndex


class Eye:
    """Looks at the window as it is now."""

    def __init__(self, stories: StoryEye) -> None:
        self._stories = stories

    def look(self) -> Seen | None:
        """Return what has the focus, in an open menu too; None where nothing has."""
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            return _menu(popup)
        focus = QApplication.focusWidget()
        if popup is not None:
            entries = _entries_of(popup)
            # What completes the words of a field is there long before one goes to it.
            if entries is not None and entries.currentIndex().isValid():
                focus = entries
        if focus is None or isinstance(focus, QMainWindow):
            return None
        control = _control(focus)
        if isinstance(focus, ReadingView):
            return self._stories.look(focus, control)
        if isinstance(focus, QLineEdit):
            return _field(focus, control)
        return control


def _control(widget: QWidget) -> Control:
    dialog = _window_of(widget)
    in_dialog = isinstance(dialog, QDialog)
    value, states, place = _holds(widget)
    return Control(
        id(widget),
        _name(widget),
        _role(widget),
        (*states, *_condition(widget)),
        value,
        place,
        widget.accessibleDescription(),
        _around(widget),
        dialog.windowTitle() if in_dialog else "",
        _note(dialog, widget) if in_dialog else "",
    )


def _entries_of(popup: QWidget) -> QAbstractItemView | None:
    if isinstance(popup, QAbstractItemView):
        return popup
    found = popup.findChild(QAbstractItemView)
    return found if isinstance(found, QAbstractItemView) else None


def _window_of(widget: QWidget) -> QWidget:
    """The window or dialog of a widget, also of one in what pops up over that."""
    window = widget.window()
    while window.windowType() == Qt.WindowType.Popup:
        parent = window.parentWidget()
        if parent is None:
            break
        window = parent.window()
    return window


def _name(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        # Qt gives the choice for the name; a label has it.
        labels = widget.window().findChildren(QLabel)
        mine = next((label.text() for label in labels if label.buddy() is widget), "")
        return mine or widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else widget.accessibleName()


def _role(widget: QWidget) -> str:
    match widget:
        case ReadingView():
            return _("story")
        case QRadioButton():
            return _("choice")
        case QPushButton() if widget.menu() is not None:
            return _("menu button")
        case QAbstractButton():
            return _("check box") if widget.isCheckable() else _("button")
        case QLineEdit():
            return _("field")
        case QComboBox():
            return _("list to choose from")
        case QAbstractSlider():
            return _("slider")
        case QAbstractItemView():
            return _("list")
    return ""


def _condition(widget: QWidget) -> tuple[str, ...]:
    words = []
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        words.append(_checked(isinstance(widget, QRadioButton), widget.isChecked()))
    if not widget.isEnabled():
        words.append(_("not available"))
    return tuple(words)


def _checked(is_choice: bool, on: bool) -> str:
    if is_choice:
        return _("chosen") if on else _("not chosen")
    return _("checked") if on else _("not checked")


def _holds(widget: QWidget) -> tuple[Words, tuple[str, ...], tuple[int, int]]:
    """What a control holds or stands on, the states of that, and its number among all."""
    match widget:
        case QAbstractItemView():
            return _entry(widget)
        case QComboBox():
            return (Said(widget.currentText()),), (), (widget.currentIndex() + 1, widget.count())
        case QAbstractSlider():
            return (Said(str(widget.value())),), (), (0, 0)
    return (), (), (0, 0)


def _entry(view: QAbstractItemView) -> tuple[Words, tuple[str, ...], tuple[int, int]]:
    model, index = view.model(), view.currentIndex()
    if model is None or not model.rowCount(view.rootIndex()):
        return (Said(_("empty")),), (), (0, 0)
    if not index.isValid():
        count = model.rowCount(view.rootIndex())
        return (Said(_("nothing chosen")),), (), (0, count)
    parts = index.data(PARTS)
    text = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data() or "")
    words = tuple(Said(*part) for part in parts) if isinstance(parts, tuple) else (Said(text),)
    checked = index.data(Qt.ItemDataRole.CheckStateRole)
    states = () if checked is None else (_checked(False, Qt.CheckState(checked).value > 0),)
    number, count = _number(index)
    # Some entries say by themselves where they are.
    return words, states, (number, 0 if place_words(number, count) in text else count)


def _number(index: Index) -> tuple[int, int]:
    """Where an entry is among those that can be chosen: headings do not count."""
    model = index.model()
    rows = range(model.rowCount(index.parent()))
    if len(rows) > _MANY:
        return index.row() + 1, len(rows)
    chosen = [row for row in rows if model.flags(model.index(row, index.column())) & _CHOSEN]
    return (chosen.index(index.row()) + 1 if index.row() in chosen else 0), len(chosen)


_MANY = 500
"""Entries of a list that are all chosen from, as it is too long to be looked through."""
_CHOSEN = Qt.ItemFlag.ItemIsSelectable


def _field(line: QLineEdit, control: Control) -> Field:
    caret = line.cursorPosition()
    start = line.selectionStart()
    anchor = caret
    if start >= 0:
        end = start + len(line.selectedText())
        anchor = end if caret == start else start
    return Field(control, line.text(), caret, anchor)


def _around(widget: QWidget) -> tuple[str, ...]:
    names: list[str] = []
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        name = parent.accessibleName()
        if name:
            names.append(name)
        parent = parent.parentWidget()
    return tuple(reversed(names))


def _note(dialog: QWidget, focus: QWidget) -> str:
    """What a dialog says that belongs to no control of it, and is not said of ``focus``."""
    known = (focus.accessibleName(), focus.accessibleDescription())
    labels = [
        label.text()
        for label in dialog.findChildren(QLabel)
        if label.isVisible()
        and label.buddy() is None
        and any(map(str.isalpha, label.text()))
        and not isinstance(label.parentWidget(), MessageLine)
    ]
    return " ".join(text for text in labels if text not in known)


def _title_of(menu: QMenu) -> str:
    window = _window_of(menu)
    return window.windowTitle() if isinstance(window, QDialog) else ""


def _menu(menu: QMenu) -> Control:
    action: QAction | None = menu.activeAction()  # PySide's own stubs leave the None out
    actions = [each for each in menu.actions() if not each.isSeparator() and each.isEnabled()]
    name = menu.accessibleName() or menu.title()
    if action is None:
        return Control(id(menu), name, _("menu"), window=_title_of(menu))
    words, _tab, keys = action.text().replace("&", "").partition("\t")
    states = (_checked(False, action.isChecked()),) if action.isCheckable() else ()
    place = (actions.index(action) + 1 if action in actions else 0, len(actions))
    value = (Said(words), Said(keys)) if keys else (Said(words),)
    return Control(id(menu), name, _("menu"), states, value, place, window=_title_of(menu))
