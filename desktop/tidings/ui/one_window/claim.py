"""Who may show the window of a library: the one process that holds the lock beside it.

The system gives a lock back when its holder ends, however that comes about. Nothing is left
over that would have to be judged by its age or by a process's number.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import socket
import stat
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from tidings.ui.one_window.wire import LONGEST_LINE, Note, WireError, decode_note, encode_note

LOCK_NAME = "window.lock"

LONGEST_PATH = 103
"""Bytes that the path of a socket may have: 107 on Linux, 103 on macOS."""

_CALLERS = 64
"""How many callers may wait to be let in."""

_log = logging.getLogger(__name__)


class Claim:
    """The right to the window. ``listener`` is where later starts call, None if none can."""

    def __init__(self, lock: int | None = None, listener: socket.socket | None = None) -> None:
        self.listener = listener
        self._lock = lock

    def stop_listening(self) -> None:
        """Take no more calls: whoever calls from now on waits for the right itself."""
        listener, self.listener = self.listener, None
        if listener is not None:
            with contextlib.suppress(OSError):
                Path(listener.getsockname()).unlink()
            listener.close()

    def close(self) -> None:
        """Give the right back; safe to call twice."""
        self.stop_listening()
        lock, self._lock = self._lock, None
        if lock is not None:
            os.close(lock)


def claim(folder: Path, version: str, environment: Mapping[str, str]) -> Claim | None:
    """Return the right to the window of the library in ``folder``; None if another has it.

    Where the system keeps no lock there, everybody has the right, and nobody listens: a
    library that cannot be written to is shown as well.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = _lock(folder / LOCK_NAME)
    except BlockingIOError:
        return None
    except OSError as error:
        _log.info("no lock in %s: %s", folder, error)
        return Claim()
    if lock is None:
        return Claim()
    listener = _listen(_places(folder, environment))
    note = Note(version, socket.gethostname(), listener.getsockname() if listener else "")
    _leave_note(lock, encode_note(note))
    return Claim(lock, listener)


def read_note(folder: Path) -> Note | None:
    """Return what the holder of the right has left; None if there is nothing to be read."""
    try:
        with (folder / LOCK_NAME).open("rb") as file:
            return decode_note(file.read(LONGEST_LINE))
    except (OSError, WireError):
        return None


def _lock(file: Path) -> int | None:
    """Return the open and locked file, None where the system has no such locks.

    Raises BlockingIOError where another process holds it.
    """
    if sys.platform == "win32":
        return None
    import fcntl

    # Python hands it on to no child, which would hold it beyond the end of this process.
    lock = os.open(file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BaseException:
        os.close(lock)
        raise
    return lock


def _leave_note(lock: int, line: bytes) -> None:
    try:
        # On a full disk there is still room for what is there already.
        if os.pread(lock, len(line) + 1, 0) != line:
            os.ftruncate(lock, 0)
            os.pwrite(lock, line, 0)
    except OSError as error:
        _log.warning("later starts will not find this one: %s", error)


def _places(folder: Path, environment: Mapping[str, str]) -> Iterable[Path]:
    """Yield where a socket may be, the best first; the reader's alone, each of them."""
    real = os.fsencode(os.path.realpath(folder))
    name = f"tidings-{hashlib.sha256(real).hexdigest()[:16]}.socket"
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if Path(runtime).is_absolute():
        yield Path(runtime) / name
    yield folder / "window.socket"
    # For a folder whose path is too long, or on a disk that has no sockets.
    if hasattr(os, "getuid"):
        own = Path(tempfile.gettempdir()) / f"tidings-{os.getuid()}"
        if _is_ours_alone(own):
            yield own / name


def _is_ours_alone(folder: Path) -> bool:
    """Tell whether nobody else can write there; it is made if there is none."""
    try:
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        found = folder.lstat()
    except OSError:
        return False
    mine = found.st_uid == os.getuid() and not found.st_mode & 0o077
    return mine and stat.S_ISDIR(found.st_mode)


def _listen(places: Iterable[Path]) -> socket.socket | None:
    if not hasattr(socket, "AF_UNIX"):
        return None
    for place in places:
        if len(os.fsencode(place)) > LONGEST_PATH:
            continue
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            _clear(place)
            listener.bind(str(place))
            # Before anybody can call.
            place.chmod(0o600)
            listener.listen(_CALLERS)
            listener.setblocking(False)
        except OSError as error:
            _log.info("no socket at %s: %s", place, error)
            listener.close()
        else:
            return listener
    return None


def _clear(place: Path) -> None:
    """Remove the socket of one that was killed: who holds the lock is the only one to listen."""
    with contextlib.suppress(FileNotFoundError):
        if stat.S_ISSOCK(place.lstat().st_mode):
            place.unlink()
