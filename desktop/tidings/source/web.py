"""Asking the web: one request, bounded in size and time, without cookies."""

from __future__ import annotations

import time
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING

import tidings
from tidings.source import errors
from tidings.source.address import WebAddress

if TYPE_CHECKING:
    import httpx

    from tidings.source.limits import Limits

_ACCEPT_PAGE = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5"
_ACCEPT_PICTURE = "image/png, image/jpeg, image/webp, image/gif, image/*;q=0.8"


@dataclass(frozen=True, slots=True)
class Answer:
    """A good answer: where it came from in the end, its declared type, and its bytes."""

    address: str
    media_type: str
    encoding: str
    content: bytes


def get(address: WebAddress, limits: Limits, *, picture: bool = False) -> Answer:
    """Ask for the address and follow its redirects.

    Raises SourceError for everything that is not a complete answer with a good status.
    """
    import httpx

    try:
        with (
            _client(limits, _ACCEPT_PICTURE if picture else _ACCEPT_PAGE) as client,
            client.stream("GET", address.url) as response,
        ):
            return _answer(response, limits)
    except httpx.TimeoutException:
        raise errors.timed_out(address.url, address.host) from None
    except httpx.TooManyRedirects:
        raise errors.too_many_redirects(address.url, address.host) from None
    except httpx.ConnectError as error:
        if "CERTIFICATE" in str(error).upper():
            raise errors.not_trusted(address.url, address.host) from error
        raise errors.no_connection(address.url, address.host) from error
    except (httpx.UnsupportedProtocol, httpx.InvalidURL, UnicodeError):
        raise errors.not_an_address(address.url) from None
    except (httpx.DecodingError, httpx.ProtocolError) as error:
        raise errors.garbled(address.url, address.host) from error
    except httpx.HTTPError as error:
        raise errors.no_connection(address.url, address.host) from error


def _client(limits: Limits, accept: str) -> httpx.Client:
    import httpx

    return httpx.Client(
        headers={"User-Agent": f"Tidings/{tidings.__version__}", "Accept": accept},
        cookies=CookieJar(policy=DefaultCookiePolicy(allowed_domains=[])),
        follow_redirects=True,
        max_redirects=limits.redirects,
        timeout=httpx.Timeout(limits.silence_seconds, connect=limits.connect_seconds),
    )


def _answer(response: httpx.Response, limits: Limits) -> Answer:
    address = WebAddress(str(response.url))
    if response.status_code != 200:
        raise errors.bad_status(address.url, address.host, response.status_code)
    announced = response.headers.get("Content-Length", "")
    if announced.isdigit() and int(announced) > limits.size:
        raise errors.too_large(address.url, limits.size)
    until = time.monotonic() + limits.total_seconds
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > limits.size:
            raise errors.too_large(address.url, limits.size)
        if time.monotonic() > until:
            raise errors.timed_out(address.url, address.host)
    declared = response.headers.get("Content-Type", "")
    return Answer(
        address=address.url,
        media_type=declared.partition(";")[0].strip().lower(),
        encoding=response.charset_encoding or "",
        content=bytes(content),
    )
