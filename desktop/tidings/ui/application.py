"""The Qt application itself."""

from __future__ import annotations

import gc
import signal
import sys
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QLoggingCategory,
    QTimer,
    QTranslator,
)

NAME = "tidings"

_TURN = 0.001
"""Seconds that one of Python's threads keeps the others waiting; by default it is 0.005."""

_STARTED = 3000
"""Milliseconds after which what the start has made is all there."""

QUIET = """
qt.multimedia.symbolsresolver=false
qt.multimedia.ffmpeg.info=false
qt.accessibility.atspi=false
"""
"""Rules against messages on parts of Qt that are not used (PipeWire, video), and on every
move of the caret."""


def make_window_application(icon: Path, language: str = "en") -> QCoreApplication:
    """Return the application for a window. Fusion, because it follows the palette wholly.

    ``language`` is the one that the program's words are in; Qt's own will be, too.
    """
    from PySide6.QtGui import QAccessible, QGuiApplication, QIcon
    from PySide6.QtWidgets import QApplication

    from tidings.ui.message_line import message_line_interface
    from tidings.ui.reading import install_accessibility

    # What is made from here on stays: looking through it for garbage takes 50 ms of the start.
    gc.disable()
    # The window's thread waits this long, time and again, while another one reads a page.
    sys.setswitchinterval(_TURN)
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("Tidings")
    app.setWindowIcon(QIcon(str(icon)))
    QGuiApplication.setDesktopFileName(NAME)
    use_qt_words(app, language)
    use_dates(language)
    install_accessibility()
    QAccessible.installFactory(message_line_interface)
    # Rules take the place of those before: what sets some of its own comes first.
    QLoggingCategory.setFilterRules(QUIET)
    return app


def use_qt_words(app: QCoreApplication, language: str) -> QTranslator | None:
    """Give Qt's own words (dialogs, names of keys) in a language; None where it has none."""
    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not words.load(f"qtbase_{language}", folder):
        return None
    app.installTranslator(words)
    return words


def use_dates(language: str) -> None:
    """Write months as the program's words are: in a translation they stand among them."""
    translated = language != "en"
    if translated and QLocale.system().language() != QLocale(language).language():
        QLocale.setDefault(QLocale(language))


def collect_what_is_new() -> None:
    """Look for garbage from here on, but never again through all that is there already.

    That would hold the window up for 25 ms and more, at any time. What was garbage by then
    is kept too, some 300 objects: to find it would take as long.
    """
    gc.freeze()
    gc.enable()


def make_terminal_application() -> QCoreApplication:
    """Return an application without a window: it has an event loop, and can play sound."""
    QLoggingCategory.setFilterRules(QUIET)
    app = QCoreApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    return app


def execute(app: QCoreApplication) -> int:
    """Run until the application ends; Ctrl+C in the terminal ends it too."""
    QTimer.singleShot(_STARTED, app, collect_what_is_new)
    for number in (signal.SIGINT, signal.SIGTERM):
        # Asked for through the event loop: before that runs, quit() would be lost.
        signal.signal(number, lambda _number, _frame: QTimer.singleShot(0, app, app.quit))
    # Python sees a signal only between two of its own lines: give it some.
    pulse = QTimer(app)
    pulse.timeout.connect(lambda: None)
    pulse.start(200)
    return app.exec()
