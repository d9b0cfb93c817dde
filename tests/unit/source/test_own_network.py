"""What a page names is looked for on the web, and not in the reader's own network.

Every server here is on this computer, which is as private as it gets: what is allowed
reaches it, and what is refused must leave its list of requests empty.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.unit.source.conftest import CERTIFICATES, RawServing, Site
from tidings.source import Limits, SourceError, fetch, fetch_picture
from tidings.source.address import WebAddress
from tidings.source.limits import PAGE_LIMITS
from tidings.source.reach import named_by, typed
from tidings.source.web import Answer, get

PAGE = b"<!doctype html><title>Harbour</title><p>The harbour is open again.</p>"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
FRONT = "https://news.example/front"


class Names:
    """A directory of hosts that a test writes; each host may answer otherwise every time."""

    def __init__(self, **answers: Sequence[Sequence[str]]) -> None:
        self._answers = {name.replace("_", "."): list(found) for name, found in answers.items()}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        answers = self._answers.get(host)
        if not answers:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return answers.pop(0) if len(answers) > 1 else answers[0]


def ask(url: str, names: Names, page: str = "", limits: Limits = PAGE_LIMITS) -> Answer:
    reach = named_by(page) if page else typed(url)
    return get(WebAddress(url), limits, reach, find_host=names)


def port_of(site: Site) -> str:
    return site.address.rpartition(":")[2]


def test_what_the_reader_typed_is_reached(site: Site) -> None:
    assert fetch(site.page("/a", PAGE)).content == PAGE


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.0.0.1", "127.0.0.1.", "0.0.0.0",
     "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::]", "LocalHost", "127\u30020.0.1",
     "a.localhost", "tidings.local", "169.254.169.254", "10.0.0.1", "router"],
)  # fmt: skip
def test_a_page_does_not_lead_home_however_it_is_spelt(site: Site, host: str) -> None:
    site.page("/a", PAGE)
    address = f"http://{host}:{port_of(site)}/a"
    for page in (FRONT, "unknown:", "file:///tmp/page.html"):
        with pytest.raises(SourceError, match="in your own network"):
            fetch(address, named_by=page)
    with pytest.raises(SourceError, match="in your own network"):
        fetch_picture(address, named_by=FRONT)
    assert site.requests == []


@pytest.mark.parametrize("host", ["0177.0.0.1", "\uff11\uff12\uff17.0.0.1"])
def test_a_spelling_that_no_address_has_is_refused_to_everybody(site: Site, host: str) -> None:
    for page in ("", FRONT):
        with pytest.raises(SourceError, match="neither a file nor a web address"):
            fetch(f"http://{host}:{port_of(site)}/a", named_by=page)
    assert site.requests == []


def test_a_name_that_is_found_at_home_is_refused(site: Site) -> None:
    site.page("/a", PAGE)
    url = f"http://pictures.example:{port_of(site)}/a"
    for found in (["127.0.0.1"], ["::1"], ["::ffff:127.0.0.1"], ["10.0.0.1", "127.0.0.1"]):
        with pytest.raises(SourceError, match=r"pictures\.example is in your own network"):
            ask(url, Names(pictures_example=[found]), FRONT)
    assert site.requests == []


def test_a_name_that_the_reader_typed_is_reached_at_home_under_its_name(site: Site) -> None:
    site.page("/a", PAGE)
    url = f"http://wiki.example:{port_of(site)}/a"
    assert ask(url, Names(wiki_example=[["127.0.0.1"]])).content == PAGE
    assert site.requests[0]["host"] == f"wiki.example:{port_of(site)}"


def test_the_address_that_was_checked_is_the_one_connected_to(site: Site) -> None:
    """Who answers otherwise when asked again is not asked again."""
    site.page("/a", PAGE)
    port = port_of(site)
    site.page("/from", b"", status=302, Location=f"http://wiki.example:{port}/a")
    names = Names(wiki_example=[["127.0.0.1"], ["127.0.0.99"]])
    assert ask(f"http://wiki.example:{port}/from", names).content == PAGE
    assert names.asked == ["wiki.example"]


def test_tls_is_spoken_with_the_name_and_not_with_the_number(
    secure_site: Callable[[str], Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / "authority.pem"))
    site = secure_site("good")
    site.page("/a", PAGE)
    url = f"https://names.example:{port_of(site)}/a"
    assert ask(url, Names(names_example=[["127.0.0.1"]])).content == PAGE
    assert site.server_names == ["names.example"]
    other = f"https://other.example:{port_of(site)}/a"
    with pytest.raises(SourceError, match="could not prove"):
        ask(other, Names(other_example=[["127.0.0.1"]]))


def test_the_next_address_is_tried_where_the_first_does_not_answer(site: Site) -> None:
    site.page("/a", PAGE)
    url = f"http://wiki.example:{port_of(site)}/a"
    assert ask(url, Names(wiki_example=[["127.0.0.2", "127.0.0.1"]])).content == PAGE


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_does_not_lead_to_another_host_at_home(site: Site, status: int) -> None:
    site.page("/a", PAGE)
    elsewhere = f"http://localhost:{port_of(site)}/a"
    address = site.page("/from", b"", status=status, Location=elsewhere)
    with pytest.raises(SourceError, match="localhost is in your own network"):
        fetch(address)
    assert len(site.requests) == 1


def test_a_redirect_does_not_lead_to_a_name_that_is_found_at_home(site: Site) -> None:
    port = port_of(site)
    site.page("/a", PAGE)
    site.page("/from", b"", status=302, Location=f"http://inner.example:{port}/a")
    names = Names(wiki_example=[["127.0.0.1"]], inner_example=[["127.0.0.1"]])
    with pytest.raises(SourceError, match=r"inner\.example is in your own network"):
        ask(f"http://wiki.example:{port}/from", names)
    assert len(site.requests) == 1


def test_every_redirect_on_the_way_is_checked(site: Site) -> None:
    site.page("/a", b"", status=302, Location="/b")
    site.page("/b", b"", status=302, Location="/c")
    address = site.page("/c", b"", status=302, Location="http://169.254.169.254/latest")
    with pytest.raises(SourceError, match=r"169\.254\.169\.254 is in your own network"):
        fetch(address.replace("/c", "/a"))


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("file:///etc/hostname", "a file of this computer"),
        ("file://localhost/etc/hostname", "a file of this computer"),
        ("ftp://example.org/a", "neither a file nor a web address"),
        ("gopher://127.0.0.1:70/_a", "neither a file nor a web address"),
        ("data:text/html,x", "neither a file nor a web address"),
        ("javascript:alert(1)", "neither a file nor a web address"),
        ("http://127.0.0.1:22/", "on port 22"),
        ("http://127.0.0.1:6379/", "on port 6379"),
    ],
)
def test_a_redirect_leads_to_pages_only(site: Site, location: str, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        fetch(site.page("/a", b"", status=302, Location=location))


def test_a_page_does_not_lead_to_a_port_that_is_not_for_pages(raw_server: RawServing) -> None:
    with pytest.raises(SourceError, match=r"news\.example on port 25"):
        fetch("http://news.example:25/a", named_by=FRONT)


def test_a_page_at_home_has_what_is_on_its_own_host_and_port(site: Site) -> None:
    page = site.page("/a", PAGE)
    assert fetch(site.page("/b", PAGE), named_by=page).content == PAGE
    assert fetch_picture(site.page("/p.png", PNG), named_by=page) == PNG


def test_a_page_at_home_does_not_lead_to_its_neighbours(site: Site, raw_server: RawServing) -> None:
    page, neighbour = site.page("/a", PAGE), raw_server(lambda _connection: None)
    for address in (neighbour.address, f"http://localhost:{port_of(site)}/a"):
        with pytest.raises(SourceError, match="in your own network"):
            fetch(address, named_by=page)
        with pytest.raises(SourceError, match="in your own network"):
            fetch_picture(address, named_by=page)
    assert neighbour.connections == 0


def test_a_picture_is_never_typed(site: Site) -> None:
    with pytest.raises(SourceError, match="in your own network"):
        fetch_picture(site.page("/p.png", PNG))
    assert site.requests == []


@pytest.mark.parametrize("page", [FRONT, "unknown:", "stdin:"])
def test_only_a_page_among_the_readers_files_names_files(tmp_path: Path, page: str) -> None:
    words, picture = tmp_path / "a.txt", tmp_path / "p.png"
    words.write_text("Secret.")
    picture.write_bytes(PNG)
    for address in (words.as_uri(), str(words), "-"):
        with pytest.raises(SourceError, match="a file of this computer"):
            fetch(address, named_by=page)
    with pytest.raises(SourceError, match="a file of this computer"):
        fetch_picture(picture.as_uri(), named_by=page)
    beside = (tmp_path / "page.html").as_uri()
    assert fetch(words.as_uri(), named_by=beside).content == b"Secret."
    assert fetch_picture(picture.as_uri(), named_by=beside) == PNG


def test_a_host_that_is_not_found_in_time_is_left() -> None:
    found = threading.Event()

    def never(_host: str, _port: int) -> Sequence[str]:
        found.wait(10)
        return []

    limits = Limits(size=2000, connect_seconds=0.2, total_seconds=5)
    began = time.monotonic()
    with pytest.raises(SourceError, match="too long"):
        get(
            WebAddress("http://slow.example/"),
            limits,
            typed("http://slow.example/"),
            find_host=never,
        )
    found.set()
    assert time.monotonic() - began < 2


def test_a_host_that_is_not_found_is_said() -> None:
    with pytest.raises(SourceError, match=r"no connection to nowhere\.example"):
        ask("http://nowhere.example/", Names())
    with pytest.raises(SourceError, match=r"no connection to empty\.example"):
        ask("http://empty.example/", Names(empty_example=[[]]))


@pytest.mark.parametrize("url", ["http://.example.org/", "https://.example.org/", "http://a..b/"])
def test_a_name_that_is_none_is_said(url: str) -> None:
    with pytest.raises(SourceError):
        ask(url, Names())


def test_through_a_proxy_names_are_checked_and_the_rest_is_the_proxys(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy finds the host itself; it may be at home, since the reader set it."""
    monkeypatch.setenv("http_proxy", site.address)
    monkeypatch.delenv("no_proxy", raising=False)
    site.page("http://news.example/a", PAGE)
    assert ask("http://news.example/a", Names(), FRONT).content == PAGE
    assert site.requests[0]["host"] == "news.example"
    for url in ("http://10.0.0.1/a", "http://router/a", "http://167772161/a"):
        with pytest.raises(SourceError, match="in your own network"):
            ask(url, Names(), FRONT)
    assert len(site.requests) == 1


def test_a_proxy_that_cannot_be_used_is_said_and_not_gone_round(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:9050")
    url = f"http://wiki.example:{port_of(site)}/a"
    with pytest.raises(SourceError, match=r"a proxy \(socks5\) that Tidings cannot use"):
        ask(url, Names(wiki_example=[["127.0.0.1"]]))
    assert site.requests == []
