"""Servers that mean ill, or are broken: each is left in time, in bounds, and in plain words."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from tests.unit.source.conftest import CERTIFICATES, RawServing, Site
from tidings.source import Limits, SourceError, fetch

PAGE = b"<!doctype html><title>Harbour</title><p>The harbour is open again.</p>"
SHORT = Limits(size=2000, connect_seconds=0.5, silence_seconds=0.3, total_seconds=0.6)
LARGE = Limits(size=200_000, connect_seconds=2, silence_seconds=2, total_seconds=20)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

Behave = Callable[[socket.socket], None]


def says(*pieces: bytes) -> Behave:
    def behave(connection: socket.socket) -> None:
        connection.sendall(b"".join(pieces))

    return behave


def goes_on(first: bytes, piece: bytes, pause: float = 0.0) -> Behave:
    """Send a piece again and again, until nobody listens."""

    def behave(connection: socket.socket) -> None:
        connection.sendall(first)
        until = time.monotonic() + 10
        while time.monotonic() < until:
            connection.sendall(piece)
            if pause:
                time.sleep(pause)

    return behave


@pytest.mark.parametrize(
    ("behave", "words"),
    [
        (goes_on(b"", b"H", 0.05), "too long"),
        (goes_on(HEAD, b"A", 0.05), "too long"),
        (goes_on(HEAD, b"X-A: b\r\n", 0.05), "too long"),
        (goes_on(HEAD + b"\r\n", b".", 0.05), "too long"),
        (goes_on(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", 0.05), "too long"),
        (goes_on(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.05), "too long"),
        (goes_on(b"HTTP/1.1 302 Found\r\n", b"X: y\r\n", 0.05), "too long"),
    ],
    ids=["status", "a header", "headers", "body", "chunks", "continue", "redirect"],
)
def test_what_drips_is_left_in_time(raw_server: RawServing, behave: Behave, words: str) -> None:
    began = time.monotonic()
    with pytest.raises(SourceError, match=words) as caught:
        fetch(raw_server(behave).address, limits=SHORT)
    assert time.monotonic() - began < 3
    assert caught.value.again


@pytest.mark.parametrize(
    ("behave", "words"),
    [
        (goes_on(HEAD, b"X-A: " + b"b" * 1000 + b"\r\n"), "cannot be understood"),
        (goes_on(HEAD + b"X-A: ", b"b" * 1000), "cannot be understood"),
        (goes_on(HEAD + b"\r\n", b"." * 1000), "too large"),
        (goes_on(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n" * 100), "too large"),
        (goes_on(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100), "too large"),
        (goes_on(HEAD + b"Transfer-Encoding: chunked\r\n\r\n1;", b"a" * 1000), "cannot be under"),
        (goes_on(HEAD + b"Content-Length: 99999999999\r\n\r\n", b"." * 1000), "too large"),
        (
            goes_on(HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"A: b\r\n"),
            "cannot be under",
        ),
    ],
    ids=["headers", "a header", "body", "chunks", "continue", "a chunk", "announced", "trailer"],
)
def test_what_does_not_end_is_cut(raw_server: RawServing, behave: Behave, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        fetch(raw_server(behave).address, limits=LARGE)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\x00\xff\xfe garbage \r\n\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"220 mail.example ESMTP\r\n",
        b"<html><p>No head at all.</p></html>",
        b"HTTP/1.1 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n" + PAGE,
        b"HTTP/1.1 200 OK\r\nContent-Length: 5, 7\r\n\r\n" + PAGE,
        HEAD + b"Content-Length: 5000\r\n\r\n" + PAGE,
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab",
        HEAD + b"Content-Encoding: br\r\n\r\n" + PAGE,
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE)[:-5],
        b"HTTP/1.1 302 Found\r\nLocation: http://example.org:port/\r\n\r\n",
    ],
    ids=["nothing", "garbage", "ssh", "mail", "no head", "no status", "negative length",
         "two lengths", "closed early", "no chunk", "half a chunk", "packed otherwise",
         "half packed", "bad redirect"],
)  # fmt: skip
def test_what_is_no_answer_is_said(raw_server: RawServing, answer: bytes) -> None:
    with pytest.raises(SourceError, match="cannot be understood"):
        fetch(raw_server(says(answer)).address)


def test_more_than_was_announced_is_not_read(raw_server: RawServing) -> None:
    length = b"Content-Length: %d\r\n\r\n" % len(PAGE)
    server = raw_server(says(HEAD, length, PAGE, b"HTTP/1.1 200 OK\r\n\r\nanother"))
    assert fetch(server.address).content == PAGE


def test_who_hangs_up_is_no_connection(raw_server: RawServing) -> None:
    def reset(connection: socket.socket) -> None:
        connection.sendall(HEAD + b"Content-Length: 5000\r\n\r\n" + PAGE)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    with pytest.raises(SourceError) as caught:
        fetch(raw_server(reset).address)
    assert caught.value.again


@pytest.mark.parametrize("times", [1, 2])
def test_a_bomb_is_cut(site: Site, times: int) -> None:
    bomb = PAGE + bytes(50_000_000)
    for _ in range(times):
        bomb = gzip.compress(bomb)
    address = site.page("/a", bomb, Content_Encoding=", ".join(["gzip"] * times))
    with pytest.raises(SourceError, match="too large"):
        fetch(address, limits=LARGE)


def test_the_body_of_a_redirect_is_not_read(raw_server: RawServing, site: Site) -> None:
    location = site.page("/a", PAGE).encode()
    endless = goes_on(b"HTTP/1.1 302 Found\r\nLocation: " + location + b"\r\n\r\n", b"." * 1000)
    assert fetch(raw_server(endless).address, limits=LARGE).content == PAGE


def test_all_redirects_together_have_one_deadline(site: Site) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        site.closing.wait(0.2)
        handler.send_response(302)
        handler.send_header("Location", "/a")
        handler.end_headers()

    with pytest.raises(SourceError, match="too long"):
        fetch(site.answer("/a", slow), limits=SHORT)
    assert len(site.requests) <= 4


def test_redirects_are_counted(site: Site) -> None:
    site.page("/0", PAGE)
    for step in range(1, 12):
        site.page(f"/{step}", b"", status=302, Location=f"/{step - 1}")
    assert fetch(f"{site.address}/10").content == PAGE
    with pytest.raises(SourceError, match="from one address to another"):
        fetch(f"{site.address}/11")


@pytest.mark.parametrize("certificate", ["expired", "stranger", "good"])
def test_a_certificate_that_is_not_good_is_said(
    secure_site: Callable[[str], Site], certificate: str
) -> None:
    site = secure_site(certificate)
    with pytest.raises(SourceError, match="could not prove who it is"):
        fetch(site.page("/a", PAGE))
    assert site.requests == []


@pytest.mark.parametrize(
    ("certificate", "is_good"), [("good", True), ("expired", False), ("stranger", False)]
)
def test_a_trusted_authority_vouches_for_name_and_time(
    secure_site: Callable[[str], Site],
    monkeypatch: pytest.MonkeyPatch,
    certificate: str,
    is_good: bool,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / "authority.pem"))
    site = secure_site(certificate)
    address = site.page("/a", PAGE)
    if is_good:
        assert fetch(address).content == PAGE
    else:
        with pytest.raises(SourceError, match="could not prove who it is"):
            fetch(address)


def test_what_is_not_secret_where_it_should_be_is_said(site: Site) -> None:
    address = site.page("/a", PAGE).replace("http:", "https:")
    with pytest.raises(SourceError, match="no connection"):
        fetch(address)


def test_a_host_is_told_nothing_but_who_asks(
    site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    netrc = tmp_path_factory.mktemp("home") / "netrc"
    netrc.write_text("machine 127.0.0.1 login reader password secret")
    monkeypatch.setenv("NETRC", str(netrc))
    site.page("/new", PAGE)
    fetch(site.page("/old", b"", status=302, Location="/new", Set_Cookie="who=reader; Path=/"))
    for request in site.requests:
        assert set(request) == {"host", "user-agent", "accept", "accept-encoding", "connection"}


def test_a_redirect_signs_nobody_in(site: Site) -> None:
    site.page("/new", PAGE)
    place = site.address.replace("http://", "http://reader:secret@")
    fetch(site.page("/old", b"", status=302, Location=f"{place}/new"))
    assert "authorization" not in site.requests[1]


def test_a_sign_in_that_the_reader_typed_stays_with_its_host(site: Site) -> None:
    site.page("/new", PAGE)
    old = site.page("/old", b"", status=302, Location="/new")
    fetch(old.replace("http://", "http://reader:secret@"))
    assert [request.get("authorization", "")[:5] for request in site.requests] == ["Basic"] * 2
