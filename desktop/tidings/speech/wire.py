"""How messages travel between the reader's process and the speech worker.

The worker's standard input carries requests, its standard output answers. A message is a
frame: two unsigned 32-bit little-endian numbers, the lengths of header and payload; the
header, a JSON object in UTF-8 whose ``kind`` names the message and whose other members are
its fields; the payload, which only :class:`Sound` has: its samples as they are.

Both sides are of one version, so a frame that makes no sense is a fault, not a dialect.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from tidings.speech.messages import (
    Failed,
    Finished,
    Ready,
    Sound,
    SynthesisRequest,
    Voice,
    WordMark,
)

LENGTHS = struct.Struct("<II")
LONGEST = 64 * 1024 * 1024
"""A frame's part beyond this many bytes is taken for a fault."""


@dataclass(frozen=True, slots=True)
class Cancel:
    """Requests with an id smaller than ``below`` are wanted no more; they get no answer."""

    below: int


@dataclass(frozen=True, slots=True)
class Ping:
    """Asks for a :class:`Pong`, which comes in turn: after what was asked for before."""

    number: int


@dataclass(frozen=True, slots=True)
class Pong:
    """Answers the ping of the same number."""

    number: int


@dataclass(frozen=True, slots=True)
class Prepare:
    """A request like this one may come: get ready for it. It gets no answer."""

    like: SynthesisRequest


@dataclass(frozen=True, slots=True)
class Patience:
    """The worker is about to do something long, such as to load a voice."""


Message = (
    SynthesisRequest
    | Prepare
    | Cancel
    | Ping
    | Ready
    | Patience
    | WordMark
    | Sound
    | Finished
    | Failed
    | Pong
)

_KINDS: dict[str, type[Message]] = {
    "synthesise": SynthesisRequest,
    "prepare": Prepare,
    "patience": Patience,
    "cancel": Cancel,
    "ping": Ping,
    "ready": Ready,
    "word": WordMark,
    "sound": Sound,
    "finished": Finished,
    "failed": Failed,
    "pong": Pong,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


class WireError(Exception):
    """What came is not a message."""


class ByteStream(Protocol):
    """A binary stream whose ``read`` gives less than asked for only at its end."""

    def read(self, size: int, /) -> bytes:
        """Return ``size`` bytes, fewer at the end."""
        ...


def encode(message: Message) -> bytes:
    """Return the frame of a message."""
    fields: dict[str, Any] = asdict(message)
    payload: bytes = fields.pop("samples", b"")
    header = json.dumps({"kind": _NAMES[type(message)]} | fields).encode()
    return LENGTHS.pack(len(header), len(payload)) + header + payload


def read(stream: ByteStream) -> Message | None:
    """Return the next message of a stream, None at its end.

    Raises WireError for what is not a message, and for a frame cut short.
    """
    lengths = stream.read(LENGTHS.size)
    if not lengths:
        return None
    if len(lengths) < LENGTHS.size:
        raise WireError("a frame was cut short")
    header_length, payload_length = LENGTHS.unpack(lengths)
    if max(header_length, payload_length) > LONGEST:
        raise WireError("a frame is too long")
    header, payload = stream.read(header_length), stream.read(payload_length)
    if len(header) < header_length or len(payload) < payload_length:
        raise WireError("a frame was cut short")
    return decode(header, payload)


def decode(header: bytes, payload: bytes) -> Message:
    """Return the message of a frame's header and payload; raises WireError."""
    try:
        fields = json.loads(header)
        kind = _KINDS[fields.pop("kind")]
        if kind is Sound:
            fields["samples"] = payload
        elif kind is Ready:
            fields["voices"] = tuple(Voice(**voice) for voice in fields["voices"])
        elif kind is Prepare:
            fields["like"] = SynthesisRequest(**fields["like"])
        return kind(**fields)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WireError(f"not a message: {header[:80]!r}") from error
