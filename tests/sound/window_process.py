"""A real window in a process of its own, driven line by line from standard input.

Run as ``python -m tests.sound.window_process FOLDER SOURCE``. Each line is a JSON object:
``{"key": "Space", "in": "reading"}`` presses a key (in the "window" where the focus is),
``{"ask": "state"}`` asks how things stand, ``{"ask": "stall"}`` how long the main thread was
busy at the longest since that was asked before, ``{"ask": "voices"}`` which voices there are,
``{"block": 300}`` keeps it busy for so many milliseconds, ``{"voice": "espeak:gmw/en-US",
"for": "en"}`` has a voice speak for a language, ``{"sleep": 20000}`` has it fall asleep after
so many milliseconds, ``{"welcome": true}`` has it tell what is told at the first start,
``{"quit": true}`` closes the window. Each is answered with one line of JSON.
"""

from __future__ import annotations

import contextlib
import json
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tidings.app import get_ready
from tidings.playback import Revoice, SleepIn
from tidings.resources import resource_folder
from tidings.speech import ScriptMaker, load_announcements
from tidings.ui.application import execute, make_window_application

if TYPE_CHECKING:
    from tidings.ui.reader import Reader


BEAT = 2
"""Milliseconds between two beats by which a busy main thread is noticed."""


class Heartbeat(QObject):
    """Notices how long the main thread does not come to its events."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = time.monotonic()
        self._longest = 0.0
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._beat)
        timer.start(BEAT)

    def longest(self) -> float:
        """Return the longest stall since this was asked before, in milliseconds."""
        self._beat()
        longest, self._longest = self._longest, 0.0
        return longest

    def _beat(self) -> None:
        now = time.monotonic()
        self._longest = max(self._longest, (now - self._last) * 1000 - BEAT)
        self._last = now


class Driver(QObject):
    """Carries out what is asked, on the main thread."""

    asked = Signal(object)

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._said: list[tuple[float, str]] = []
        self._words: list[tuple[float, str]] = []
        self._talked: list[tuple[float, str]] = []
        self._painted = 0.0
        self._heart: Heartbeat | None = None
        reader.speaker.said.connect(lambda said: self._said.append((time.monotonic(), said)))
        reader.speaker.lit.connect(self._lit)
        reader.talking.said.connect(lambda said: self._talked.append((time.monotonic(), said)))
        reader.window.view.viewport().installEventFilter(self)
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._listen, daemon=True).start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Note when a story is painted first; nothing is kept from anybody."""
        if event.type() is QEvent.Type.Paint and self._reader.window.view.article is not None:
            # Posted behind the painting, which has not been done yet.
            QTimer.singleShot(0, self, self._note_paint)
            self._reader.window.view.viewport().removeEventFilter(self)
        return False

    def _note_paint(self) -> None:
        self._painted = time.monotonic()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.asked.emit(json.loads(line))
        # The window may have been closed in another way, and this object with it.
        with contextlib.suppress(RuntimeError):
            self.asked.emit({"quit": True})

    def _lit(self, _sentence: object, word: Any) -> None:
        if word is not None:
            article = self._reader.stories.article(word.article)
            text = article.part_text(word.block)[word.start : word.end] if article else ""
            self._words.append((time.monotonic(), text))

    def _answer(self, wish: dict[str, Any]) -> None:
        answer: dict[str, Any] = {"at": time.monotonic()}
        if "key" in wish:
            self._press(wish["key"], wish.get("in", "reading"))
        elif "block" in wish:
            time.sleep(wish["block"] / 1000)
        elif "voice" in wish:
            voicing = self._reader.speaker.voicing
            voices = {**voicing.voices, wish["for"]: wish["voice"]}
            self._reader.speaker.on(Revoice(replace(voicing, voices=voices)))
        elif "sleep" in wish:
            self._reader.speaker.on(SleepIn(wish["sleep"]))
        elif "welcome" in wish:
            self._reader.welcome()
        elif "quit" in wish:
            self._reader.window.close()
        elif wish.get("ask") == "voices":
            answer["voices"] = [voice.id for voice in self._reader.speaker.voices]
        elif wish.get("ask") == "stall":
            self._heart = self._heart or Heartbeat(self)
            answer["stall"] = self._heart.longest()
        else:
            answer |= self._state()
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()

    def _press(self, key: str, where: str) -> None:
        window = self._reader.window
        combination = QKeySequence.fromString(key)[0]  # type: ignore[index]
        if where == "window":
            self._press_in_front(combination.key(), combination.keyboardModifiers())
            return
        target = window.view if where == "reading" else window.list.view
        if not target.hasFocus():
            target.setFocus()
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

    def _press_in_front(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Press a key as the desktop does: for the window in front, whatever has the focus."""
        front: QWindow | None = QGuiApplication.focusWindow()
        while front is None:
            # The platform without a screen gives the focus to none as a dialog closes.
            (QApplication.activeModalWidget() or self._reader.window).activateWindow()
            QApplication.processEvents()
            front = QGuiApplication.focusWindow()
        QTest.keyClick(front, key, modifiers)

    def _state(self) -> dict[str, Any]:
        speaker, window = self._reader.speaker, self._reader.window
        caret = window.view.position_at_caret()
        article = window.view.article
        return {
            "mode": speaker.mode.value,
            "painted": self._painted,
            "story": article.title if article else "",
            "caret": [caret.block, caret.character] if caret else None,
            "said": self._said,
            "talked": self._talked,
            "words": self._words,
            "messages": [message.text for message in window.messages.past],
            "worker": speaker.worker_pid if speaker.voices else None,
            "talks": self._reader.interface_voice.speaks,
            "talker": self._reader.interface_voice.worker_pid,
            "device": speaker.device,
            "rate": speaker.voicing.rate,
        }


def main() -> int:
    """Open the window and serve until it is closed."""
    get_ready()
    folder, source = Path(sys.argv[1]), sys.argv[2]
    resources = resource_folder()
    app = make_window_application(resources / "icons" / "tidings.svg")
    # As the program does it: after the application, which hushes what Qt says on loading.
    from tidings.ui.reader import Folders, Reader

    reader = Reader(
        Folders(resources, folder / "data", folder / "config", folder / "cache"),
        ScriptMaker(load_announcements()),
    )
    driver = Driver(reader)
    reader.show()
    reader.begin((source,), source)
    driver.setParent(reader)
    return execute(app)


if __name__ == "__main__":
    raise SystemExit(main())
