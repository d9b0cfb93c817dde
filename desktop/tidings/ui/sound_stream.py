"""What every way to the ear has in common, and the one that leads nowhere."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QObject, Signal

BYTES_A_SAMPLE = 2


class SoundStream(Protocol):
    """A stream of samples that can be held, released and cleared at once."""

    def append(self, samples: bytes, sample_rate: int) -> None:
        """Append 16-bit mono samples, and play them unless the stream is held.

        What comes at another rate than the first is heard in its turn all the same.
        """

    def append_silence(self, milliseconds: float) -> None:
        """Append silence."""

    def clear(self) -> None:
        """Drop what has not been heard; the clock begins at 0 again."""

    def hold(self) -> None:
        """Stop where the stream is."""

    def release(self) -> None:
        """Let a held stream go on."""

    def heard(self) -> float:
        """Return how many milliseconds of the stream have reached the ear."""

    def close(self) -> None:
        """Give everything back."""


class SoundSystem(QObject):
    """A way to the ear. ``found`` tells a device's name, ``lost`` why there is none any more.

    Streams can be opened between the two; those that are open when a device is lost are
    dead, and only to be closed. ``found`` comes again where the device is another one, with
    the streams that are open dead as well.
    """

    found = Signal(str)
    lost = Signal(str)

    def start(self) -> None:
        """Begin to look for a device; where one is at hand, it is found before this returns."""
        raise NotImplementedError

    def open_stream(self) -> SoundStream:
        """Return a new stream to the device that was found."""
        raise NotImplementedError

    def close(self) -> None:
        """Give everything back."""
        raise NotImplementedError


class SilentStream:
    """Takes the place of a device that is not there: the clock runs, nothing is heard."""

    def __init__(self) -> None:
        self._appended = 0.0
        self._before = 0.0
        self._clock = QElapsedTimer()
        self._held = False

    def append(self, samples: bytes, sample_rate: int) -> None:
        """Count the samples."""
        self._count(len(samples) / BYTES_A_SAMPLE / sample_rate * 1000)

    def append_silence(self, milliseconds: float) -> None:
        """Count the silence."""
        self._count(milliseconds)

    def clear(self) -> None:
        """Begin at 0 again."""
        self._appended = self._before = 0.0
        self._clock.invalidate()

    def hold(self) -> None:
        """Stop the clock."""
        self._before = self.heard()
        self._held = True
        self._clock.invalidate()

    def release(self) -> None:
        """Let the clock go on."""
        if not self._held:
            return
        self._held = False
        if self._appended > self._before:
            self._clock.start()

    def heard(self) -> float:
        """Return how many milliseconds would have been heard."""
        running = self._clock.nsecsElapsed() / 1e6 if self._clock.isValid() else 0.0
        return min(self._appended, self._before + running)

    def close(self) -> None:
        """Do nothing: there is no device."""

    def _count(self, milliseconds: float) -> None:
        dry = self.heard() >= self._appended
        if dry:
            self._before = self._appended
        self._appended += milliseconds
        if dry and not self._held:
            self._clock.start()
