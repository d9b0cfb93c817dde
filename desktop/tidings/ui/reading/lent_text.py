"""The text of one passage as screen readers ask for it: lines, words, characters, extents.

PySide leaves out parts of Qt's text interface, so lines do not work on one written in
Python. A hidden QTextEdit is laid exactly over the passage that is asked about, and lends
the interface that Qt has for it.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextInterface,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFragment,
)
from PySide6.QtWidgets import QTextEdit


class LentText(QTextEdit):
    """Never shown. Holds a copy of one stretch of its view's document at a time."""

    def __init__(self, view: QTextEdit) -> None:
        super().__init__(view)
        self.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameStyle(0)
        self.setReadOnly(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        # Its control would tell screen readers of a caret each time another text is lent.
        for child in self.children():
            if "Control" in child.metaObject().className():
                child.blockSignals(True)
        self._view = view
        self._holds: tuple[int, int, float, int] | None = None

    def lend(self, start: int, end: int, generation: int) -> QAccessibleTextInterface:
        """Return the text interface for a stretch of one block of the view's document.

        ``generation`` changes whenever the view's document is laid out anew.
        """
        block = self._view.document().findBlock(start)
        line = block.layout().lineAt(0)
        holds = (start, end, line.width(), generation)
        if holds != self._holds:
            self._copy(block, start, end, line.width())
            self._holds = holds
        self._cover(block)
        self._copy_caret(start, end)
        return QAccessible.queryAccessibleInterface(self).textInterface()

    def _copy(self, block: QTextBlock, start: int, end: int, width: float) -> None:
        """Hold the stretch, wrapped as it is on the page.

        The document is exchanged, not edited: an edit would be told to screen readers.
        """
        document = QTextDocument(self)
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._view.document().defaultFont())
        document.setDefaultTextOption(self._view.document().defaultTextOption())
        cursor = QTextCursor(document)
        form = block.blockFormat()
        for margin in (
            form.setTopMargin,
            form.setBottomMargin,
            form.setLeftMargin,
            form.setRightMargin,
        ):
            margin(0)
        form.setIndent(0)
        form.clearProperty(form.Property.ObjectIndex.value)
        cursor.setBlockFormat(form)
        for fragment in _fragments(block):
            first = max(fragment.position(), start)
            last = min(fragment.position() + fragment.length(), end)
            if first < last:
                offset = fragment.position()
                units = fragment.text().encode("utf-16-le")
                text = units[2 * (first - offset) : 2 * (last - offset)].decode("utf-16-le")
                cursor.insertText(text, fragment.charFormat())
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(round(width))
        old = self.document()
        self.setDocument(document)
        if shiboken6.isValid(old):
            shiboken6.delete(old)

    def _cover(self, block: QTextBlock) -> None:
        """Lie over the block, so that extents are those on the screen."""
        rect = self._view.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineAt(0)
        corner = self._view.viewport().mapTo(
            self._view,
            QPoint(
                int(rect.left() + line.x()) - self._view.horizontalScrollBar().value(),
                int(rect.top() + line.y()) - self._view.verticalScrollBar().value(),
            ),
        )
        if self.pos() != corner:
            self.move(corner)

    def _copy_caret(self, start: int, end: int) -> None:
        """Have the caret and the selection that the view has in the stretch."""
        source = self._view.textCursor()
        anchor, position = (
            min(max(at, start), end) - start for at in (source.anchor(), source.position())
        )
        cursor = self.textCursor()
        if (cursor.anchor(), cursor.position()) != (anchor, position):
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    found = []
    iterator = block.begin()
    while not iterator.atEnd():
        found.append(iterator.fragment())
        iterator += 1
    return found
