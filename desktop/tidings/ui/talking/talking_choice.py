"""The reader's choice of who speaks the window, and how fast."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tidings.ui.talking.talk_choices import FASTEST, SLOWEST, STEP, TalkChoices
from tidings.ui.talking.talking_dialog import TalkingDialog


class TalkingChoice(QObject):
    """Connects the dialog with what speaks."""

    def __init__(self, choices: TalkChoices, window: QWidget) -> None:
        super().__init__(window)
        self._choices = choices
        self._window = window

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {"choose-talking": self.open}

    def open(self) -> None:
        """Show what holds."""
        choices = self._choices
        dialog = TalkingDialog(
            choices.choice,
            choices.rate,
            (SLOWEST, FASTEST, STEP),
            wanted=choices.wanted,
            parent=self._window,
        )
        dialog.wanted_changed.connect(choices.set_wanted)
        dialog.choice_changed.connect(choices.choose)
        dialog.rate_changed.connect(choices.set_rate)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
