"""One passage or link of the page as screen readers see it.

Rules that cost a crash each: ``interface_cast`` says no with a null ``VoidPtr``, never with
None; a node is kept until Qt has let go of it; no exception leaves an override.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QColor,
    QPalette,
    QWindow,
)

from tidings.ui.reading.attributes import Attributes
from tidings.ui.reading.guarded import guarded

if TYPE_CHECKING:
    from tidings.ui.reading.accessible_page import AccessiblePage

Role, Relation = QAccessible.Role, QAccessible.RelationFlag
_Interface = QAccessible.InterfaceType
_NONE = shiboken6.VoidPtr(0)


class Node(QAccessibleInterface):
    """A stretch of the page with a role, a name and children.

    ``start`` and ``end`` are document positions of the whole; ``text_start`` those of its
    text, None where it is only a box for its children.
    """

    def __init__(
        self,
        page: AccessiblePage,
        parent: Node | None,
        role: QAccessible.Role,
        start: int,
        end: int,
        *,
        name: str = "",
        attributes: Attributes | None = None,
        address: str = "",
        text_start: int | None = None,
    ) -> None:
        super().__init__()
        self.start, self.end, self.text_start = start, end, text_start
        self.address, self.name = address, name
        self.children: list[Node] = []
        self.related: list[tuple[Node, QAccessible.RelationFlag]] = []
        self.holder = parent
        self._page, self._role = page, role
        self._offers: dict[QAccessible.InterfaceType, Any] = {}
        if attributes is not None:
            self.offer(_Interface.AttributesInterface, attributes)
        if address:
            self.offer(_Interface.ActionInterface, _Press(page, self))
        if parent is not None:
            parent.children.append(self)

    @property
    def is_cell(self) -> bool:
        """Whether the node is a table's cell with a passage in it."""
        return self._role == Role.Cell

    def offer(self, kind: QAccessible.InterfaceType, interface: Any) -> None:
        """Have the node do what an interface of a kind does, too."""
        self._offers[kind] = interface

    @guarded(False)
    def isValid(self) -> bool:
        """Tell whether the view is still there."""
        return shiboken6.isValid(self._page.view)

    @guarded(None)
    def object(self) -> QObject | None:  # type: ignore[override]
        """A node has no object of Qt's behind it."""
        return None

    @guarded(None)
    def window(self) -> QWindow | None:  # type: ignore[override]
        """Return the window that the page is in."""
        return self._page.view.window().windowHandle()

    @guarded(None)
    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the node around this one, or the document."""
        return self.holder or QAccessible.queryAccessibleInterface(self._page.view)

    @guarded(0)
    def childCount(self) -> int:
        """Return how many children there are."""
        return len(self.children)

    @guarded(None)
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the child at an index."""
        return self.children[index] if 0 <= index < len(self.children) else None

    @guarded(-1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return a child's index, -1 where it is none of this node's."""
        return self.children.index(child) if child in self.children else -1

    @guarded(None)
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the innermost node at a place of the screen."""
        return node_at(self.children, x, y)

    @guarded(None)
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The document knows what has the focus."""
        return None

    @guarded(Role.Paragraph)
    def role(self) -> QAccessible.Role:
        """Return what the node is."""
        return self._role

    @guarded(QRect())
    def rect(self) -> QRect:
        """Return where the node is on the screen."""
        return self._page.screen_rect(self.start, self.end)

    @guarded("")
    def text(self, t: QAccessible.Text) -> str:
        """Return the node's name."""
        return self.name if t == QAccessible.Text.Name else ""

    @guarded(None)
    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Nothing can be written into a story."""

    @guarded(QAccessible.State())
    def state(self) -> QAccessible.State:
        """Return the node's state; a readable passage is neither focusable nor read-only."""
        state = QAccessible.State()
        has_text = self.text_start is not None
        # the stubs leave out the fields of this plain structure
        values: dict[str, bool] = {
            "focusable": bool(self.address),
            "linked": bool(self.address),
            "multiLine": has_text,
            "selectableText": has_text,
            "focused": self._page.has_focus(self),
            "offscreen": not self._page.is_on_screen(self.rect()),
            "invisible": not self._page.view.isVisible(),
        }
        for field, value in values.items():
            setattr(state, field, value)
        return state

    @guarded([])
    def relations(
        self, match: QAccessible.RelationFlag = Relation.AllRelations
    ) -> list[tuple[QAccessibleInterface, QAccessible.RelationFlag]]:
        """Return the related nodes, each with what it is to this one."""
        return [(node, relation) for node, relation in self.related if relation & match]

    @guarded(QColor())
    def foregroundColor(self) -> QColor:
        """Return the colour of text."""
        return self._page.view.palette().color(QPalette.ColorRole.Text)

    @guarded(QColor())
    def backgroundColor(self) -> QColor:
        """Return the colour behind text."""
        return self._page.view.palette().color(QPalette.ColorRole.Base)

    @guarded(_NONE)
    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:
        """Return what the node can do beyond being there."""
        offered = self._offers.get(t)
        if offered is not None:
            return offered
        if t == _Interface.TextInterface and self.text_start is not None:
            return self._page.lent_text(self.text_start, self.end)
        return _NONE

    @guarded(None)
    def virtual_hook(self, id: int, data: int) -> None:  # noqa: A002
        """Nothing is asked here yet; Qt wants it answered."""


class _Press(QAccessibleActionInterface):
    """What can be done to a link: press it, or put the focus on it."""

    def __init__(self, page: AccessiblePage, node: Node) -> None:
        super().__init__()
        self._page, self._node = page, node

    @guarded([])
    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    @guarded(None)
    def doAction(self, actionName: str) -> None:  # noqa: N803
        if actionName == self.setFocusAction():
            self._page.focus_link(self._node.start)
        elif actionName == self.pressAction():
            self._page.press_link(self._node.address)

    @guarded([])
    def keyBindingsForAction(self, actionName: str) -> list[str]:  # noqa: N803
        return ["Return"] if actionName == self.pressAction() else []


_OPPOSITE = {Relation.FlowsTo: Relation.FlowsFrom, Relation.Described: Relation.DescriptionFor}


def relate(
    one: Node, other: Node, relation: QAccessible.RelationFlag, *, both: bool = True
) -> None:
    """Tell that one flows to, or is described by, the other; without ``both`` the other only.

    Qt asks for the opposite: what the other is to this one.
    """
    if both:
        one.related.append((other, _OPPOSITE[relation]))
    other.related.append((one, relation))


def node_at(nodes: list[Node], x: int, y: int) -> Node | None:
    """Return the innermost of the nodes, or of their children, at a place of the screen."""
    for node in nodes:
        if node.rect().contains(x, y):
            return node_at(node.children, x, y) or node
    return None
