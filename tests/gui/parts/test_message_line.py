from __future__ import annotations

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.gui.window.steps import name_of
from tidings.ui.messages import MessageLine, message_line_interface


def test_a_message_line_is_there_once_it_has_something_to_tell(qtbot: QtBot) -> None:
    QAccessible.installFactory(message_line_interface)
    line = MessageLine()
    qtbot.addWidget(line)

    assert line.isHidden()
    assert line.sizePolicy().retainSizeWhenHidden()

    for text in ("Opening a page", "A page: 5 stories."):
        line.tell(text)
        assert not line.isHidden()
        assert name_of(line) == text
