"""SQLite's errors as plain sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path

from tidings.library.values import LibraryError


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether the file itself is at fault: corrupt, or no database."""
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def sentence(code: int, file: Path | str, reason: object = "") -> str:
    """Return what SQLite's code means and what to do about it; the reason is for the others."""
    match code:
        case sqlite3.SQLITE_FULL:
            text = _("There is no room left on the disk, so this was not kept. Free some room.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            text = _("Tidings may not write to its library in {file}, so nothing is kept there.")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            text = _("Another program is using the library in {file}. Close it and try again.")
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            text = _("The library in {file} is damaged. Start Tidings again to set it aside.")
        case sqlite3.SQLITE_IOERR:
            text = _("The disk with the library in {file} could not be read or written.")
        case _:
            text = _("The library in {file} could not be used ({reason}).")
    return text.format(file=file, reason=reason)


@contextmanager
def plainly(file: Path | str) -> Iterator[None]:
    """Turn SQLite's errors into LibraryError. Wrong use of the library stays what it is."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        raise LibraryError(sentence(_code(error), file, error)) from error


def _code(error: sqlite3.Error) -> int:
    # The extended code holds the primary one in its low byte.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
