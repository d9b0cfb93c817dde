"""The page as screen readers walk it: a node for every passage and link.

Nothing here is made until an assistive technology asks.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleTextCursorEvent,
    QAccessibleTextSelectionEvent,
)

from tidings.ui.reading.geometry import passage_rect
from tidings.ui.reading.lent_text import LentText
from tidings.ui.reading.nodes import Node, Relation, Role
from tidings.ui.reading.outline import Kind, Passage

if TYPE_CHECKING:
    from tidings.ui.reading.view import ReadingView

_ROLES = {
    Kind.HEADING: Role.Heading,
    Kind.PARAGRAPH: Role.Paragraph,
    Kind.QUOTE: Role.BlockQuote,
    Kind.LIST: Role.List,
    Kind.ITEM: Role.ListItem,
    Kind.TABLE: Role.Grouping,
    Kind.ROW: Role.Grouping,
    Kind.CELL: Role.Paragraph,
    Kind.PICTURE: Role.Graphic,
    Kind.CAPTION: Role.Paragraph,
}
_BOXES = (Kind.QUOTE, Kind.LIST, Kind.TABLE, Kind.ROW)


class AccessiblePage:
    """The nodes of the page that a view shows, and what is told about them."""

    def __init__(self, view: ReadingView) -> None:
        self.view = view
        self._top: list[Node] = []
        self._stops: list[Node] = []
        self._starts: list[int] = []
        self._links: dict[int, Node] = {}
        self._all: list[Node] = []
        self._current: Node | None = None
        self._lender: LentText | None = None
        self._generation = 0
        self._is_asked = False

    # -- the nodes

    def top(self) -> list[Node]:
        """Return the nodes of the page's passages, made when first asked for."""
        if not self._top:
            self._make()
        return self._top

    def forget(self) -> None:
        """Let go of all nodes: another article is shown, or the view goes."""
        nodes, self._all = self._all, []
        self._top, self._stops, self._starts, self._links = [], [], [], {}
        self._current = None
        for node in nodes:
            # Qt deletes its half; the other goes with the last reference, not before
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(node))

    def laid_out_anew(self) -> None:
        """Take note that lines are no longer where they were."""
        self._generation += 1

    def _make(self) -> None:
        for passage in self.view.page.outline:
            self._add(passage, None)
        for one, other in pairwise(self._stops):
            # a relation says what the other is to this one
            one.related.append((other, Relation.FlowsFrom))
            other.related.append((one, Relation.FlowsTo))
        self._starts = [
            stop.start if stop.text_start is None else stop.text_start for stop in self._stops
        ]

    def _add(self, passage: Passage, parent: Node | None) -> None:
        is_box = passage.kind in _BOXES
        node = Node(
            self,
            parent,
            _ROLES[passage.kind],
            passage.start,
            passage.end,
            name=passage.name,
            level=passage.level,
            text_start=None if is_box else passage.stop,
        )
        self._keep(node, parent)
        if not is_box:
            self._stops.append(node)
        for link in passage.links:
            link_node = Node(
                self,
                node,
                Role.Link,
                link.start,
                link.end,
                name=link.text,
                address=link.address,
                text_start=link.start,
            )
            self._keep(link_node, node)
            self._links[link.start] = link_node
        for child in passage.children:
            # a picture's caption stands beside it: what is inside a picture is not looked for
            self._add(child, parent if passage.kind is Kind.PICTURE else node)

    def _keep(self, node: Node, parent: Node | None) -> None:
        self._all.append(node)
        if parent is None:
            self._top.append(node)

    def _stop_at(self, at: int) -> Node | None:
        index = bisect_right(self._starts, at) - 1
        return self._stops[max(index, 0)] if self._stops else None

    # -- what nodes ask

    @property
    def current(self) -> Node | None:
        """The node that the caret is in, or the link that has the focus."""
        return self._current

    def has_focus(self, node: Node) -> bool:
        """Tell whether the keyboard's focus is on the node."""
        return node is self._current and self.view.hasFocus()

    def lent_text(self, start: int, end: int) -> Any:
        """Return the text interface for a stretch of the page."""
        return self._lent().lend(start, end, self._generation)

    def screen_rect(self, start: int, end: int) -> QRect:
        """Return where a stretch of the page is on the screen."""
        rect = passage_rect(self.view.document(), start, end).toRect()
        scrolled = QPoint(
            -self.view.horizontalScrollBar().value(), -self.view.verticalScrollBar().value()
        )
        return rect.translated(self.view.viewport().mapToGlobal(QPoint(0, 0)) + scrolled)

    def is_on_screen(self, rect: QRect) -> bool:
        """Tell whether a rectangle of the screen meets the part of the page that is shown."""
        viewport = self.view.viewport()
        return QRect(viewport.mapToGlobal(QPoint(0, 0)), viewport.size()).intersects(rect)

    def focus_link(self, start: int) -> None:
        """Put the caret and the focus on a link."""
        self.view.focus_link(start)

    def press_link(self, address: str) -> None:
        """Open a link's address."""
        self.view.link_activated.emit(address)

    # -- what is told

    def tell_caret(self, link_start: int | None) -> None:
        """Tell that the caret moved; ``link_start`` where it took the focus to a link."""
        if not QAccessible.isActive() or not self.top():
            return
        cursor = self.view.textCursor()
        stop = self._stop_at(cursor.position())
        link = None if link_start is None else self._links.get(link_start)
        node = link or stop
        if node is None:
            return
        is_new, self._current = node is not self._current, node
        if self._is_asked or not self.view.hasFocus():
            return
        if is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(node, QAccessible.Event.Focus))
        if link is None and node.text_start is not None:
            QAccessible.updateAccessibility(self._caret_event(node, node.text_start))

    def tell_focus(self) -> None:
        """Tell that the keyboard's focus came to the page."""
        if not QAccessible.isActive() or not self.top():
            return
        self._current = self._current or self._stop_at(self.view.textCursor().position())
        if self._current is not None:
            QAccessible.updateAccessibility(
                QAccessibleEvent(self._current, QAccessible.Event.Focus)
            )

    def _caret_event(self, node: Node, start: int) -> QAccessibleEvent:
        cursor, lent = self.view.textCursor(), self._lent()
        caret = lent.offset(start, node.end, cursor.position())
        if not cursor.hasSelection():
            return QAccessibleTextCursorEvent(node, caret)
        # this tells of the caret too
        anchor = lent.offset(start, node.end, cursor.anchor())
        event = QAccessibleTextSelectionEvent(node, min(anchor, caret), max(anchor, caret))
        event.setCursorPosition(caret)
        return event

    def _put_caret(self, at: int) -> None:
        """Put the caret where a screen reader asks for it.

        It is not told of that: it would take the move for the reader's, and stop reading.
        """
        self._is_asked = True
        self.view.put_caret(at)
        self._is_asked = False

    def _lent(self) -> LentText:
        if self._lender is None:
            self._lender = LentText(self.view)
            self._lender.caret_asked.connect(self._put_caret)
            self._lender.sight_asked.connect(self.view.show_rect)
        return self._lender
