"""The way to the library: in order, off the main thread, and never fatal."""

from __future__ import annotations

import logging
from collections.abc import Callable
from gettext import gettext as _
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from tidings.library import Library, LibraryError
from tidings.ui.tasks import Tasks

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Keeping(QObject):
    """Does things with the library, one after another, on the ordered background thread.

    ``failed`` carries a plain sentence whenever something could not be kept or found.
    """

    failed = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        open_library: Callable[[], tuple[Library, str | None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._open_library = open_library
        self._library: Library | None = None
        self._mentioned: set[str] = set()

    def open(self, then: Callable[[], None]) -> None:
        """Open the library before all else; what became of an unusable one is told."""

        def begin() -> str | None:
            self._library, notice = self._open_library()
            return notice

        def begun(notice: str | None) -> None:
            if notice:
                self.failed.emit(notice)
            then()

        def missing(error: Exception) -> None:
            self._tell(error)
            then()

        self._tasks.in_order(begin, begun, missing)

    def do(
        self,
        work: Callable[[Library], T],
        then: Callable[[T], None] | None = None,
        without: T | None = None,
        *,
        in_passing: bool = False,
    ) -> None:
        """Do something with the library, then hand its result on.

        Where there is no library, or it cannot do it, ``without`` is handed on instead;
        when that is None, nothing is. What is done ``in_passing`` may fail again and
        again: it is told once.
        """

        def attempt() -> T | None:
            return work(self._library) if self._library is not None else without

        def done(result: T | None) -> None:
            if then is not None and result is not None:
                then(result)

        def failed(error: Exception) -> None:
            self._tell(error, once=in_passing)
            done(without)

        self._tasks.in_order(attempt, done, failed)

    def remember(self, name: str, value: str) -> None:
        """Keep a choice of the reader's."""
        self.do(lambda library: library.set_setting(name, value))

    def close(self) -> None:
        """Close the library after all that was to be kept."""
        self._tasks.in_order(lambda: self._library.close() if self._library else None)

    def _tell(self, error: Exception, *, once: bool = False) -> None:
        if isinstance(error, LibraryError):
            sentence = str(error)
        else:
            _log.error("the library failed", exc_info=error)
            sentence = _("Something went wrong with the library; this may not have been kept.")
        if not once or sentence not in self._mentioned:
            self._mentioned.add(sentence)
            self.failed.emit(sentence)
