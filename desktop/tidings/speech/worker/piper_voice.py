"""A loaded voice with its measures: pace, loudness, and the times of words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np

from tidings.speech.worker.onsets import Mark, Onsets
from tidings.speech.worker.piper_model import PiperModel, Plan, Samples
from tidings.speech.worker.reading import READING
from tidings.speech.worker.spelling import word_starts
from tidings.speech.worker.tempo import (
    DIGITS,
    SCALES,
    SOUNDS_A_WORD,
    Calibration,
    Tempo,
    calibrate,
)
from tidings.speech.worker.words import Word, places

LOUDNESS = 0.09
"""Root mean square of eSpeak's sound at full volume: all voices are brought to it."""
_PEAK = 0.98
_HEARD = 60
"""Sounds by which the loudness is measured."""
_BOS, _EOS, _PAD = "^", "$", "_"


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said in one go: its phonemes, and the words of the text that begin in it.

    ``words`` are a place in the text, a length, and the index of the first phoneme.
    """

    phonemes: list[str]
    words: tuple[tuple[int, int, int], ...]


class NaturalSpeaker:
    """Speaks with one voice of Piper. Raises what :class:`PiperModel` does."""

    def __init__(self, model: Path, language: str) -> None:
        self._model = PiperModel(model)
        self.sample_rate = self._model.sample_rate
        self._spellings: dict[str, list[str]] = {}
        texts = READING.get(language.partition("-")[0].casefold(), ())
        self._calibration = self._measure_pace(texts)
        self._gain = self._measure_gain(texts[0] if texts else DIGITS)

    def tempo(self, rate: int) -> Tempo:
        """Return what makes this voice speak so many words a minute."""
        return self._calibration.tempo(rate)

    def sentences(self, text: str) -> list[Sentence]:
        """Return what has to be said for a text."""
        spoken = [phonemes for phonemes in self._model.phonemes(text) if phonemes]
        written = places(text)
        joined = [one for phonemes in spoken for one in (*phonemes, " ")]
        spellings = [self._spelling(text[start:end]) for start, end in written]
        starts = word_starts(joined, spellings)
        sentences, passed = [], 0
        for phonemes in spoken:
            end = passed + len(phonemes) + 1
            last = phonemes is spoken[-1]
            words = tuple(
                (begin, finish - begin, min(start - passed, len(phonemes)))
                for (begin, finish), start in zip(written, starts, strict=True)
                if passed <= start and (start < end or last)
            )
            sentences.append(Sentence(phonemes, words))
            passed = end
        return sentences

    def speak(self, sentence: Sentence, scale: float) -> Iterator[Word | Samples]:
        """Give the sound in pieces, and each word with its time (ms) before its sound."""
        ids = self._model.ids(sentence.phonemes)
        plan = self._model.plan(ids, scale)
        begins = self._begins(sentence.phonemes, ids, plan)
        marks = [
            Mark(start, length, begins[index], _is_after_pause(sentence.phonemes, index))
            for start, length, index in sentence.words
        ]
        onsets = Onsets(marks, self.sample_rate)
        for samples in self._model.sound(plan):
            yield from onsets.take(np.clip(samples * self._gain, -_PEAK, _PEAK))
        yield from onsets.end()

    def _begins(self, phonemes: list[str], ids: list[int], plan: Plan) -> list[float]:
        """Return the sample at which each phoneme begins, and the one after the last."""
        lengths = plan.lengths
        if len(lengths) != len(ids):
            # The voice does not tell: each takes as long as the others.
            each = plan.latent.size / max(len(phonemes), 1) if not len(lengths) else 0.0
            return [each * index for index in range(len(phonemes) + 1)]
        known = self._model.id_map
        pad = len(known.get(_PAD, ()))
        counts = [len(known[one]) + pad if one in known else 0 for one in phonemes]
        first = len(known.get(_BOS, ())) + pad
        samples = [0.0, *accumulate(float(length) for length in lengths)]
        if first + sum(counts) + len(known.get(_EOS, ())) != len(ids):
            share = (len(ids) - 1) / max(len(phonemes), 1)
            return [samples[round(share * index)] for index in range(len(phonemes) + 1)]
        return [samples[first + passed] for passed in accumulate(counts, initial=0)]

    def _spelling(self, word: str) -> list[str]:
        spelling = self._spellings.get(word)
        if spelling is None:
            spelling = [one for line in self._model.phonemes(word) for one in (*line, " ")]
            self._spellings[word] = spelling
            if len(self._spellings) > 5_000:
                self._spellings.clear()
        return spelling

    def _measure_pace(self, texts: Sequence[str]) -> Calibration:
        spoken = [self._flat(text) for text in texts or (DIGITS,)]
        words: float = sum(len(text.split()) for text in texts)
        if not texts:
            words = sum(1 for one in spoken[0] if one.isalpha()) / SOUNDS_A_WORD
        told = [self._model.seconds(self._model.ids(phonemes), SCALES) for phonemes in spoken]
        return calibrate(words, [sum(each) for each in zip(*told, strict=True)])

    def _measure_gain(self, text: str) -> float:
        ids = self._model.ids(self._flat(text))[:_HEARD]
        sound = np.concatenate(list(self._model.sound(self._model.plan(ids, 1.0))))
        mean = float(np.sqrt(np.mean(np.square(sound), dtype=np.float64)))
        return min(LOUDNESS / max(mean, 1e-4), 4.0)

    def _flat(self, text: str) -> list[str]:
        return [one for line in self._model.phonemes(text) for one in line]


def _is_after_pause(phonemes: list[str], index: int) -> bool:
    """Tell whether punctuation, or nothing at all, stands before a phoneme."""
    before = "".join(phonemes[:index]).rstrip()
    return not before or unicodedata.category(before[-1])[0] == "P"
