"""The sound that reaches the ear, and its clock.

Why it is done this way, with the figures: docs/sound.md.
"""

from __future__ import annotations

import logging
import os
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QIODevice, QObject, QTimer, Signal
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices, QtAudio

LATENCY = 16.0
"""Milliseconds from a sample leaving the sink's buffer to its being heard on a null sink."""

BUFFER_SECONDS = 1.0
"""How much sound the sink holds: as long as the window may be blocked without a break."""

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


class _Source(QIODevice):
    """What the device has not taken yet; it takes what it has room for, again and again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting = bytearray()
        mode = QIODevice.OpenModeFlag
        self.open(mode.ReadOnly | mode.Unbuffered)

    def append(self, samples: bytes) -> None:
        self._waiting += samples

    def isSequential(self) -> bool:
        return True

    def bytesAvailable(self) -> int:
        return len(self._waiting)

    def readData(self, maxlen: int) -> bytes:
        count = maxlen - maxlen % _BYTES_A_SAMPLE
        taken = bytes(self._waiting[:count])
        del self._waiting[:count]
        return taken


class DeviceStream(QObject):
    """Plays on a sound device. ``lost`` is emitted when the device fails or goes away.

    The device is started with the first samples at hand: one that was started without any
    has a buffer full of silence to play before it comes to them.
    """

    lost = Signal(str)

    def __init__(self, device: QAudioDevice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._device = device
        self._source = _Source(self)
        self._rate = 22_050
        self._held = False
        self._running = False
        self._failed = False
        self._sink = self._open()

    def append(self, samples: bytes, sample_rate: int) -> None:
        """Append 16-bit mono samples of the stream's one sample rate."""
        if sample_rate != self._rate:
            self.close()
            self._rate = sample_rate
            self._sink = self._open()
        self._source.append(samples)
        self._run()

    def append_silence(self, milliseconds: float) -> None:
        """Append silence."""
        samples = round(milliseconds * self._rate / 1000)
        self.append(bytes(samples * _BYTES_A_SAMPLE), self._rate)

    def clear(self) -> None:
        """Drop what has not been heard."""
        if self._running:
            self._running = False
            self._sink.reset()
        # A new one each time: Qt 6.11 leaves the old one tied to what reset() has deleted.
        self._source.deleteLater()
        self._source = _Source(self)

    def hold(self) -> None:
        """Stop where the stream is; what was handed to the device is kept there."""
        self._held = True
        if self._running:
            self._sink.suspend()

    def release(self) -> None:
        """Let a held stream go on with the next sample."""
        self._held = False
        if self._running:
            self._sink.resume()
        self._run()

    def heard(self) -> float:
        """Return how many milliseconds have been heard: the device's clock, less its delay."""
        if not self._running:
            return 0.0
        self._look_for_failure()
        processed = self._sink.processedUSecs() / 1000
        idle = self._sink.state() is QtAudio.State.IdleState
        drained = idle and not self._source.bytesAvailable()
        return float(processed if drained else max(0.0, processed - LATENCY))

    def close(self) -> None:
        """Stop, and give the device back."""
        self.clear()
        self._sink.deleteLater()

    def _open(self) -> QAudioSink:
        form = QAudioFormat()
        form.setSampleRate(self._rate)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        sink = QAudioSink(self._device, form, self)
        sink.setBufferSize(int(self._rate * _BYTES_A_SAMPLE * BUFFER_SECONDS))
        return sink

    def _run(self) -> None:
        if self._held or not self._source.bytesAvailable():
            return
        if not self._running:
            self._running = True
            self._sink.start(self._source)
        elif self._sink.state() is not QtAudio.State.StoppedState:
            self._source.readyRead.emit()

    def _look_for_failure(self) -> None:
        # Asked for rather than listened to: PySide 6.11 cannot deliver stateChanged.
        failed = self._sink.state() is QtAudio.State.StoppedState
        if failed and self._sink.error() is not QtAudio.Error.NoError and not self._failed:
            self._failed = True
            reason = self._sink.error().name
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
