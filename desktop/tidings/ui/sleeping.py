"""The sleep timer: chosen in a dialog, told on demand, begun anew at a key."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QObject

from tidings.playback import Mode, Notice, Play, SleepIn, StopAfterStory
from tidings.ui.sleep_dialog import MINUTES, STORY_END, SleepDialog
from tidings.ui.speaker import Speaker
from tidings.ui.window import MainWindow

A_MINUTE = 60_000.0


class Sleeping(QObject):
    """Connects the choice with the session, which counts and fades."""

    def __init__(self, speaker: Speaker, window: MainWindow) -> None:
        super().__init__(window)
        self._speaker = speaker
        self._window = window
        self._last = MINUTES[2]
        """The minutes that were chosen last."""
        self._fell_asleep = False
        speaker.noticed.connect(self._noticed)
        speaker.mode_changed.connect(self._mode_changed)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {
            "sleep-timer": self.open,
            "restart-sleep-timer": self.restart,
            "stop-after-story": self.toggle_story_end,
        }

    def open(self) -> None:
        """Ask when it is to stop."""
        left = self._speaker.sleeps_in
        minutes = -(-left // A_MINUTE) if left else 0
        chosen = STORY_END if self._speaker.stops_after_story else int(minutes)
        dialog = SleepDialog(chosen, self._window)
        dialog.chosen.connect(self._choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def restart(self) -> None:
        """Give it the whole time once more; where it has run out, read on."""
        asleep = self._fell_asleep and self._speaker.mode is Mode.PAUSED
        self._choose(self._last)
        if asleep:
            self._speaker.on(Play())

    def toggle_story_end(self) -> None:
        """Stop where the story ends, or read on after all."""
        self._choose(0 if self._speaker.stops_after_story else STORY_END)

    def words(self) -> str:
        """Return a sentence on when it stops; empty where it does not."""
        if self._speaker.stops_after_story:
            return _("Reading stops at the end of the story.")
        left = self._speaker.sleeps_in
        if left is None:
            return ""
        minutes = round(left / A_MINUTE)
        if not minutes:
            return _("The sleep timer stops it in less than a minute.")
        return ngettext(
            "The sleep timer stops it in {n} minute.",
            "The sleep timer stops it in {n} minutes.",
            minutes,
        ).format(n=minutes)

    def _choose(self, minutes: int) -> None:
        self._fell_asleep = False
        self._speaker.on(StopAfterStory(minutes == STORY_END))
        self._speaker.on(SleepIn(minutes * A_MINUTE if minutes > 0 else None))
        if minutes > 0:
            self._last = minutes
        self._window.messages.tell(self.words() or _("The sleep timer is off."))

    def _noticed(self, notice: Notice) -> None:
        if notice is Notice.FELL_ASLEEP:
            self._fell_asleep = True

    def _mode_changed(self, mode: Mode) -> None:
        if mode is not Mode.PAUSED:
            self._fell_asleep = False
