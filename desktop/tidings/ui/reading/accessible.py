"""The reading view as screen readers meet it: a document, and how Qt is told of that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget

from tidings.ui.reading.attributes import Attributes
from tidings.ui.reading.guarded import guarded
from tidings.ui.reading.nodes import Node, Role, node_at

if TYPE_CHECKING:
    from tidings.ui.reading.view import ReadingView

_NONE = shiboken6.VoidPtr(0)


class AccessibleDocument(QAccessibleWidget):
    """The reading view itself: a document, named by the article's title."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view, Role.Document, view.accessibleName())
        self._view = view
        self._page = view.accessible_page
        self._attributes: tuple[str, Attributes] | None = None

    @guarded("")
    def text(self, t: QAccessible.Text) -> str:
        """Return the document's name."""
        return self._view.accessibleName() if t == QAccessible.Text.Name else ""

    @guarded(_NONE)
    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:
        """Return what the document can do beyond being there: tell its language."""
        if t == QAccessible.InterfaceType.AttributesInterface:
            language = self._view.page.article.language
            if self._attributes is None or self._attributes[0] != language:
                self._attributes = language, Attributes(0, language)
            return self._attributes[1]
        if t == QAccessible.InterfaceType.ActionInterface:
            return super().interface_cast(t)
        return _NONE

    @guarded(0)
    def childCount(self) -> int:
        """Return how many passages the page has."""
        return len(self._page.top())

    @guarded(None)
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the passage at an index."""
        nodes = self._page.top()
        return nodes[index] if 0 <= index < len(nodes) else None

    @guarded(-1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return a passage's index."""
        nodes = self._page.top()
        return nodes.index(child) if isinstance(child, Node) and child in nodes else -1

    @guarded(None)
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the innermost node at a place of the screen."""
        return node_at(self._page.top(), x, y)

    @guarded(None)
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the node that the caret is in."""
        self._page.top()
        return self._page.current if self._view.hasFocus() else None

    @guarded(QAccessible.State())
    def state(self) -> QAccessible.State:
        """Return the document's state; with the caret in a node, that has the focus."""
        state = super().state()
        # the stubs leave out the fields of this plain structure
        setattr(state, "multiLine", True)  # noqa: B010
        if self._page.current is not None:
            setattr(state, "focused", False)  # noqa: B010
        return state


def install_accessibility() -> None:
    """Let screen readers see reading views as documents. To be called once, by the app."""
    # Qt's text view tells of its caret as well, and Qt's bridge complains of that to the
    # terminal: once for every move, and read out to people who listen to theirs
    QLoggingCategory.setFilterRules("qt.accessibility.atspi=false")
    QAccessible.installFactory(_interface_for)


def _interface_for(_class_name: str, widget: object) -> QAccessibleInterface | None:
    from tidings.ui.reading.view import ReadingView

    if isinstance(widget, ReadingView) and shiboken6.isValid(widget):
        return AccessibleDocument(widget)
    return None
