"""Asking many sources at once, and no host for more than two things at a time."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

from tidings.source.address import WebAddress, parse
from tidings.source.errors import SourceError
from tidings.source.reach import plain

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Room:
    """How many requests there may be at a time: for one host, and in all."""

    per_host: int = 2
    in_all: int = 8

    def next(self, waiting: Sequence[str], running: Mapping[str, int]) -> int | None:
        """Return which of the waiting goes next, None where nobody may.

        ``waiting`` are hosts in the order in which they came, ``running`` how many requests
        each host has now. Who waits for a busy host is passed by the others.
        """
        if sum(running.values()) >= self.in_all:
            return None
        for index, host in enumerate(waiting):
            if running.get(host, 0) < self.per_host:
                return index
        return None


def lane_of(source: str) -> str:
    """Return the host that a source is fetched from, empty where it is none of the web."""
    with suppress(SourceError):
        parsed = parse(source)
        if isinstance(parsed, WebAddress):
            return plain(parsed.host)
    return ""


class HostLanes(Generic[T]):
    """Hands out what is to be fetched, to any number of threads, as there is room for it.

    Every method may be called from every thread.
    """

    def __init__(self, work: Iterable[tuple[str, T]], room: Room = Room()) -> None:
        """Hold the work: for each thing the host that it is of, see :func:`lane_of`."""
        self._waiting = list(work)
        self._running: Counter[str] = Counter()
        self._room = room
        self._changed = threading.Condition()

    def take(self) -> tuple[str, T] | None:
        """Wait for room and return the next thing with its host; None where no more is left.

        Whoever takes something says so when it is :meth:`done`.
        """
        with self._changed:
            while self._waiting:
                index = self._room.next([host for host, _ in self._waiting], self._running)
                if index is not None:
                    host, thing = self._waiting.pop(index)
                    self._running[host] += 1
                    return host, thing
                self._changed.wait()
            return None

    def done(self, host: str) -> None:
        """Make room for the next of a host."""
        with self._changed:
            self._running[host] -= 1
            self._changed.notify_all()

    def stop(self) -> None:
        """Forget what is still waiting; what was taken goes on to its end."""
        with self._changed:
            self._waiting.clear()
            self._changed.notify_all()

    def work_off(self, do: Callable[[T], object]) -> None:
        """Do all of it, on threads of their own; returns when the last is done.

        ``do`` raises nothing: what it has to tell, it tells elsewhere.
        """
        with ThreadPoolExecutor(self._room.in_all, "lane") as threads:
            ending = [threads.submit(self._work, do) for _ in range(self._room.in_all)]
        for end in ending:
            end.result()

    def _work(self, do: Callable[[T], object]) -> None:
        while (taken := self.take()) is not None:
            host, thing = taken
            try:
                do(thing)
            finally:
                self.done(host)
