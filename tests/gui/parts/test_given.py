"""Pages that another start read from its standard input."""

from __future__ import annotations

import io
from typing import BinaryIO

import pytest

from tidings.document import RawPage
from tidings.source import SourceError, fetch
from tidings.ui.given import GivenPages


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> GivenPages:
    own = io.TextIOWrapper(io.BytesIO(b"Our own standard input, which is text.\n"))
    monkeypatch.setattr("sys.stdin", own)
    return GivenPages(fetch)


def test_what_was_given_is_had_by_its_name_and_once(pages: GivenPages) -> None:
    first, file, second = pages.add(("-", "/a/page.html", "-"), b"What was given, as text.\n")
    (third,) = pages.add(("-",), b"Something else that was given.\n")
    assert file == "/a/page.html"
    assert len({first, second, third, "-"}) == 4
    assert pages(third).content == b"Something else that was given.\n"
    page = pages(first)
    assert (page.address, page.content) == ("stdin:", b"What was given, as text.\n")
    assert pages(second).content == b""
    with pytest.raises(SourceError):
        pages(first)


def test_what_is_not_given_is_our_own(pages: GivenPages) -> None:
    assert pages("-").content.startswith(b"Our own")


def test_no_page_can_name_what_was_given(pages: GivenPages) -> None:
    (name,) = pages.add(("-",), b"What was given, as text.\n")
    with pytest.raises(SourceError):
        pages(name, named_by="https://example.org/")
    assert pages(name).content == b"What was given, as text.\n"


def test_all_else_is_fetched_as_ever() -> None:
    asked: list[tuple[str, str, BinaryIO | None]] = []

    def fetched(source: str, /, *, named_by: str = "", stdin: BinaryIO | None = None) -> RawPage:
        asked.append((source, named_by, stdin))
        return RawPage(source, "text/html", b"")

    pages = GivenPages(fetched)
    pages("https://example.org/", named_by="https://example.org/list")
    pages("/a/page.html")
    assert asked == [
        ("https://example.org/", "https://example.org/list", None),
        ("/a/page.html", "", None),
    ]
