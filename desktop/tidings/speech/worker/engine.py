"""pyttsx3 with our driver, as something that turns a request into words and sound."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from tidings.speech.messages import SynthesisRequest, Voice
from tidings.speech.voices import choose
from tidings.speech.worker.library import load_library
from tidings.speech.worker.rates import pace
from tidings.speech.worker.service import Give
from tidings.speech.worker.shaping import Shaper
from tidings.speech.worker.words import WordFinder


class EspeakEngine:
    """One pyttsx3 engine, speaking one request after the other.

    Raises OSError or RuntimeError where eSpeak NG cannot be had.
    """

    name = "espeak"

    def __init__(self) -> None:
        load_library()
        import pyttsx3

        from tidings.speech.worker import driver

        sys.modules[f"pyttsx3.drivers.{driver.NAME}"] = driver
        self._engine: Any = pyttsx3.init(driver.NAME, debug=True)
        # pyttsx3 keeps commands until a loop of its driver runs. Ours has none: with the
        # proxy not busy, each takes effect when it is given.
        self._engine.proxy.setBusy(False)
        self._error: Exception | None = None
        self._engine.connect("error", self._note_error)
        self.sample_rate: int = driver.TidingsDriver.sample_rate
        self.voices = tuple(
            Voice(f"{self.name}:{voice.id}", voice.name, voice.languages[0], self.name)
            for voice in self._engine.getProperty("voices")
        )
        self._ids = {voice.id: voice.id.partition(":")[2] for voice in self.voices}
        self._voice = ""
        self._languages = {voice.id.partition(":")[2]: voice.language for voice in self.voices}
        self.before_long_work: Callable[[], None] = lambda: None

    def prepare(self, request: SynthesisRequest, wanted: Callable[[], bool]) -> bool:
        """Load the voice and its language's rules."""
        if wanted():
            self._error = None
            self._set_up(request)
        return True

    def synthesise(self, request: SynthesisRequest, give: Give) -> bool:
        """Make the sound of a request, giving its words and pieces away as they are made.

        Return whether all of it was given. Raises RuntimeError with the reason where the
        engine fails, OSError where ``give`` did.
        """
        self._error = None
        # A zero byte would end the text for eSpeak.
        text = request.text.replace("\0", " ")
        self._set_up(request)
        shaper, words = Shaper(self.sample_rate, request.volume), WordFinder(text)
        wanted = True

        def on_word(location: int, milliseconds: float, **_: Any) -> None:
            for word in words.find(location, milliseconds):
                shaper.word(word)

        def on_sound(samples: bytes, **_: Any) -> None:
            nonlocal wanted
            # pyttsx3 swallows what a listener raises.
            try:
                for piece in shaper.sound(samples):
                    wanted = wanted and give(piece)
            except OSError as error:
                wanted, self._error = False, error
            if not wanted:
                self._engine.stop()

        topics = [
            self._engine.connect("started-word", on_word),
            self._engine.connect("sound", on_sound),
        ]
        try:
            self._engine.say(text, str(request.id))
        finally:
            for topic in topics:
                self._engine.disconnect(topic)
        self._raise_error()
        if wanted:
            for piece in shaper.end():
                wanted = wanted and give(piece)
        return wanted

    def _set_up(self, request: SynthesisRequest) -> None:
        voice = self._ids.get(request.voice)
        if voice is None:
            chosen = choose(self.voices, request.language) or choose(self.voices, "en")
            voice = self._ids[chosen.id] if chosen else ""
        if voice != self._voice:
            self._engine.setProperty("voice", voice)
            self._voice = voice
        tempo = pace(min(max(request.rate, 80), 800), self._languages.get(voice, request.language))
        self._engine.setProperty("rate", tempo.rate)
        self._engine.setProperty("gap", tempo.gap)
        self._engine.setProperty("pitch", min(max(request.pitch, 0), 100))
        self._engine.setProperty("volume", min(max(request.volume, 0.0), 1.0))
        if self._error:
            self._voice = ""
        self._raise_error()

    def _raise_error(self) -> None:
        match self._error:
            case OSError() as error:
                raise error
            case Exception() as error:
                raise RuntimeError(str(error)) from error

    def _note_error(self, exception: Exception, **_: Any) -> None:
        self._error = exception
