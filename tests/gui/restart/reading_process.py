"""A reader in a process of its own, which can be killed.

Run as ``python -m tests.gui.restart.reading_process FOLDER [SOURCE …]``. Each line of standard
input is a JSON object, answered with one line that tells how things stand:
``{"press": "P", "on": "view"}`` presses a key, ``{"voice": 1}`` chooses a voice by its row,
``{}`` only asks. An answer comes when all that was to be kept before is kept. Each message
is a line of ``told.txt`` in the folder, as soon as it is told.
"""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from tests.gui.window.steps import Opened, open_reader
from tidings.resources import resource_folder
from tidings.ui.application import make_window_application


class Servant(QObject):
    """Does on the main thread what is asked on standard input."""

    asked = Signal(object)

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened.reader)
        self._opened = opened
        self._told = (Path(sys.argv[1]) / "told.txt").open("ab", buffering=0)
        opened.window.messages.told.connect(
            lambda message: self._told.write(f"{message.text}\n".encode())
        )
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.asked.emit(json.loads(line))

    def _answer(self, wish: dict[str, Any]) -> None:
        window = self._opened.window
        if "press" in wish:
            self._opened.press(
                wish["press"], on=window.view if wish["on"] == "view" else window.list.view
            )
        if "voice" in wish:
            window.player.voice.setCurrentIndex(wish["voice"])
            window.player.voice.activated.emit(wish["voice"])
        self._opened.reader.keeping.do(lambda _library: True, lambda _done: self._tell())

    def _tell(self) -> None:
        reader, window = self._opened.reader, self._opened.window
        place = reader.desk.marks.place(window.list.current)
        answer = {
            "title": self._opened.title,
            "caret": _plain(window.view.position_at_caret()),
            "place": _plain(place),
            "voices": window.player.voice.count(),
            "voice": window.player.voice.currentData(),
            "mode": reader.speaker.mode.value,
            "spoken": _plain(reader.speaker.position),
            "read": [id_ for id_ in window.list.ids if reader.desk.marks.of(id_).read],
        }
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _plain(position: Any) -> list[Any] | None:
    return [position.article, position.block, position.character] if position else None


def main() -> int:
    """Open the window and serve until killed."""
    make_window_application(resource_folder() / "icons" / "tidings.svg")
    opened = open_reader(Path(sys.argv[1]), tuple(sys.argv[2:]))
    Servant(opened)
    return QApplication.exec()


if __name__ == "__main__":
    raise SystemExit(main())
