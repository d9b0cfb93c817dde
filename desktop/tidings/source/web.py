"""Asking the web: one page, bounded in size, time and reach, without cookies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpcore
import httpx

import tidings
from tidings.source import errors
from tidings.source.address import WebAddress
from tidings.source.answers import NOTHING_KNOWN, Validators, kept_validator, retry_after
from tidings.source.connecting import Deadline, Find, Finder, OwnNetworkError, find
from tidings.source.errors import SourceError
from tidings.source.limits import Limits
from tidings.source.proxies import proxy_for
from tidings.source.reach import Reach, is_own_by_name
from tidings.source.transport import Transport, UnusableProxyError
from tidings.source.unpacking import PACKINGS, TooMuchError, Unpacker, UnpackingError

# A site that has both gives the page; a feed's own address gives the feed all the same.
ACCEPT_PAGE = (
    "text/html, application/xhtml+xml, application/atom+xml;q=0.9, application/rss+xml;q=0.9, "
    "application/feed+json;q=0.9, text/plain;q=0.9, */*;q=0.5"
)
ACCEPT_PICTURE = "image/png, image/jpeg, image/webp, image/gif, image/*;q=0.8"

_FOR_GOOD = (301, 308)

_FAILURES = (
    TooMuchError, UnpackingError, OwnNetworkError, UnusableProxyError,
    httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProxyError,
    httpcore.ProtocolError, httpcore.UnsupportedProtocol,
    httpx.HTTPError, httpx.InvalidURL, ValueError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """A good answer: where it came from in the end, its declared type, and its bytes.

    ``content`` is None where nothing has changed since the validators were given.
    ``moved_to`` is the address to ask from now on, empty where that is the one asked.
    """

    address: str
    media_type: str
    encoding: str
    content: bytes | None
    validators: Validators
    moved_to: str


def get(
    address: WebAddress,
    limits: Limits,
    reach: Reach,
    *,
    accept: str = ACCEPT_PAGE,
    validators: Validators = NOTHING_KNOWN,
    find_host: Find = find,
) -> Answer:
    """Ask for the address and follow its redirects, as far as ``reach`` allows.

    Raises SourceError for everything that is not a complete answer with a good status.
    """
    deadline = Deadline(limits.total_seconds)
    asking = _Asking(limits, reach, Finder(find_host, deadline), deadline, validators)
    here = address
    try:
        request = httpx.Request("GET", address.url, headers=_headers(accept))
        # the new address would be without the name and password of the old one
        signs_in, is_for_good = bool(request.url.userinfo), True
        for hop in range(limits.redirects + 1):
            here = WebAddress(str(request.url))
            with asking.answer(request) as response:
                following = response.next_request
                if following is None:
                    moved = here.url if is_for_good and hop and not signs_in else ""
                    return asking.read(response, here, moved)
                is_for_good &= response.status_code in _FOR_GOOD
                # what was safe from eyes and hands on the way is not given up for ever
                is_for_good &= request.url.scheme != "https" or following.url.scheme == "https"
                request = following
                # nobody is to be signed in by a redirect
                request.url = request.url.copy_with(userinfo=b"")
    except _FAILURES as error:
        raise _told(error, address, here, limits) from error
    raise errors.too_many_redirects(address.url, here.host)


@dataclass(frozen=True, slots=True)
class _Asking:
    """What holds for every request on the way to one page."""

    limits: Limits
    reach: Reach
    finder: Finder
    deadline: Deadline
    validators: Validators

    @contextmanager
    def answer(self, request: httpx.Request) -> Iterator[httpx.Response]:
        """Send one request, and hold the connection while its answer is read."""
        proxy = self._check(request.url)
        self._put_validators(request)
        transport = Transport(self.reach, self.finder, self.deadline, self.limits.size, proxy)
        timeout = httpx.Timeout(self.limits.silence_seconds, connect=self.limits.connect_seconds)
        with httpx.Client(
            transport=transport,
            trust_env=False,
            cookies=CookieJar(policy=DefaultCookiePolicy(allowed_domains=[])),
            timeout=timeout,
        ) as client:
            response = client.send(request, stream=True)
            try:
                yield response
            finally:
                response.close()

    def read(self, response: httpx.Response, here: WebAddress, moved_to: str) -> Answer:
        """Read the answer that is not a redirect."""
        status, headers = response.status_code, response.headers
        is_unchanged = status == 304 and bool(self._validators_for(here.url))
        if status != 200 and not is_unchanged:
            wait = headers.get("Retry-After", "") if status in (429, 503) else ""
            seconds = retry_after(wait, datetime.now(UTC))
            raise errors.bad_status(here.url, here.host, status, seconds)
        return Answer(
            address=here.url,
            media_type=headers.get("Content-Type", "").partition(";")[0].strip().lower(),
            encoding=response.charset_encoding or "",
            content=None if is_unchanged else self._body(response, here),
            validators=self._new_validators(headers, here.url, is_unchanged=is_unchanged),
            moved_to=moved_to,
        )

    def _check(self, url: httpx.URL) -> str:
        """Refuse where it may not go as far as its name tells; return its proxy."""
        if url.scheme == "file":
            raise errors.own_file(str(url))
        if url.scheme not in ("http", "https") or not url.host:
            raise errors.not_an_address(str(url))
        host, port = _host(url), url.port or (443 if url.scheme == "https" else 80)
        if not self.reach.allows_port(host, port):
            raise errors.wrong_port(str(url), url.host, port)
        if is_own_by_name(host) and not self.reach.allows_own_network(host, port):
            raise errors.own_network(str(url), url.host)
        return proxy_for(url.scheme, host)

    def _validators_for(self, url: str) -> Validators:
        return self.validators if self.validators.address == url else NOTHING_KNOWN

    def _put_validators(self, request: httpx.Request) -> None:
        known = self._validators_for(str(request.url))
        for name, value in (
            ("If-None-Match", known.etag),
            ("If-Modified-Since", known.last_modified),
        ):
            request.headers.pop(name, None)
            if kept_validator(value):
                request.headers[name] = value

    def _new_validators(
        self, headers: httpx.Headers, url: str, *, is_unchanged: bool
    ) -> Validators:
        before = self.validators if is_unchanged else NOTHING_KNOWN
        return Validators(
            kept_validator(headers.get("ETag", "")) or before.etag,
            kept_validator(headers.get("Last-Modified", "")) or before.last_modified,
            url,
        )

    def _body(self, response: httpx.Response, here: WebAddress) -> bytes:
        announced = response.headers.get("Content-Length", "")
        if announced.isdigit() and int(announced) > self.limits.size:
            raise errors.too_large(here.url, self.limits.size)
        unpacker = Unpacker(response.headers.get("Content-Encoding", ""), self.limits.size)
        content = bytearray()
        for piece in response.iter_raw():
            content += unpacker.feed(piece)
        unpacker.end()
        return bytes(content)


def _headers(accept: str) -> dict[str, str]:
    """Return all that a host is told: who asks, and what can be read."""
    return {
        "User-Agent": f"Tidings/{tidings.__version__}",
        "Accept": accept,
        "Accept-Encoding": PACKINGS,
        "Connection": "close",
    }


def _host(url: httpx.URL) -> str:
    return url.raw_host.decode("ascii")


def _told(error: Exception, asked: WebAddress, here: WebAddress, limits: Limits) -> SourceError:
    """Return what is said of a failure; ``here`` is where it happened."""
    match error:
        case TooMuchError():
            return errors.too_large(asked.url, limits.size)
        case OwnNetworkError():
            return errors.own_network(asked.url, error.host)
        case UnusableProxyError():
            return errors.unusable_proxy(asked.url, str(error))
        case httpcore.TimeoutException() | httpx.TimeoutException():
            return errors.timed_out(asked.url, here.host)
        case httpcore.ConnectError() if "CERTIFICATE" in str(error).upper():
            return errors.not_trusted(asked.url, here.host)
        case httpcore.NetworkError() | httpcore.ProxyError():
            return errors.no_connection(asked.url, here.host)
        case httpcore.ProtocolError() | httpx.HTTPError() | UnpackingError():
            return errors.garbled(asked.url, here.host)
        case _:
            return errors.not_an_address(asked.url)
