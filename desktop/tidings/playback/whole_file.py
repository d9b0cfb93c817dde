"""A file that is there whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """Write a file that takes the target's place once all of it is on the disk.

    Where that goes wrong the target is as it was before. On Linux nothing is left beside it
    then, even where the program is killed: what is written has no name until the end. A
    target that is no file (``/dev/null``, a pipe) is written as it is. Raises OSError.
    """
    # What a link leads to is meant, not the link.
    target = target.resolve()
    if target.exists():
        if not stat.S_ISREG(target.stat().st_mode):
            with target.open("wb") as raw:
                yield raw
            return
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    file, name = _open_beside(target)
    try:
        with os.fdopen(file, "wb") as raw:
            yield raw
            raw.flush()
            os.fsync(raw.fileno())
            if name is None:
                unnamed, name = f"/proc/self/fd/{raw.fileno()}", _name_beside(target)
                # Python follows the link in /proc only where it is given some folder, too.
                os.link(unnamed, name, src_dir_fd=raw.fileno(), follow_symlinks=True)
        if target.exists():
            name.chmod(stat.S_IMODE(target.stat().st_mode))
        name.replace(target)
    finally:
        if name is not None:
            name.unlink(missing_ok=True)


def _open_beside(target: Path) -> tuple[int, Path | None]:
    """Return a new file in the target's folder, and its name where it has one."""
    # Not every file system can, nor can it be named afterwards where there is no /proc.
    unnamed: int = getattr(os, "O_TMPFILE", 0)
    if unnamed and Path("/proc/self/fd").is_dir():
        with suppress(OSError):
            return os.open(target.parent, unnamed | os.O_WRONLY, 0o666), None
    name = _name_beside(target)
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    try:
        return os.open(name, flags, 0o666), name
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error


def _name_beside(target: Path) -> Path:
    return target.with_name(f".{secrets.token_hex(8)}.part")
