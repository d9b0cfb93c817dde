"""Moves a text view's page and caret, and keeps the reader's place while all around changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from tidings.ui.reading import scrolling


class PlaceKeeper:
    """The scrolling of one view. ``moving`` tells that a move is not the reader's doing."""

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self.moving = False

    @contextmanager
    def own_move(self) -> Iterator[None]:
        """Mark what happens inside as not the reader's doing."""
        before, self.moving = self.moving, True
        try:
            yield
        finally:
            self.moving = before

    @contextmanager
    def keeping_place(self) -> Iterator[None]:
        """Keep the caret's line where it is on the screen, or the top line if it is away.

        Positions must mean the same before and after; the document may be another one.
        """
        at = self._view.textCursor().position() if self.caret_is_seen() else self.top_position()
        top = self.rect_at(at).top()
        with self.own_move():
            yield
            self.scroll_by(self.rect_at(at).top() - top)

    def caret_is_seen(self) -> bool:
        """Tell whether the caret's line is on the screen."""
        return self._view.cursorRect().intersects(self._view.viewport().rect())

    def top_position(self) -> int:
        """Return the document position at the top of the screen."""
        return self._view.cursorForPosition(QPoint(0, 0)).position()

    def rect_at(self, at: int) -> QRect:
        """Return the rectangle of the caret at a position, in the viewport's coordinates."""
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(at)
        return self._view.cursorRect(cursor)

    def put_caret(self, at: int, anchor: int | None = None) -> None:
        """Put the caret at a position and show it together with what follows.

        What is between ``anchor`` and it is selected.
        """
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(at if anchor is None else anchor)
        cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
        bar = self._view.verticalScrollBar()
        with self.own_move():
            resting = bar.value()
            self._view.setTextCursor(cursor)
            # Qt has scrolled just as far as it had to: decide that anew
            bar.setValue(resting)
            self.reveal(self._view.cursorRect())

    def reveal(self, rect: QRect) -> None:
        """Scroll so that a rectangle of the viewport is seen."""
        height = self._view.viewport().height()
        with self.own_move():
            self.scroll_by(scrolling.revealing(rect.top(), rect.bottom(), height))

    def follow(
        self, stretch: tuple[int, int], core: tuple[int, int] | None, *, is_new: bool
    ) -> None:
        """Keep a stretch of the document well in view when it is new.

        One too long to be shown at a time is followed by its core as that goes on.
        """
        height = self._view.viewport().height()
        top, bottom = self._extent(stretch)
        is_long = bottom - top > height / 2
        if is_long and core is not None:
            top, bottom = self._extent(core)
        elif not is_new:
            return
        with self.own_move():
            self.scroll_by(scrolling.following(top, bottom, height))

    def scroll_by(self, pixels: int) -> None:
        """Scroll down (or up, where negative)."""
        bar = self._view.verticalScrollBar()
        if pixels > 0 and bar.value() + pixels > bar.maximum():
            # Qt lays out what is far below when it has time: it is needed now
            self._view.document().documentLayout().documentSize()
        if pixels:
            bar.setValue(bar.value() + pixels)

    def _extent(self, stretch: tuple[int, int]) -> tuple[int, int]:
        return self.rect_at(stretch[0]).top(), self.rect_at(stretch[1]).bottom()
