"""Where a story ends or begins, and which key leads on."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QObject

from tidings.ui.commands import Commands
from tidings.ui.desk import Desk
from tidings.ui.listed import Step
from tidings.ui.no_more import NoMore
from tidings.ui.reading import Edge
from tidings.ui.window import MainWindow


class StoryEdges(QObject):
    """Tells who goes line by line and gets no further."""

    def __init__(self, desk: Desk, window: MainWindow, commands: Commands, no_more: NoMore) -> None:
        super().__init__(window)
        self._desk = desk
        self._commands = commands
        self._no_more = no_more
        window.view.edge_met.connect(self._edge_met)

    def _edge_met(self, edge: Edge) -> None:
        is_end = edge is Edge.END
        leads_on = self._desk.can_step(Step.NEXT if is_end else Step.PREVIOUS)
        keys = self._keys("next-article" if is_end else "previous-article")
        if not leads_on:
            words = _("End of the last story.") if is_end else _("Beginning of the first story.")
        elif not keys:
            words = _("End of the story.") if is_end else _("Beginning of the story.")
        elif is_end:
            words = _("End of the story. {keys}: the next story.").format(keys=keys)
        else:
            words = _("Beginning of the story. {keys}: the previous story.").format(keys=keys)
        self._no_more.tell(words)

    def _keys(self, command: str) -> str:
        return ", ".join(self._commands.working_keys(command))
