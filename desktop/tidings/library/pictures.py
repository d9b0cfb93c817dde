"""The pictures of stories, kept for when there is no network: docs/pictures.md."""

from __future__ import annotations

import logging
import os
import re
import stat
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock

from tidings.library.picture_room import ROOM, Kept, Room, let_go

_MARK = b"TidPict1"
_HEAD = len(_MARK) + sha256().digest_size
_OURS = re.compile(r"[0-9a-f]{64}\.picture")
_UNFINISHED = re.compile(r"\.picture-.*\.part")
_ABANDONED = 3600.0
"""Seconds after which nobody is still writing a file."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Removed:
    """How many pictures were removed from a folder, their bytes, and how many would not go."""

    folder: Path
    count: int
    size: int
    left: int


class PictureStore:
    """Keeps pictures in a folder, each in a file, under names of any length.

    It is a cache: what it cannot keep it does not, what it cannot find is not there, and
    nothing of that is an error. The folder may be emptied at any time, and several processes
    may use it. All of it may be called from any thread but the window's, for it waits for
    the disk.
    """

    def __init__(self, folder: Path, room: Room = ROOM) -> None:
        """Keep at most ``room`` in a folder, which is made when there is something to keep."""
        self._folder = folder
        self._room = room
        self._left = Room(0, 0)
        """What may still come before the folder is looked at again."""
        self._putting = Lock()
        self._has_complained = False

    def get(self, name: str) -> bytes | None:
        """Return a picture, whole and as it was put; None where there is none."""
        file = self._file(name)
        try:
            if not stat.S_ISREG(file.lstat().st_mode):
                return None
            with file.open("rb") as opened:
                found = opened.read(_HEAD + self._room.size)
        except OSError:
            return None
        content = found[_HEAD:]
        if found[:_HEAD] != _head(content):
            _remove(file)
            return None
        _touch(file)
        return content

    def has(self, name: str) -> bool:
        """Tell whether there is a picture, and have it count as used."""
        try:
            found = self._file(name).lstat()
        except OSError:
            return False
        if not stat.S_ISREG(found.st_mode) or found.st_size <= _HEAD:
            return False
        _touch(self._file(name))
        return True

    def put(self, name: str, content: bytes) -> bool:
        """Keep a picture; the longest unused go for it. Tell whether it is kept."""
        try:
            # One at a time: what another is about to write cannot be counted yet.
            with self._putting:
                # Others on this computer are not to see what is read here.
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                if not self._make_room(_HEAD + len(content)):
                    return False
                self._write(self._file(name), _head(content) + content)
        except OSError as error:
            self._complain(error)
            return False
        self._has_complained = False
        return True

    def clear(self) -> Removed:
        """Remove all pictures, and tell what became of them."""
        kept: list[Kept] = []
        with self._putting:
            with suppress(FileNotFoundError, NotADirectoryError):
                kept = self._kept(time.time())
            gone = [one for one in kept if _remove(self._folder / one.name)]
            self._left = Room(0, 0)
        size = sum(one.size for one in gone)
        return Removed(self._folder, len(gone), size, len(kept) - len(gone))

    def _file(self, name: str) -> Path:
        return self._folder / f"{sha256(name.encode()).hexdigest()}.picture"

    def _write(self, file: Path, data: bytes) -> None:
        """Write a file that is there as a whole or not at all, whenever the process ends.

        Where the power fails it may be there in part: its head tells.
        """
        handle, written = tempfile.mkstemp(".part", ".picture-", self._folder)
        try:
            with os.fdopen(handle, "wb") as opened:
                opened.write(data)
            Path(written).replace(file)
        except BaseException:
            _remove(Path(written))
            raise

    def _make_room(self, size: int) -> bool:
        """Let go of what stands in the way of so many bytes; False where too much would stay."""
        if size <= self._left.size and self._left.count >= 1:
            self._left = Room(self._left.size - size, self._left.count - 1)
            return True
        slack = self._room.slack
        if size > self._room.size - slack.size:
            return False
        aim = Room(self._room.size - slack.size - size, self._room.count - slack.count - 1)
        if not self._let_go(aim):
            return False
        self._left = slack
        return True

    def _let_go(self, room: Room) -> bool:
        """Let the longest unused go until the rest has room; False where it stays over it."""
        now = time.time()
        kept = self._kept(now)
        gone = {one.name for one in let_go(kept, room, now) if _remove(self._folder / one.name)}
        return not let_go([one for one in kept if one.name not in gone], room, now)

    def _kept(self, now: float) -> list[Kept]:
        """Return what lies in the folder and is ours; what somebody left unfinished goes."""
        found: list[Kept] = []
        with os.scandir(self._folder) as entries:
            for entry in entries:
                is_unfinished = bool(_UNFINISHED.fullmatch(entry.name))
                if not is_unfinished and not _OURS.fullmatch(entry.name):
                    continue
                # Another process may have taken it away.
                with suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    if not stat.S_ISREG(status.st_mode):
                        continue
                    is_old = not now - _ABANDONED < status.st_mtime < now + _ABANDONED
                    if is_unfinished and is_old and _remove(Path(entry.path)):
                        continue
                    found.append(Kept(entry.name, status.st_size, status.st_mtime))
        return found

    def _complain(self, error: OSError) -> None:
        """Tell the log, once until something is kept again: it goes on without keeping."""
        if not self._has_complained:
            self._has_complained = True
            _log.info("pictures are not kept: %s", error)


def _head(content: bytes) -> bytes:
    """Return what a file begins with: whose it is, and what proves the rest."""
    return _MARK + sha256(content).digest()


def _remove(file: Path) -> bool:
    """Remove a file; tell whether it is gone."""
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _touch(file: Path) -> None:
    # On a disk that may not be written nothing is let go of, either.
    with suppress(OSError):
        os.utime(file)
