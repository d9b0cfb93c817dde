"""The library's connection: statements, transactions, and errors as plain sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import Any

from tidings.library.failures import is_damage, plainly
from tidings.library.values import LibraryError

Parameters = Sequence[Any] | Mapping[str, Any]


class Keeper:
    """Holds the one connection. Use it in the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection, file: Path | None) -> None:
        self._connection = connection
        self._name = str(file or _("memory"))
        self._met_damage = False

    def _rows(self, query: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        with self._plainly():
            return self._connection.execute(query, parameters).fetchall()

    def _change(self, query: str, parameters: Parameters = ()) -> int:
        """Return how many rows were changed."""
        with self._plainly():
            return self._connection.execute(query, parameters).rowcount

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        try:
            with plainly(self._name):
                yield
        except LibraryError as error:
            cause = error.__cause__
            self._met_damage |= isinstance(cause, sqlite3.Error) and is_damage(cause)
            raise

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Do what is inside wholly or not at all."""
        self._rows("BEGIN IMMEDIATE")
        try:
            yield
            self._rows("COMMIT")
        except BaseException:
            # SQLite has rolled back by itself where the disk is full.
            if self._connection.in_transaction:
                self._connection.rollback()
            raise


def story_not_there() -> LibraryError:
    """Return the error for a story that is not in the library."""
    return LibraryError(_("This story is not in the library."))


def source_not_there() -> LibraryError:
    """Return the error for a source that is not in the library."""
    return LibraryError(_("This source is not in the library."))
