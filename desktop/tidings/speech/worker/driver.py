"""A driver for pyttsx3 that hands sound over instead of playing it.

It is pyttsx3's own eSpeak driver but for four things: eSpeak is synchronous, with buffers of
30 ms; ``say`` speaks at once, with no loop to run; ``started-word`` tells its time; and a
topic of our own, ``sound``, carries the samples. The library has to be loaded before this
module is imported.
"""

from __future__ import annotations

import ctypes
from typing import Any

from pyttsx3.drivers import _espeak
from pyttsx3.drivers.espeak import EspeakDriver
from pyttsx3.voice import Voice

NAME = "tidings_espeak"
BUFFER_MILLISECONDS = 30
# pyttsx3 does not name this parameter of espeak_SetParameter.
_WORD_GAP = 7


class TidingsDriver(EspeakDriver):  # type: ignore[misc]
    """pyttsx3's eSpeak driver, giving sound away.

    Topics beside pyttsx3's own: ``sound`` with ``samples`` (bytes, 16-bit mono). The topic
    ``started-word`` has ``milliseconds`` too, and its ``location`` counts from 0. ``stop``
    called while one of them is answered ends the utterance there.
    """

    sample_rate = 0

    def __init__(self, proxy: Any) -> None:
        # eSpeak can be initialised once in a process; the base class does it in a way that
        # gives sound late, unless it is told that it is done.
        if not EspeakDriver._moduleInitialized:
            rate = _espeak.Initialize(_espeak.AUDIO_OUTPUT_SYNCHRONOUS, BUFFER_MILLISECONDS)
            if rate <= 0:
                raise RuntimeError("eSpeak NG could not be initialised")
            TidingsDriver.sample_rate = rate
            EspeakDriver._defaultVoice = "gmw/en-US"
            EspeakDriver._moduleInitialized = True
        super().__init__(proxy)

    def say(self, text: str) -> None:
        """Speak the text from first to last; the topics are told before this returns."""
        self._text_to_say = text
        self._stopping = False
        self._proxy.notify("started-utterance")
        result = _espeak.Synth(text.encode("utf-8", "replace"), flags=_espeak.CHARS_UTF8)
        self._proxy.notify("finished-utterance", completed=not self._stopping)
        if result != _espeak.EE_OK and not self._stopping:
            raise RuntimeError(f"espeak_Synth failed with {result}")

    def stop(self) -> None:
        """End the utterance at the buffer that is being made."""
        self._stopping = True

    @staticmethod
    def getProperty(name: str) -> Any:  # noqa: N802 (pyttsx3's name)
        """Return a property; voices keep their ids as eSpeak writes them."""
        if name != "voices":
            return EspeakDriver.getProperty(name)
        # eSpeak finds a voice by its id only in its own capitals, which the base class
        # takes away. The first byte of the languages is the first one's priority.
        return [
            Voice(
                voice.identifier.decode(),
                voice.name.decode().strip(),
                [voice.languages[1:].decode("utf-8", "replace")],
            )
            for voice in _espeak.ListVoices(None)
        ]

    @staticmethod
    def setProperty(name: str, value: Any) -> None:  # noqa: N802 (pyttsx3's name)
        """Set a property at once; ``gap`` is eSpeak's pause between words."""
        if name == "gap":
            _espeak.SetParameter(_WORD_GAP, int(value), 0)
        else:
            EspeakDriver.setProperty(name, value)

    def _onSynth(self, wav: Any, numsamples: int, events: Any) -> int:  # noqa: N802
        index = 0
        while (event := events[index]).type != _espeak.EVENT_LIST_TERMINATED:
            if event.type == _espeak.EVENT_WORD:
                self._proxy.notify(
                    "started-word",
                    location=event.text_position - 1,
                    length=event.length,
                    milliseconds=event.audio_position,
                )
            index += 1
        if numsamples > 0:
            samples = ctypes.string_at(wav, numsamples * ctypes.sizeof(ctypes.c_short))
            self._proxy.notify("sound", samples=samples)
        return int(self._stopping)


def buildDriver(proxy: Any) -> TidingsDriver:  # noqa: N802 (pyttsx3's name)
    """Return the driver; pyttsx3 calls it by this name."""
    return TidingsDriver(proxy)
