"""Finding words in the story that is shown, with the find bar."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor, QTextDocument

from tidings.ui.window import MainWindow, Pane

AROUND = 40
"""Characters told before and after what was found."""


class Finding(QObject):
    """Connects the find bar with the reading view."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.find_bar.wanted.connect(self._find)
        window.find_bar.closed.connect(self.end)

    def begin(self) -> None:
        """Bring the find bar, in the pane of the story it looks in."""
        self._window.go_to_pane(Pane.READING)
        self._window.find_bar.begin()

    def end(self) -> bool:
        """Close the find bar and stand where it led; tell whether it was open."""
        if self._window.find_bar.isHidden():
            return False
        view = self._window.view
        found = view.textCursor()
        # First the caret: a screen reader that hears of it before the focus says nothing.
        if found.hasSelection():
            view.put_caret(found.selectionStart())
        self._window.go_to_pane(Pane.READING)
        self._window.find_bar.hide()
        return True

    def _find(self, words: str, backwards: bool) -> None:
        view = self._window.view
        flags = QTextDocument.FindFlag.FindBackward if backwards else QTextDocument.FindFlag(0)
        told = _("Found: {text}")
        if not view.find(words, flags):
            # Once round: from the other end of the story.
            caret = view.textCursor()
            end = QTextCursor.MoveOperation.End if backwards else QTextCursor.MoveOperation.Start
            view.moveCursor(end)
            if not view.find(words, flags):
                view.setTextCursor(caret)
                sentence = _("“{words}” is not in this story.")
                self._window.messages.tell(sentence.format(words=words))
                return
            told = (
                _("Found from the end on: {text}")
                if backwards
                else _("Found from the beginning on: {text}")
            )
        self._window.messages.tell(told.format(text=_context(view.textCursor())))
        # Afterwards, for the message may take a line from the view.
        QTimer.singleShot(0, view, lambda: view.show_rect(view.cursorRect()))


def _context(found: QTextCursor) -> str:
    """Return what was found with some words around it, for who cannot see it lit."""
    block = found.document().findBlock(found.selectionStart())
    text = block.text()
    start, end = found.selectionStart() - block.position(), found.selectionEnd() - block.position()
    before = text[max(0, start - AROUND) : start]
    after = text[end : end + AROUND]
    if start > AROUND:
        before = "…" + before.partition(" ")[2]
    if end + AROUND < len(text):
        after = after.rpartition(" ")[0] + "…"
    return f"{before}{text[start:end]}{after}"
