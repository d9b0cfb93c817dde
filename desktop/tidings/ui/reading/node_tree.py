"""The nodes of one page: made from its outline, let go of together."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtGui import QAccessible, QTextCursor

from tidings.ui.reading.attributes import Attributes
from tidings.ui.reading.nodes import Node, Relation, Role, relate
from tidings.ui.reading.outline import Kind, Passage
from tidings.ui.reading.table_nodes import LentTable, TableCell

if TYPE_CHECKING:
    from tidings.ui.reading.accessible_page import AccessiblePage

_ROLES = {
    Kind.HEADING: Role.Heading,
    Kind.PARAGRAPH: Role.Paragraph,
    Kind.QUOTE: Role.BlockQuote,
    Kind.LIST: Role.List,
    Kind.ITEM: Role.ListItem,
    Kind.TABLE: Role.Table,
    Kind.CELL: Role.Cell,
    Kind.PICTURE: Role.Graphic,
    Kind.CAPTION: Role.Paragraph,
}
_BOXES = (Kind.QUOTE, Kind.LIST, Kind.TABLE)


class NodeTree:
    """A node for every passage and link of the page that a view shows.

    ``top`` are those of the document itself, ``stops`` all that the caret goes through, in
    reading order, ``links`` those of links by the document position of their first letter.
    """

    def __init__(self, page: AccessiblePage) -> None:
        self.top: list[Node] = []
        self.stops: list[Node] = []
        self.links: dict[int, Node] = {}
        self._page = page
        self._all: list[Node] = []
        self._tables: list[LentTable] = []
        self._told: dict[tuple[int, str], Attributes] = {}
        for passage in page.view.page.outline:
            self._add(passage, None)
        for one, other in pairwise(self.stops):
            relate(one, other, Relation.FlowsTo)
        self._starts = [
            stop.start if stop.text_start is None else stop.text_start for stop in self.stops
        ]

    def stop_at(self, at: int) -> Node | None:
        """Return the stop that a document position belongs to; None where there is none."""
        index = bisect_right(self._starts, at) - 1
        return self.stops[max(index, 0)] if self.stops else None

    def let_go(self) -> None:
        """Give up all nodes; the tree is not to be used any more."""
        for node in self._all:
            # Qt deletes its half; the other goes with the last reference, not before
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(node))
        for table in self._tables:
            shiboken6.delete(table)

    def _add(self, passage: Passage, parent: Node | None) -> None:
        if passage.kind is Kind.TABLE:
            self._add_table(passage, parent)
            return
        if passage.kind in _BOXES:
            node = self._box(passage, parent)
        else:
            node = self._stop(passage, parent, _ROLES[passage.kind], passage.name)
        beside: list[Node] = []
        for child in passage.children:
            # a picture's caption stands beside it: what is inside a picture is not looked for
            self._add(child, parent if passage.kind is Kind.PICTURE else node)
            beside.append(self.stops[-1])
        if passage.kind is Kind.PICTURE:
            for caption in beside:
                relate(node, caption, Relation.Described, both=False)

    def _add_table(self, passage: Passage, parent: Node | None) -> None:
        """Add a table: first its caption, then all of its cells, row by row.

        As with Qt's own tables, rows have no node: screen readers count cells by it.
        """
        table = self._box(passage, parent)
        rows = [child for child in passage.children if child.kind is Kind.ROW]
        for child in passage.children:
            if child.kind is Kind.CAPTION:
                caption = self._stop(child, table, _ROLES[Kind.CAPTION])
                relate(table, caption, Relation.Described)
        lent = LentTable(
            self._page.view, [[self._text(cell) for cell in row.children] for row in rows]
        )
        self._tables.append(lent)
        table.offer(QAccessible.InterfaceType.TableInterface, lent.interface)
        headers: dict[int, list[Node]] = {}
        for number, row in enumerate(rows):
            for column, cell in enumerate(row.children):
                above = headers.setdefault(column, [])
                if cell.header:
                    node = self._stop(cell, table, Role.ColumnHeader, self._text(cell))
                    above.append(node)
                    continue
                node = self._box(cell, table)
                # a cell's words stand in it as a passage: of a cell that holds a link, Orca
                # would say the link alone
                self._stop(cell, node, _ROLES[Kind.PARAGRAPH])
                node.offer(
                    QAccessible.InterfaceType.TableCellInterface,
                    TableCell(table, number, column, tuple(above)),
                )

    def _box(self, passage: Passage, parent: Node | None) -> Node:
        """Add a node that is there for what it holds."""
        node = Node(
            self._page,
            parent,
            _ROLES[passage.kind],
            passage.start,
            passage.end,
            attributes=self._attributes(passage),
        )
        self._keep(node, parent)
        return node

    def _stop(
        self, passage: Passage, parent: Node | None, role: QAccessible.Role, name: str = ""
    ) -> Node:
        """Add a node with a text that the caret goes through, and its links."""
        node = Node(
            self._page,
            parent,
            role,
            passage.start,
            passage.end,
            name=name,
            attributes=self._attributes(passage),
            text_start=passage.stop,
        )
        self._keep(node, parent)
        self.stops.append(node)
        for link in passage.links:
            link_node = Node(
                self._page,
                node,
                Role.Link,
                link.start,
                link.end,
                name=link.text,
                attributes=self._attributes(passage, level=0),
                address=link.address,
                text_start=link.start,
            )
            self._keep(link_node, node)
            self.links[link.start] = link_node
        return node

    def _text(self, passage: Passage) -> str:
        cursor = QTextCursor(self._page.view.document())
        cursor.setPosition(passage.start)
        cursor.setPosition(passage.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace("\u2028", " ")

    def _attributes(self, passage: Passage, level: int | None = None) -> Attributes:
        key = passage.level if level is None else level, passage.language
        if key not in self._told:
            self._told[key] = Attributes(*key)
        return self._told[key]

    def _keep(self, node: Node, parent: Node | None) -> None:
        self._all.append(node)
        if parent is None:
            self.top.append(node)
