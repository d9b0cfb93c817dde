"""Laying out a long page in slices, so that the window answers in between.

Qt shows the first screen at once and lays the rest out by and by, but in steps that become
twice as long each time: a long story holds the window up for as long as 200,000 characters
take. So Qt's own steps are kept from it, and shorter ones taken instead.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextDocument

SLICE = 0.008
"""Seconds that may be spent on the layout in one turn of the event loop."""
STEP = 4_000
"""Characters that are laid out between two looks at the clock."""


class Pacer(QObject):
    """Lays out one document in slices; a child of its layout, and gone with it."""

    def __init__(
        self, document: QTextDocument, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        super().__init__(document.documentLayout())
        self._document = document
        self._clock = clock
        self._reached = 0
        document.documentLayout().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a slice where Qt would take a step; let Qt find that there is nothing left."""
        is_step: bool = event.type() is QEvent.Type.Timer
        return is_step and not self.lay_out_some()

    def lay_out_some(self) -> bool:
        """Go on with the layout for a slice; tell whether all of the page is laid out."""
        deadline = self._clock() + SLICE
        layout, last = self._document.documentLayout(), self._document.characterCount() - 1
        while self._reached < last:
            self._reached = min(self._reached + STEP, last)
            layout.blockBoundingRect(self._document.findBlock(self._reached))
            if self._reached < last and self._clock() >= deadline:
                return False
        self._reached = 0
        return True

    def begin_again(self) -> None:
        """Take note that the page has another width: all of it is to be laid out again."""
        self._reached = 0
