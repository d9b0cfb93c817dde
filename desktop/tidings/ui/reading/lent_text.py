"""The text of one passage as screen readers ask for it: lines, words, characters, extents.

PySide leaves out parts of Qt's text interface, so lines do not work on one written in
Python. A hidden QTextEdit is laid exactly over the passage that is asked about, and lends
the interface that Qt has for it.
"""

from __future__ import annotations

from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextInterface,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFragment,
)
from PySide6.QtWidgets import QTextEdit

from tidings.ui.reading.padding import PAD, Pad, padded, pads_for, unpadded


@dataclass(frozen=True, slots=True)
class _Loan:
    """What is held: a stretch of the view's document, as laid out in a generation."""

    start: int
    end: int
    width: float
    generation: int


class LentText(QTextEdit):
    """Never shown. Holds a copy of one stretch of its view's document at a time."""

    selection_asked = Signal(int, int)
    """A screen reader selected from the first to the second of these positions of the view's
    document, or put the caret there, where they are the same."""
    sight_asked = Signal(QRect)
    """A screen reader wants this rectangle of the view's viewport to be seen."""

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
        # Its control would tell screen readers of caret and selection each time another text is
        # lent. It tells in the name of the widget that it is a child of: now of none.
        silence = QObject(self)
        for child in self.children():
            if "Control" in child.metaObject().className():
                child.blockSignals(True)
                child.setParent(silence)
        self._view = view
        self._loan: _Loan | None = None
        self._pads: tuple[Pad, ...] = ()
        self._caret = (0, 0)
        self._asked: tuple[int, int] | None = None
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.timeout.connect(self._tell_asked)
        self._copied: QTextDocument | None = None
        self._interface: QAccessibleTextInterface | None = None

    def lend(self, start: int, end: int, generation: int) -> QAccessibleTextInterface:
        """Return the text interface for a stretch of one block of the view's document.

        ``generation`` changes whenever the view's document is laid out anew. Raises LookupError
        where the stretch is not laid out.
        """
        block = self._laid_out_block(start)
        if not block.layout().lineCount():
            raise LookupError(f"no line at {start}")  # to ask for one would end the process
        loan = _Loan(start, end, block.layout().lineAt(0).width(), generation)
        self._notice_asked()
        if loan != self._loan:
            self._loan, self._pads = loan, _pads(block, start, end)
            self._copy(block, loan)
        self._cover(block)
        self._copy_caret(start, end)
        # what the interface is asked for to be done is done once this has returned
        self._watch.start()
        if self._interface is None:
            # one for all answers: PySide never lets go of what it hands to Qt
            self._interface = QAccessible.queryAccessibleInterface(self).textInterface()
        return self._interface

    def forget(self) -> None:
        """Hold nothing any more: another story is shown."""
        self._loan = self._asked = None

    @Slot(QRectF)
    def _q_ensureVisible(self, rect: QRectF) -> None:  # Qt's text interface calls it by name
        on_page = self._view.viewport().mapFrom(self._view, self.pos())
        self.sight_asked.emit(rect.toRect().translated(on_page))

    def offset(self, start: int, end: int, at: int) -> int:
        """Return the offset that a position of the view's document has in a lent stretch."""
        block = self._laid_out_block(start)
        return padded(min(max(at, start), end) - start, _pads(block, start, end))

    def _laid_out_block(self, at: int) -> QTextBlock:
        block = self._view.document().findBlock(at)
        # Qt lays out what is far below later; a line that is not there yet ends the process
        self._view.document().documentLayout().blockBoundingRect(block)
        return block

    def _copy(self, block: QTextBlock, loan: _Loan) -> None:
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
        form.setTopMargin(0)
        form.setBottomMargin(0)
        form.setLeftMargin(0)
        form.setRightMargin(0)
        form.setIndent(0)
        form.clearProperty(form.Property.ObjectIndex.value)
        cursor.setBlockFormat(form)
        for fragment in _fragments(block):
            first = max(fragment.position(), loan.start)
            last = min(fragment.position() + fragment.length(), loan.end)
            if first < last:
                units = fragment.text().encode("utf-16-le")
                offset = fragment.position()
                text = units[2 * (first - offset) : 2 * (last - offset)].decode("utf-16-le")
                cursor.insertText(text, fragment.charFormat())
        for pad in reversed(self._pads):
            cursor.setPosition(pad.at)
            cursor.insertText(PAD * pad.count)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(round(loan.width))
        self.setDocument(document)
        self._caret = (0, 0)
        if self._copied is not None:
            shiboken6.delete(self._copied)
        self._copied = document

    def _cover(self, block: QTextBlock) -> None:
        """Lie over the block, so that extents are those on the screen."""
        rect = self._view.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineAt(0)
        scrolled = QPoint(
            int(rect.left() + line.x()) - self._view.horizontalScrollBar().value(),
            int(rect.top() + line.y()) - self._view.verticalScrollBar().value(),
        )
        corner = self._view.viewport().mapTo(self._view, scrolled)
        if self.pos() != corner:
            self.move(corner)

    def _copy_caret(self, start: int, end: int) -> None:
        """Have the caret and the selection that the view has in the stretch, or soon will."""
        cursor = self._view.textCursor()
        wanted = self._asked or (cursor.anchor(), cursor.position())
        anchor, position = (padded(min(max(at, start), end) - start, self._pads) for at in wanted)
        if self._caret != (anchor, position):
            cursor = self.textCursor()
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self._caret = (anchor, position)

    def _notice_asked(self) -> None:
        """Take note of where a screen reader has put caret and selection since they were copied."""
        cursor = self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        if self._loan is not None and (anchor, position) != self._caret:
            self._caret = anchor, position
            start = self._loan.start
            self._asked = (
                start + unpadded(anchor, self._pads),
                start + unpadded(position, self._pads),
            )

    @Slot()
    def _tell_asked(self) -> None:
        self._notice_asked()
        asked, self._asked = self._asked, None
        if asked is not None:
            self.selection_asked.emit(*asked)


def _pads(block: QTextBlock, start: int, end: int) -> tuple[Pad, ...]:
    text, layout = block.text(), block.layout()
    if text.isascii():
        return ()
    first, last = start - block.position(), end - block.position()
    lines = [layout.lineAt(index) for index in range(layout.lineCount())]
    bounds = [
        (max(line.textStart(), first), min(line.textStart() + line.textLength(), last))
        for line in lines
    ]
    inside = [(low, high) for low, high in bounds if low < high]
    return tuple(Pad(pad.at - first, pad.count) for pad in pads_for(text, inside))


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    found = []
    iterator = block.begin()
    while not iterator.atEnd():
        found.append(iterator.fragment())
        iterator += 1
    return found
