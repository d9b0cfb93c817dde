"""Work off the main thread, with its result back on it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from tidings.ui.lane import Lane

PAGES, PICTURES, SOURCES, AHEAD = 8, 4, 8, 2
"""How many of them are fetched at a time; ``AHEAD`` are pictures that nobody looks at yet."""

NEAR = 2
"""How many pictures are read from the disk at a time."""

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Tasks(QObject):
    """Runs work in the background.

    ``in_order`` is one thread that does one thing after another: everything that touches
    the library goes there. ``at_once`` is for the pages that the reader asks for,
    ``in_passing`` for what comes with them: slow pictures do not hold up a page, nor do
    sources that are asked ``meanwhile``, and nothing that waits for a network holds up what is
    ``near``. ``then`` and ``failed`` are called on the main thread; after :meth:`close` they
    are not called any more.
    """

    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._serial = ThreadPoolExecutor(1, "in-order")
        self._pages = Lane("at-once", PAGES)
        self._pictures = Lane("in-passing", PICTURES)
        # Neither waits for the other: who asks for them asks for no more at a time.
        self._sources = Lane("meanwhile", SOURCES + AHEAD)
        self._near = Lane("near", NEAR)
        self._closed = False
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def in_order(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do the work after all other work that was given here before."""
        self._submit(self._serial, work, then, failed)

    def at_once(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do the work now."""
        self._submit(self._pages, work, then, failed)

    def in_passing(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do the work when a thread is free for it."""
        self._submit(self._pictures, work, then, failed)

    def meanwhile(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do the work when a thread is free for what nobody waits for."""
        self._submit(self._sources, work, then, failed)

    def near(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do the work for which no network is waited for."""
        self._submit(self._near, work, then, failed)

    def close(self) -> None:
        """Finish what is to be done in order, wait for nothing else, call nobody."""
        self._closed = True
        self._pages.close()
        self._pictures.close()
        self._sources.close()
        self._near.close()
        self._serial.shutdown(wait=True)

    def _submit(
        self,
        executor: ThreadPoolExecutor | Lane,
        work: Callable[[], T],
        then: Callable[[T], None] | None,
        failed: Callable[[Exception], None] | None,
    ) -> None:
        if self._closed:
            return

        def finished(future: Future[T]) -> None:
            if not self._closed and not future.cancelled():
                self._done.emit((future, then, failed))

        executor.submit(work).add_done_callback(finished)

    def _deliver(self, done: tuple[Future[Any], Any, Any]) -> None:
        future, then, failed = done
        if self._closed:
            return
        error = future.exception()
        if error is None:
            if then is not None:
                then(future.result())
        elif failed is not None and isinstance(error, Exception):
            failed(error)
        else:
            _log.error("background work failed", exc_info=error)
