"""Ctrl held by itself: how one asks for help who cannot see which key gives it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

HELD = 5_000
"""Milliseconds that Ctrl is held, and nothing else is done."""


class HeldCtrl(QObject):
    """``noticed`` is emitted when Ctrl has been held for :data:`HELD` milliseconds."""

    noticed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(HELD)
        self.timer.timeout.connect(self.noticed)

    def take(self, event: QEvent) -> None:
        """Begin when Ctrl goes down; end with whatever else happens."""
        if not isinstance(event, QKeyEvent):
            self.timer.stop()
            return
        # A key that is held is told of as pressed and released, time and again.
        if event.isAutoRepeat() and event.key() == Qt.Key.Key_Control:
            return
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Control:
            self.timer.start()
        elif event.type() != QEvent.Type.ShortcutOverride or event.key() != Qt.Key.Key_Control:
            self.timer.stop()
