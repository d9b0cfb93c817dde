"""The day that it is where the reader is, and its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_EVERY = 30_000
"""Milliseconds between two looks at the clock.

A timer set for midnight would be late by all the time that the computer sleeps, and wrong
when the clock is set or the time zone is left.
"""


class Day(QObject):
    """Tells when the day began; ``changed`` when another has."""

    changed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        """``now`` gives the time where the reader is."""
        super().__init__(parent)
        self._now = now
        self._known = self.began
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK_EVERY)
        self._looks.timeout.connect(self.look)
        self._looks.start()

    @property
    def began(self) -> datetime:
        """The last midnight, with the offset that held then."""
        return midnight(self._now())

    def look(self) -> None:
        """Look at the clock."""
        if self.began != self._known:
            self._known = self.began
            self.changed.emit()


def midnight(now: datetime) -> datetime:
    """Return when the day of a time began, by the computer's time zone."""
    # The offset is asked for anew: on the day the clocks change it is not that of now.
    return datetime.combine(now.date(), time()).astimezone()
