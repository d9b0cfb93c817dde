"""The reading view: one article, to be read by eye, by voice, by keys and by screen reader."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QWidget

from tidings.document import Article, Paragraph, Position, Range, Span
from tidings.ui.reading import table_walk, word_walk
from tidings.ui.reading.accessible_page import AccessiblePage
from tidings.ui.reading.edge import Edge, edge_met
from tidings.ui.reading.outline import Link
from tidings.ui.reading.page import Page
from tidings.ui.reading.page_view import PageView
from tidings.ui.reading.quick_keys import Landmark, landmark_stops, next_stop

_NEXT_WORD = QKeySequence.StandardKey.MoveToNextWord
_SELECT_NEXT_WORD = QKeySequence.StandardKey.SelectNextWord
_KEEP, _MOVE = QTextCursor.MoveMode.KeepAnchor, QTextCursor.MoveMode.MoveAnchor


class ReadingView(PageView):
    """Shows one article at a time; knows places only, never who speaks or stores them."""

    link_activated = Signal(str)
    """The reader asked for the address of a link."""
    place_changed = Signal(object)
    """The reader went to another :class:`Position`: by caret, or by scrolling away from it."""
    play_requested = Signal()
    """The reader asked to play or pause, with Space."""
    edge_met = Signal(object)
    """An arrow key led no further: an :class:`Edge` of the story, once for each arriving there."""
    no_more = Signal(object)
    """A quick key found no other :class:`Landmark` of its kind in its direction."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.accessible_page = AccessiblePage(self)
        self._caret_before = 0
        self._is_story = False
        self._edge: Edge | None = None
        self.cursorPositionChanged.connect(self._caret_moved)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.anchorClicked.connect(self._link_clicked)

    # -- what is shown

    @property
    def article(self) -> Article | None:
        """The article that is shown; None while there is a message instead."""
        return self._page.article if self._is_story else None

    def show_article(self, article: Article, *, quietly: bool = False) -> None:
        """Show an article from its beginning, and ask for its pictures.

        With ``quietly`` a screen reader is not told, for when a voice is about to begin.
        """
        self._exchange(article, is_story=True)
        if not quietly:
            self.accessible_page.tell_caret(None)
        self._want(self._shelf.wanted())

    def show_message(self, title: str, sentence: str, *, quietly: bool = False) -> None:
        """Show a state in place of an article: what it is, and one sentence on what to do.

        With ``quietly`` a screen reader is not told, for when a message line tells it.
        """
        message = Article(id="", title=title, blocks=(Paragraph((Span(sentence),)),))
        self._exchange(message, is_story=False)
        if not quietly:
            self.accessible_page.tell_caret(None)

    # -- places

    def position_at_caret(self) -> Position | None:
        """Return the caret's place; None where no article is shown."""
        return self._position_at(self.textCursor().position())

    def go_to(self, position: Position) -> None:
        """Put the caret at a place of the article and bring it into view.

        A place of another article, or of a part that this one does not have, is ignored.
        """
        at = self._page.places.to_document(position)
        if self._is_story and position.article == self._page.article.id and at is not None:
            self._go(at)

    def highlight(self, sentence: Range | None, word: Range | None) -> None:
        """Light the sentence and the word that are being spoken, and keep them in view.

        None puts out. Ranges of other articles light nothing.
        """
        if self._is_story:
            self._spotlight.light(self._page, self._style.inks, sentence, word)

    def put_caret(self, at: int) -> None:
        """Put the caret at a document position and show it."""
        self.select(at, at)

    def select(self, anchor: int, at: int) -> None:
        """Select from one document position to another, where the caret is put, and show that.

        A screen reader asks for it so; where both are the same, nothing is selected.
        """
        last = self.document().characterCount() - 1
        self._keeper.put_caret(min(at, last), anchor=min(anchor, last))
        self._caret_settled(None)

    # A slot from the beginning: one that is added when it is connected makes the view another
    # thing to Qt, and screen readers would meet a second document.
    @Slot(QRect)
    def show_rect(self, rect: QRect) -> None:
        """Scroll so that a rectangle of the viewport is seen; the caret stays."""
        self._keeper.reveal(rect)

    def focus_link(self, start: int) -> None:
        """Put the caret on the link that starts at a document position, as Tab would."""
        link = self._page.link_at(start)
        if link is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._go(link.start, link)

    def next_of(self, kind: Landmark, level: int | None = None, backwards: bool = False) -> bool:
        """Put the caret on the next landmark of a kind, ``backwards`` on the one before.

        ``level`` limits headings. Where there is none, the caret stays, ``no_more`` is
        emitted and False returned.
        """
        stops = landmark_stops(self._page.outline, kind, level)
        stop = next_stop(stops, self.textCursor().position(), backwards=backwards)
        if stop is None:
            self.no_more.emit(kind)
            return False
        self._go(stop, self._page.link_at(stop) if kind is Landmark.LINK else None)
        return True

    # -- the page

    def _exchange(self, article: Article, *, is_story: bool) -> None:
        self._is_story, self._edge = is_story, None
        self.accessible_page.forget()
        self.setAccessibleName(article.name)
        self._show(article)

    def _put_page(self, page: Page, caret: int = 0) -> None:
        """Take note of the caret's place and of the lines on another page."""
        super()._put_page(page, caret)
        self._caret_before = caret
        self.accessible_page.laid_out_anew()

    # -- the caret

    def _position_at(self, at: int) -> Position | None:
        return self._page.places.to_position(at) if self._is_story else None

    def _go(self, at: int, link: Link | None = None) -> None:
        self._keeper.put_caret(at)
        self._caret_settled(link)

    def _caret_moved(self) -> None:
        if self._keeper.moving:
            return
        cursor = self.textCursor()
        rest = self._page.past_picture(self._caret_before, cursor.position())
        if rest != cursor.position() and not cursor.hasSelection():
            cursor.setPosition(rest)
            with self._keeper.own_move():
                self.setTextCursor(cursor)
        self._caret_settled(None)

    def _caret_settled(self, link: Link | None) -> None:
        """Take note of the caret's new place, with the link that has the focus there."""
        self._caret_before, self._edge = self.textCursor().position(), None
        if link != self._focused_link:
            self._focused_link = link
            # the box tells where the focus is; the caret would hide the link's first letter
            self.setCursorWidth(self._style.caret_width if link is None else 0)
            self.viewport().update()
        self.accessible_page.tell_caret(None if link is None else link.start)
        self._tell_place(self._caret_before)

    def _scrolled(self) -> None:
        if not self._keeper.moving and not self._keeper.caret_is_seen():
            self._tell_place(self._keeper.top_position())

    def _tell_place(self, at: int) -> None:
        position = self._position_at(at)
        if position is not None:
            self.place_changed.emit(position)

    def _link_clicked(self, address: QUrl) -> None:
        self.link_activated.emit(address.toString())

    # -- events

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk the links with Tab, then leave the view."""
        at = self.textCursor().position()
        if forward:
            link = self._page.link_after(at, inclusive=self._focused_link is None)
        else:
            link = self._page.link_before(at)
        if link is not None and self.hasFocus():
            self._go(link.start, link)
            return True
        return QWidget.focusNextPrevChild(self, forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the link at the caret with Enter, play with Space; else move the caret."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            link = self._page.link_at(self.textCursor().position())
            if link is not None:
                self.link_activated.emit(link.address)
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.play_requested.emit()
        else:
            self._caret_key(event)

    def _caret_key(self, event: QKeyEvent) -> None:
        before = self.textCursor()
        with self._keeper.own_move():
            super().keyPressEvent(event)
            goal = self._goal(event, before)
            if goal is not None:
                self.setTextCursor(goal)
        after = self.textCursor()
        # Qt takes cursors for equal that select differently
        if (after.position(), after.anchor()) != (before.position(), before.anchor()):
            self._caret_moved()
        if _is_up_or_down(event):
            edge = edge_met(before, after, down=event.key() == Qt.Key.Key_Down)
            if edge is not None and edge is not self._edge and self._is_story:
                self._edge = edge
                self.edge_met.emit(edge)

    def _goal(self, event: QKeyEvent, before: QTextCursor) -> QTextCursor | None:
        """Return where a key leads that does something else here than Qt does."""
        cursor = self.textCursor()
        if _is_up_or_down(event):
            down = event.key() == Qt.Key.Key_Down
            cell = table_walk.walked(before, cursor, down=down)
            if cell is None:
                return None
            cursor.setPosition(cell)
            cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
            return cursor
        selects = event.matches(_SELECT_NEXT_WORD)
        if selects or event.matches(_NEXT_WORD):
            end = word_walk.end_of_word(before, cursor)
            if end is not None:
                cursor.setPosition(end, _KEEP if selects else _MOVE)
                return cursor
        return None

    def event(self, event: QEvent) -> bool:
        """Tell of the focus, too."""
        done = super().event(event)
        if event.type() is QEvent.Type.FocusIn and self._is_set_up:
            # after Qt has told of the focus itself
            QTimer.singleShot(0, self, self._tell_focus)
        return done

    def _tell_focus(self) -> None:
        if self.hasFocus():
            self.accessible_page.tell_focus()


def _is_up_or_down(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers()
