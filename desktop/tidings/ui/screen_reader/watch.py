"""Whether a screen reader listens to the window."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible

from tidings.ui.screen_reader.bus_watch import BusWatch
from tidings.ui.session_bus import bus_address

_LOOK = 1_000
"""Milliseconds between two looks at Qt's own sign."""


class ScreenReaderWatch(QObject):
    """Watches from :meth:`start` to :meth:`close`, which ask nobody to wait.

    ``known`` is emitted once, when it is first known whether one listens; ``changed`` with
    every change from then on, and before ``known`` where one listens already. On Linux the
    accessibility bus is asked. On Windows and macOS it is Qt's own sign, that anybody asked
    for an accessible object: untested.
    """

    changed = Signal(bool)
    known = Signal()
    _told = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listens = False
        self._is_known = False
        self._closed = False
        self._bus: BusWatch | None = None
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK)
        self._looking.timeout.connect(self._look)

    @property
    def listens(self) -> bool:
        """Tell whether a screen reader listens; not before that is known."""
        return self._listens

    @property
    def is_known(self) -> bool:
        """Tell whether it is known."""
        return self._is_known

    def start(self) -> None:
        """Begin to watch; returns at once."""
        if sys.platform != "linux":
            self._looking.start()
            self._look()
        elif address := bus_address(os.environ):
            self._bus = BusWatch(address, self._told.emit)
        else:
            self._told.emit(False)

    def close(self) -> None:
        """Watch no more; what was known stays."""
        self._closed = True
        self._looking.stop()
        bus, self._bus = self._bus, None
        if bus is not None:
            bus.close()

    @Slot()
    def _look(self) -> None:
        self._take(QAccessible.isActive())

    @Slot(bool)
    def _take(self, listens: bool) -> None:
        if self._closed:
            # What the bus told last may still be on its way.
            return
        was_known, self._is_known = self._is_known, True
        if listens != self._listens:
            self._listens = listens
            self.changed.emit(listens)
        if not was_known:
            self.known.emit()
