"""The manner of speaking: how fast, how high, how loud, and in whose voice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QObject

from tidings.playback import Revoice, Voicing
from tidings.speech import family, voices_of
from tidings.ui.desk import Desk
from tidings.ui.keeping import Keeping
from tidings.ui.language_words import language_words
from tidings.ui.speaker import Speaker
from tidings.ui.voice_words import named
from tidings.ui.window import MainWindow

SLOWEST, FASTEST, RATE_STEP = 80, 800, 10
"""Words a minute."""

PITCH_STEP, VOLUME_STEP = 5, 10
"""Of 100."""

RATE, PITCH, VOLUME, VOICE = "rate", "pitch", "volume", "voice:"
"""Names under which the choices are kept; a voice's is followed by its language."""


def kept_voicing(settings: Mapping[str, str]) -> Voicing:
    """Return the voicing that was kept; what makes no sense is left at its default."""
    usual = Voicing(
        voices={
            key.removeprefix(VOICE): value
            for key, value in settings.items()
            if key.startswith(VOICE)
        }
    )
    return replace(
        usual,
        rate=_kept(settings, RATE, usual.rate, SLOWEST, FASTEST),
        pitch=_kept(settings, PITCH, usual.pitch, 0, 100),
        volume=_kept(settings, VOLUME, percent(usual.volume), 0, 100) / 100,
    )


def percent(volume: float) -> int:
    """Return a volume of 0.0 to 1.0 as people are told it, 0 to 100."""
    return round(volume * 100)


def rate_words(rate: int) -> str:
    """Return how fast it speaks."""
    return ngettext("{n} word a minute", "{n} words a minute", rate).format(n=rate)


def pitch_words(pitch: int) -> str:
    """Return how high it speaks, and whether that is the end of it."""
    if pitch == 0:
        return _("Pitch {n}, the lowest").format(n=pitch)
    if pitch == 100:
        return _("Pitch {n}, the highest").format(n=pitch)
    return _("Pitch {n}").format(n=pitch)


def volume_words(volume: int) -> str:
    """Return how loud it speaks, and whether that is the end of it."""
    if volume == 0:
        return _("Volume {n}, silent").format(n=volume)
    if volume == 100:
        return _("Volume {n}, the loudest").format(n=volume)
    return _("Volume {n}").format(n=volume)


class Manner(QObject):
    """Connects the reader's choices with the speaker, and keeps them.

    A change holds from the word that is being said.
    """

    def __init__(self, speaker: Speaker, desk: Desk, keeping: Keeping, window: MainWindow) -> None:
        super().__init__(window)
        self._speaker = speaker
        self._desk = desk
        self._keeping = keeping
        self._window = window
        speaker.voices_known.connect(lambda _voices: self._offer_voices())
        desk.story_shown.connect(lambda *_shown: self._offer_voices())
        window.player.voice_chosen.connect(lambda voice: self._take_voice(self.language, voice))

    @property
    def language(self) -> str:
        """The language of the story in hand, without its region; English where none is."""
        article = self._desk.article
        return family(article.language if article else "") or "en"

    def use(self, settings: Mapping[str, str]) -> None:
        """Speak in the manner that was kept."""
        self._revoice(kept_voicing(settings))

    def change_rate(self, steps: int) -> None:
        """Speak faster or slower, and tell."""
        self._tell(rate_words(self.set_rate(self._speaker.voicing.rate + steps * RATE_STEP)))

    def usual_rate(self) -> None:
        """Speak as fast as usual, and tell."""
        self._tell(rate_words(self.set_rate(Voicing().rate)))

    def change_pitch(self, steps: int) -> None:
        """Speak higher or lower, and tell."""
        self._tell(pitch_words(self.set_pitch(self._speaker.voicing.pitch + steps * PITCH_STEP)))

    def change_volume(self, steps: int) -> None:
        """Speak louder or softer, and tell."""
        volume = percent(self._speaker.voicing.volume) + steps * VOLUME_STEP
        self._tell(volume_words(self.set_volume(volume)))

    def set_rate(self, rate: int) -> int:
        """Speak at a rate in words a minute, or the nearest there is; return that."""
        rate = min(max(rate, SLOWEST), FASTEST)
        self._revoice(replace(self._speaker.voicing, rate=rate))
        self._keeping.remember(RATE, str(rate))
        return rate

    def set_pitch(self, pitch: int) -> int:
        """Speak at a pitch of 0 to 100, or the nearest; return that."""
        pitch = min(max(pitch, 0), 100)
        self._revoice(replace(self._speaker.voicing, pitch=pitch))
        self._keeping.remember(PITCH, str(pitch))
        return pitch

    def set_volume(self, volume: int) -> int:
        """Speak at a volume of 0 to 100, or the nearest; return that."""
        volume = min(max(volume, 0), 100)
        self._revoice(replace(self._speaker.voicing, volume=volume / 100))
        self._keeping.remember(VOLUME, str(volume))
        return volume

    def choose_voice(self, language: str, voice: str) -> None:
        """Speak a language in a voice, by its id; an empty one stands for the language's own."""
        self._take_voice(language, voice)
        self._offer_voices()

    def _take_voice(self, language: str, voice: str) -> None:
        # The player's own list stays as it is: a screen reader is still reading it.
        voicing = self._speaker.voicing
        self._revoice(replace(voicing, voices={**voicing.voices, language: voice}))
        self._keeping.remember(VOICE + language, voice)

    def _offer_voices(self) -> None:
        language = self.language
        fitting = named(voices_of(self._speaker.voices, language))
        chosen = self._speaker.voicing.voices.get(language, "")
        self._window.player.show_voices(language_words(language), fitting, chosen)

    def _revoice(self, voicing: Voicing) -> None:
        self._speaker.on(Revoice(voicing))
        self._window.player.show_rate(voicing.rate)

    def _tell(self, words: str) -> None:
        self._window.messages.tell(f"{words}.")


def _kept(settings: Mapping[str, str], name: str, usual: int, lowest: int, highest: int) -> int:
    text = settings.get(name, "")
    if not (text.isascii() and text.isdecimal()):
        return usual
    return min(max(int(text), lowest), highest)
