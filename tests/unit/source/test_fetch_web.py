from __future__ import annotations

import gzip
import socket
import time
import zlib
from http.server import BaseHTTPRequestHandler

import pytest

import tidings
from tests.unit.source.conftest import Site
from tidings.document import RawPage
from tidings.source import Limits, SourceError, fetch, fetch_picture

PAGE = b"<!doctype html><title>Harbour</title><p>The harbour is open again.</p>"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
FEED = b"<?xml version='1.0'?>\n<rss version='2.0'><channel/></rss>"
JSON_FEED = b'\n{"version": "https://jsonfeed.org/version/1.1", "items": []}'
SHORT = Limits(size=2000, connect_seconds=0.5, silence_seconds=0.3, total_seconds=0.6)


def test_a_page_comes_with_address_type_encoding_and_bytes(site: Site) -> None:
    address = site.page("/a", PAGE, "text/html; charset=KOI8-R")
    assert fetch(address) == RawPage(address, "text/html", PAGE, "koi8-r")


def test_the_program_says_who_it_is(site: Site) -> None:
    fetch(site.page("/a", PAGE))
    assert site.requests[0]["user-agent"].startswith(f"Tidings/{tidings.__version__}")


def test_a_redirect_is_followed_and_the_last_address_kept(site: Site) -> None:
    site.page("/new", PAGE)
    old = site.page("/old", b"", status=301, Location="/new?from=old")
    assert fetch(old).address == f"{site.address}/new?from=old"


def test_cookies_are_neither_kept_nor_sent(site: Site) -> None:
    site.page("/new", PAGE)
    fetch(site.page("/old", b"", status=302, Location="/new", Set_Cookie="who=reader; Path=/"))
    assert "cookie" not in site.requests[1]


def test_redirects_in_a_circle_end(site: Site) -> None:
    address = site.page("/a", b"", status=302, Location="/a")
    with pytest.raises(SourceError, match="from one address to another"):
        fetch(address)


def test_a_redirect_to_a_file_is_refused(site: Site) -> None:
    address = site.page("/a", b"", status=302, Location="file:///etc/hostname")
    with pytest.raises(SourceError):
        fetch(address)


@pytest.mark.parametrize(
    ("status", "words", "again"),
    [
        (404, "has no page at this address", False),
        (403, "does not allow", False),
        (401, "sign-in", False),
        (410, "has removed", False),
        (429, "too busy", True),
        (503, "has a problem", True),
        (418, "did not give", False),
    ],
)
def test_a_bad_status_is_said_in_words(site: Site, status: int, words: str, again: bool) -> None:
    address = site.page("/a", PAGE, status=status)
    with pytest.raises(SourceError, match=words) as caught:
        fetch(address)
    assert f"({status})" in str(caught.value)
    assert "127.0.0.1" in str(caught.value)
    assert caught.value.again is again


def test_compressed_pages_are_unpacked(site: Site) -> None:
    packed = site.page("/gz", gzip.compress(PAGE), Content_Encoding="gzip")
    assert fetch(packed).content == PAGE
    deflated = site.page("/df", zlib.compress(PAGE), Content_Encoding="deflate")
    assert fetch(deflated).content == PAGE


def test_a_broken_compression_is_said(site: Site) -> None:
    address = site.page("/gz", b"not gzip at all", Content_Encoding="gzip")
    with pytest.raises(SourceError, match="cannot be understood"):
        fetch(address)


def test_a_page_that_says_it_is_too_large_is_not_read(site: Site) -> None:
    with pytest.raises(SourceError, match="too large"):
        fetch(site.page("/a", PAGE + b" " * 3000), limits=SHORT)


def test_a_page_that_turns_out_too_large_after_unpacking_is_refused(site: Site) -> None:
    bomb = gzip.compress(PAGE + b" " * 50_000)
    assert len(bomb) < SHORT.size
    with pytest.raises(SourceError, match="too large"):
        fetch(site.page("/a", bomb, Content_Encoding="gzip"), limits=SHORT)


def test_a_silent_server_times_out(site: Site) -> None:
    def wait(_: BaseHTTPRequestHandler) -> None:
        site.closing.wait(5)

    address = site.answer("/a", wait)
    with pytest.raises(SourceError, match="too long") as caught:
        fetch(address, limits=SHORT)
    assert caught.value.again


def test_a_page_that_drips_for_ever_times_out(site: Site) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while not site.closing.wait(0.05):
            handler.wfile.write(b".")

    began = time.monotonic()
    with pytest.raises(SourceError, match="too long"):
        fetch(site.answer("/a", drip), limits=SHORT)
    assert time.monotonic() - began < 5


def test_an_answer_that_breaks_off_is_said(site: Site) -> None:
    def break_off(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(PAGE)
        handler.close_connection = True

    with pytest.raises(SourceError, match="cannot be understood"):
        fetch(site.answer("/a", break_off))


def test_nobody_listening_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(SourceError, match=r"no connection to 127\.0\.0\.1"):
        fetch(f"http://127.0.0.1:{port}/a")


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        (b"%PDF-1.7 ...", "application/pdf", "a PDF document"),
        (PNG, "image/png", "a picture"),
        (PNG, "text/html", "a picture"),
        (b"7z\xbc\xaf\x27\x1c....", "application/octet-stream", "a packed file"),
        (b'{"stories": []}', "application/json", "a kind of file"),
        (gzip.compress(PAGE), "application/gzip", "a packed file"),
        (b"\x1f\x8b", "application/rss+xml", "a packed file"),
    ],
)
def test_what_is_no_page_is_named(site: Site, body: bytes, kind: str, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        fetch(site.page("/a", body, kind))


@pytest.mark.parametrize(
    ("body", "declared", "expected"),
    [
        (b"Just words.", "text/plain", "text/plain"),
        (PAGE, "text/plain", "text/html"),
        (PAGE, "", "text/html"),
        (PAGE, "application/octet-stream", "text/html"),
        (b"<b>x</b>", "application/xhtml+xml; charset=utf-8", "text/html"),
        (FEED, "application/rss+xml", "application/rss+xml"),
        (FEED, "text/html", "application/rss+xml"),
        (FEED, "text/plain", "application/rss+xml"),
        (FEED, "", "application/rss+xml"),
        (FEED, "image/png", "application/rss+xml"),
        (b"<?xml version='1.0'?><!-- a --><feed>", "text/xml", "application/rss+xml"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><rdf:RDF x='1'>", "text/xml", "application/rss+xml"),
        ("\ufeff<rss>".encode("utf-16-le"), "text/xml", "application/rss+xml"),
        (gzip.compress(FEED), "application/gzip", "application/rss+xml"),
        (PAGE, "application/atom+xml", "text/html"),
        (b"", "application/rss+xml", "application/rss+xml"),
        (JSON_FEED, "application/json", "application/feed+json"),
        (JSON_FEED, "application/feed+json", "application/feed+json"),
        (JSON_FEED, "text/plain", "application/feed+json"),
    ],
)
def test_the_media_type_is_what_the_bytes_are(
    site: Site, body: bytes, declared: str, expected: str
) -> None:
    assert fetch(site.page("/a", body, declared)).media_type == expected


def test_a_picture_is_fetched(site: Site) -> None:
    assert fetch_picture(site.page("/p.png", PNG, "image/png"), named_by=site.address) == PNG


def test_a_page_in_place_of_a_picture_is_refused(site: Site) -> None:
    with pytest.raises(SourceError, match="no picture"):
        fetch_picture(site.page("/p.png", PAGE, "image/png"), named_by=site.address)


def test_an_oversized_picture_is_refused(site: Site) -> None:
    with pytest.raises(SourceError, match="too large"):
        fetch_picture(site.page("/p.png", PNG + bytes(3000)), named_by=site.address, limits=SHORT)
