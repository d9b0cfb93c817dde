from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.unit.source.conftest import CERTIFICATES, Site
from tidings.source import (
    NOTHING_KNOWN,
    Cause,
    Fetched,
    NotModified,
    SourceError,
    Validators,
    fetch_if_changed,
)

PAGE = b"<!doctype html><title>Harbour</title><p>The harbour is open again.</p>"
SINCE = "Sun, 29 Nov 2026 12:00:00 GMT"


def careful(site: Site, path: str, etag: str = '"v1"') -> str:
    """Serve a page that says it is unchanged to whoever knows its tag."""

    def respond(handler: BaseHTTPRequestHandler) -> None:
        knows = handler.headers.get("If-None-Match") == etag
        handler.send_response(304 if knows else 200)
        handler.send_header("ETag", etag)
        handler.send_header("Last-Modified", SINCE)
        if not knows:
            handler.send_header("Content-Type", "text/html")
            handler.send_header("Content-Length", str(len(PAGE)))
        handler.end_headers()
        if not knows:
            handler.wfile.write(PAGE)

    return site.answer(path, respond)


def fetched(source: str, validators: Validators = NOTHING_KNOWN) -> Fetched:
    answer = fetch_if_changed(source, validators)
    assert isinstance(answer, Fetched)
    return answer


def test_the_first_time_there_is_a_page_and_what_to_ask_with_next(site: Site) -> None:
    address = careful(site, "/a")
    answer = fetched(address)
    assert answer.page.content == PAGE
    assert answer.validators == Validators('"v1"', SINCE, address)
    assert answer.moved_to == ""
    assert "if-none-match" not in site.requests[0]


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    address = careful(site, "/a")
    validators = fetched(address).validators
    assert fetch_if_changed(address, validators) == NotModified(validators)
    assert site.requests[1]["if-none-match"] == '"v1"'
    assert site.requests[1]["if-modified-since"] == SINCE


def test_what_has_changed_comes_with_its_new_validators(site: Site) -> None:
    validators = fetched(careful(site, "/a")).validators
    address = careful(site, "/a", etag='"v2"')
    assert fetched(address, validators).validators.etag == '"v2"'


def test_a_source_that_says_nothing_of_its_state_is_asked_for_all_of_it(site: Site) -> None:
    address = site.page("/a", PAGE)
    validators = fetched(address).validators
    assert not validators
    assert fetched(address, validators).page.content == PAGE


def test_a_state_is_told_to_nobody_else(site: Site) -> None:
    new = careful(site, "/new")
    old = site.page("/old", b"", status=302, Location="/new")
    validators = fetched(old).validators
    assert validators.address == new
    assert isinstance(fetch_if_changed(old, validators), NotModified)
    assert "if-none-match" not in site.requests[2]
    assert site.requests[3]["if-none-match"] == '"v1"'
    assert isinstance(fetch_if_changed(careful(site, "/else"), validators), Fetched)
    assert "if-none-match" not in site.requests[4]


def test_unchanged_without_having_been_asked_is_no_answer(site: Site) -> None:
    with pytest.raises(SourceError, match=r"did not give the page \(304\)"):
        fetch_if_changed(site.page("/a", b"", status=304))


@pytest.mark.parametrize(
    ("statuses", "has_moved"),
    [((301,), True), ((308,), True), ((301, 308, 301), True), ((302,), False),
     ((301, 302), False), ((307, 301), False), ((303, 308), False), ((), False)],
)  # fmt: skip
def test_it_has_moved_where_every_step_is_for_good(
    site: Site, statuses: tuple[int, ...], has_moved: bool
) -> None:
    end = site.page(f"/{len(statuses)}", PAGE)
    for step, status in enumerate(statuses):
        site.page(f"/{step}", b"", status=status, Location=f"/{step + 1}")
    answer = fetched(f"{site.address}/0")
    assert answer.moved_to == (end if has_moved else "")
    assert answer.page.address == end


def test_an_address_that_is_written_otherwise_has_not_moved(site: Site) -> None:
    site.page("/", PAGE)
    assert fetched(site.address.replace("http:", "HTTP:")).moved_to == ""


def test_an_address_with_a_password_stays(site: Site) -> None:
    site.page("/new", PAGE)
    old = site.page("/old", b"", status=301, Location="/new")
    assert fetched(old.replace("http://", "http://reader:secret@")).moved_to == ""


def test_a_step_from_secret_to_open_is_not_for_good(
    site: Site, secure_site: Callable[[str], Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / "authority.pem"))
    secure = secure_site("good")
    port = site.address.rpartition(":")[2]
    site.page("/new", PAGE)
    old = secure.page("/old", b"", status=301, Location=f"http://localhost:{port}/new")
    answer = fetched(old)
    assert (answer.page.content, answer.moved_to) == (PAGE, "")


def test_it_has_moved_though_nothing_is_new(site: Site) -> None:
    new = careful(site, "/new")
    old = site.page("/old", b"", status=301, Location="/new")
    answer = fetch_if_changed(old, fetched(old).validators)
    assert isinstance(answer, NotModified)
    assert answer.moved_to == new


@pytest.mark.parametrize("status", [429, 503])
def test_it_is_told_how_long_to_wait(site: Site, status: int) -> None:
    for header in ("120", format_datetime(datetime.now(UTC) + timedelta(seconds=120), usegmt=True)):
        with pytest.raises(SourceError) as caught:
            fetch_if_changed(site.page("/a", b"", status=status, Retry_After=header))
        assert caught.value.again
        assert caught.value.retry_after is not None
        assert 110 < caught.value.retry_after <= 120


def test_nobody_waits_longer_than_a_day(site: Site) -> None:
    with pytest.raises(SourceError) as caught:
        fetch_if_changed(site.page("/a", b"", status=429, Retry_After="999999999"))
    assert caught.value.retry_after == 24 * 3600


@pytest.mark.parametrize(
    ("status", "again"),
    [(410, False), (404, False), (403, False), (500, True), (503, True), (429, True), (408, True)],
)
def test_it_is_told_what_the_status_was_and_whether_it_is_worth_another_try(
    site: Site, status: int, again: bool
) -> None:
    with pytest.raises(SourceError) as caught:
        fetch_if_changed(site.page("/a", b"", status=status))
    assert (caught.value.cause, caught.value.status) == (Cause.STATUS, status)
    assert caught.value.again is again
    assert caught.value.retry_after is None


def test_a_file_is_read_every_time(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE)
    answer = fetched(str(path), Validators('"v1"', SINCE, path.as_uri()))
    assert (answer.page.address, answer.page.content) == (path.as_uri(), PAGE)
