"""Work off the main thread, with its result back on it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Tasks(QObject):
    """Runs work in the background.

    ``in_order`` is one thread that does one thing after another: everything that touches
    the library goes there. ``at_once`` is a small pool for the network and for reading
    pages. ``then`` and ``failed`` are called on the main thread; after :meth:`close` they
    are not called any more.
    """

    _done = Signal(object)

    def __init__(self, parent: QObject | None = None, workers: int = 4) -> None:
        super().__init__(parent)
        self._serial = ThreadPoolExecutor(1, "in-order")
        self._pool = ThreadPoolExecutor(workers, "at-once")
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
        """Do the work as soon as a thread is free."""
        self._submit(self._pool, work, then, failed)

    def close(self) -> None:
        """Finish what is under way in order, drop what waits at once, call nobody."""
        self._closed = True
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._serial.shutdown(wait=True)

    def _submit(
        self,
        executor: ThreadPoolExecutor,
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
