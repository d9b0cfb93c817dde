"""Something heard on trial, after which all is as it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from tidings.document import Position
from tidings.playback import Mode, Pause, Play, Stop
from tidings.speech import Script
from tidings.ui.listening import Listening
from tidings.ui.speaker import Speaker


class Hearing(QObject):
    """Holds what is being spoken while something else is tried; :meth:`end` goes on with it.

    From the word that was being said when it was made; what was paused is paused there, and
    where nothing was spoken the caret is left where it was. ``changed`` carries whether
    something is being heard.
    """

    changed = Signal(bool)

    def __init__(
        self,
        speaker: Speaker,
        listening: Listening,
        go_to: Callable[[Position], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._listening = listening
        self._go_to = go_to
        self._was_speaking = speaker.mode in (Mode.PLAYING, Mode.STARTING)
        self._was = speaker.position if speaker.mode is not Mode.STOPPED else None
        self._has_heard = False
        self._is_heard = False
        if self._was_speaking:
            speaker.on(Pause())
        speaker.mode_changed.connect(self._mode_changed)

    def hear(self, script: Script) -> None:
        """Speak a script of one that is no story (:data:`~tidings.ui.listening.HEADLINE`)."""
        self._has_heard = self._is_heard = True
        self.changed.emit(True)
        self._listening.hear_aside(script)

    def stop(self) -> None:
        """Fall silent."""
        if self._is_heard:
            self._speaker.on(Stop())

    def end(self) -> None:
        """Go on with what was spoken before."""
        self.stop()
        self._speaker.mode_changed.disconnect(self._mode_changed)
        if self._was is None:
            return
        if not self._has_heard:
            if self._was_speaking:
                self._speaker.on(Play())
            return
        self._go_to(self._was)
        self._speaker.on(Play(self._was))
        if not self._was_speaking:
            self._speaker.on(Pause())

    def _mode_changed(self, mode: Mode) -> None:
        if mode is Mode.STOPPED and self._is_heard:
            self._is_heard = False
            self.changed.emit(False)
