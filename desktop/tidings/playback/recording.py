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
from tidings.playback.whole_file import whole_file
from tidings.speech import (
    Failed,
    Finished,
    Kind,
    Lost,
    Ready,
    Replaced,
    Script,
    Sound,
    SpeechEngines,
    SpeechEvent,
    Utterance,
    tone,
)

PATIENCE = 30.0
"""Seconds without any answer after which a recording is given up."""

TRIES = 3
"""How often an utterance is asked for before a recording is given up."""

_BYTES_A_SAMPLE = 2


class RecordingError(Exception):
    """The sound could not be made or written; the text is a sentence for the reader."""


def record(
    stories: StoryQueue,
    first: str,
    voicing: Voicing,
    file: Path,
    told: Callable[[Utterance], None],
    restarted: Callable[[], None] = lambda: None,
    replaced: Callable[[Replaced], None] = lambda _told: None,
) -> None:
    """Write the stories from ``first`` to the end of the queue as a WAV file.

    What has the file's name already is overwritten when all is made, and not before.
    ``told`` is called with each utterance before it is made, ``restarted`` when the voice was
    lost and an utterance is made once more, ``replaced`` on any thread when eSpeak speaks
    in another voice's place. Raises RecordingError when the voice fails, and OSError when the
    file cannot be written.
    """
    recorder = _Recorder(voicing, told, restarted, replaced)
    try:
        with whole_file(file) as raw, wave.open(raw, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(_BYTES_A_SAMPLE)
            # wave writes a header even where it was told too little for one.
            out.setframerate(1)
            writer = _Writer(out)
            article: str | None = first
            while article is not None:
                script = stories.script(article)
                if script is not None:
                    recorder.record(script, writer)
                article = stories.after(article)
                if article is not None:
                    writer.silence(BETWEEN_STORIES)
            writer.finish()
    finally:
        recorder.close()


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


class _Recorder:
    """Has utterances made one after another."""

    def __init__(
        self,
        voicing: Voicing,
        told: Callable[[Utterance], None],
        restarted: Callable[[], None],
        replaced: Callable[[Replaced], None],
    ) -> None:
        self._voicing = voicing
        self._told = told
        self._restarted = restarted
        self._number = 0
        self._answers: queue.SimpleQueue[SpeechEvent] = queue.SimpleQueue()
        self._client = SpeechEngines(self._answers.put, replaced=replaced)
        self._client.start()

    def close(self) -> None:
        self._client.close()

    def record(self, script: Script, writer: _Writer) -> None:
        cue = script.first()
        while cue is not None:
            utterance = script.utterance(cue)
            self._told(utterance)
            if utterance.kind is Kind.TONE:
                writer.tone(utterance.tone, self._voicing.volume)
            else:
                for piece in self._make(utterance):
                    writer.sound(piece.samples, piece.sample_rate)
            writer.silence(utterance.pause_after)
            cue = script.after(cue)

    def _make(self, utterance: Utterance) -> list[Sound]:
        """Return all sound of an utterance, asked for anew where a worker was lost over it."""
        reason = ""
        for _try in range(TRIES):
            self._number += 1
            self._client.cancel_below(self._number)
            self._client.synthesise(request_for(self._number, utterance, 0, self._voicing))
            made, reason = self._collect()
            if made is not None:
                return made
        raise RecordingError(_cannot(reason))

    def _collect(self) -> tuple[list[Sound] | None, str]:
        """Return the sound asked for; None, and why, where its worker was lost."""
        made: list[Sound] = []
        reason = ""
        while True:
            try:
                event = self._answers.get(timeout=PATIENCE)
            except queue.Empty:
                raise RecordingError(_("The voice does not answer.")) from None
            match event:
                case Sound(request=self._number):
                    made.append(event)
                case Finished(request=self._number):
                    return made, ""
                case Failed(request=self._number, reason=reason):
                    raise RecordingError(_cannot(reason))
                case Lost(reason=reason, final=True):
                    raise RecordingError(
                        _("The voice stopped working: {reason}.").format(reason=reason)
                    )
                case Lost(reason=reason):
                    pass
                case Ready(restarted=True, replaced=replaced):
                    if not replaced:
                        self._restarted()
                    return None, reason
                case _:
                    pass


def _cannot(reason: str) -> str:
    return _("A sentence could not be spoken: {reason}.").format(reason=reason)
