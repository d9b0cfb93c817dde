"""Unpacking what comes compressed, as far as it is wanted and no further."""

from __future__ import annotations

import zlib

PACKINGS = "gzip, deflate"
"""What a server is asked to pack with at the most."""

_LAYERS, _MEMBERS = 2, 100
_GZIP, _ZLIB, _RAW = zlib.MAX_WBITS | 16, zlib.MAX_WBITS, -zlib.MAX_WBITS
_GZIP_MARK = b"\x1f\x8b"


class UnpackingError(Exception):
    """The bytes are not what they are said to be, or packed in a way that was not asked for."""


class TooMuchError(Exception):
    """There is more inside than is wanted."""


class Unpacker:
    """Unpacks a body piece by piece; never holds more than a little over ``limit`` bytes."""

    def __init__(self, encodings: str, limit: int) -> None:
        """Unpack what Content-Encoding says; raises UnpackingError where we cannot."""
        names = [name.strip().lower() for name in encodings.split(",")]
        names = [name for name in names if name not in ("", "identity")]
        if len(names) > _LAYERS:
            raise UnpackingError(encodings)
        self._layers = [_Layer(name, limit) for name in reversed(names)]
        self._limit, self._given = limit, 0

    def feed(self, data: bytes) -> bytes:
        """Return what is inside the next piece.

        Raises TooMuchError once there is more than the limit, and UnpackingError.
        """
        for layer in self._layers:
            data = layer.feed(data)
        self._given += len(data)
        if self._given > self._limit:
            raise TooMuchError
        return data

    def end(self) -> None:
        """Take note that there is no more; UnpackingError where something is missing."""
        if any(layer.is_unfinished for layer in self._layers):
            raise UnpackingError


class _Layer:
    """One compression; a bomb is cut in the middle of it."""

    def __init__(self, name: str, limit: int) -> None:
        match name:
            case "gzip" | "x-gzip":
                self._bits = _GZIP
            case "deflate":
                self._bits = _ZLIB
            case _:
                raise UnpackingError(name)
        self._left = limit
        self._members = 0
        self._has_begun = False
        self._inner = zlib.decompressobj(self._bits)

    @property
    def is_unfinished(self) -> bool:
        return self._has_begun and not self._inner.eof

    def feed(self, data: bytes) -> bytes:
        out = bytearray()
        while data:
            if self._inner.eof and not self._next_member(data):
                break
            out += self._unpack(data)
            # all that was to be had is out, or too much of it was
            data = self._inner.unused_data
        return bytes(out)

    def _unpack(self, data: bytes) -> bytes:
        try:
            piece = self._inner.decompress(data, self._left + 1)
        except zlib.error as error:
            if self._has_begun or self._bits != _ZLIB:
                raise UnpackingError(str(error)) from error
            # Many servers leave out the frame that "deflate" means.
            self._bits = _RAW
            self._inner = zlib.decompressobj(_RAW)
            return self._unpack(data)
        self._has_begun = True
        self._left -= len(piece)
        if self._left < 0:
            raise TooMuchError
        return piece

    def _next_member(self, data: bytes) -> bool:
        """Begin what is packed behind the end; anything else there is left alone."""
        if self._bits != _GZIP or not data.startswith(_GZIP_MARK):
            return False
        self._members += 1
        if self._members > _MEMBERS:
            raise UnpackingError
        self._inner = zlib.decompressobj(_GZIP)
        return True
