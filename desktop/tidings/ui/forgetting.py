"""Letting go of old stories where the reader chose so, while nobody waits for the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from tidings.library import Library
from tidings.ui.keeping import Keeping

AFTER_START = 30_000
"""Milliseconds until it is looked for the first time: first comes what the reader waits for."""

EVERY = 6 * 3600 * 1000
"""Milliseconds between two looks in a window that stays open for days."""


class Forgetting(QObject):
    """Has the library forget, a hundred stories at a time.

    Other work for the library comes between. What is ``listed`` stays as long as it is:
    nothing goes from under the reader's hands.
    """

    def __init__(
        self, keeping: Keeping, listed: Callable[[], Sequence[str]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._keeping = keeping
        self._listed = listed
        self._looks = QTimer(self)
        self._looks.setInterval(EVERY)
        self._looks.timeout.connect(self.forget)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(AFTER_START)
        self._first.timeout.connect(self.forget)

    def start(self) -> None:
        """Look after a while, and then as time goes by."""
        self._first.start()
        self._looks.start()

    def close(self) -> None:
        """Look no more."""
        self._first.stop()
        self._looks.stop()

    def forget(self) -> None:
        """Forget what the reader does not want kept, until nothing of it is left."""
        listed = tuple(self._listed())

        def some(library: Library) -> int:
            return library.retention(datetime.now().astimezone(), spared=listed)

        self._keeping.do(some, self._forgot, 0, in_passing=True)

    def _forgot(self, count: int) -> None:
        if count:
            self.forget()
