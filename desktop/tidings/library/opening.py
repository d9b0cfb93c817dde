"""Opening the library's file, whatever is found in its place.

Nothing that stands there is ever overwritten or deleted. What cannot be used is set aside
under a new name; what a newer Tidings made is left where that one will look for it.
"""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from gettext import gettext as _
from pathlib import Path

from tidings.library import checking, migration, schema
from tidings.library.failures import is_damage, plainly, sentence
from tidings.library.values import LibraryError

FILE_NAME = "library.sqlite3"
_SIBLINGS = ("", "-wal", "-shm", "-journal")


class _NotOursError(Exception):
    """The file cannot be used; the text is the sentence that says why."""


class _NewerError(Exception):
    """The file was made by a newer version of the program."""


def open_connection(folder: Path, now: datetime) -> tuple[sqlite3.Connection, Path, str | None]:
    """Return a connection with the tables in place, its file, and a sentence or None.

    ``now`` goes into the name of what is set aside. Raises LibraryError where the folder
    cannot be written or another program holds the file.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            _("Tidings cannot keep anything in {folder}: {reason}.").format(
                folder=folder, reason=error.strerror
            )
        ) from error
    file = folder / FILE_NAME
    try:
        return _open_or_set_aside(file, now)
    except _NewerError:
        own = file.with_name(f"library-{schema.VERSION}.sqlite3")
        notice = _(
            "Your library was made by a newer Tidings and is left as it is, in {file}. "
            "This version keeps a library of its own beside it."
        ).format(file=file)
        connection, own, more = _open_or_set_aside(own, now)
        return connection, own, notice if more is None else f"{notice} {more}"


def open_in_memory() -> sqlite3.Connection:
    """Return a connection to a library that ends with the program."""
    connection = _connect(":memory:")
    schema.create(connection)
    return connection


def _open_or_set_aside(file: Path, now: datetime) -> tuple[sqlite3.Connection, Path, str | None]:
    try:
        connection, notice = _open_usable(file, now)
        return connection, file, notice or _read_only(file)
    except _NotOursError as reason:
        aside = _set_aside(file, now)
        connection, _nothing = _open_usable(file, now)
        if aside is None:
            return connection, file, None
        notice = _("{reason} It is kept as {aside}, and a new library was begun.")
        return connection, file, notice.format(reason=reason, aside=aside)


def _open_usable(file: Path, now: datetime) -> tuple[sqlite3.Connection, str | None]:
    """Return a connection to a sound file of ours, made now if there was none.

    With it, a sentence on what became of an older one.

    Raises _NotOursError, _NewerError or LibraryError.
    """
    _check_before_touching(file)
    left_open = checking.was_left_open(file)
    with plainly(file):
        connection: sqlite3.Connection | None = None
        try:
            connection = _connect(file)
            return connection, _check(connection, file, now, left_open)
        except BaseException as error:
            if connection is not None:
                connection.close()
            if isinstance(error, sqlite3.DatabaseError) and is_damage(error):
                raise _NotOursError(_damaged(file)) from error
            raise


def _read_only(file: Path) -> str | None:
    """Return what to tell of a library that can be read and not be changed."""
    if os.access(file, os.W_OK):
        return None
    return sentence(sqlite3.SQLITE_READONLY, file)


def _check_before_touching(file: Path) -> None:
    if not os.path.lexists(file):
        if any(os.path.lexists(f"{file}{suffix}") for suffix in _SIBLINGS):
            # SQLite would delete a log without its file.
            raise _NotOursError(_("The library in {file} was incomplete.").format(file=file))
        return
    if not file.is_file():
        raise _NotOursError(_("{file} was not a file.").format(file=file))
    try:
        found = schema.header_marks(file)
    except OSError as error:
        raise _NotOursError(
            _("The library in {file} could not be read: {reason}.").format(
                file=file, reason=error.strerror
            )
        ) from error
    if found is None:
        raise _NotOursError(_damaged(file))
    if found == (0, 0) and file.stat().st_size:
        # A fresh library whose tables are still in its log, or a stranger without a mark.
        found = _marks_read_only(file)
    if found != (0, 0):
        _check_marks(found, file)


def _marks_read_only(file: Path) -> tuple[int, int]:
    """Return the marks, log included; (0, 0) only for a file in which nothing was made."""
    with plainly(file):
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
        try:
            found = schema.marks(connection)
            if found == (0, 0) and not schema.is_blank(connection):
                raise _NotOursError(_stranger(file))
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                raise _NotOursError(_damaged(file)) from error
            raise
        finally:
            connection.close()
    return found


def _check(
    connection: sqlite3.Connection, file: Path, now: datetime, left_open: bool
) -> str | None:
    found = schema.marks(connection)
    if found == (0, 0) and schema.is_blank(connection):
        schema.create(connection)
        return None
    _check_marks(found, file)
    if not checking.is_sound(connection, file, now, left_open=left_open):
        raise _NotOursError(_damaged(file))
    if found[1] < schema.VERSION:
        migration.migrate(connection, file, now)
    # A SQLite without the index cannot keep what one with it began: better told now.
    connection.execute("SELECT 1 FROM words LIMIT 0")
    return migration.finish(connection, file)


def _check_marks(found: tuple[int, int], file: Path) -> None:
    application, version = found
    if application != schema.APPLICATION_ID:
        raise _NotOursError(_stranger(file))
    if version > schema.VERSION:
        raise _NewerError


def _connect(file: Path | str) -> sqlite3.Connection:
    # Autocommit: each transaction is begun and ended by name.
    connection = sqlite3.connect(file, timeout=5, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        # NORMAL would outlive a kill, but not a power cut: there the last marks could be
        # lost. FULL costs one more wait for the disk at each commit, on the library's thread.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -16000")  # kibibytes
    except BaseException:
        connection.close()
        raise
    return connection


def _set_aside(file: Path, now: datetime) -> Path | None:
    """Rename the file with its logs; return the new name. Raises LibraryError."""
    stamp = now.strftime("%Y-%m-%dT%H%M%S")
    target, count = Path(f"{file}.set-aside-{stamp}"), 1
    while any(os.path.lexists(f"{target}{suffix}") for suffix in _SIBLINGS):
        count += 1
        target = Path(f"{file}.set-aside-{stamp}-{count}")
    moved = False
    try:
        for suffix in _SIBLINGS:
            if os.path.lexists(f"{file}{suffix}"):
                Path(f"{file}{suffix}").rename(f"{target}{suffix}")
                moved = True
    except OSError as error:
        raise LibraryError(
            _("The library in {file} cannot be used, and not be set aside: {reason}.").format(
                file=file, reason=error.strerror
            )
        ) from error
    return target if moved else None


def _stranger(file: Path) -> str:
    return _("The file {file} belonged to another program.").format(file=file)


def _damaged(file: Path) -> str:
    return _("The library in {file} was damaged.").format(file=file)
