"""Sound made faster or slower with its pitch kept, or higher or lower with its time kept."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from libsonic import SonicStream

Samples = npt.NDArray[np.float32]

_ALL = 1 << 30


class Stretcher:
    """Sound of one utterance, -1.0 to 1.0, on its way through Sonic.

    ``speed`` 2.0 takes half the time; ``pitch`` 2.0 is an octave up. What comes out lasts
    as long as it should to 0.3 %, and begins where it begins.
    """

    def __init__(self, sample_rate: int, speed: float, pitch: float) -> None:
        self._stream = None
        if speed != 1.0 or pitch != 1.0:
            self._stream = SonicStream(sample_rate, 1)
            self._stream.set_speed(speed)
            self._stream.set_pitch(pitch)

    def take(self, samples: Samples) -> Samples:
        """Take a piece; return what can be heard of it by now."""
        if self._stream is None:
            return samples
        self._stream.write(samples)
        return self._read(self._stream)

    def end(self) -> Samples:
        """Return what is left."""
        if self._stream is None:
            return np.zeros(0, dtype=np.float32)
        self._stream.flush()
        return self._read(self._stream)

    def _read(self, stream: SonicStream) -> Samples:
        return np.asarray(stream.read(_ALL), dtype=np.float32)


class Resampler:
    """Sound of one utterance on its way from one sample rate to another."""

    def __init__(self, sample_rate: int, wanted: int) -> None:
        self._stream = None
        if sample_rate != wanted:
            import soxr

            self._stream = soxr.ResampleStream(sample_rate, wanted, 1, dtype="float32")

    def take(self, samples: Samples, *, last: bool = False) -> Samples:
        """Take a piece, the last one perhaps; return what can be heard by now."""
        if self._stream is None:
            return samples
        return np.asarray(self._stream.resample_chunk(samples, last=last), dtype=np.float32)
