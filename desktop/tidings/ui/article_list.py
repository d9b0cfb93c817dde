"""The list of stories: title, where it is from, date, read and saved as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from gettext import ngettext

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tidings.ui.article_painter import ArticlePainter
from tidings.ui.article_rows import WORDS_A_MINUTE, Index, Row, Rows
from tidings.ui.row_parts import RowParts

_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_RATE_RESTS = 300
"""Milliseconds that the rate must rest before the lengths of all stories follow it."""
_NEAR = 40
"""Rows before the end of what is there at which more of the list is asked for."""
_BATCH = 100
"""Rows that are laid out at a time, for a long list not to hold the window up."""
_AT_ONCE = 250
"""Rows that are laid out at a time at the most, for what is seen to be there at once."""


class ArticleList(QWidget):
    """The stories of a page or a view, with its title and "Load more".

    ``chosen`` carries the id of the story the reader went to, ``opened`` of one they
    pressed Enter on.
    """

    chosen = Signal(str)
    opened = Signal(str)
    more_wanted = Signal()
    rest_wanted = Signal()
    """One comes near the end of what is there of a longer list."""
    end_wanted = Signal()
    """One wants to be at the end of a longer list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self._beyond = 0
        """Stories of the list that are not there yet."""
        self._is_sought = False
        """Whether the current row is to be seen once the rows are laid out."""
        self._held: tuple[QPersistentModelIndex, int] | None = None
        """A row, and how far from the top of the view it is to be seen."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._wants_end = False
        self._listed = ""
        self._title = QLabel()
        self._title.setProperty("role", "pane-title")
        self._title.setWordWrap(True)
        column.addWidget(self._title)
        self.view = QListView()
        self._rows = Rows(self.view)
        self.view.setModel(self._rows)
        self.view.installEventFilter(self)
        self._painter = ArticlePainter(self.view)
        self.view.setItemDelegate(self._painter)
        self.view.setLayoutMode(QListView.LayoutMode.Batched)
        self.view.setBatchSize(_BATCH)
        self.view.verticalScrollBar().rangeChanged.connect(self._laid_out)
        self.view.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.activated.connect(lambda index: self.opened.emit(self._id(index)))
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self._rate = WORDS_A_MINUTE
        self._rate_rests = QTimer(self)
        self._rate_rests.setSingleShot(True)
        self._rate_rests.setInterval(_RATE_RESTS)
        self._rate_rests.timeout.connect(lambda: self._rows.show_rate(self._rate))
        self._title.setBuddy(self.view)
        column.addWidget(self.view, 1)
        self.more = QPushButton()
        self.more.clicked.connect(self.more_wanted)
        self.more.hide()
        column.addWidget(self.more)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have End lead to the last story, also while it has no place on the screen yet."""
        if watched is self.view and isinstance(event, QKeyEvent) and _is_end(event):
            self._wants_end = True
            if self._beyond:
                self.end_wanted.emit()
            else:
                self.go_to_end()
            return True
        return super().eventFilter(watched, event)

    def go_to_end(self) -> None:
        """Go to the last story that is there, unless one has gone elsewhere since End."""
        if self._wants_end and self._rows.rows:
            self.view.setCurrentIndex(self._rows.index(len(self._rows.rows) - 1))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the stories in their order."""
        return tuple(row.id for row in self._rows.rows)

    @property
    def beyond(self) -> int:
        """How many stories of the list are not there yet."""
        return self._beyond

    def show_rate(self, words_a_minute: int) -> None:
        """Tell how long each story is to be heard at a rate, once the rate rests."""
        self._rate = words_a_minute
        self._rate_rests.start()

    def show_parts(self, parts: RowParts) -> None:
        """Tell other parts of each story, or in another order."""
        self._rows.show_parts(parts)

    @property
    def rate(self) -> int:
        """The rate, in words a minute, at which lengths are told."""
        return self._rate

    @property
    def words(self) -> dict[str, int]:
        """How many words each story has, by its id."""
        return {row.id: row.words for row in self._rows.rows}

    @property
    def current(self) -> str:
        """The id of the story the list stands on; empty where there is none."""
        return self._id(self.view.currentIndex())

    def row(self, article: str) -> Row | None:
        """Return the row of a story; None where it is not in the list."""
        place = self._place(article)
        return None if place is None else self._rows.rows[place]

    def show_rows(self, title: str, rows: Sequence[Row], beyond: int = 0) -> None:
        """Show other stories; ``beyond`` of the list are not there yet."""
        self._beyond = beyond
        self._name(title, len(rows))
        self._painter.forget()
        self._let_go()
        self._rows.show(rows)

    def append_rows(self, title: str, rows: Sequence[Row], beyond: int = 0) -> None:
        """Show more stories, after the others; the place in the list stays."""
        self._keep_in_view()
        if rows:
            self._rows.append(rows)
        self._beyond = beyond
        self._name(title, len(self._rows.rows))

    def insert_rows(
        self,
        title: str,
        places: Sequence[tuple[int, Sequence[Row]]],
        anew: Sequence[Row] = (),
        beyond: int = 0,
    ) -> None:
        """Show more stories, each lot from its place on in the list as it is.

        Of others something else is told ``anew``. The rows that are on the screen stay where
        they are there.
        """
        if places or anew:
            with self._held_still():
                for place, rows in reversed(places):
                    self._rows.insert(place, rows)
                self._rows.change_all({row.id: row for row in anew})
        self._beyond = beyond
        self._name(title, len(self._rows.rows))

    def mark(
        self,
        article: str,
        *,
        read: bool | None = None,
        saved: bool | None = None,
        changed: bool | None = None,
    ) -> None:
        """Show another state of a story."""
        place = self._place(article)
        if place is None:
            return
        row = self._rows.rows[place]
        marked = replace(
            row,
            read=row.read if read is None else read,
            saved=row.saved if saved is None else saved,
            changed=row.changed if changed is None else changed,
        )
        if marked != row:
            with self._held_still():
                self._rows.change_all({article: marked})

    def remove(self, article: str) -> None:
        """Take a story out; the next one becomes the current one."""
        place = self._place(article)
        if place is not None:
            self._rows.remove(place)
            self._name(self._listed, len(self._rows.rows))

    def go_to(self, article: str) -> None:
        """Stand on a story without opening it again."""
        place = self._place(article)
        if place is not None and article != self.current:
            self._quiet = True
            self.view.setCurrentIndex(self._rows.index(place))
            self._quiet = False

    def offer_more(self, text: str) -> None:
        """Show the page's own word for more stories; hide it where there are none."""
        if self.more.hasFocus() and not text:
            # Before it is hidden: that would hand the focus to whatever comes next.
            self.view.setFocus()
        self.more.setText(text)
        self.more.setVisible(bool(text))

    def _name(self, title: str, count: int) -> None:
        self._listed = title
        count += self._beyond
        stories = ngettext("{n} story", "{n} stories", count).format(n=count)
        self._title.setText(f"{title}, {stories}" if title else stories)
        self.view.setAccessibleName(self._title.text())

    def _place(self, article: str) -> int | None:
        for place, row in enumerate(self._rows.rows):
            if row.id == article:
                return place
        return None

    def _id(self, index: Index) -> str:
        inside = 0 <= index.row() < len(self._rows.rows)
        return self._rows.rows[index.row()].id if inside else ""

    @contextmanager
    def _held_still(self) -> Iterator[None]:
        """Have the row at the top of the screen stand where it is, whatever changes inside."""
        held = self._held
        top = self.view.indexAt(QPoint(1, 1))
        if held is None and top.isValid():
            held = QPersistentModelIndex(top), self.view.visualRect(top).top()
        # Not before all has changed: while rows come, none has its place.
        self._held = None
        yield
        if held is not None:
            self._held = held
            # What is seen is not to move, not even shortly: in one go as far as there, and
            # where that would take too long, nothing is drawn till then.
            self.view.setBatchSize(max(_BATCH, min(held[0].row() + _BATCH, _AT_ONCE)))
            self.view.doItemsLayout()
            self._laid_out()
            self.view.viewport().setUpdatesEnabled(self._held is None)

    def _let_go(self) -> None:
        self._held = None
        self.view.setBatchSize(_BATCH)
        self.view.viewport().setUpdatesEnabled(True)

    def _keep_in_view(self) -> None:
        current = self.view.visualRect(self.view.currentIndex())
        self._is_sought |= self.view.viewport().rect().intersects(current)

    def _laid_out(self) -> None:
        """Bring the current row into view, which could not be while it had no place yet."""
        if self._held is not None:
            top, offset = self._held
            place = self.view.visualRect(self._rows.index(top.row()))
            if not place.isEmpty() or not top.isValid():
                self._let_go()
                bar = self.view.verticalScrollBar()
                bar.setValue(bar.value() + place.top() - offset)
        if self._is_sought and not self.view.visualRect(self.view.currentIndex()).isEmpty():
            self._is_sought = False
            self.view.scrollTo(self.view.currentIndex())

    def _current_changed(self, current: Index) -> None:
        self._wants_end = False
        self._is_sought = self.view.visualRect(current).isEmpty()
        if not self._quiet and current.isValid():
            self.chosen.emit(self._id(current))
        if current.row() >= len(self._rows.rows) - _NEAR:
            self._want_rest()

    def _scrolled(self) -> None:
        # By what is seen: of rows that came just now the bar knows nothing yet.
        lowest = self.view.indexAt(self.view.viewport().rect().bottomLeft() + QPoint(1, -1))
        if lowest.row() >= len(self._rows.rows) - _NEAR:
            self._want_rest()

    def _want_rest(self) -> None:
        if self._beyond:
            self.rest_wanted.emit()


def _is_end(event: QKeyEvent) -> bool:
    is_bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _NO_MODIFIER
    return event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_End and is_bare
