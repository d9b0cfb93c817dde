"""A small window with a message line, and keys that tell something. Run as a script."""

from __future__ import annotations

import faulthandler
import sys
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from tidings.ui.message_line import MessageLine, message_line_interface
from tidings.ui.messages import Messages


def main() -> int:
    faulthandler.enable()
    app = QApplication(sys.argv)
    QAccessible.installFactory(message_line_interface)
    window = QWidget()
    window.setWindowTitle("Messages window")
    messages = Messages(window)
    line = MessageLine(messages)
    line.speaks = lambda message: not message.text.startswith("Silent")
    column = QVBoxLayout(window)
    column.addWidget(QPushButton("Here"))
    column.addWidget(line)

    def tell_in_turn(texts: Sequence[str], pause: int) -> None:
        """Tell what comes of itself, with ``pause`` milliseconds between."""
        for number, text in enumerate(texts):
            tell = partial(messages.tell, text, of_itself=True)
            QTimer.singleShot(number * pause, window, tell)

    actions = {
        "F7": lambda: messages.tell("Silent."),
        "F8": lambda: messages.tell("Heard."),
        "F9": lambda: tell_in_turn(["Twice.", "Twice."], 400),
        "F11": lambda: tell_in_turn([f"Number {number}." for number in range(1, 11)], 80),
    }
    for key, action in actions.items():
        QShortcut(QKeySequence(key), window, action)
    window.resize(600, 200)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
