"""The sound that reaches the ear.

Why it is done this way, with the figures: docs/sound.md.
"""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QObject, Signal

from tidings.ui.sound_stream import SilentStream, SoundStream, SoundSystem

_log = logging.getLogger(__name__)


class SoundOutput(QObject):
    """Follows the sound device: a stream is always there.

    ``device_lost`` is emitted with a reason when sound cannot be heard any more (a silent
    stream has taken over), ``device_found`` with a name when it can again. In both cases
    the stream is new and empty.
    """

    device_lost = Signal(str)
    device_found = Signal(str)

    def __init__(self, parent: QObject | None = None, beside: SoundOutput | None = None) -> None:
        """Find the device; with ``beside``, have another stream to that one's device.

        That one is to be closed last.
        """
        super().__init__(parent)
        self._stream: SoundStream = SilentStream()
        self._aside: SoundStream | None = None
        self._device = ""
        self._is_beside = beside is not None
        self._system: SoundSystem = beside.system if beside else _system()
        self._system.found.connect(self._found)
        self._system.lost.connect(self._lost)
        if beside is not None:
            if beside.device:
                self._replace(self._system.open_stream(), beside.device)
            return
        self._system.setParent(self)
        self._system.start()
        if not self._device:
            _log.warning("no sound device: the text is shown as it would be spoken")

    @property
    def system(self) -> SoundSystem:
        """What leads to the device."""
        return self._system

    @property
    def stream(self) -> SoundStream:
        """Where the sound goes."""
        return self._stream

    @property
    def aside(self) -> SoundStream:
        """Where short sounds go that are no part of the stream, and may be heard over it."""
        if self._aside is None:
            self._aside = self._system.open_stream() if self._device else SilentStream()
        return self._aside

    @property
    def device(self) -> str:
        """The device's name; empty while there is none."""
        return self._device

    def close(self) -> None:
        """Give the device back."""
        self._replace(SilentStream(), "")
        if self._is_beside:
            self._system.found.disconnect(self._found)
            self._system.lost.disconnect(self._lost)
        else:
            self._system.close()

    def _found(self, name: str) -> None:
        self._replace(self._system.open_stream(), name)
        self.device_found.emit(name)

    def _lost(self, reason: str) -> None:
        if not self._is_beside:
            _log.warning("the sound device was lost: %s", reason)
        self._replace(SilentStream(), "")
        self.device_lost.emit(reason)

    def _replace(self, stream: SoundStream, device: str) -> None:
        self._stream.close()
        if self._aside is not None:
            self._aside.close()
        self._stream, self._aside, self._device = stream, None, device


def _system() -> SoundSystem:
    if sys.platform == "linux":
        from tidings.ui.pulse_sound import PulseSound

        try:
            return PulseSound()
        except OSError:
            _log.warning("libpulse is missing")
    from tidings.ui.qt_sound import QtSound

    return QtSound()
