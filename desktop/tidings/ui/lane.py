"""Threads for work that nobody need wait for when the program ends."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Any, TypeVar

T = TypeVar("T")
_Job = tuple[Future[Any], Callable[[], Any]]


class Lane:
    """Up to ``workers`` threads that take jobs in their order.

    An executor of the standard library is waited for at the end of the program: one silent
    server would keep it from ending. These threads end with it, whatever they are doing.
    """

    def __init__(self, name: str, workers: int) -> None:
        self._name = name
        self._workers = workers
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._waiting = threading.Semaphore(0)
        self._closed = False

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """Have the work done by the next thread that is free. Call it from one thread only."""
        future: Future[T] = Future()
        self._jobs.put((future, work))
        # A thread that waits takes it; else one more is started, as long as there may be.
        if not self._waiting.acquire(blocking=False) and len(self._threads) < self._workers:
            name = f"{self._name}-{len(self._threads)}"
            self._threads.append(threading.Thread(target=self._run, name=name, daemon=True))
            self._threads[-1].start()
        return future

    def close(self) -> None:
        """Begin nothing more; what is under way goes on and is not waited for."""
        self._closed = True
        for _ in self._threads:
            self._jobs.put(None)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None and not self._closed:
            future, work = job
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - it is the asker's to judge
                future.set_exception(error)
            else:
                future.set_result(result)
            self._waiting.release()
