"""The manner of speaking: how fast, and in whose voice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QLocale, QObject

from tidings.playback import Revoice, Voicing
from tidings.speech import offered
from tidings.ui.desk import Desk
from tidings.ui.keeping import Keeping
from tidings.ui.speaker import Speaker
from tidings.ui.window import MainWindow

SLOWEST, FASTEST, RATE_STEP = 80, 800, 10
"""Words a minute."""

RATE, VOICE = "rate", "voice:"
"""Names under which the choices are kept; a voice's is followed by its language."""


def kept_voicing(settings: Mapping[str, str]) -> Voicing:
    """Return the voicing that was kept; what makes no sense is left at its default."""
    voices = {
        key.removeprefix(VOICE): value for key, value in settings.items() if key.startswith(VOICE)
    }
    rate = settings.get(RATE, "")
    usual = Voicing(voices=voices)
    if not (rate.isascii() and rate.isdecimal()):
        return usual
    return replace(usual, rate=min(max(int(rate), SLOWEST), FASTEST))


class Manner(QObject):
    """Connects the choices in the player with the speaker, and keeps them."""

    def __init__(self, speaker: Speaker, desk: Desk, keeping: Keeping, window: MainWindow) -> None:
        super().__init__(window)
        self._speaker = speaker
        self._desk = desk
        self._keeping = keeping
        self._window = window
        speaker.voices_known.connect(lambda _voices: self._offer_voices())
        desk.story_shown.connect(lambda *_shown: self._offer_voices())
        window.player.voice_chosen.connect(self._choose_voice)

    def use(self, settings: Mapping[str, str]) -> None:
        """Speak in the manner that was kept."""
        self._revoice(kept_voicing(settings))

    def change_rate(self, steps: int) -> None:
        """Speak faster or slower, from the current word on."""
        self.set_rate(self._speaker.voicing.rate + steps * RATE_STEP)

    def set_rate(self, rate: int) -> None:
        """Speak so many words a minute, or what comes nearest, from the current word on."""
        rate = min(max(rate, SLOWEST), FASTEST)
        self._revoice(replace(self._speaker.voicing, rate=rate))
        self._keeping.remember(RATE, str(rate))
        words = ngettext("{n} word a minute", "{n} words a minute", rate)
        self._window.messages.tell(words.format(n=rate))

    def set_volume(self, volume: int) -> None:
        """Speak at a volume of 0 to 100, or the nearest, from the current word on."""
        volume = min(max(volume, 0), 100)
        self._revoice(replace(self._speaker.voicing, volume=volume / 100))

    def _offer_voices(self) -> None:
        language = self._language()
        fitting = tuple(
            voice
            for voice in offered(self._speaker.voices)
            if voice.language.split("-")[0] == language
        )
        # Qt gives it in English; packaging/words.py names the languages to translators.
        name = _(QLocale.languageToString(QLocale(language).language()))
        chosen = self._speaker.voicing.voices.get(language, "")
        self._window.player.show_voices(name, fitting, chosen)

    def _choose_voice(self, voice: str) -> None:
        language = self._language()
        voicing = self._speaker.voicing
        self._revoice(replace(voicing, voices={**voicing.voices, language: voice}))
        self._keeping.remember(VOICE + language, voice)

    def _language(self) -> str:
        """Return the language of the story in hand, without its region."""
        article = self._desk.article
        return (article.language if article else "").split("-")[0] or "en"

    def _revoice(self, voicing: Voicing) -> None:
        self._speaker.on(Revoice(voicing))
        self._window.player.show_rate(voicing.rate)
