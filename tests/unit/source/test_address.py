from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.source import SourceError, absolute
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


@pytest.mark.parametrize(
    ("source", "means"),
    [
        ("https://example.org/a b", "https://example.org/a b"),
        ("example.org/news", "https://example.org/news"),
        ("page.html", "{here}/page.html"),
        ("../page.html", "{here}/../page.html"),
        ("/a/page.html", "/a/page.html"),
        ("~nobody-of-that-name/page.html", "{here}/~nobody-of-that-name/page.html"),
        ("file:///a/b%20c.html", "/a/b c.html"),
        ("file:relative.html", "{here}/relative.html"),
        ("a:file.html", "{here}/a:file.html"),
        ("with space, ё.html", "{here}/with space, ё.html"),
        ("caf\udce9.html", "{here}/caf\udce9.html"),
        ("-", "-"),
        ("", ""),
        ("mailto:somebody", "mailto:somebody"),
        ("http://[", "http://["),
        ("file://other.example/a", "file://other.example/a"),
    ],
)
def test_a_source_is_named_for_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, means: str
) -> None:
    (tmp_path / "a:file.html").touch()
    monkeypatch.chdir(tmp_path)
    named = absolute(source)
    assert named == means.format(here=Path.cwd())
    monkeypatch.chdir("/")
    assert absolute(named) == named
