"""Speech into a file, faster than it could be heard."""

from __future__ import annotations

import queue
import wave
from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

from tidings.playback.following import BETWEEN_STORIES
from tidings.playback.one_rate import OneRate
from tidings.playback.queue import StoryQueue
from tidings.playback.voicing import Voicing, request_for
from tidings.speech import (
    Failed,
    Finished,
    Kind,
    Lost,
    Script,
    Sound,
    SpeechEngines,
    SpeechEvent,
    Utterance,
    tone,
)

PATIENCE = 30.0
"""Seconds without any answer after which a recording is given up."""

_BYTES_A_SAMPLE = 2


class RecordingError(Exception):
    """The sound could not be made or written; the text is a sentence for the reader."""


def record(
    stories: StoryQueue,
    first: str,
    voicing: Voicing,
    file: Path,
    told: Callable[[Utterance], None],
) -> None:
    """Write the stories from ``first`` to the end of the queue as a WAV file.

    ``told`` is called with each utterance before it is made. Raises RecordingError when
    the voice fails, and OSError when the file cannot be written.
    """
    answers: queue.SimpleQueue[SpeechEvent] = queue.SimpleQueue()
    client = SpeechEngines(answers.put)
    client.start()
    try:
        with file.open("wb") as raw, wave.open(raw, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(_BYTES_A_SAMPLE)
            writer = _Writer(out)
            number = 0
            article: str | None = first
            while article is not None:
                script = stories.script(article)
                if script is not None:
                    number = _record_story(script, voicing, client, answers, writer, told, number)
                article = stories.after(article)
                if article is not None:
                    writer.silence(BETWEEN_STORIES)
            writer.finish()
    finally:
        client.close()


class _Writer:
    """Writes sound of one sample rate; the first sound decides it."""

    def __init__(self, out: wave.Wave_write) -> None:
        self._out = out
        self._form: OneRate | None = None
        self._tones: list[tuple[str, float]] = []
        """What is heard before the first voice, which decides how it is made."""

    def tone(self, name: str, volume: float) -> None:
        if self._form:
            self._out.writeframesraw(tone(name, self._form.rate, volume))
        else:
            self._tones.append((name, volume))

    def sound(self, samples: bytes, sample_rate: int) -> None:
        if not self._form:
            self._form = OneRate(sample_rate)
            self._out.setframerate(sample_rate)
            for name, volume in self._tones:
                self.tone(name, volume)
        self._out.writeframesraw(self._form.sound(samples, sample_rate))

    def silence(self, milliseconds: float) -> None:
        if self._form:
            self._out.writeframesraw(self._form.silence(milliseconds))

    def finish(self) -> None:
        if not self._form:
            raise RecordingError(_("There is nothing to read aloud here."))


def _record_story(
    script: Script,
    voicing: Voicing,
    client: SpeechEngines,
    answers: queue.SimpleQueue[SpeechEvent],
    writer: _Writer,
    told: Callable[[Utterance], None],
    number: int,
) -> int:
    cue = script.first()
    while cue is not None:
        utterance = script.utterance(cue)
        number += 1
        told(utterance)
        if utterance.kind is Kind.TONE:
            writer.tone(utterance.tone, voicing.volume)
        else:
            client.synthesise(request_for(number, utterance, 0, voicing))
            _collect(number, answers, writer)
        writer.silence(utterance.pause_after)
        cue = script.after(cue)
    return number


def _collect(number: int, answers: queue.SimpleQueue[SpeechEvent], writer: _Writer) -> None:
    while True:
        try:
            event = answers.get(timeout=PATIENCE)
        except queue.Empty:
            raise RecordingError(_("The voice does not answer.")) from None
        match event:
            case Sound(request=request, samples=samples, sample_rate=rate) if request == number:
                writer.sound(samples, rate)
            case Finished(request=request) if request == number:
                return
            case Failed(request=request, reason=reason) if request == number:
                raise RecordingError(
                    _("A sentence could not be spoken: {reason}.").format(reason=reason)
                )
            case Lost(reason=reason):
                raise RecordingError(
                    _("The voice stopped working: {reason}.").format(reason=reason)
                )
            case _:
                pass
