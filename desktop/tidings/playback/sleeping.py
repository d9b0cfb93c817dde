"""The sleep timer: how much longer it is listened, and how loud that still is."""

from __future__ import annotations

from array import array

FADE = 30_000.0
"""Milliseconds over which the sound fades out before the timer ends."""


class SleepTimer:
    """Counts listening down; its only clock is the sound that has been heard.

    So a pause costs no time, and the fade lies in the samples themselves, where nothing
    that the window is busy with can make it uneven.
    """

    def __init__(self) -> None:
        self.left: float | None = None
        """Milliseconds of listening until it ends; None while it is off."""

    @property
    def is_over(self) -> bool:
        """Tell whether it has run out."""
        return self.left is not None and self.left <= 0

    def set(self, milliseconds: float | None) -> None:
        """Begin to count; None turns it off."""
        self.left = milliseconds

    def listened(self, milliseconds: float) -> None:
        """Note that so much more was heard."""
        if self.left is not None:
            self.left -= milliseconds

    def loudness(self, ahead: float) -> float:
        """Return how loud a sample is that is heard so many milliseconds from now, 0 to 1.

        The square of the time left: to the ear that falls more evenly than the time itself.
        """
        if self.left is None:
            return 1.0
        return min(max((self.left - ahead) / FADE, 0.0), 1.0) ** 2

    def fade(self, samples: bytes, sample_rate: int, ahead: float) -> bytes:
        """Return 16-bit samples as loud as they are to be; they begin ``ahead`` from now."""
        faded = array("h", samples)
        a_sample = 1000 / sample_rate
        if self.loudness(ahead + len(faded) * a_sample) == 1.0:
            return samples
        for index, value in enumerate(faded):
            faded[index] = round(value * self.loudness(ahead + index * a_sample))
        return faded.tobytes()
