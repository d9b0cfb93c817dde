"""What the reader's hands do, wherever the focus is: keys and clicks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_KINDS = (
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.FocusOut,
)


class Hands(QObject):
    """``did`` carries each event as it comes to a window of ours.

    A key that a command takes comes as a ``ShortcutOverride`` alone. Windows are watched,
    not widgets: of those the events are many, and each would have to pass by here.
    """

    did = Signal(QEvent)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.takes: Callable[[QEvent], bool] = lambda _event: False
        """Told of each event afterwards; says whether it is kept from everybody else."""
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self.watch)

    def watch(self, window: QWindow | None) -> None:
        """Watch a window too: one that opens, or a menu's."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tell of what the reader does."""
        if event.type() not in _KINDS:
            return False
        self.did.emit(event)
        return self.takes(event)
