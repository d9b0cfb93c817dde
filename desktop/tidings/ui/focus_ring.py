"""A ring round whatever has the keyboard's focus: 3 pixels wide, 3:1 against its ground."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

WIDTH = 3
GAP = 1
OWN_RING = "ownFocusRing"
"""A widget with this property set draws its own ring."""


class FocusRing(QWidget):
    """Lies over one window, lets every click through, and frames one widget at a time."""

    def __init__(self, window: QWidget, colour: QColor) -> None:
        super().__init__(window)
        self._window = window
        self._colour = colour
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def set_colour(self, colour: QColor) -> None:
        """Draw in another colour."""
        self._colour = colour
        self.update()

    def frame(self, target: QWidget | None) -> None:
        """Lie round a widget, and follow it; None for none."""
        # A control may be gone before the focus that it had.
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._target = target
        # What moves may be the pane that it stands in.
        self._watched = [] if target is None else list(self._from_target_up(target))
        for watched in self._watched:
            watched.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widget that is framed, and what it stands in."""
        if event.type() in (
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.Show,
            QEvent.Type.Hide,
        ):
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, WIDTH))
        inset = (WIDTH + 1) // 2
        painter.drawRoundedRect(self.rect().adjusted(inset, inset, -inset, -inset), 7, 7)

    def _from_target_up(self, target: QWidget) -> Iterator[QWidget]:
        widget: QWidget | None = target
        while widget is not None and widget is not self._window:
            yield widget
            widget = widget.parentWidget()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        corner = target.mapTo(self._window, QPoint(0, 0))
        margin = WIDTH + GAP
        area = QRect(corner, target.size()).adjusted(-margin, -margin, margin, margin)
        self.setGeometry(area.intersected(self._window.rect()))
        self.raise_()
        self.show()


class FocusRings(QObject):
    """Gives every window of the application its ring, dialogs too."""

    def __init__(self, colour: QColor, parent: QObject) -> None:
        super().__init__(parent)
        self._colour = colour
        self._ring: FocusRing | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_changed)

    def set_colour(self, colour: QColor) -> None:
        """Draw in another colour."""
        self._colour = colour
        if self._ring is not None and isValid(self._ring):
            self._ring.set_colour(colour)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        window = new.window() if new is not None else None
        ring = self._ring if self._ring is not None and isValid(self._ring) else None
        if ring is not None and ring.window() is not window:
            ring.frame(None)
            ring.deleteLater()
            ring = None
        if window is None or window.windowType() == Qt.WindowType.Popup:
            self._ring = ring
            return
        if ring is None:
            ring = FocusRing(window, self._colour)
        self._ring = ring
        ring.frame(None if new is None or new.property(OWN_RING) else new)
