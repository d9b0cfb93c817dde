"""Where in its sound a word begins, which a voice's plan tells only roughly after a pause.

The plan counts a pause to the word before it or to the word after it, whichever came out of
its training: a word would be shown up to a quarter of a second before it is heard. Inside of
speech the plan is right to 10 ms, and there is nothing that tells it better.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tidings.speech.worker.stretching import Samples
from tidings.speech.worker.words import Word

QUIET = 0.003
"""Root mean square up to which 5 ms are silence: 50 dB below the loudest there can be."""
_BACK = 12
"""By how many frames of 5 ms the sound after a pause may begin before the plan says so."""
_PAUSE = 8
"""So many silent frames at least are a pause; the closure of a "t" is shorter, or as long."""
_LOST = 100
"""So many silent frames after the plan's time: the word has no sound that could be found."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word: its place in the text, and the sample at which the plan lets it begin."""

    start: int
    length: int
    sample: float
    after_pause: bool = False


class Onsets:
    """Takes the sound of one sentence; gives it with its words, each before its own sound.

    A word whose mark lies in silence begins where that ends. One after a pause also begins
    there if that is a little before its mark.
    """

    def __init__(self, marks: Sequence[Mark], sample_rate: int) -> None:
        self._marks = deque(marks)
        self._sample_rate = sample_rate
        self._frame = sample_rate // 200
        self._sound: Samples = np.zeros(0, dtype=np.float32)
        self._loud: list[bool] = []
        self._given = 0
        self._last = 0.0

    def take(self, samples: Samples) -> Iterator[Word | Samples]:
        """Take a piece of sound; give the words and the sound that are settled by it."""
        self._sound = np.concatenate((self._sound, samples))
        seen, whole = len(self._loud), len(self._sound) // self._frame
        frames = self._sound[seen * self._frame : whole * self._frame].reshape(-1, self._frame)
        loud = np.mean(np.square(frames, dtype=np.float64), axis=1) > QUIET**2
        self._loud.extend(loud.tolist())
        yield from self._give(ended=False)

    def end(self) -> Iterator[Word | Samples]:
        """Give what is left when all sound was taken."""
        yield from self._give(ended=True)

    def _give(self, *, ended: bool) -> Iterator[Word | Samples]:
        while self._marks:
            mark = self._marks[0]
            begin = self._begin(mark)
            if begin is None and not ended:
                break
            self._last = max(self._last, mark.sample if begin is None else begin)
            self._marks.popleft()
            yield Word(mark.start, mark.length, self._last * 1000 / self._sample_rate)
        end = len(self._sound)
        if self._marks:
            end = min(end, (int(self._marks[0].sample) // self._frame - _BACK) * self._frame)
        if end > self._given:
            # A copy: a slice would hold all of the sound that was taken by now.
            yield self._sound[self._given : end].copy()
            self._given = end

    def _begin(self, mark: Mark) -> float | None:
        """Return the sample at which a word begins; None while that cannot be told."""
        loud, place = self._loud, int(mark.sample) // self._frame
        if place >= len(loud):
            return None
        if loud[place]:
            return self._after_pause(mark, place) if mark.after_pause else mark.sample
        # One loud frame alone is a click, not a word.
        for frame in range(place + 1, len(loud) - 1):
            if loud[frame] and loud[frame + 1]:
                return float(frame * self._frame)
        return mark.sample if len(loud) - place > _LOST else None

    def _after_pause(self, mark: Mark, place: int) -> float:
        loud = self._loud
        first = place
        while first > max(place - _BACK, 0) and loud[first - 1]:
            first -= 1
        # The silence at the very beginning may be shorter.
        is_pause = not any(loud[max(first - _PAUSE, 0) : first])
        return float(first * self._frame) if is_pause else mark.sample
