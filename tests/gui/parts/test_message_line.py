"""What the line at the foot of a window shows, and what of it a screen reader is to hear."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gui.window.steps import name_of
from tidings.ui.message_line import MessageLine, message_line_interface
from tidings.ui.messages import Messages

NOTIFICATION = QAccessible.Role.Notification


@pytest.fixture
def messages(qtbot: QtBot) -> Messages:
    return Messages()


@pytest.fixture
def line(qtbot: QtBot, messages: Messages) -> MessageLine:
    QAccessible.installFactory(message_line_interface)
    shown = MessageLine(messages)
    qtbot.addWidget(shown)
    shown.show()
    return shown


class Spy(QObject):
    """Takes note of when something comes or goes."""

    def __init__(self, seen: list[bool]) -> None:
        super().__init__()
        self._seen = seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._seen.append(event.type() is QEvent.Type.Show)
        return False


def there(line: MessageLine) -> list[tuple[bool, str]]:
    """Return what of the line is there: whether it is heard as it comes, and its name."""
    labels = [label for label in line.findChildren(QLabel) if label.isVisible()]
    interfaces = [QAccessible.queryAccessibleInterface(label) for label in labels]
    return [
        (interface.role() is NOTIFICATION, name_of(label))
        for label, interface in zip(labels, interfaces, strict=True)
    ]


def test_a_line_is_there_once_it_has_something_to_tell(
    line: MessageLine, messages: Messages
) -> None:
    height = line.sizeHint().height()
    assert there(line) == []
    assert line.text() == ""

    for text in ("Opening a page", "A page: 5 stories."):
        messages.tell(text)
        assert there(line) == [(True, text)]
        assert line.text() == text
        assert line.sizeHint().height() == height > 0


def test_what_is_not_to_be_heard_is_shown_all_the_same(
    line: MessageLine, messages: Messages
) -> None:
    line.speaks = lambda message: message.text == "Heard."

    messages.tell("First.")
    assert there(line) == [(False, "First.")]
    messages.tell("Heard.")
    assert there(line) == [(True, "Heard.")]
    shown: list[bool] = []
    heard = line.findChildren(QLabel)[0]
    spy = Spy(shown)
    heard.installEventFilter(spy)
    messages.tell("Last.")
    assert line.text() == name_of(heard) == "Last."
    # Nothing has come or gone, which is what a screen reader would speak of.
    assert shown == []


def test_a_warning_stays_before_what_comes_next(line: MessageLine, messages: Messages) -> None:
    messages.warn("Something to know.")
    messages.tell("Something else.")
    assert line.text() == "Something to know.\nSomething else."
    assert there(line) == [(True, "Something else.")]
