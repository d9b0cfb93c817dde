"""What a reader does with the window, and what is seen of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tidings.resources import resource_folder
from tidings.speech import ScriptMaker, load_announcements
from tidings.ui.reader import Folders, Reader
from tidings.ui.window import MainWindow

PATIENCE = 15_000
"""Milliseconds."""


def wait_until(holds: Callable[[], bool], told: str = "", patience: int = PATIENCE) -> None:
    """Let events go by until something holds. Raises AssertionError after ``patience`` ms."""
    deadline = QDeadlineTimer(patience)
    while not holds():
        assert not deadline.hasExpired(), told or "it did not come to that"
        # Not QTest.qWait, which keeps all other threads waiting, too.
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()


def process() -> None:
    """Let all events go by that are there now, deletions too."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Opened:
    """A window that is open, and the reader's hands and eyes on it."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.window: MainWindow = reader.window
        self._ended = False

    def end(self) -> None:
        """Close the window; safe to call twice."""
        if self._ended:
            return
        self._ended = True
        self.window.close()
        self.window.deleteLater()
        self.reader.deleteLater()
        process()

    def press(self, key: str, on: QWidget | None = None) -> None:
        """Press a key, in portable text, where the focus is or on a widget."""
        self.activate()
        if on is not None and not on.hasFocus():
            on.setFocus()
        pressed = QKeySequence.fromString(key)[0]  # type: ignore[index]
        target = QApplication.focusWidget() or QApplication.activeWindow() or self.window
        QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())
        process()

    def activate(self) -> None:
        """Do what a desktop does, and the platform without a screen does not: bring the
        window to the front when no dialog is before it.
        """
        front = QApplication.activeModalWidget() or self.window
        if QApplication.focusWidget() is None:
            front.activateWindow()
            wait_until(lambda: QApplication.focusWidget() is not None, "the focus is lost")

    def close_dialog(self) -> None:
        """Close the dialog that is open with Escape."""
        open_one = self.dialog
        assert open_one is not None
        self.press("Esc")
        wait_until(lambda: self.dialog is not open_one)
        self.activate()

    def type(self, text: str) -> None:
        """Type where the focus is."""
        QTest.keyClicks(self.focus, text)
        process()

    @property
    def focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None, "the focus is lost"
        return focused

    @property
    def title(self) -> str:
        """The title of the story in the reading view; empty where there is none."""
        article = self.window.view.article
        return article.name if article else ""

    @property
    def text(self) -> str:
        return self.window.view.toPlainText()

    @property
    def told(self) -> list[str]:
        return [message.text for message in self.window.messages.past]

    @property
    def caret_text(self) -> str:
        """The text of the block the caret stands in."""
        return self.window.view.textCursor().block().text()

    @property
    def dialog(self) -> QDialog | None:
        active = QApplication.activeModalWidget()
        return active if isinstance(active, QDialog) else None

    def wait_for_message(self, part: str) -> None:
        wait_until(lambda: any(part in told for told in self.told), f"{part!r} not in {self.told}")

    def wait_for_library(self) -> None:
        """Wait until all is done that the library was asked for, and what came of it is shown."""
        done: list[bool] = []
        self.reader.keeping.do(lambda _library: True, done.append, False)
        wait_until(lambda: bool(done))
        process()

    def wait_for_title(self, title: str) -> None:
        wait_until(lambda: self.title == title, f"{title!r} is not shown, but {self.title!r}")


def open_reader(folder: Path, sources: tuple[str, ...], *, waits: bool = True) -> Opened:
    """Open a window, and wait until a story is shown and all is kept."""
    resources = resource_folder()
    reader = Reader(
        Folders(resources, folder / "data", folder / "config", folder / "cache"),
        ScriptMaker(load_announcements()),
    )
    reader.show()
    reader.begin(sources, str(resources / "samples" / "harbour-watch.html"))
    opened = Opened(reader)
    opened.window.activateWindow()
    wait_until(opened.window.isActiveWindow)
    if waits:
        wait_until(lambda: bool(opened.title))
        process()
    return opened


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a control."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def is_seen(widget: QWidget) -> bool:
    """Tell whether something of the widget is on the screen."""
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def is_seen_whole(widget: QWidget) -> bool:
    """Tell whether all of the widget is on the screen, with nothing over it."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()
