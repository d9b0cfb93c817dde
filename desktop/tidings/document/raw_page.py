"""What a source hands over, before anything is understood."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawPage:
    """Bytes with their address and media type.

    ``address`` is absolute: http, https or file, or ``stdin:`` for standard input.
    ``media_type`` has no parameters ("text/html"); ``encoding`` is what the source
    declared, empty where it declared none.
    """

    address: str
    media_type: str
    content: bytes
    encoding: str = ""
