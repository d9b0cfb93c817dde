"""The page as screen readers walk it: a node for every passage and link.

Nothing here is made until an assistive technology asks.
"""

from __future__ import annotations

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
from tidings.ui.reading.node_tree import NodeTree
from tidings.ui.reading.nodes import Node

if TYPE_CHECKING:
    from tidings.ui.reading.view import ReadingView


class AccessiblePage:
    """The nodes of the page that a view shows, and what is told about them."""

    def __init__(self, view: ReadingView) -> None:
        self.view = view
        self._tree: NodeTree | None = None
        self._current: Node | None = None
        self._lender: LentText | None = None
        self._generation = 0
        self._is_asked = False
        self._is_selected = False

    # -- the nodes

    def top(self) -> list[Node]:
        """Return the nodes of the page's passages, made when first asked for."""
        return self._made().top

    def forget(self) -> None:
        """Let go of all nodes: another article is shown, or the view goes."""
        tree, self._tree, self._current = self._tree, None, None
        if tree is not None:
            tree.let_go()
        if self._lender is not None:
            self._lender.forget()

    def _made(self) -> NodeTree:
        if self._tree is None:
            self._tree = NodeTree(self)
        return self._tree

    def laid_out_anew(self) -> None:
        """Take note that lines are no longer where they were."""
        self._generation += 1

    # -- what nodes ask

    @property
    def current(self) -> Node | None:
        """The node that the caret is in, or the link that has the focus."""
        return self._current

    def has_focus(self, node: Node) -> bool:
        """Tell whether the keyboard's focus is on the node.

        A cell has that of the passage in it, so that where one is asked for is the cell.
        """
        current = self._current
        if current is not None and current.holder is not None and current.holder.is_cell:
            current = current.holder
        return node is current and self.view.hasFocus()

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
        if not QAccessible.isActive():
            return
        tree, cursor = self._made(), self.view.textCursor()
        stop = tree.stop_at(cursor.position())
        link = None if link_start is None else tree.links.get(link_start)
        node = link or stop
        if node is None:
            return
        is_new, self._current = node is not self._current, node
        if self._is_asked or not self.view.hasFocus():
            return
        if is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(node, QAccessible.Event.Focus))
        if link is None and node.text_start is not None:
            self._tell_text_cursor(node, node.text_start)

    def tell_focus(self) -> None:
        """Tell that the keyboard's focus came to the page."""
        if not QAccessible.isActive():
            return
        if self._current is None:
            self._current = self._made().stop_at(self.view.textCursor().position())
        if self._current is not None:
            QAccessible.updateAccessibility(
                QAccessibleEvent(self._current, QAccessible.Event.Focus)
            )

    def _tell_text_cursor(self, node: Node, start: int) -> None:
        cursor, lent = self.view.textCursor(), self._lent()
        caret = lent.offset(start, node.end, cursor.position())
        was_selected, self._is_selected = self._is_selected, cursor.hasSelection()
        if was_selected or self._is_selected:
            anchor = lent.offset(start, node.end, cursor.anchor())
            selection = QAccessibleTextSelectionEvent(node, min(anchor, caret), max(anchor, caret))
            selection.setCursorPosition(caret)
            QAccessible.updateAccessibility(selection)
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(node, caret))

    def _select(self, anchor: int, at: int) -> None:
        """Put caret and selection where a screen reader asks for them.

        It is not told of that: it would take the move for the reader's, and stop reading.
        """
        self._is_asked = True
        self.view.select(anchor, at)
        self._is_asked = False

    def _lent(self) -> LentText:
        if self._lender is None:
            self._lender = LentText(self.view)
            self._lender.selection_asked.connect(self._select)
            self._lender.sight_asked.connect(self.view.show_rect)
        return self._lender
