"""Sound through PulseAudio's or PipeWire's server, found again when it went away."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from tidings.playback import OneRate
from tidings.ui.pulse import DUMMY, Connection, Library, Playback, State
from tidings.ui.sound_stream import BYTES_A_SAMPLE, SoundStream, SoundSystem

LATENCY = 0.020
"""Seconds of sound that the device is asked to hold: what is still heard after a stop."""

BUFFER = 4.0
"""Seconds of sound that the server holds for us, however long the window may be blocked."""

FEED_EVERY = 250
"""Milliseconds between two fillings of the server's buffer."""

TRY_AGAIN = 2_000
"""Milliseconds between two attempts to reach a server that is not there."""

PATIENCE = 4.0
"""Seconds without a report after which a server is taken to hang; it gives one every 1.5 s."""

_BLOCKED = 0.5
"""Seconds between two looks at the clock after which it was us who stood still."""

_AT_HAND = 0.05
"""Seconds in which a server that is at hand answers."""


class _Pulse:
    """Feels whether a server that plays is alive, by the reports that it gives."""

    def __init__(self) -> None:
        self._report: tuple[int, int] | None = None
        self._came = 0.0
        self._looked = float("-inf")

    def has_stopped(self, report: tuple[int, int] | None) -> bool:
        """Tell, from the last report there is, whether the next one is long overdue.

        To be asked all the while it plays. What was not looked at for a while, in a pause or
        because this process stood still, begins anew.
        """
        now = time.monotonic()
        if report != self._report or now - self._looked > _BLOCKED:
            self._report, self._came = report, now
        self._looked = now
        return now - self._came > PATIENCE


class PulseStream(QObject):
    """Plays through the sound server, which tells what has been heard of it.

    ``failed`` is emitted when the server does not take it, ends it, or hangs.
    """

    failed = Signal()

    def __init__(self, connection: Connection, parent: QObject) -> None:
        super().__init__(parent)
        self._connection = connection
        self._form = OneRate(22_050)
        self._playback = self._open()
        self._pending = bytearray()
        self._appended = 0
        self._held = False
        self._running = False
        self._heard = 0.0
        self._pulse = _Pulse()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._feed)

    def append(self, samples: bytes, sample_rate: int) -> None:
        """Append 16-bit mono samples; the first ones decide the rate of the stream."""
        if not self._appended and sample_rate != self._form.rate:
            self._form = OneRate(sample_rate)
            self._playback.close()
            self._playback = self._open()
        self._take(self._form.sound(samples, sample_rate))

    def append_silence(self, milliseconds: float) -> None:
        """Append silence."""
        self._take(self._form.silence(milliseconds))

    def clear(self) -> None:
        """Drop what has not been heard."""
        self._timer.stop()
        self._pending.clear()
        if self._appended:
            self._playback.close()
            self._playback = self._open()
        self._form = OneRate(self._form.rate)
        self._appended = 0
        self._running = False
        self._heard = 0.0

    def hold(self) -> None:
        """Stop where the stream is; the server keeps what it was given."""
        self._held = True
        if self._running:
            self._running = False
            self._playback.run(running=False)

    def release(self) -> None:
        """Let a held stream go on with the next sample."""
        self._held = False
        self._feed()

    def heard(self) -> float:
        """Return how many milliseconds have been heard, by the server's own reckoning."""
        if self._running and not self._look_for_failure(playing=True):
            end = self._appended / BYTES_A_SAMPLE / self._form.rate * 1000
            # At the end the clock stands still a moment before it. Between two reports it
            # is guessed on, beyond the end as well.
            told = end if self._has_ended() else self._playback.time() or 0.0
            self._heard = min(max(self._heard, told), end)
        return self._heard

    def close(self) -> None:
        """Fall silent, and give the stream back."""
        self._timer.stop()
        self._playback.close()
        self.deleteLater()

    def _open(self) -> Playback:
        return self._connection.open_playback(self._form.rate, BUFFER, LATENCY)

    def _take(self, samples: bytes) -> None:
        self._pending += samples
        self._appended += len(samples)
        if not (self._running and self._timer.isActive()):
            self._feed()

    def _has_ended(self) -> bool:
        return not self._pending and self._playback.has_played(self._appended)

    def _look_for_failure(self, *, playing: bool = False) -> bool:
        hangs = playing and self._pulse.has_stopped(self._playback.last_report())
        if not (hangs or self._playback.failed):
            return False
        self._timer.stop()
        self._running = False
        # Whoever is told will close this stream, but not in the midst of what it does.
        QTimer.singleShot(0, self, self.failed.emit)
        return True

    def _feed(self) -> None:
        if self._look_for_failure():
            return
        taken = self._playback.write(self._pending)
        if taken:
            del self._pending[:taken]
        if taken is not None and self._appended and not self._held and not self._running:
            self._running = True
            self._playback.run(running=True)
        if not self._pending:
            self._timer.stop()
        else:
            # One that was just opened is ready after a message there and back.
            self._timer.start(1 if taken is None else FEED_EVERY)


class PulseSound(SoundSystem):
    """Finds the sound server and follows it. Raises OSError where there is no libpulse."""

    _changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = Library()
        self._connection: Connection | None = None
        self._device = ""
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.timeout.connect(lambda: self._connect(spawn=False))
        self._changed.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Connect; a server that is at hand is found before this returns."""
        self._connect(spawn=True)
        deadline = time.monotonic() + _AT_HAND
        while self._is_undecided() and time.monotonic() < deadline:
            time.sleep(0.001)
        self._look()

    def open_stream(self) -> SoundStream:
        """Return a new stream."""
        assert self._connection is not None
        stream = PulseStream(self._connection, self)
        stream.failed.connect(self._stream_failed)
        return stream

    def close(self) -> None:
        """Disconnect, and end the library's thread."""
        self._retry.stop()
        self._disconnect()
        self._library.close()

    def _connect(self, *, spawn: bool) -> None:
        self._disconnect()
        self._connection = Connection(self._library, self._changed.emit, spawn=spawn)
        if self._connection.state is State.FAILED:
            self._look()

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _is_undecided(self) -> bool:
        connection = self._connection
        if connection is None or connection.state is State.FAILED:
            return False
        return connection.device is None

    def _look(self) -> None:
        connection = self._connection
        if connection is None:
            return
        if connection.state is State.FAILED:
            self._lose("the sound server does not answer")
            self._retry.start(TRY_AGAIN)
        elif connection.device is not None:
            name, description = connection.device
            if name == DUMMY:
                self._lose("the sound server knows no device")
            elif not self._device:
                self._device = description or name
                self.found.emit(self._device)
            else:
                # The server takes streams along to another device by itself.
                self._device = description or name

    def _stream_failed(self) -> None:
        self._lose("the sound server ended the stream, or hangs")
        self._disconnect()
        self._retry.start(TRY_AGAIN)

    def _lose(self, reason: str) -> None:
        if self._device:
            self._device = ""
            self.lost.emit(reason)
