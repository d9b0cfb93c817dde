"""Connecting to a host: found once, checked where it was found, and bounded in time and size."""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore

from tidings.source.reach import IPAddress, Reach, literal, plain
from tidings.source.unpacking import TooMuchError

Find = Callable[[str, int], Sequence[str]]
"""Finds the addresses of a host for a port, as the system would; OSError where it has none."""

_ADDRESSES = 6
"""How many addresses of a host are tried at the most."""

_PATIENCE = 2.0
"""Seconds that each of several addresses has at the least."""


class OwnNetworkError(Exception):
    """The host is in the reader's own network, where the request may not go."""

    def __init__(self, host: str) -> None:
        super().__init__(host)
        self.host = host


class Deadline:
    """The moment by which all of it must be done."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def within(self, seconds: float | None) -> float:
        """Return how long one wait may be; raises httpcore.TimeoutException when time is up."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise httpcore.TimeoutException
        return left if seconds is None else min(left, seconds)


def find(host: str, port: int) -> list[str]:
    """Return the addresses of a host in the order in which the system would try them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


class Finder:
    """Finds hosts, each once: who changes their mind between two questions is not asked twice."""

    def __init__(self, find_host: Find, deadline: Deadline) -> None:
        self._find, self._deadline = find_host, deadline
        self._found: dict[str, list[IPAddress]] = {}

    def addresses(self, host: str, port: int, seconds: float | None) -> list[IPAddress]:
        """Return a host's addresses; raises httpcore.ConnectError or TimeoutException."""
        number = literal(host)
        if number is not None:
            return [number]
        name = plain(host)
        if name not in self._found:
            answer = self._ask(host, port, self._deadline.within(seconds))
            numbers = (literal(address) for address in answer)
            self._found[name] = [address for address in numbers if address is not None]
        return self._found[name]

    def _ask(self, host: str, port: int, seconds: float) -> Sequence[str]:
        """Ask on a thread of its own: the system's question has no limit on its time."""
        answers: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answers.put(self._find(host, port))
            except (OSError, ValueError) as error:
                answers.put(error)

        threading.Thread(target=ask, name="find-host", daemon=True).start()
        try:
            answer = answers.get(timeout=seconds)
        except queue.Empty:
            raise httpcore.ConnectTimeout(host) from None
        if isinstance(answer, Exception):
            raise httpcore.ConnectError(str(answer)) from answer
        return answer


class BoundedStream(httpcore.NetworkStream):
    """A connection that ends with the deadline, and after a number of bytes."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline, size: int) -> None:
        self._inner, self._deadline, self._left = inner, deadline, size

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read as the stream within does; TooMuchError beyond the size."""
        data = self._inner.read(max_bytes, self._deadline.within(timeout))
        self._left -= len(data)
        if self._left < 0:
            raise TooMuchError
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write as the stream within does."""
        self._inner.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Go on in secret, with the same limits."""
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.within(timeout))
        return BoundedStream(inner, self._deadline, self._left)

    def get_extra_info(self, info: str) -> Any:
        """Tell what the stream within tells."""
        return self._inner.get_extra_info(info)


class BoundedBackend(httpcore.NetworkBackend):
    """Connects within the limits, wherever it is told to: for proxies, which the reader set."""

    def __init__(self, deadline: Deadline, size: int) -> None:
        self._inner = httpcore.SyncBackend()
        self._deadline, self._size = deadline, size

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a host."""
        stream = self._inner.connect_tcp(
            host, port, self._deadline.within(timeout), local_address, socket_options
        )
        return BoundedStream(stream, self._deadline, self._size)


class CheckedBackend(BoundedBackend):
    """Connects to the addresses that a request may reach, and to no other.

    The very address that was checked is the one that is connected to. TLS and HTTP go on
    with the host's name.
    """

    def __init__(self, deadline: Deadline, size: int, finder: Finder, reach: Reach) -> None:
        super().__init__(deadline, size)
        self._finder, self._reach = finder, reach

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a host; raises OwnNetworkError where it is only at refused addresses."""
        found = self._finder.addresses(host, port, timeout)
        if not found:
            raise httpcore.ConnectError(host)
        allowed = self._reach.allowed(host, port, found)[:_ADDRESSES]
        if not allowed:
            raise OwnNetworkError(host)
        share = None if timeout is None else max(_PATIENCE, timeout / len(allowed))
        failure: Exception = httpcore.ConnectError(host)
        for address in allowed:
            try:
                return super().connect_tcp(str(address), port, share, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure
