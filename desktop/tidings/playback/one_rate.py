"""Sounds of any sample rate, made into one stream of one rate."""

from __future__ import annotations

import sys
from array import array
from functools import lru_cache
from math import ceil, cos, gcd, pi, sin
from operator import mul

_REACH = 6
"""Samples of the slower of two rates, to either side, from which one sample is made."""


class OneRate:
    """Makes 16-bit mono sounds into a stream of one sample rate, little-endian.

    What comes at another rate is resampled. Over all that came, the stream is as long as
    that to the sample, so that a clock that adds milliseconds up stays with it.
    """

    def __init__(self, rate: int) -> None:
        self.rate = rate
        """Samples a second."""
        self._resampler: _Resampler | None = None
        self._owed = 0.0

    def sound(self, samples: bytes, rate: int) -> bytes:
        """Return samples of a rate as samples of the stream's."""
        if rate == self.rate:
            return samples
        if self._resampler is None or self._resampler.given != rate:
            self._resampler = _Resampler(rate, self.rate)
        return self._resampler.take(samples)

    def silence(self, milliseconds: float) -> bytes:
        """Return so much silence; what is less than a sample is made up for by the next."""
        wanted = milliseconds * self.rate / 1000 + self._owed
        count = max(round(wanted), 0)
        self._owed = wanted - count
        return bytes(2 * count)


class _Resampler:
    """Band-limited interpolation, with a Hann window over the sinc function.

    J. O. Smith, "Digital Audio Resampling". What goes out is late by half a window, which is
    less than a millisecond; so much of the last sound's end is not heard.
    """

    def __init__(self, given: int, wanted: int) -> None:
        self.given = given
        divisor = gcd(given, wanted)
        self._up, self._down = wanted // divisor, given // divisor
        self._reach = ceil(_REACH * max(given / wanted, 1.0))
        self._kept = array("h", bytes(4 * self._reach))
        self._taken = 0
        self._made = 0

    def take(self, samples: bytes) -> bytes:
        """Return what can be made now."""
        window = self._kept
        window.frombytes(samples)
        if sys.byteorder == "big":
            window[2 * self._reach :] = _swapped(window[2 * self._reach :])
        begins = self._taken
        self._taken += len(samples) // 2
        end = -(-self._taken * self._up // self._down)
        made = array("h", bytes(2 * (end - self._made)))
        width = 2 * self._reach
        for index in range(len(made)):
            place, phase = divmod((self._made + index) * self._down, self._up)
            weights = _weights(self._up, self._down, phase, self._reach)
            first = place - begins
            value = round(sum(map(mul, weights, window[first : first + width])))
            made[index] = min(max(value, -32_768), 32_767)
        self._made = end
        self._kept = window[-width:]
        return (_swapped(made) if sys.byteorder == "big" else made).tobytes()


@lru_cache(maxsize=4096)
def _weights(up: int, down: int, phase: int, reach: int) -> tuple[float, ...]:
    """Return how much each sample around a place counts that is ``phase / up`` beyond one."""
    band = min(up / down, 1.0)
    raw = []
    for index in range(2 * reach):
        distance = index - (reach - 1) - phase / up
        turn = pi * band * distance
        curve = sin(turn) / turn if turn else 1.0
        raw.append(curve * (1 + cos(pi * distance / reach)) / 2 if abs(distance) < reach else 0.0)
    whole = sum(raw)
    return tuple(weight / whole for weight in raw)


def _swapped(samples: array[int]) -> array[int]:
    turned = samples[:]
    turned.byteswap()
    return turned
