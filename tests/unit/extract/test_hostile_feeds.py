"""Feeds that are broken, or written to harm, are read as far as they go and harm nothing."""

from __future__ import annotations

import gzip
import io
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from xml import sax

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.unit.extract.feed_texts import ADDRESS, LONG, XML, edition, item, only, rss
from tidings.document import Edition, RawPage, edition_to_json
from tidings.extract import is_feed, read, to_format
from tidings.extract.decode import decode
from tidings.extract.feed_xml import whole
from tidings.extract.linking import spans_of

_GOLDEN = Path(__file__).parents[2] / "golden"
FEEDS = [path.read_bytes() for path in sorted(_GOLDEN.glob("feed_*/input.*"))]
KINDS = [XML, "application/feed+json", "text/html", "text/plain"]
JUNK = [
    b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<item>", b"</item>", b"<entry>", b"</channel>",
    b"<title>", b"<link>", b"<a:b c:d='e'>", b"<!DOCTYPE a [", b"<!ENTITY b 'c'>", b"&b;",
    b"&#x110000;", b"&#xD800;", b"&nbsp;", b"\0", b"\xff\xfe", b"\xe2\x80", b"'", b'"',
    b"xml:base='http://['", b"<link href='http://[::1'/>", b"<image>", b"<textinput>", b"<author>",
    b"<source url='a'>", b"<category>", b"<enclosure url='http://[' type='audio/a'/>", b"{", b"}",
    b"[", b"]", b",", b"null", b"1e999", b"NaN", b"<dcterms:valid>start=", b"<media:content/>",
    b"<content type='image/png'>YQ==</content>", b"<channel lastmod='a' href='b'>",
]  # fmt: skip


def is_clean(got: Edition) -> bool:
    json.dumps([edition_to_json(got), to_format(got)])
    links = [
        span.link for story in got.articles for block in story.blocks for span in spans_of(block)
    ]
    links += [story.url for story in got.articles]
    return all(link.partition(":")[0] in ("", "http", "https", "mailto") for link in links)


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"<rss>", b"<feed>", b'{"version":"","items":[']),
    st.sampled_from(KINDS),
)
@example(b"", b"", XML)
@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_are_read(content: bytes, start: bytes, kind: str) -> None:
    page = RawPage(ADDRESS, kind, start + content)
    is_feed(page)
    got = read(page)
    assert got.articles or got.notes
    assert is_clean(got)


@given(
    st.integers(0, 99),
    st.lists(
        st.tuples(
            st.floats(0, 1, exclude_max=True),
            st.sampled_from(JUNK),
            st.sampled_from([0, 1, 40]),
            st.sampled_from([1, 1, 300]),
        ),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from([1.0, 1.0, 0.9, 0.5]),
)
@example(0, [(0.03125, b"}", 0, 1)], 1.0)
@example(2, [(0.0625, b"<content type='image/png'>YQ==</content>", 0, 1)], 1.0)
@example(3, [(0.14453125, b"<", 40, 1)], 1.0)
@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_broken_feeds_are_read(
    number: int, damages: list[tuple[float, bytes, int, int]], kept: float
) -> None:
    content = FEEDS[number % len(FEEDS)]
    for place, junk, lost, times in damages:
        at = int(len(content) * place)
        content = content[:at] + junk * times + content[at + lost :]
    content = content[: int(len(content) * kept)]
    got = read(RawPage(ADDRESS, KINDS[number % len(KINDS)], content))
    assert got.articles or got.notes
    assert "This page could not be read." not in got.notes
    assert is_clean(got)
    xml = whole(decode(content))
    if xml is not None:
        parser = sax.make_parser()
        parser.setFeature(sax.handler.feature_namespaces, True)
        parser.parse(io.BytesIO(xml.content))


BOMB = (
    "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'boom'>"
    + "".join(
        f"<!ENTITY {name} '{f'&{before};' * 10}'>"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    asked: list[object] = []

    def refuse(*arguments: object, **_: object) -> None:
        asked.append(arguments)
        raise OSError

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield
    assert not asked


@pytest.mark.usefixtures("no_network")
def test_entities_do_not_burst() -> None:
    story = only(
        BOMB
        + rss(item(f"<p>{LONG}</p>", "<description>&i;&a;</description>"), "").partition("?>")[2]
    )
    assert story.summary in ("", "boom")
    assert story.blocks[0].text == LONG.strip()


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("place", ["file:///etc/passwd", "http://127.0.0.1:9/x"])
def test_other_files_are_not_read(place: str) -> None:
    head = (
        f"<?xml version='1.0'?><!DOCTYPE rss SYSTEM '{place}' [<!ENTITY x SYSTEM '{place}'>"
        f"<!ENTITY % y SYSTEM '{place}'> %y;]>"
    )
    text = rss("<item><title>a&x;b</title></item>").partition("?>")[2]
    assert only(head + text).title == "ab"


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("text", ["https://news.example/feed", "/etc/passwd", "file:///etc/passwd"])
def test_an_address_is_no_feed(text: str) -> None:
    got = edition(text)
    assert "root:" not in json.dumps(edition_to_json(got))


def test_harmful_markup_and_addresses_stay_behind() -> None:
    dirt = (
        "<script>steal()</script><p onclick='steal()'>A <a href='javascript:steal()'>link</a>.</p>"
        "<iframe src='https://steal.example/'></iframe><img src='javascript:steal()' alt='One'>"
    )
    head = "<link>javascript:steal()</link>"
    more = "<media:content url='javascript:steal()' medium='image'/><guid>javascript:steal()</guid>"
    got = edition(rss(item(dirt, more) + f"<item><title>a</title>{head}</item>", head))
    assert is_clean(got)
    assert "steal" not in json.dumps(edition_to_json(got))


def _ten_megabytes() -> dict[str, bytes]:
    size = 10_000_000
    return {
        "one text": rss(item(f"<p>{LONG * (size // len(LONG))}</p>")).encode(),
        "items": rss("<item><title>a</title></item>" * (size // 29)).encode(),
        "open items": rss("<item>" * (size // 6)).encode(),
        "links": b"<rss>" + b"<link/>" * (size // 7),
        "names": rss("&a;" * (size // 3)).encode(),
        "tags": b"<rss>" + b"<a" * (size // 2),
        "quotes": b"<rss a='" * (size // 8),
        "comments": b"<!--" * (size // 4) + b"<rss>",
        "sections": b"<rss>" + b"<![CDATA[" * (size // 9),
        "prefixes": b"<rss>" + b"".join(b"<a%d:b/>" % n for n in range(size // 12)),
        "json": b'{"version":"","items":[' + b"[" * size,
        "packed": gzip.compress(bytes(25_000_000)),
    }


@pytest.mark.parametrize("shape", _ten_megabytes())
def test_ten_megabytes_take_seconds(shape: str) -> None:
    content = _ten_megabytes()[shape]
    began = time.process_time()
    got = edition(content)
    assert time.process_time() - began < 10
    assert got.articles or got.notes


def test_feedparser_is_loaded_by_the_first_feed_alone() -> None:
    code = (
        "import sys; from tidings.document import RawPage; from tidings.extract import read\n"
        "read(RawPage('https://a.example/b', 'text/html', b'<p>A page.</p>'))\n"
        "before = 'feedparser' in sys.modules\n"
        f"read(RawPage('https://a.example/b', 'text/html', {rss(item('<p>a</p>'))!r}.encode()))\n"
        "print(before, 'feedparser' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        timeout=90,
    )
    assert ran.stdout.split() == ["False", "True"]
