"""The reader's choice of what is announced of a story."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _

from PySide6.QtCore import QObject

from tidings.playback import Remake
from tidings.speech import Announced, Announcing, ScriptMaker, table_from_text, table_to_text
from tidings.ui.announcing_dialog import AnnouncingDialog
from tidings.ui.keeping import Keeping
from tidings.ui.speaker import Speaker
from tidings.ui.stories import Stories
from tidings.ui.window import MainWindow

ANNOUNCING = "announcing"
"""The name under which the table is kept."""


class AnnouncingChoice(QObject):
    """Connects the dialog with what is spoken, and keeps what was chosen."""

    def __init__(
        self,
        scripts: ScriptMaker,
        stories: Stories,
        speaker: Speaker,
        keeping: Keeping,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._scripts = scripts
        self._stories = stories
        self._speaker = speaker
        self._keeping = keeping
        self._window = window

    @property
    def table(self) -> Announcing:
        """What is announced."""
        return self._scripts.announcing

    def use(self, settings: Mapping[str, str]) -> None:
        """Announce what was kept."""
        self._apply(table_from_text(settings.get(ANNOUNCING, "")))

    def open(self) -> None:
        """Show the table; a change holds at once, also for a story that is being spoken."""
        before = self._scripts.announcing
        dialog = AnnouncingDialog(before, self._window)
        dialog.changed.connect(self._choose)
        dialog.tone_chosen.connect(self._sound_tone)
        dialog.finished.connect(lambda _result: self._tell_change(before))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose(self, table: Announcing) -> None:
        self._apply(table)
        self._keeping.remember(ANNOUNCING, table_to_text(table))

    def _sound_tone(self, kind: Announced) -> None:
        """Let the reader hear which tone it is."""
        name = "heading-2" if kind is Announced.LEVEL else kind.value
        self._speaker.sound_tone(name)

    def _apply(self, table: Announcing) -> None:
        if table.ways == self._scripts.announcing.ways:
            return
        self._scripts.announcing = table
        self._stories.remake()
        self._speaker.on(Remake())

    def _tell_change(self, before: Announcing) -> None:
        if self._scripts.announcing.ways != before.ways:
            self._window.messages.tell(_("What is announced was changed."))
