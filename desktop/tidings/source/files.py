"""Reading files of this computer, and standard input."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from tidings.source import errors


def read_file(path: Path, limit: int) -> bytes:
    """Return the file's bytes.

    Raises SourceError when it is missing, a folder, unreadable, or over ``limit`` bytes.
    """
    name = str(path)
    try:
        # A pipe or device would keep the reader waiting without end.
        if path.exists() and not path.is_file():
            raise errors.is_a_folder(name) if path.is_dir() else errors.not_allowed(name)
        with path.open("rb") as file:
            return read_stream(file, name, limit)
    except FileNotFoundError:
        raise errors.no_such_file(name) from None
    except PermissionError:
        raise errors.not_allowed(name) from None
    except NotADirectoryError:
        raise errors.no_such_file(name) from None
    except OSError as error:
        raise errors.unreadable(name, error.strerror or str(error)) from error


def read_stream(stream: BinaryIO, name: str, limit: int) -> bytes:
    """Return all bytes of ``stream``; SourceError when there are more than ``limit``."""
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise errors.too_large(name, limit)
    return content
