"""A page on the screen: its column, size and colours, its pictures and the light on it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QPointF, QRectF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from tidings.document import Article
from tidings.ui.reading import decoration
from tidings.ui.reading.inks import Inks
from tidings.ui.reading.layout import lay_out
from tidings.ui.reading.outline import Link
from tidings.ui.reading.pacing import Pacer
from tidings.ui.reading.page import Page
from tidings.ui.reading.pictures import PictureObjects
from tidings.ui.reading.place_keeper import PlaceKeeper
from tidings.ui.reading.shelf import PictureShelf
from tidings.ui.reading.spotlight import Spotlight
from tidings.ui.reading.style import LARGEST, PICTURE_OBJECT, SMALLEST, Style

_GUTTER, _NARROW_GUTTER, _EDGE = 24, 8, 8
_NARROW = 480
_START_SIZE = 16.0
_NOTHING = Article(id="", title="", blocks=())


class PageView(QTextBrowser):
    """Shows a page, whatever is on it; how one moves about in it is not its affair.

    Until it has its first page it is not set up: Qt sends events from the beginning.
    """

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
        self._focused_link: Link | None = None
        self._take(lay_out(_NOTHING, self._style, self.locale()))
        self._is_set_up = True

    @property
    def page(self) -> Page:
        """What is shown, laid out."""
        return self._page

    @property
    def focused_link(self) -> Link | None:
        """The link that the focus is on."""
        return self._focused_link

    def set_text_size(self, points: float) -> None:
        """Set the size of running text, kept to 12–96 points, and keep the place."""
        points = min(max(points, SMALLEST), LARGEST)
        self._restyle(Style(self._style.family, points, self._style.inks))

    def set_text_family(self, family: str) -> None:
        """Set the font family of the story, and keep the place."""
        self._restyle(Style(family, self._style.points, self._style.inks))

    # -- pictures

    @property
    def picture_count(self) -> int:
        """How many pictures of the page there are to be had."""
        return self._shelf.count

    @property
    def pictures_waited_for(self) -> int:
        """How many pictures have been asked for and have not come."""
        return self._shelf.waited_for

    @property
    def pictures_missing(self) -> int:
        """How many pictures could not be had."""
        return self._shelf.missing

    def set_retry_key(self, key: str) -> None:
        """Name the key that fetches again what could not be had, in the place of a picture."""
        self._pictures.retry_key = key
        self.viewport().update()

    def try_pictures_again(self) -> None:
        """Ask again for the pictures that could not be had."""
        self._want(self._shelf.try_again())

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

    def _show(self, article: Article) -> None:
        """Show an article from its beginning."""
        self._focused_link = None
        self._shelf = PictureShelf(article)
        self._spotlight.put_out()
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
        self._spotlight.renew(page, self._style.inks)

    def _fit_column(self) -> None:
        """Centre a column of at most 70 characters; the margins stay clear of text."""
        available = self.width() - self.verticalScrollBar().sizeHint().width()
        gutter = _GUTTER if available > _NARROW else _NARROW_GUTTER
        side = max(gutter, (available - self._style.column) // 2)
        self.setViewportMargins(side, _EDGE, side, _EDGE)

    # -- events

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
            return self._resized(event)
        done = super().event(event)
        if event.type() is QEvent.Type.Paint and self.hasFocus():
            painter = QPainter(self)
            decoration.paint_ring(painter, self.rect(), self._style.inks.ring)
            painter.end()
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return done

    def _resized(self, event: QEvent) -> bool:
        self._pacer.begin_again()
        was_seen = self._keeper.caret_is_seen()
        with self._keeper.keeping_place():
            self._fit_column()
            done = super().event(event)
        if was_seen:
            self._keeper.reveal(self.cursorRect())
        return done

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
