"""The reading view: one article, to be read by eye, by voice, by keys and by screen reader."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import (
    QEvent,
    QPointF,
    QRect,
    QRectF,
    QSignalBlocker,
    Qt,
    QTimer,
    QUrl,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from tidings.document import Article, Paragraph, Position, Range, Span
from tidings.ui.reading import decoration, table_walk
from tidings.ui.reading.accessible_page import AccessiblePage
from tidings.ui.reading.inks import Inks
from tidings.ui.reading.layout import lay_out
from tidings.ui.reading.outline import Link
from tidings.ui.reading.pacing import Pacer
from tidings.ui.reading.page import Page
from tidings.ui.reading.pictures import PictureObjects
from tidings.ui.reading.place_keeper import PlaceKeeper
from tidings.ui.reading.quick_keys import Landmark, landmark_stops, next_stop
from tidings.ui.reading.shelf import PictureShelf
from tidings.ui.reading.spotlight import Spotlight
from tidings.ui.reading.style import LARGEST, PICTURE_OBJECT, SMALLEST, Style

_GUTTER, _NARROW_GUTTER, _EDGE = 24, 8, 8
_NARROW = 480
_START_SIZE = 16.0
_NOTHING = Article(id="", title="", blocks=())


class ReadingView(QTextBrowser):
    """Shows one article at a time; knows places only, never who speaks or stores them."""

    link_activated = Signal(str)
    """The reader asked for the address of a link."""
    place_changed = Signal(object)
    """The reader went to another :class:`Position`: by caret, or by scrolling away from it."""
    play_requested = Signal()
    """The reader asked to play or pause, with Space."""
    no_more = Signal(object)
    """A quick key found no other :class:`Landmark` of its kind in its direction."""
    pictures_wanted = Signal(list)
    """Addresses (list of str) of pictures to be fetched for the article."""

    _is_set_up = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self._style = Style(self.font().family(), _START_SIZE, Inks.from_palette(self.palette()))
        self._shelf = PictureShelf()
        self._pictures = PictureObjects(self._shelf, self._style.inks, self)
        self._keeper = PlaceKeeper(self)
        self._spotlight = Spotlight(self, self._keeper)
        self.accessible_page = AccessiblePage(self)
        self._focused_link: Link | None = None
        self._caret_before = 0
        self._is_story = False
        self._page = lay_out(_NOTHING, self._style, self.locale())
        self._take(self._page)
        self._is_set_up = True
        self.cursorPositionChanged.connect(self._caret_moved)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.anchorClicked.connect(self._link_clicked)

    # -- what is shown

    @property
    def article(self) -> Article | None:
        """The article that is shown; None while there is a message instead."""
        return self._page.article if self._is_story else None

    @property
    def page(self) -> Page:
        """What is shown, laid out."""
        return self._page

    def show_article(self, article: Article, *, quietly: bool = False) -> None:
        """Show an article from its beginning, and ask for its pictures.

        With ``quietly`` a screen reader is not told, for when a voice is about to begin.
        """
        self._show(article, is_story=True)
        if not quietly:
            self.accessible_page.tell_caret(None)
        self._want(self._shelf.wanted())

    def show_message(self, title: str, sentence: str, *, quietly: bool = False) -> None:
        """Show a state in place of an article: what it is, and one sentence on what to do.

        With ``quietly`` a screen reader is not told, for when a message line tells it.
        """
        message = Article(id="", title=title, blocks=(Paragraph((Span(sentence),)),))
        self._show(message, is_story=False)
        if not quietly:
            self.accessible_page.tell_caret(None)

    def set_text_size(self, points: float) -> None:
        """Set the size of running text, kept to 12–96 points, and keep the place."""
        points = min(max(points, SMALLEST), LARGEST)
        self._restyle(Style(self._style.family, points, self._style.inks))

    def set_text_family(self, family: str) -> None:
        """Set the font family of the story, and keep the place."""
        self._restyle(Style(family, self._style.points, self._style.inks))

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
        """Put the caret at a document position, as a screen reader asks for it."""
        self._go(min(at, self.document().characterCount() - 1))

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

    # -- pictures

    def set_picture(self, source_address: str, image: QImage) -> None:
        """Show a picture that was asked for; an image without content counts as failed."""
        if image.isNull():
            self.picture_failed(source_address)
        else:
            self._redraw_pictures(self._shelf.put(source_address, image))

    def picture_failed(self, source_address: str) -> None:
        """Show the words of a picture that cannot be had, or ask for its next source."""
        before = self._shelf.wanted()
        self._redraw_pictures(self._shelf.fail(source_address))
        self._want([source for source in self._shelf.wanted() if source not in before])

    def _want(self, sources: list[str]) -> None:
        if sources:
            self.pictures_wanted.emit(sources)

    def _redraw_pictures(self, blocks: list[int]) -> None:
        if not blocks:
            return
        if not self._pacer.lay_out_some():
            # Qt would forget to lay out the rest where a picture changes
            pacer = self._pacer
            QTimer.singleShot(0, pacer, lambda: self._redraw_pictures(blocks))
            return
        with self._keeper.keeping_place():
            for picture in self._page.pictures:
                if picture.block in blocks:
                    self.document().markContentsDirty(picture.at, 1)
        self.viewport().update()

    # -- the page

    def _show(self, article: Article, *, is_story: bool) -> None:
        self._is_story = is_story
        self._focused_link = None
        self._shelf = PictureShelf(article)
        self.accessible_page.forget()
        self._spotlight.put_out()
        self.setAccessibleName(article.name)
        self._put_page(lay_out(article, self._style, self.locale()))
        with self._keeper.own_move():
            self.verticalScrollBar().setValue(0)

    def _restyle(self, style: Style) -> None:
        if style == self._style:
            return
        self._style = style
        caret = self.textCursor().position()
        with self._keeper.keeping_place():
            self._put_page(lay_out(self._page.article, style, self.locale()), caret)

    def _put_page(self, page: Page, caret: int = 0) -> None:
        """Show another page. That is quicker than to change all of a document."""
        old = self._page.document
        self._take(page, caret)
        # PySide would keep every document that was ever shown
        shiboken6.delete(old)

    def _take(self, page: Page, caret: int = 0) -> None:
        self._pictures.show(self._shelf, self._style.inks)
        page.document.documentLayout().registerHandler(PICTURE_OBJECT, self._pictures)
        self._pacer = Pacer(page.document)
        with self._keeper.own_move(), QSignalBlocker(self):
            self.setExtraSelections([])
            self.setDocument(page.document)
            self._page = page
            self._fit_column()
            # Qt keeps the caret's width with the document
            self.setCursorWidth(0 if self._focused_link else self._style.caret_width)
            cursor = QTextCursor(page.document)
            cursor.setPosition(caret)
            self.setTextCursor(cursor)
        self._caret_before = caret
        self._spotlight.renew(page, self._style.inks)
        self.accessible_page.laid_out_anew()

    def _fit_column(self) -> None:
        """Centre a column of at most 70 characters; the margins stay clear of text."""
        available = self.width() - self.verticalScrollBar().sizeHint().width()
        gutter = _GUTTER if available > _NARROW else _NARROW_GUTTER
        side = max(gutter, (available - self._style.column) // 2)
        self.setViewportMargins(side, _EDGE, side, _EDGE)

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
        self._caret_before = self.textCursor().position()
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
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
                down = event.key() == Qt.Key.Key_Down
                cell = table_walk.walked(before, self.textCursor(), down=down)
                if cell is not None:
                    cursor = self.textCursor()
                    cursor.setPosition(cell)
                    cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
                    self.setTextCursor(cursor)
        if self.textCursor() != before:
            self._caret_moved()

    def changeEvent(self, event: QEvent) -> None:
        """Set the page anew when the system's colours change; its font is its own affair."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            # Qt's text view would lay out all of the page again, in the window's font
            QWidget.changeEvent(self, event)
            return
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._is_set_up:
            inks = Inks.from_palette(self.palette())
            self._restyle(Style(self._style.family, self._style.points, inks))

    def event(self, event: QEvent) -> bool:
        """Keep the column centred, paint the focus ring, and scroll from the margins too."""
        if not self._is_set_up:
            return super().event(event)
        if isinstance(event, QWheelEvent):
            self.wheelEvent(event)
            return True
        if event.type() is QEvent.Type.Resize:
            self._pacer.begin_again()
            was_seen = self._keeper.caret_is_seen()
            with self._keeper.keeping_place():
                self._fit_column()
                done = super().event(event)
            if was_seen:
                self._keeper.reveal(self.cursorRect())
            return done
        done = super().event(event)
        if event.type() is QEvent.Type.Paint and self.hasFocus():
            painter = QPainter(self)
            decoration.paint_ring(painter, self.rect(), self._style.inks.ring)
            painter.end()
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
            if event.type() is QEvent.Type.FocusIn:
                # after Qt has told of the focus itself
                QTimer.singleShot(0, self, self._tell_focus)
        return done

    def _tell_focus(self) -> None:
        if self.hasFocus():
            self.accessible_page.tell_focus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and what belongs beside it."""
        super().paintEvent(event)
        offset = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(offset)
        decoration.paint_beside_text(
            painter,
            QRectF(event.rect()).translated(-offset),
            self._page,
            self._keeper.top_position(),
            self._style.inks,
            failed=[place for place in self._page.pictures if self._shelf.failed(place.block)],
            focused=self._focused_link if self.hasFocus() else None,
        )
        painter.end()
