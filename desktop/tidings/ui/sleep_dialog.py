"""When reading aloud is to stop, as a list to choose from."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tidings.ui.choice_dialog import ChoiceDialog, Question

MINUTES = (5, 10, 15, 20, 30, 45, 60, 90)
STORY_END = -1
"""Stands for the end of the story; 0 stands for off."""


class SleepDialog(ChoiceDialog):
    """``chosen`` carries minutes, :data:`STORY_END` or 0, once one is taken with Enter."""

    chosen = Signal(int)

    def __init__(self, now: int, parent: QWidget | None = None) -> None:
        """Show the choices; ``now`` is the one that holds, or the minutes that are left."""
        values = (0, STORY_END, *MINUTES)
        near = next((value for value in MINUTES if value >= now), MINUTES[-1])
        question = Question(
            _("Sleep timer"),
            _("Stop reading aloud"),
            _("Choose"),
            (44, 24),
            _(
                "The voice grows softer over the last half minute; a story is heard to its last "
                "word. The place is kept."
            ),
        )
        current = values.index(now if now <= 0 else near)
        super().__init__(question, [_words(value) for value in values], current, parent)
        self.taken.connect(lambda row: self.chosen.emit(values[row]))


def _words(value: int) -> str:
    if value == 0:
        return _("Never: the timer is off")
    if value == STORY_END:
        return _("At the end of the story")
    return ngettext("In {n} minute", "In {n} minutes", value).format(n=value)
