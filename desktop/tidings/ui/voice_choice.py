"""The reader's choice of a voice: offered, tried, and taken."""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QObject

from tidings.playback import Revoice
from tidings.speech import choose, preview_text
from tidings.ui.language_words import language_words
from tidings.ui.listening import Listening
from tidings.ui.manner import Manner
from tidings.ui.speaker import Speaker
from tidings.ui.voice_words import in_group_words, voice_words
from tidings.ui.voiceless import missing_words
from tidings.ui.voices_dialog import VoicesDialog
from tidings.ui.window import MainWindow

_TRIAL = "{language}-x-trial"
"""A tag of its own, so that a voice is tried without being taken for its language."""


class VoiceChoice(QObject):
    """Connects the dialog with what is spoken."""

    def __init__(
        self,
        manner: Manner,
        speaker: Speaker,
        listening: Listening,
        window: MainWindow,
        folder: Path,
    ) -> None:
        super().__init__(window)
        self._manner = manner
        self._speaker = speaker
        self._listening = listening
        self._window = window
        self._folder = folder

    def open(self) -> None:
        """Show the voices of the story's language."""
        speaker = self._speaker
        dialog = VoicesDialog(
            speaker.voices,
            speaker.voicing,
            self._manner.language,
            lambda language: missing_words(language, speaker.voices, self._folder),
            self._window,
        )
        speaker.voices_known.connect(dialog.show_voices)
        dialog.hear_wanted.connect(self._hear)
        # What was tried would be heard as the voice that one has come to.
        dialog.list.currentRowChanged.connect(lambda _row: self._listening.leave_headline())
        dialog.voice_chosen.connect(self._choose)
        dialog.rate_changed.connect(self._manner.set_rate)
        dialog.pitch_changed.connect(self._manner.set_pitch)
        dialog.volume_changed.connect(self._manner.set_volume)
        dialog.finished.connect(lambda _result: self._listening.leave_headline())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _hear(self, language: str, voice: str) -> None:
        """Have a voice say a sentence; a story that was being spoken goes on after it."""
        voices = self._speaker.voices
        tried = next((each for each in voices if each.id == voice), choose(voices, language))
        if tried is None:
            return
        trial = _TRIAL.format(language=language)
        voicing = self._speaker.voicing
        self._speaker.on(Revoice(replace(voicing, voices={**voicing.voices, trial: tried.id})))
        self._listening.hear_headline(preview_text(language) or voice_words(tried), trial)

    def _choose(self, language: str, voice: str) -> None:
        self._manner.choose_voice(language, voice)
        names = {each.id: in_group_words(each) for each in self._speaker.voices}
        words = _("Voice for {language}: {voice}.").format(
            language=language_words(language), voice=names.get(voice) or _("Automatic")
        )
        self._window.messages.tell(words)
