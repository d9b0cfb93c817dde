"""A form: groups of fields, boxes and checks, each with its label and perhaps a hint."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QGroupBox,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tidings.ui.choice_box import ChoiceBox
from tidings.ui.field import Field
from tidings.ui.theme import Colours
from tidings.ui.wrapping_check import WrappingCheck

T = TypeVar("T")


class FormChoice(ChoiceBox, Generic[T]):
    """A box in a form that scrolls: turning the wheel scrolls it, and changes nothing.

    It offers words, each with the value that they stand for.
    """

    def __init__(self, offered: Iterable[tuple[str, T]], chosen: T) -> None:
        super().__init__()
        self._values: list[T] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Its longest words may be wider than a small screen.
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)
        self.set_ink(Colours.from_palette(self.palette()).ink)
        for words, value in offered:
            self.addItem(words)
            self._values.append(value)
        self.setCurrentIndex(self._values.index(chosen))

    @property
    def value(self) -> T:
        """What the words stand for that are chosen."""
        return self._values[self.currentIndex()]

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class Form(QWidget):
    """Puts controls under one another; within a group once that has begun."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: dict[QWidget, QLabel] = {}
        around = QVBoxLayout(self)
        around.setContentsMargins(4, 4, 8, 4)
        self._outer = QVBoxLayout()
        self._outer.setSpacing(8)
        around.addLayout(self._outer)
        # What room is left is below: it would be shared out between the labels.
        around.addStretch(1)
        self._column = self._outer

    def begin_group(self, name: str) -> None:
        """Put what follows under a heading, which screen readers say as one comes to it."""
        group = QGroupBox()
        group.setAccessibleName(name)
        self._column = QVBoxLayout(group)
        self._column.setContentsMargins(0, 16, 0, 0)
        self._column.setSpacing(8)
        # Not the group's own title, which is cut off where it is wider than the form.
        heading = _wrapped(name)
        heading.setProperty("role", "pane-title")
        heading.setBuddy(group)
        self._column.addWidget(heading)
        self._outer.addWidget(group)

    def field(self, name: str, text: str, hint: str = "") -> Field:
        """Add a line to type in."""
        field = Field(name)
        field.setText(text)
        field.setCursorPosition(0)
        self._labelled(name, field, hint)
        return field

    def choice(
        self, name: str, offered: Iterable[tuple[str, T]], chosen: T, hint: str = ""
    ) -> FormChoice[T]:
        """Add a box to choose from: words, each with its value."""
        box = FormChoice(offered, chosen)
        self._labelled(name, box, hint)
        return box

    def check(self, words: str, *, on: bool, hint: str = "") -> WrappingCheck:
        """Add something that is so or not."""
        box = WrappingCheck(words)
        box.setChecked(on)
        self.add(box)
        self._hint(hint, box)
        return box

    def add(self, part: QWidget) -> None:
        """Add something else."""
        self._column.addWidget(part)

    def add_said_elsewhere(self, label: QLabel) -> None:
        """Add words that are not to be read out as the dialog opens, nor as the group does.

        Screen readers read all labels there that are no control's.
        """
        label.setBuddy(self)
        self.add(label)

    def offer(self, control: QWidget, *, on: bool) -> None:
        """Show a control with its label, or do not where there is no use for it."""
        self._labels[control].setVisible(on)
        control.setVisible(on)

    def _labelled(self, name: str, control: QWidget, hint: str) -> None:
        label = _wrapped(name)
        label.setBuddy(control)
        self._labels[control] = label
        self.add(label)
        self.add(control)
        self._hint(hint, control)

    def _hint(self, hint: str, control: QWidget) -> None:
        if hint:
            note = _wrapped(hint)
            note.setProperty("quiet", True)
            self.add_said_elsewhere(note)
            control.setAccessibleDescription(hint)


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
