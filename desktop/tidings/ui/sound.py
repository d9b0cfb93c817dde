"""The sound that reaches the ear, and its clock.

Why it is done this way, with the figures: docs/sound.md.
"""

from __future__ import annotations

import logging
import os
from collections import deque
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QIODevice, QObject, QTimer, Signal
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices, QtAudio

LATENCY = 16.0
"""Milliseconds from a sample leaving the sink's buffer to its being heard on a null sink."""

BUFFER_SECONDS = 1.0
"""How much sound the sink holds: as long as the window may be blocked without a break."""

FEED_EVERY = 40
"""Milliseconds between two fillings of the sink's buffer."""

_BYTES_A_SAMPLE = 2
_SERVER_LATENCY = "20"

_log = logging.getLogger(__name__)


class SoundStream(Protocol):
    """A stream of samples that can be held, released and cleared at once."""

    def append(self, samples: bytes, sample_rate: int) -> None:
        """Append 16-bit mono samples, and play them unless the stream is held."""

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
        """Give the device back."""


class DeviceStream(QObject):
    """Plays on a sound device. ``lost`` is emitted when the device fails or goes away.

    The device is opened ahead and held, so that the first sound needs no start.
    """

    lost = Signal(str)

    def __init__(self, device: QAudioDevice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._device = device
        self._sink: QAudioSink | None = None
        self._pipe: QIODevice | None = None
        self._rate = 22_050
        self._pending: deque[bytes] = deque()
        self._held = False
        self._filled = False
        """Something was handed to the device since it was opened."""
        self._running = False
        self._failed = False
        self._timer = QTimer(self)
        self._timer.setInterval(FEED_EVERY)
        self._timer.timeout.connect(self._feed)
        self._open()

    def append(self, samples: bytes, sample_rate: int) -> None:
        """Append 16-bit mono samples of the stream's one sample rate."""
        if sample_rate != self._rate:
            self._rate = sample_rate
            self._open()
        self._pending.append(samples)
        self._feed()

    def append_silence(self, milliseconds: float) -> None:
        """Append silence."""
        samples = round(milliseconds * self._rate / 1000)
        self.append(bytes(samples * _BYTES_A_SAMPLE), self._rate)

    def clear(self) -> None:
        """Drop what has not been heard and open the device again, held."""
        self._pending.clear()
        self._timer.stop()
        if self._sink is not None and self._filled:
            self._sink.reset()
            self._arm()

    def hold(self) -> None:
        """Stop where the stream is; what was handed to the device is kept there."""
        self._held = True
        if self._sink is not None and self._running:
            self._sink.suspend()

    def release(self) -> None:
        """Let a held stream go on with the next sample."""
        self._held = False
        if self._sink is not None and self._running:
            self._sink.resume()
        self._feed()

    def heard(self) -> float:
        """Return how many milliseconds have been heard: the device's clock, less its delay."""
        if self._sink is None or not self._running:
            return 0.0
        self._look_for_failure(self._sink)
        processed = self._sink.processedUSecs() / 1000
        drained = self._sink.state() is QtAudio.State.IdleState and not self._pending
        return float(processed if drained else max(0.0, processed - LATENCY))

    def close(self) -> None:
        """Stop, and give the device back."""
        self._timer.stop()
        if self._sink is not None:
            self._sink.reset()
            self._sink.deleteLater()
        self._sink = self._pipe = None

    def _open(self) -> None:
        self.close()
        form = QAudioFormat()
        form.setSampleRate(self._rate)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._sink = QAudioSink(self._device, form, self)
        self._sink.setBufferSize(int(self._rate * _BYTES_A_SAMPLE * BUFFER_SECONDS))
        self._arm()

    def _arm(self) -> None:
        assert self._sink is not None
        self._running = self._filled = False
        self._pipe = self._sink.start()
        self._sink.suspend()

    def _feed(self) -> None:
        if self._sink is None or self._pipe is None:
            return
        free = self._sink.bytesFree()
        while self._pending and free > 1:
            samples = self._pending.popleft()
            piece = samples[: free - free % _BYTES_A_SAMPLE]
            written = int(self._pipe.write(piece))
            if written < len(samples):
                self._pending.appendleft(samples[max(0, written) :])
                if written <= 0:
                    break
            self._filled = True
            free -= written
        if self._filled and not self._running and not self._held:
            self._running = True
            self._sink.resume()
        if self._pending:
            self._timer.start()
        else:
            self._timer.stop()

    def _look_for_failure(self, sink: QAudioSink) -> None:
        # Asked for rather than listened to: PySide 6.11 cannot deliver stateChanged.
        failed = sink.state() is QtAudio.State.StoppedState
        if failed and sink.error() is not QtAudio.Error.NoError and not self._failed:
            self._failed = True
            reason = sink.error().name
            QTimer.singleShot(0, self, lambda: self.lost.emit(reason))


class SilentStream:
    """Takes the place of a device that is not there: the clock runs, nothing is heard."""

    def __init__(self) -> None:
        self._appended = 0.0
        self._before = 0.0
        self._clock = QElapsedTimer()
        self._held = False

    def append(self, samples: bytes, sample_rate: int) -> None:
        """Count the samples."""
        self._count(len(samples) / _BYTES_A_SAMPLE / sample_rate * 1000)

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


class SoundOutput(QObject):
    """Finds the sound device and follows it: a stream is always there.

    ``device_lost`` is emitted with a reason when sound cannot be heard any more (a silent
    stream has taken over), ``device_found`` when it can again. In both cases the stream is
    new and empty.
    """

    device_lost = Signal(str)
    device_found = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # libpulse reads it when a stream is connected: docs/sound.md
        os.environ.setdefault("PULSE_LATENCY_MSEC", _SERVER_LATENCY)
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._outputs_changed)
        self._stream: DeviceStream | SilentStream = SilentStream()
        self._device_name = ""
        self._choose(QMediaDevices.defaultAudioOutput())

    @property
    def stream(self) -> SoundStream:
        """Where the sound goes."""
        return self._stream

    @property
    def device(self) -> str:
        """The device's name; empty while there is none."""
        return self._device_name

    def close(self) -> None:
        """Give the device back."""
        self._stream.close()

    def _choose(self, device: QAudioDevice) -> None:
        self._stream.close()
        if device.isNull():
            self._stream, self._device_name = SilentStream(), ""
            _log.warning("no sound device: the text is shown as it would be spoken")
            return
        stream = DeviceStream(device, self)
        stream.lost.connect(self._stream_lost)
        self._stream, self._device_name = stream, device.description()

    def _stream_lost(self, reason: str) -> None:
        _log.warning("the sound device was lost: %s", reason)
        self._stream.close()
        self._stream, self._device_name = SilentStream(), ""
        self.device_lost.emit(reason)

    def _outputs_changed(self) -> None:
        device = QMediaDevices.defaultAudioOutput()
        had, name = self._device_name, "" if device.isNull() else device.description()
        if name == had:
            return
        self._choose(device)
        if name:
            self.device_found.emit(name)
        else:
            self.device_lost.emit("gone")
