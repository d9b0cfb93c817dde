"""libpulse, as little of it as is needed: a connection to the sound server, and playback.

It is spoken to by PulseAudio's server and by PipeWire's. Why not through Qt: docs/sound.md.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, byref, c_char_p, c_int, c_int64, c_size_t, c_uint32, c_void_p
from enum import Enum
from typing import Any

DUMMY = "auto_null"
"""The sink that a server makes up where there is no device."""

_NO_AUTOSPAWN = 0x0001
_SUBSCRIBE = 0x0001 | 0x0080  # sinks come and go; the server chooses another one
_S16LE = 3
_READY, _CONTEXT_FAILED, _STREAM_READY, _STREAM_FAILED = 4, 5, 2, 3
_SEEK_RELATIVE = 0
_START_CORKED, _INTERPOLATE, _UPDATE_TIMES, _EARLY_REQUESTS = 0x0001, 0x0002, 0x0008, 0x4000
_UNSET = 0xFFFFFFFF
_BYTES_A_SAMPLE = 2

_Notice = CFUNCTYPE(None, c_void_p, c_void_p)
_Event = CFUNCTYPE(None, c_void_p, c_uint32, c_uint32, c_void_p)


class _SampleSpec(ctypes.Structure):
    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", ctypes.c_uint8))


class _BufferAttributes(ctypes.Structure):
    _fields_ = (
        ("maxlength", c_uint32),
        ("tlength", c_uint32),
        ("prebuf", c_uint32),
        ("minreq", c_uint32),
        ("fragsize", c_uint32),
    )


class _SinkInfo(ctypes.Structure):
    """Its beginning; there is more of it."""

    _fields_ = (("name", c_char_p), ("index", c_uint32), ("description", c_char_p))


class _TimingInfo(ctypes.Structure):
    """Its beginning; there is more of it."""

    _fields_ = (
        ("timestamp", ctypes.c_long * 2),
        ("synchronized_clocks", c_int),
        ("sink_usec", ctypes.c_uint64),
        ("source_usec", ctypes.c_uint64),
        ("transport_usec", ctypes.c_uint64),
        ("playing", c_int),
        ("write_index_corrupt", c_int),
        ("write_index", c_int64),
        ("read_index_corrupt", c_int),
        ("read_index", c_int64),
    )


_SinkTold = CFUNCTYPE(None, c_void_p, POINTER(_SinkInfo), c_int, c_void_p)

# Results that are no int: everything that does not stand here gives one.
_RESULTS: dict[str, Any] = {
    "threaded_mainloop_new": c_void_p,
    "threaded_mainloop_get_api": c_void_p,
    "threaded_mainloop_lock": None,
    "threaded_mainloop_unlock": None,
    "threaded_mainloop_stop": None,
    "threaded_mainloop_free": None,
    "context_new": c_void_p,
    "context_set_state_callback": None,
    "context_set_subscribe_callback": None,
    "context_subscribe": c_void_p,
    "context_get_sink_info_by_name": c_void_p,
    "context_disconnect": None,
    "context_unref": None,
    "operation_unref": None,
    "stream_new": c_void_p,
    "stream_cork": c_void_p,
    "stream_writable_size": c_size_t,
    "stream_get_timing_info": POINTER(_TimingInfo),
    "stream_unref": None,
}
_ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "context_new": (c_void_p, c_char_p),
    "context_connect": (c_void_p, c_char_p, c_int, c_void_p),
    "context_set_state_callback": (c_void_p, _Notice, c_void_p),
    "context_set_subscribe_callback": (c_void_p, _Event, c_void_p),
    "context_subscribe": (c_void_p, c_int, c_void_p, c_void_p),
    "context_get_sink_info_by_name": (c_void_p, c_char_p, _SinkTold, c_void_p),
    "stream_new": (c_void_p, c_char_p, POINTER(_SampleSpec), c_void_p),
    "stream_connect_playback": (
        c_void_p,
        c_char_p,
        POINTER(_BufferAttributes),
        c_int,
        c_void_p,
        c_void_p,
    ),
    "stream_write": (c_void_p, c_char_p, c_size_t, c_void_p, c_int64, c_int),
    "stream_cork": (c_void_p, c_int, c_void_p, c_void_p),
    "stream_get_time": (c_void_p, POINTER(ctypes.c_uint64)),
}


class Library:
    """libpulse with its loop, which runs on a thread of its own.

    Raises OSError where the library is missing or its thread cannot be had.
    """

    def __init__(self) -> None:
        self._library = ctypes.CDLL("libpulse.so.0")
        self._loop = self.call("threaded_mainloop_new")
        if not self._loop or self.call("threaded_mainloop_start", self._loop) < 0:
            raise OSError("libpulse could not be started")
        self.api = self.call("threaded_mainloop_get_api", self._loop)

    def call(self, name: str, *arguments: Any) -> Any:
        """Call ``pa_name``."""
        function = getattr(self._library, f"pa_{name}")
        function.restype = _RESULTS.get(name, c_int)
        function.argtypes = _ARGUMENTS.get(name, (c_void_p,) * len(arguments))
        return function(*arguments)

    def forget(self, operation: int | None) -> None:
        """Let an operation run on without being asked about."""
        if operation:
            self.call("operation_unref", operation)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep the loop's thread out meanwhile; not to be used from one of its calls."""
        self.call("threaded_mainloop_lock", self._loop)
        try:
            yield
        finally:
            self.call("threaded_mainloop_unlock", self._loop)

    def close(self) -> None:
        """End the thread."""
        self.call("threaded_mainloop_stop", self._loop)
        self.call("threaded_mainloop_free", self._loop)


class State(Enum):
    """How a connection stands."""

    CONNECTING = "connecting"
    READY = "ready"
    FAILED = "failed"


class Connection:
    """A connection to the sound server, from construction to its end: it does not come back.

    ``changed`` is called on the library's thread when the state or the device may be another.
    """

    def __init__(self, library: Library, changed: Callable[[], None], *, spawn: bool) -> None:
        self._library = library
        self._changed = changed
        self.device: tuple[str, str] | None = None
        """Name and description of the device that sound goes to, once known."""
        # They are called from C for as long as the connection lives.
        self._on_state = _Notice(self._state_changed)
        self._on_event = _Event(lambda _context, _event, _index, _data: self._ask_device())
        self._on_sink = _SinkTold(self._sink_told)
        with library.locked():
            self._context = library.call("context_new", library.api, b"Tidings")
            library.call("context_set_state_callback", self._context, self._on_state, None)
            library.call("context_set_subscribe_callback", self._context, self._on_event, None)
            flags = 0 if spawn else _NO_AUTOSPAWN
            self._refused = library.call("context_connect", self._context, None, flags, None) < 0

    @property
    def state(self) -> State:
        """How it stands; with ``READY`` the device may still be unknown."""
        with self._library.locked():
            state = self._library.call("context_get_state", self._context)
        if self._refused or state >= _CONTEXT_FAILED:
            return State.FAILED
        return State.READY if state == _READY else State.CONNECTING

    def open_playback(self, sample_rate: int, buffer_seconds: float, latency: float) -> Playback:
        """Return a new playback, not running; ``latency`` (s) is asked of the device."""
        return Playback(self._library, self._context, sample_rate, buffer_seconds, latency)

    def close(self) -> None:
        """Disconnect; playbacks must have been closed before."""
        with self._library.locked():
            self._library.call("context_set_state_callback", self._context, _Notice(), None)
            self._library.call("context_set_subscribe_callback", self._context, _Event(), None)
            self._library.call("context_disconnect", self._context)
            self._library.call("context_unref", self._context)

    # --- on the library's thread, which holds its lock -------------------------------------

    def _state_changed(self, context: int, _data: int) -> None:
        state = self._library.call("context_get_state", context)
        if state == _READY:
            subscribed = self._library.call("context_subscribe", context, _SUBSCRIBE, None, None)
            self._library.forget(subscribed)
            self._ask_device()
        elif state >= _CONTEXT_FAILED:
            self._changed()

    def _ask_device(self) -> None:
        asked = self._library.call(
            "context_get_sink_info_by_name", self._context, b"@DEFAULT_SINK@", self._on_sink, None
        )
        self._library.forget(asked)

    def _sink_told(self, _context: int, info: Any, end: int, _data: int) -> None:
        if end < 0:
            self.device = (DUMMY, "")
        elif end == 0 and info:
            sink = info.contents
            self.device = (_text(sink.name), _text(sink.description))
        else:
            return
        self._changed()


class Playback:
    """Samples on their way to the device: 16-bit, mono. It does not run from the beginning."""

    def __init__(
        self,
        library: Library,
        context: int,
        sample_rate: int,
        buffer_seconds: float,
        latency: float,
    ) -> None:
        self._library = library
        second = sample_rate * _BYTES_A_SAMPLE
        attributes = _BufferAttributes(
            maxlength=_UNSET,
            tlength=int(buffer_seconds * second),
            prebuf=_BYTES_A_SAMPLE,  # it runs as soon as there is something
            minreq=int(latency * second),
            fragsize=_UNSET,
        )
        flags = _START_CORKED | _INTERPOLATE | _UPDATE_TIMES | _EARLY_REQUESTS
        form = _SampleSpec(_S16LE, sample_rate, 1)
        with library.locked():
            self._stream = library.call("stream_new", context, b"Tidings", byref(form), None)
            if self._stream:
                library.call(
                    "stream_connect_playback",
                    self._stream,
                    None,
                    byref(attributes),
                    flags,
                    None,
                    None,
                )

    @property
    def failed(self) -> bool:
        """Whether the server has refused or ended it."""
        with self._library.locked():
            return not self._stream or self._is(_STREAM_FAILED)

    def write(self, samples: bytearray) -> int | None:
        """Hand samples over; return how many bytes were taken, None while it is not ready."""
        with self._library.locked():
            if not self._is(_STREAM_READY):
                return None
            free = int(self._library.call("stream_writable_size", self._stream))
            count = min(len(samples), free - free % _BYTES_A_SAMPLE)
            if count <= 0:
                return 0
            piece = bytes(samples[:count])
            failed = self._library.call(
                "stream_write", self._stream, piece, count, None, 0, _SEEK_RELATIVE
            )
        return 0 if failed < 0 else count

    def run(self, *, running: bool) -> None:
        """Let it run or hold it."""
        with self._library.locked():
            if self._is(_STREAM_READY):
                corked = self._library.call(
                    "stream_cork", self._stream, int(not running), None, None
                )
                self._library.forget(corked)

    def time(self) -> float | None:
        """Return how many milliseconds have left the loudspeaker; None where that is unknown."""
        microseconds = ctypes.c_uint64()
        with self._library.locked():
            if not self._is(_STREAM_READY):
                return None
            unknown = self._library.call("stream_get_time", self._stream, byref(microseconds))
        return None if unknown else microseconds.value / 1000

    def has_played(self, count: int) -> bool:
        """Tell whether the server has run dry after so many bytes."""
        with self._library.locked():
            if not self._is(_STREAM_READY):
                return False
            told = self._library.call("stream_get_timing_info", self._stream)
            return bool(told) and not told.contents.playing and told.contents.read_index >= count

    def last_report(self) -> tuple[int, int] | None:
        """Return when the server told its times last, by its own clock; None before it did.

        While it runs, libpulse has them told every 1.5 s at the least.
        """
        with self._library.locked():
            if not self._is(_STREAM_READY):
                return None
            told = self._library.call("stream_get_timing_info", self._stream)
            return (told.contents.timestamp[0], told.contents.timestamp[1]) if told else None

    def close(self) -> None:
        """Fall silent at once and give the stream back."""
        if not self._stream:
            return
        with self._library.locked():
            self._library.call("stream_disconnect", self._stream)
            self._library.call("stream_unref", self._stream)
        self._stream = None

    def _is(self, state: int) -> bool:
        return bool(self._stream and self._library.call("stream_get_state", self._stream) == state)


def _text(raw: bytes | None) -> str:
    return (raw or b"").decode("utf-8", "replace")
