"""Piper, as something that turns a request into words and sound."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable, Iterator

import numpy as np

from tidings.speech.messages import SynthesisRequest
from tidings.speech.natural import ENGINE, find, folders
from tidings.speech.worker.piper_voice import NaturalSpeaker
from tidings.speech.worker.service import Give
from tidings.speech.worker.shaping import Shaper
from tidings.speech.worker.stretching import Resampler, Samples, Stretcher
from tidings.speech.worker.words import Word

SAMPLE_RATE = 22_050
"""What eSpeak NG makes, and most voices: one stream carries them all."""
KEPT_SECONDS = 180.0
"""How much sound is kept (16 MB): what is gone back to, and what was made ready."""
READY_SECONDS = 1.5
"""How much of a sentence is made ready before it is asked for."""
LOADED = 3
"""Voices held in memory, 100 MB each."""

Key = tuple[str, str, int, int]


class _Making:
    """The sound of one sentence: what is made of it, and what makes the rest."""

    def __init__(self, source: Iterator[Word | Samples]) -> None:
        self._source = source
        self._pieces: list[Word | Samples] = []
        self.seconds = 0.0

    def __iter__(self) -> Iterator[Word | Samples]:
        index = 0
        while index < len(self._pieces) or self.make():
            yield self._pieces[index]
            index += 1

    def make(self) -> bool:
        """Make one more piece; return whether there was one."""
        piece = next(self._source, None)
        if piece is None:
            return False
        self._pieces.append(piece)
        if not isinstance(piece, Word):
            self.seconds += len(piece) / SAMPLE_RATE
        return True


class PiperEngine:
    """The natural voices of this machine, loaded when they are first asked for."""

    name = ENGINE
    sample_rate = SAMPLE_RATE

    def __init__(self) -> None:
        self._found = {one.voice.id: one for one in find(folders(os.environ))}
        self.voices = tuple(one.voice for one in self._found.values())
        self._speakers: OrderedDict[str, NaturalSpeaker] = OrderedDict()
        self._kept: OrderedDict[Key, _Making] = OrderedDict()
        self.before_long_work: Callable[[], None] = lambda: None

    def synthesise(self, request: SynthesisRequest, give: Give) -> bool:
        """Make the sound of a request; see :class:`EspeakEngine`."""
        shaper = Shaper(self.sample_rate, request.volume)
        volume = min(max(request.volume, 0.0), 1.0) * 32_767
        making = self._making(request)
        try:
            for piece in making:
                if isinstance(piece, Word):
                    shaper.word(piece)
                    continue
                samples = (piece * volume).astype(np.int16).tobytes()
                if not all(give(shaped) for shaped in shaper.sound(samples)):
                    return False
        except BaseException:
            # What broke off in the middle must not be taken for the whole next time.
            self._kept.pop(_key(request), None)
            raise
        return all(give(shaped) for shaped in shaper.end())

    def prepare(self, request: SynthesisRequest, wanted: Callable[[], bool]) -> bool:
        """Load the voice and make the beginning; False where it was broken off."""
        making = self._making(request)
        while request.text and making.seconds < READY_SECONDS:
            if not wanted():
                return False
            if not making.make():
                break
        return True

    def _making(self, request: SynthesisRequest) -> _Making:
        key = _key(request)
        making = self._kept.get(key)
        if making is None:
            speaker = self._speaker(request.voice)
            making = self._kept[key] = _Making(_speak(speaker, request))
        self._kept.move_to_end(key)
        while len(self._kept) > 1 and sum(m.seconds for m in self._kept.values()) > KEPT_SECONDS:
            self._kept.popitem(last=False)
        return making

    def _speaker(self, voice: str) -> NaturalSpeaker:
        speaker = self._speakers.get(voice)
        if speaker is None:
            found = self._found.get(voice)
            if found is None or not found.model.exists():
                # It may have been put there meanwhile, or somewhere else.
                self._found = {one.voice.id: one for one in find(folders(os.environ))}
                found = self._found.get(voice)
            if found is None:
                raise RuntimeError(f"there is no voice {voice}")
            self.before_long_work()
            try:
                speaker = NaturalSpeaker(found.model, found.voice.language)
            except Exception as error:
                raise RuntimeError(f"{found.model.name} cannot be loaded: {error}") from error
            self._speakers[voice] = speaker
            if len(self._speakers) > LOADED:
                self._speakers.popitem(last=False)
        self._speakers.move_to_end(voice)
        return speaker


def _key(request: SynthesisRequest) -> Key:
    return (request.voice, request.text, request.rate, request.pitch)


def _speak(speaker: NaturalSpeaker, request: SynthesisRequest) -> Iterator[Word | Samples]:
    """Give words and sound, at the wished rate and pitch, in the stream's sample rate."""
    tempo = speaker.tempo(min(max(request.rate, 80), 800))
    # Half an octave in either direction is what still sounds like somebody.
    pitch = 2 ** ((min(max(request.pitch, 0), 100) - 50) / 100)
    passed = 0.0
    for sentence in speaker.sentences(request.text):
        stretcher = Stretcher(speaker.sample_rate, tempo.speed, pitch)
        resampler = Resampler(speaker.sample_rate, SAMPLE_RATE)
        made = 0.0
        for piece in speaker.speak(sentence, tempo.scale):
            if isinstance(piece, Word):
                yield Word(piece.start, piece.length, passed + piece.milliseconds / tempo.speed)
                continue
            samples = resampler.take(stretcher.take(piece))
            made += len(samples)
            yield samples
        rest = resampler.take(stretcher.end(), last=True)
        yield rest
        passed += (made + len(rest)) * 1000 / SAMPLE_RATE
