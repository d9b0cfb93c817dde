"""The sentence and the word that are being spoken, lit on the page."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from tidings.document import Range
from tidings.ui.reading.inks import Inks
from tidings.ui.reading.page import Page
from tidings.ui.reading.place_keeper import PlaceKeeper


class Spotlight:
    """Lights ranges of the page that a view shows.

    The light is made of extra selections: they change neither document nor caret, so a
    screen reader hears nothing of them.
    """

    def __init__(self, view: QTextEdit, keeper: PlaceKeeper) -> None:
        self._view, self._keeper = view, keeper
        self._sentence: Range | None = None
        self._word: Range | None = None

    def light(self, page: Page, inks: Inks, sentence: Range | None, word: Range | None) -> None:
        """Light a sentence and a word of the page, and keep what is new of them in view."""
        is_new = sentence != self._sentence
        self._sentence, self._word = sentence, word
        self.renew(page, inks)
        place = _stretch(page, sentence) or _stretch(page, word)
        if place is not None:
            self._keeper.follow(place, _stretch(page, word), is_new=is_new)

    def put_out(self) -> None:
        """Forget what is lit."""
        self._sentence = self._word = None
        self._view.setExtraSelections([])

    def renew(self, page: Page, inks: Inks) -> None:
        """Light the same ranges again, on a page that was set anew."""
        sentence, word = QTextCharFormat(), QTextCharFormat()
        sentence.setBackground(inks.sentence)
        word.setBackground(inks.word)
        word.setForeground(inks.on_word)
        self._view.setExtraSelections(
            [
                _selection(page, start, end, characters)
                for place, characters in ((self._sentence, sentence), (self._word, word))
                for start, end in _stretches(page, place)
            ]
        )


def _stretches(page: Page, place: Range | None) -> list[tuple[int, int]]:
    if place is None or place.article != page.article.id:
        return []
    return page.places.stretches(place)


def _stretch(page: Page, place: Range | None) -> tuple[int, int] | None:
    stretches = _stretches(page, place)
    return (stretches[0][0], stretches[-1][1]) if stretches else None


def _selection(
    page: Page, start: int, end: int, characters: QTextCharFormat
) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(page.document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    selection.cursor = cursor
    selection.format = characters
    return selection
