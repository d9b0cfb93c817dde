"""What a later start does: it calls the first one, and hands over what it was asked for."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from gettext import gettext as _
from pathlib import Path

from tidings.ui.one_window.claim import Claim, claim, read_note
from tidings.ui.one_window.wire import (
    Note,
    OtherProtocolError,
    TooLongError,
    WireError,
    Wish,
    check_greeting,
    encode_wish,
    is_taken,
)

PATIENCE = 10.0
"""Seconds that a window may take to come or to end before it counts as not answering."""

_BETWEEN = 0.02
"""Seconds between two attempts."""

_SHORT_LINE = 1000
"""Bytes of a greeting or an answer."""


class NoWindowError(Exception):
    """There can be no window now; the text is one clear line on what to do."""


@dataclass(frozen=True, slots=True)
class OwnWindow:
    """This start shows a window.

    ``wish`` is what had been made ready for another one, None where there was no other.
    ``beside`` tells that there is another which does not answer.
    """

    claim: Claim
    wish: Wish | None = None
    beside: bool = False

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader is to be told of it, in the window."""
        if not self.beside:
            return ()
        words = _(
            "Another window of Tidings is open and does not answer, so this one was opened "
            "beside it. Close the other when it answers again."
        )
        return (words,)


class _Answer(Enum):
    TAKEN = "taken"
    NOBODY = "nobody"
    """Nobody is there, or they are just ending: it is worth another attempt."""
    SILENCE = "silence"


def claim_or_hand_over(
    folder: Path,
    version: str,
    environment: Mapping[str, str],
    make_wish: Callable[[], Wish],
    patience: float = PATIENCE,
) -> OwnWindow | None:
    """Take the right to the window of the library in ``folder``, or hand over to its holder.

    Return None when the holder has taken the wish. ``make_wish`` is only called where there is
    a holder. One that does not answer within ``patience`` seconds is left to itself if it is of
    this version and on this computer: then both may use the library.

    Raises NoWindowError, and whatever ``make_wish`` raises.
    """
    own = claim(folder, version, environment)
    if own is not None:
        return OwnWindow(own)
    wish = make_wish()
    try:
        said = encode_wish(wish)
    except TooLongError:
        raise NoWindowError(
            _("This is too much to hand over to the window that is open. Open fewer at a time.")
        ) from None
    deadline = time.monotonic() + patience
    note, answer = None, _Answer.NOBODY
    while answer is _Answer.NOBODY and time.monotonic() < deadline:
        note = read_note(folder)
        if note is not None and note.socket:
            answer = _call(note.socket, said, deadline, version)
        if answer is _Answer.NOBODY:
            time.sleep(_BETWEEN)
            own = claim(folder, version, environment)
            if own is not None:
                return OwnWindow(own, wish)
    if answer is _Answer.TAKEN:
        return None
    _refuse_what_is_unsafe(note, version)
    return OwnWindow(Claim(), wish, beside=True)


def _call(path: str, said: bytes, deadline: float, version: str) -> _Answer:
    """Hand a wish over at a socket. Raises NoWindowError for another protocol."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(_left(deadline))
        try:
            line.connect(path)
            check_greeting(_read_line(line, deadline))
        except OtherProtocolError as other:
            raise NoWindowError(_other_version(other.version, version)) from None
        except TimeoutError:
            # It hears this first when it comes back.
            with contextlib.suppress(OSError):
                line.settimeout(0)
                line.sendall(encode_wish(Wish(beside=True)))
            return _Answer.SILENCE
        except (OSError, WireError):
            return _Answer.NOBODY
        try:
            line.settimeout(_left(deadline))
            line.sendall(said)
            return _Answer.TAKEN if is_taken(_read_line(line, deadline)) else _Answer.NOBODY
        except TimeoutError:
            return _Answer.SILENCE
        except (OSError, WireError):
            return _Answer.NOBODY


def _read_line(line: socket.socket, deadline: float) -> bytes:
    """Return what comes up to the end of a line. Raises OSError, WireError."""
    read = bytearray()
    while not read.endswith(b"\n"):
        line.settimeout(_left(deadline))
        piece = line.recv(_SHORT_LINE)
        if not piece or len(read) > _SHORT_LINE:
            raise WireError("cut short")
        read += piece
    return bytes(read)


def _left(deadline: float) -> float:
    # Nought would mean: do not wait at all.
    return max(0.001, deadline - time.monotonic())


def _refuse_what_is_unsafe(note: Note | None, version: str) -> None:
    """Raise NoWindowError where a second window on the library could do harm."""
    if note is None:
        raise NoWindowError(
            _("Tidings is open with this library and does not answer. End it, then start again.")
        )
    if note.host != socket.gethostname():
        # SQLite's log is shared through the memory of one computer.
        raise NoWindowError(
            _("Tidings is open with this library on “{host}”. Close it there first.").format(
                host=note.host
            )
        )
    if note.version != version:
        raise NoWindowError(_other_version(note.version, version))


def _other_version(other: str, own: str) -> str:
    words = _(
        "Tidings {other} is open with this library, and this is Tidings {own}. "
        "Close the other window, then start again."
    )
    return words.format(other=other, own=own)
