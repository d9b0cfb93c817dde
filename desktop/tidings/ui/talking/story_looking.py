"""Looks at the story: what stands at the caret, in which language, and what that is inside of."""

from __future__ import annotations

from collections.abc import Callable
from gettext import ngettext
from itertools import pairwise

from PySide6.QtGui import QTextCursor

from tidings.document import Article, Position
from tidings.speech import Run, language_runs
from tidings.ui.reading import ReadingView
from tidings.ui.reading.outline import Kind, Outline, Passage
from tidings.ui.talking.seen import Around, Control, Said, Story, Words
from tidings.ui.talking.typing import character_words

_MUCH = 200
"""Characters of a selection from which on only its length is said."""

Move = QTextCursor.MoveOperation
Keep = QTextCursor.MoveMode.KeepAnchor

SentenceAt = Callable[[Position], tuple[str, str]]
"""Gives the sentence at a place of a story, and its language."""


class StoryEye:
    """Looks at the story in a reading view; ``sentence_at`` knows the sentences of stories."""

    def __init__(self, sentence_at: SentenceAt) -> None:
        self._sentence_at = sentence_at
        self._seen: Story | None = None

    def look(self, view: ReadingView, control: Control) -> Story:
        """Return what is at the caret. It is put together anew only where that has moved."""
        cursor = view.textCursor()
        article = view.page.article
        link = view.focused_link
        known = self._seen
        place = (article.id, cursor.position(), cursor.anchor(), link is not None, control)
        if known and place == (
            known.article,
            known.caret,
            known.anchor,
            known.link,
            known.control,
        ):
            return known
        here = view.position_at_caret()
        words = _Words(view)
        path = around(view.page.outline, cursor.position())
        line = words.between(*words.line(cursor))
        passage = words.between(*words.block(cursor))
        if path and path[-1].kind is Kind.PICTURE:
            # Its name is what the line says without the label before it.
            line = passage = (Said(path[-1].name, article.language),)
        at = cursor.position()
        goes_on = known and (known.article, known.anchor) == (article.id, cursor.anchor())
        begun = known.caret if known and goes_on else cursor.anchor()
        selects = cursor.hasSelection() or begun != cursor.anchor()
        step = (begun, at) if selects else (at, at)
        self._seen = Story(
            control,
            article.id,
            at,
            cursor.anchor(),
            path,
            line=line,
            passage=passage,
            sentence=(Said(*self._sentence_at(here)),) if here else (),
            word=words.between(link.start, link.end)
            if link
            else words.between(*words.word(cursor)),
            character=words.character(cursor),
            selected=words.selected(*step),
            extends=abs(at - cursor.anchor()) >= abs(step[0] - cursor.anchor()),
            link=link is not None,
        )
        return self._seen


def around(outline: Outline, at: int) -> tuple[Around, ...]:
    """Return the passages that a document position is in, from the outside in."""
    for passage in outline:
        if passage.start <= at <= passage.end:
            return (_around(passage), *around(passage.children, at))
    return ()


def _around(passage: Passage) -> Around:
    items = [child for child in passage.children if child.kind is Kind.ITEM]
    return Around(
        passage.kind,
        passage.start,
        passage.name,
        passage.level,
        len(items),
        header=passage.header,
    )


def _ends_word(cursor: QTextCursor) -> bool:
    """Tell whether a word ends at the caret."""
    document, at = cursor.document(), cursor.position()
    if cursor.atBlockStart() or document.characterAt(at - 1).isspace():
        return False
    return cursor.atBlockEnd() or not document.characterAt(at).isalnum()


class _Words:
    """Takes stretches out of the document of a view, each piece in its language."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view
        self._article: Article | None = view.article
        self._runs: dict[int, tuple[Run, ...]] = {}

    def line(self, cursor: QTextCursor) -> tuple[int, int]:
        return _stretch(cursor, Move.StartOfLine, Move.EndOfLine)

    def block(self, cursor: QTextCursor) -> tuple[int, int]:
        return _stretch(cursor, Move.StartOfBlock, Move.EndOfBlock)

    def word(self, cursor: QTextCursor) -> tuple[int, int]:
        other = QTextCursor(cursor)
        other.setPosition(cursor.position())
        if _ends_word(cursor):
            # forward by word, the caret goes to the end of what it passes
            other.movePosition(Move.PreviousWord, Keep)
            return other.selectionStart(), other.selectionEnd()
        if cursor.atBlockEnd():
            return cursor.position(), cursor.position()
        other.movePosition(Move.EndOfWord, Keep)
        if not other.hasSelection():
            other.movePosition(Move.NextCharacter, Keep)
        return other.selectionStart(), other.selectionEnd()

    def character(self, cursor: QTextCursor) -> Words:
        if cursor.atBlockEnd():
            return ()
        other = QTextCursor(cursor)
        other.setPosition(cursor.position())
        other.movePosition(Move.NextCharacter, Keep)
        text = other.selectedText()
        language = self._language(other.selectionStart())
        return (Said(character_words(text), "" if text.isspace() else language),)

    def selected(self, one: int, other: int) -> Words:
        """Return what stands there; of much, how much it is."""
        start, end = min(one, other), max(one, other)
        if end - start <= _MUCH:
            return self.between(start, end)
        count = len(_text(self._view, start, end).split())
        return (Said(ngettext("{n} word", "{n} words", count).format(n=count)),)

    def between(self, start: int, end: int) -> Words:
        """Return what stands there, cut where the language changes."""
        edges = [start, *self._edges(start, end), end]
        words = []
        for first, last in pairwise(edges):
            text = _text(self._view, first, last).strip()
            if text:
                words.append(Said(text, self._language(first)))
        return tuple(words)

    def _edges(self, start: int, end: int) -> list[int]:
        """Where the language changes inside a stretch of one part."""
        places, article = self._view.page.places, self._article
        here = places.to_position(start)
        if article is None or here is None:
            return []
        runs = self._runs_of(article, here.block)
        found = []
        for one, other in pairwise(runs):
            at = places.to_document(Position(article.id, here.block, other.start))
            if one.language != other.language and at is not None and start < at < end:
                found.append(at)
        return found

    def _language(self, at: int) -> str:
        article = self._article
        here = self._view.page.places.to_position(at)
        if article is None or here is None:
            return ""
        for run in self._runs_of(article, here.block):
            if run.start <= here.character < run.end:
                return run.language
        return article.language

    def _runs_of(self, article: Article, block: int) -> tuple[Run, ...]:
        if block not in self._runs:
            self._runs[block] = language_runs(article, block)
        return self._runs[block]


def _stretch(cursor: QTextCursor, first: Move, last: Move) -> tuple[int, int]:
    other = QTextCursor(cursor)
    other.setPosition(cursor.position())
    other.movePosition(first)
    start = other.position()
    other.movePosition(last)
    return start, other.position()


def _text(view: ReadingView, start: int, end: int) -> str:
    cursor = QTextCursor(view.document())
    cursor.setPosition(start)
    cursor.setPosition(end, Keep)
    # Qt's own signs for a line, a paragraph and a picture.
    return cursor.selectedText().replace("\u2028", " ").replace("\u2029", " ").replace("\ufffc", "")
