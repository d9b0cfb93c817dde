"""Carrying one request to its host, directly or through the reader's proxy."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterator
from functools import lru_cache

import httpcore
import httpx

from tidings.source.connecting import BoundedBackend, CheckedBackend, Deadline, Finder
from tidings.source.reach import Reach

_HEADERS = 300_000
"""Bytes that may come in addition to a body: headers, and the lengths of its pieces."""

_PROXIES = ("http", "https")


class UnusableProxyError(Exception):
    """The reader's system names a proxy of a kind that we cannot use; the text is its kind."""


class Transport(httpx.BaseTransport):
    """Carries requests over a connection that is checked and bounded.

    A proxy finds the host itself: then its name is all that can be checked, before.
    """

    def __init__(
        self, reach: Reach, finder: Finder, deadline: Deadline, size: int, proxy: str = ""
    ) -> None:
        """Connect directly, or through ``proxy``; raises UnusableProxyError.

        ``size`` is the largest body that is wanted, in bytes.
        """
        self._pool: httpcore.ConnectionPool
        size += _HEADERS
        if proxy:
            self._pool = _proxied(proxy, BoundedBackend(deadline, size))
        else:
            backend = CheckedBackend(deadline, size, finder, reach)
            self._pool = httpcore.ConnectionPool(_trust(), network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return the answer as it begins; raises httpcore's errors."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Close the connection."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def _proxied(address: str, backend: BoundedBackend) -> httpcore.HTTPProxy:
    proxy = httpx.Proxy(address)
    if proxy.url.scheme not in _PROXIES:
        raise UnusableProxyError(proxy.url.scheme)
    return httpcore.HTTPProxy(
        httpcore.URL(
            scheme=proxy.url.raw_scheme,
            host=proxy.url.raw_host,
            port=proxy.url.port,
            target=proxy.url.raw_path,
        ),
        proxy_auth=proxy.raw_auth,
        ssl_context=_trust(),
        network_backend=backend,
    )


def _trust() -> ssl.SSLContext:
    return _trust_of(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))


@lru_cache(maxsize=1)
def _trust_of(_file: str | None, _folder: str | None) -> ssl.SSLContext:
    """Return whose certificates are believed; reading them takes 20 ms, so it is done once."""
    return httpx.create_ssl_context()
