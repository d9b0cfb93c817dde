from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.source import SourceError
from tidings.source.address import FileAddress, StandardInput, WebAddress, parse


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("https://example.org/z/1", WebAddress("https://example.org/z/1")),
        ("  HTTP://example.org ", WebAddress("HTTP://example.org")),
        ("example.org/z/1", WebAddress("https://example.org/z/1")),
        ("www.example.org", WebAddress("https://www.example.org")),
        ("example.org:8080/a", WebAddress("https://example.org:8080/a")),
        ("page.html", FileAddress(Path("page.html"))),
        ("folder/page", FileAddress(Path("folder/page"))),
        ("file:///tmp/my%20page.html", FileAddress(Path("/tmp/my page.html"))),
        ("file:///tmp/page.html?p=2#top", FileAddress(Path("/tmp/page.html"))),
        ("file://localhost/tmp/a", FileAddress(Path("/tmp/a"))),
        ("~nobody-of-this-name/a", FileAddress(Path("~nobody-of-this-name/a"))),
        ("x" * 5000, FileAddress(Path("x" * 5000))),
        ("-", StandardInput()),
    ],
)
def test_a_source_is_told(source: str, expected: object) -> None:
    assert parse(source) == expected


@pytest.mark.parametrize(
    "source",
    ["", " ", "javascript:alert(1)", "data:text/html,x", "ftp://example.org/a", "https://",
     "http://[bad", "file://other-computer/share/a", "https://host:port/a", "a\0b", "\ud800"],
)  # fmt: skip
def test_what_is_no_source_is_refused(source: str) -> None:
    with pytest.raises(SourceError, match="neither a file nor a web address"):
        parse(source)


def test_a_file_goes_before_a_host_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("example.org").touch()
    assert parse("example.org") == FileAddress(Path("example.org"))


@given(st.text(max_size=60))
def test_any_text_is_a_source_or_refused(source: str) -> None:
    with contextlib.suppress(SourceError):
        parse(source)
