"""Reading aloud in a terminal: the sentence being spoken is printed."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from tidings.document import Position
from tidings.playback import Mode, Notice, Play
from tidings.speech import Replaced
from tidings.ui.speaker import Speaker
from tidings.ui.standing_in import standing_in_words


class TerminalReader(QObject):
    """Speaks from a position to the end of the queue, then ends the application.

    ``show`` gets each sentence when it begins to be heard, ``warn`` what went wrong.
    ``voices`` is the folder where natural voices can be put.
    """

    def __init__(
        self,
        speaker: Speaker,
        show: Callable[[str], None],
        warn: Callable[[str], None],
        app: QCoreApplication,
        voices: Path,
    ) -> None:
        super().__init__(app)
        self._speaker = speaker
        self._warn = warn
        self._voices = voices
        self._app = app
        speaker.said.connect(lambda said: show(said) if said else None)
        speaker.noticed.connect(self._noticed)
        speaker.replaced.connect(self._voice_replaced)
        speaker.mode_changed.connect(self._mode_changed)
        speaker.device_lost.connect(lambda _reason: self._warn_of_silence())

    def begin(self, position: Position) -> None:
        """Start the voice and speak, as soon as the event loop runs."""
        QTimer.singleShot(0, self, lambda: self._begin(position))

    def _begin(self, position: Position) -> None:
        self._speaker.start()
        if not self._speaker.device:
            self._warn_of_silence()
        self._speaker.on(Play(position))

    def _warn_of_silence(self) -> None:
        self._warn(_("There is no sound device. The text is shown as it would be spoken."))

    def _noticed(self, notice: Notice) -> None:
        words = {
            Notice.NOTHING_TO_SAY: _("There is nothing to read aloud here."),
            Notice.SPEECH_RESTARTED: _("The voice had stopped working and was started again."),
            Notice.SPEECH_LOST: _("The voice stopped working."),
            Notice.SENTENCE_LEFT_OUT: _("One sentence could not be spoken and is left out."),
        }
        if notice in words:
            self._warn(words[notice])
        if notice in (Notice.NOTHING_TO_SAY, Notice.SPEECH_LOST):
            self._app.exit(1)

    def _voice_replaced(self, told: Replaced) -> None:
        self._warn(standing_in_words(told, self._voices))

    def _mode_changed(self, mode: Mode) -> None:
        if mode is Mode.STOPPED:
            self._app.quit()
