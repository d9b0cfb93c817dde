"""The main window: panes and their order, nothing that they do."""

from __future__ import annotations

from enum import Enum
from gettext import gettext as _
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tidings.ui import text_size
from tidings.ui.article_list import ArticleList
from tidings.ui.breaking_bar import BreakingBar
from tidings.ui.find_bar import FindBar
from tidings.ui.focus_ring import OWN_RING, FocusRings
from tidings.ui.icons import Icons
from tidings.ui.message_line import MessageLine
from tidings.ui.messages import Messages
from tidings.ui.player_bar import PlayerBar
from tidings.ui.reading import ReadingView
from tidings.ui.size_group import SizeGroup
from tidings.ui.skip_links import BREAKING, SkipLinks
from tidings.ui.sources_pane import SourcesPane
from tidings.ui.theme import Colours, Theme

GRID = 8
"""All distances are multiples of it, in pixels."""

_BAR = 24
"""Pixels between two panes: wide enough to be hit and dragged (WCAG 2.2, 2.5.8)."""

_TEXT_CHARACTERS = 42
_LIST_CHARACTERS = 28
_SOURCES_CHARACTERS = 20


class Pane(Enum):
    """The panes that F6 walks through, in its order."""

    SKIP_LINKS = "skip links"
    SIZES = "sizes"
    BREAKING = "breaking"
    SOURCES = "sources"
    LIST = "list"
    READING = "reading"
    PLAYER = "player"


_SIDE_BY_SIDE = (Pane.SOURCES, Pane.LIST, Pane.READING)


class MainWindow(QMainWindow):
    """Lays the panes out for any width and any size of text."""

    closing = Signal()

    _is_being_dressed = True

    def __init__(self, theme: Theme, icons: Icons, points: int) -> None:
        super().__init__()
        self._theme = theme
        self._points = points
        self._shown = Pane.READING
        self._one_at_a_time = False
        self.setWindowTitle("Tidings")
        frame = QWidget()
        frame.setObjectName("frame")
        column = QVBoxLayout(frame)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        self.skip_links = SkipLinks()
        self.breaking = BreakingBar()
        self.sources = SourcesPane()
        self.header = self.sources.header
        self.list = ArticleList()
        self.view = ReadingView()
        self.view.setProperty(OWN_RING, True)
        self.find_bar = FindBar()
        self.player = PlayerBar(icons)
        self.sizes = SizeGroup()
        self.messages = Messages(self)
        self.message_line = MessageLine(self.messages)
        self._back = QPushButton()
        self._back.clicked.connect(self._go_back)
        self._back.hide()
        story = QFrame()
        story_column = QVBoxLayout(story)
        story_column.setContentsMargins(0, 0, 0, 0)
        story_column.setSpacing(GRID)
        story_column.addWidget(self.view, 1)
        story_column.addWidget(self.find_bar)
        self._sides: dict[Pane, QWidget] = {
            Pane.SOURCES: self.sources,
            Pane.LIST: self.list,
            Pane.READING: story,
        }
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(_BAR)
        # From the last one on: a splitter puts what is new before all else for screen readers.
        for side in reversed(self._sides.values()):
            self._splitter.insertWidget(0, side)
        self._splitter.setStretchFactor(2, 1)
        self._head = QWidget()
        self._head_row = QHBoxLayout(self._head)
        self._head_row.setContentsMargins(0, 0, 0, 0)
        self._head_row.setSpacing(2 * GRID)
        self._head_row.addWidget(self.skip_links, 1)
        self._head_row.addWidget(self.sizes)
        column.addWidget(self._head)
        column.addWidget(self.breaking)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._splitter, 1)
        column.addWidget(self.player)
        column.addWidget(self.message_line)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(frame)
        self._frame = frame
        frame.installEventFilter(self)
        self.setCentralWidget(self._scroll)
        self._rings = FocusRings(Colours.from_palette(self.palette()).ring, self)
        self.skip_links.chosen.connect(self._skip_to)
        self._is_being_dressed = False
        self.resize(1280, 800)

    # --- size and colours ------------------------------------------------------------------

    @property
    def points(self) -> int:
        """The size of the text in points."""
        return self._points

    def set_text_size(self, points: int) -> None:
        """Set the size of the text, and of the controls with it."""
        self._points = points
        self.view.set_text_size(points)
        self._dress()
        self.sizes.show_size(points)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what has the focus on the screen when the panes change their size."""
        if watched is self._frame and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._bring_focus_into_view)
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Follow the system's colours, when all have been told of them."""
        is_new = event.type() == QEvent.Type.ApplicationPaletteChange
        if is_new and not self._is_being_dressed and self.styleSheet():
            QTimer.singleShot(0, self, self._dress)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panes one after another where they would be squeezed."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press a button as Space does: outside dialogs Qt leaves it be."""
        focused = QApplication.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QAbstractButton) and not event.isAutoRepeat():
            focused.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window closes, while everything is still there."""
        self.closing.emit()
        super().closeEvent(event)

    def _dress(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._is_being_dressed = True
        self._theme.apply(app, self, self._points)
        self._is_being_dressed = False
        colours = Colours.from_palette(app.palette())
        self._rings.set_colour(colours.ring)
        self.player.set_colours(colours.ink, colours.on_accent, text_size.controls(self._points))
        self._arrange()

    # --- panes -----------------------------------------------------------------------------

    def go_to_pane(self, pane: Pane) -> None:
        """Bring the focus to a pane, and the pane to the front."""
        target = self._focus_target(pane)
        if pane in self._sides:
            self._shown = pane
            # Before the other is hidden: that would hand its focus to whatever comes next.
            self._sides[pane].show()
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if pane in self._sides:
            self._arrange()
        self._bring_focus_into_view()

    def step_pane(self, forward: bool) -> None:
        """Bring the focus to the next or previous pane, round and round."""
        panes = [pane for pane in Pane if pane is not Pane.BREAKING or self.breaking.isVisible()]
        place = panes.index(self.current_pane())
        self.go_to_pane(panes[(place + (1 if forward else -1)) % len(panes)])

    def current_pane(self) -> Pane:
        """Return the pane that has the focus; the reading view where none has."""
        focused = QApplication.focusWidget()
        if focused is not None:
            for pane, widget in self._widgets().items():
                if widget is focused or widget.isAncestorOf(focused):
                    return pane
        return Pane.READING

    def order_tabs(self) -> None:
        """Put the accessibility links first in the tab order, then all else from the top."""
        chain: list[QWidget] = [
            *self.skip_links.buttons,
            *self.sizes.choices,
            *self.breaking.buttons,
            self._back,
            self.header.address,
            self.header.file,
            self.header.search,
            self.sources.view,
            self.sources.offer,
            self.list.view,
            self.list.more,
            self.view,
            *self.find_bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly),
            *self.player.findChildren(QPushButton),
            self.player.voice,
        ]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def _widgets(self) -> dict[Pane, QWidget]:
        return {
            Pane.SKIP_LINKS: self.skip_links,
            **self._sides,
            Pane.PLAYER: self.player,
            Pane.SIZES: self.sizes,
            Pane.BREAKING: self.breaking,
        }

    def _focus_target(self, pane: Pane) -> QWidget:
        checked = next((c for c in self.sizes.choices if c.isChecked()), self.sizes.choices[0])
        news = next((button for button in self.breaking.buttons if button.isEnabled()), self.view)
        targets: dict[Pane, QWidget] = {
            Pane.SKIP_LINKS: self.skip_links.buttons[0],
            Pane.SOURCES: self.sources.view,
            Pane.LIST: self.list.view,
            Pane.READING: self.view,
            Pane.PLAYER: self.player.play,
            Pane.SIZES: checked,
            Pane.BREAKING: news,
        }
        return targets[pane]

    def _skip_to(self, target: str) -> None:
        if target == BREAKING:
            self.go_to_pane(Pane.BREAKING)
        elif target == "search":
            self.go_to_pane(Pane.SOURCES)
            self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.go_to_pane(Pane.SOURCES if target == "navigation" else Pane.READING)

    def _go_back(self) -> None:
        self.go_to_pane(Pane.SOURCES if self._shown is Pane.LIST else Pane.LIST)

    def _arrange(self) -> None:
        control = self.fontMetrics().averageCharWidth()
        text = self.view.fontMetrics().averageCharWidth() * self._points
        text //= max(1, round(self.view.font().pointSizeF()))
        widths = {
            Pane.SOURCES: _SOURCES_CHARACTERS * control,
            Pane.LIST: _LIST_CHARACTERS * control,
            Pane.READING: _TEXT_CHARACTERS * text,
        }
        needed = sum(widths.values()) + 4 * GRID + 2 * _BAR
        was, self._one_at_a_time = self._one_at_a_time, self.width() < needed
        if self._one_at_a_time and not was:
            self._shown = self._side_with_focus()
        for pane in _SIDE_BY_SIDE:
            side = self._sides[pane]
            side.setMinimumWidth(0 if self._one_at_a_time else widths[pane])
            side.setVisible(not self._one_at_a_time or pane is self._shown)
        if was and not self._one_at_a_time:
            self._splitter.setSizes([widths[pane] for pane in _SIDE_BY_SIDE])
        head = self.skip_links.sizeHint().width() + self.sizes.sizeHint().width()
        directions = QBoxLayout.Direction
        self._head_row.setDirection(
            directions.LeftToRight if head + 8 * GRID < self.width() else directions.TopToBottom
        )
        self._back.setVisible(self._one_at_a_time and self._shown is not Pane.SOURCES)
        self._back.setText(
            _("Back to the sources") if self._shown is Pane.LIST else _("Back to the stories")
        )
        self._share_height()

    def _side_with_focus(self) -> Pane:
        """Return the pane that is to stay where there is room for one."""
        focused = QApplication.focusWidget()
        if focused is None:
            return self._shown
        around = (pane for pane, side in self._sides.items() if side.isAncestorOf(focused))
        return next(around, self._shown)

    def _bring_focus_into_view(self) -> None:
        focused = QApplication.focusWidget()
        target = focused if focused and self._frame.isAncestorOf(focused) else self.view
        # A pane is brought as a whole: of a text view Qt would bring only the caret.
        sides = (side for side in self._sides.values() if side.isAncestorOf(target))
        self._scroll.ensureWidgetVisible(next(sides, target), 0, GRID)

    def _share_height(self) -> None:
        """Keep half the window for the text; where the rest leaves less, let all of it scroll."""
        around = (self._head, self.breaking, self._back, self.player, self.message_line)
        width = self._scroll.viewport().width() - 4 * GRID
        used = sum(_height_within(row, width) + GRID for row in around if not row.isHidden())
        half, most = self.height() // 2, self.height() * 4 // 5
        roomy = self.height() - used - 2 * GRID >= half
        self._splitter.setMinimumHeight(half if roomy else most)


def _height_within(widget: QWidget, width: int) -> int:
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()
