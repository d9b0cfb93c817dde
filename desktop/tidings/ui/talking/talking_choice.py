"""The reader's choice of who speaks the window, and how fast."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tidings.ui.talking.talking import FASTEST, SLOWEST, STEP, Talking
from tidings.ui.talking.talking_dialog import TalkingDialog


class TalkingChoice(QObject):
    """Connects the dialog with what speaks."""

    def __init__(self, talking: Talking, window: QWidget) -> None:
        super().__init__(window)
        self._talking = talking
        self._window = window

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {"choose-talking": self.open}

    def open(self) -> None:
        """Show what holds."""
        talking = self._talking
        dialog = TalkingDialog(
            talking.choice,
            talking.rate,
            (SLOWEST, FASTEST, STEP),
            wanted=talking.wanted,
            parent=self._window,
        )
        dialog.wanted_changed.connect(talking.set_wanted)
        dialog.choice_changed.connect(talking.choose)
        dialog.rate_changed.connect(talking.set_rate)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
