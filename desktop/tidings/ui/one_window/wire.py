"""What two starts of the program say to each other: short lines of JSON, each bounded.

The first start greets whoever calls; the caller says what it wishes; the first says that it
is taken. Before the greeting nothing is handed over, so that a window which has stopped
answering finds no old wishes when it comes back.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

PROTOCOL = 1
"""Of the lines below. A start does not talk to one that greets with another number."""

LONGEST_LINE = 1_000_000
"""Bytes, of a line with its end."""

LARGEST_GIVEN = 25_000_000
"""Bytes of standard input: as much as a page may have."""


class WireError(Exception):
    """What came is none of the lines below; the text is for the log."""


class TooLongError(Exception):
    """There is more to hand over than is taken."""


class OtherProtocolError(Exception):
    """The other side speaks another protocol; ``version`` is that of its program."""

    def __init__(self, version: str) -> None:
        super().__init__(version)
        self.version = version


@dataclass(frozen=True, slots=True)
class Note:
    """What the first start leaves for those that come later: who and where it is.

    ``socket`` is the path where it listens, empty where it cannot. The line keeps its form
    whatever the protocol.
    """

    version: str
    host: str
    socket: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What a later start asks of the first.

    ``sources`` mean the same in any folder; ``given`` is what the one that is ``-`` holds.
    ``token`` is the desktop's leave to come to the front. ``beside`` tells that the caller
    has waited in vain and opens a window of its own.
    """

    sources: tuple[str, ...] = ()
    given: bytes = b""
    token: str = ""
    beside: bool = False


def encode_note(note: Note) -> bytes:
    """Return the line of a note."""
    return _line({"version": note.version, "host": note.host, "socket": note.socket})


def decode_note(line: bytes) -> Note:
    """Return the note. Raises WireError."""
    said = _object(line)
    return Note(_text(said, "version"), _text(said, "host"), _text(said, "socket"))


def encode_greeting(version: str) -> bytes:
    """Return the greeting of the first start, which has this version."""
    return _line({"tidings": PROTOCOL, "version": version})


def check_greeting(line: bytes) -> None:
    """Take the greeting. Raises OtherProtocolError, or WireError where it is none."""
    said = _object(line)
    protocol = said.get("tidings")
    if not isinstance(protocol, int):
        raise WireError("no greeting")
    if protocol != PROTOCOL:
        raise OtherProtocolError(_text(said, "version"))


def encode_wish(wish: Wish) -> bytes:
    """Return the wish as it is handed over. Raises TooLongError."""
    line = _line(
        {
            "tidings": PROTOCOL,
            "sources": list(wish.sources),
            "given": len(wish.given),
            "token": wish.token,
            "beside": wish.beside,
        }
    )
    if len(line) > LONGEST_LINE or len(wish.given) > LARGEST_GIVEN:
        raise TooLongError
    return line + wish.given


def encode_taken() -> bytes:
    """Return the line that says that a wish is taken."""
    return _line({"taken": True})


def is_taken(line: bytes) -> bool:
    """Tell whether the line says so. Raises WireError where it says nothing of the kind."""
    return _object(line).get("taken") is True


class Incoming:
    """Puts a wish together from the pieces in which it comes."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._wish: Wish | None = None
        self._given = 0

    def take(self, piece: bytes) -> Wish | None:
        """Take a piece; return the wish with its last one.

        Raises WireError as soon as it cannot become a wish; then there is nothing to keep.
        """
        self._bytes += piece
        if self._wish is None:
            # What is in a piece before the one with the end of the line was looked through.
            end = self._bytes.find(b"\n", max(0, len(self._bytes) - len(piece)))
            if end + 1 > LONGEST_LINE or (end < 0 and len(self._bytes) >= LONGEST_LINE):
                raise WireError("a line without end")
            if end < 0:
                return None
            self._wish, self._given = _wish(bytes(self._bytes[: end + 1]))
            del self._bytes[: end + 1]
        if len(self._bytes) > self._given:
            raise WireError("more than was announced")
        if len(self._bytes) < self._given:
            return None
        head = self._wish
        return Wish(head.sources, bytes(self._bytes), head.token, head.beside)


def _wish(line: bytes) -> tuple[Wish, int]:
    """Return the wish of a line, and how many bytes are given after it."""
    said = _object(line)
    if said.get("tidings") != PROTOCOL:
        raise WireError("another protocol")
    sources, given, beside = said.get("sources"), said.get("given"), said.get("beside")
    if not isinstance(sources, list) or not all(isinstance(each, str) for each in sources):
        raise WireError("no sources")
    if not isinstance(given, int) or isinstance(given, bool) or not 0 <= given <= LARGEST_GIVEN:
        raise WireError("no amount")
    if given and "-" not in sources:
        raise WireError("given for nothing")
    if not isinstance(beside, bool):
        raise WireError("no wish")
    return Wish(tuple(sources), b"", _text(said, "token"), beside), given


def _line(said: dict[str, Any]) -> bytes:
    # Only ASCII: so a name that is no UTF-8 comes over as Python holds it.
    return json.dumps(said).encode("ascii") + b"\n"


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST_LINE or not line.endswith(b"\n"):
        raise WireError("no whole line")
    try:
        said = json.loads(line.decode("ascii"))
    # The last where it is nested without end.
    except (ValueError, RecursionError) as error:
        raise WireError(str(error)) from error
    if not isinstance(said, dict):
        raise WireError("no object")
    return said


def _text(said: dict[str, Any], key: str) -> str:
    text = said.get(key)
    if not isinstance(text, str) or "\0" in text:
        raise WireError(f"no {key}")
    return text
