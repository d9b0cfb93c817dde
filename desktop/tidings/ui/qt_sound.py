"""Sound through Qt, on the systems where there is no PulseAudio to speak to."""

from __future__ import annotations

from PySide6.QtCore import QIODevice, QObject, QTimer, Signal
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from tidings.playback import OneRate
from tidings.ui.sound_stream import BYTES_A_SAMPLE, SoundStream, SoundSystem

LATENCY = 16.0
"""Milliseconds from a sample leaving the sink's buffer to its being heard; Qt does not tell."""

BUFFER_SECONDS = 1.0
"""How much sound the sink holds: as long as the window may be blocked without a break."""


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
        count = maxlen - maxlen % BYTES_A_SAMPLE
        taken = bytes(self._waiting[:count])
        del self._waiting[:count]
        return taken


class QtStream(QObject):
    """Plays on a sound device. ``lost`` is emitted when the device fails or goes away.

    The device is started with the first samples at hand: one that was started without any
    has a buffer full of silence to play before it comes to them.
    """

    lost = Signal(str)

    def __init__(self, device: QAudioDevice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._device = device
        self._source = _Source(self)
        self._form = OneRate(22_050)
        self._appended = False
        self._held = False
        self._running = False
        self._failed = False
        self._sink = self._open()

    def append(self, samples: bytes, sample_rate: int) -> None:
        """Append 16-bit mono samples; the first ones decide the rate of the stream."""
        if not self._appended and sample_rate != self._form.rate:
            self.close()
            self._form = OneRate(sample_rate)
            self._sink = self._open()
        self._take(self._form.sound(samples, sample_rate))

    def append_silence(self, milliseconds: float) -> None:
        """Append silence."""
        self._take(self._form.silence(milliseconds))

    def clear(self) -> None:
        """Drop what has not been heard."""
        if self._running:
            self._running = False
            self._sink.reset()
        # A new one each time: Qt 6.11 leaves the old one tied to what reset() has deleted.
        self._source.deleteLater()
        self._source = _Source(self)
        self._form = OneRate(self._form.rate)
        self._appended = False

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
        form.setSampleRate(self._form.rate)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        sink = QAudioSink(self._device, form, self)
        sink.setBufferSize(int(self._form.rate * BYTES_A_SAMPLE * BUFFER_SECONDS))
        return sink

    def _take(self, samples: bytes) -> None:
        self._appended = self._appended or bool(samples)
        self._source.append(samples)
        self._run()

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


class QtSound(SoundSystem):
    """Finds the sound device and follows it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._device: QAudioDevice | None = None

    def start(self) -> None:
        """Look for the device."""
        self._devices.audioOutputsChanged.connect(self._look)
        self._look()

    def open_stream(self) -> SoundStream:
        """Return a new stream."""
        assert self._device is not None
        stream = QtStream(self._device, self)
        stream.lost.connect(self._lose)
        return stream

    def close(self) -> None:
        """Look no more."""
        self._devices.audioOutputsChanged.disconnect(self._look)

    def _look(self) -> None:
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            self._lose("there is none any more")
        elif self._device is None or self._device.id() != device.id():
            self._device = device
            self.found.emit(device.description())

    def _lose(self, reason: str) -> None:
        if self._device is not None:
            self._device = None
            self.lost.emit(reason)
