from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from tidings.document import RawPage
from tidings.source import Limits, SourceError, fetch, fetch_picture

PAGE = b"<html><body><p>Saved.</p></body></html>"
PAGE_BESIDE = "file:///tmp/page.html"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def test_a_saved_page_is_a_file_address(tmp_path: Path) -> None:
    path = tmp_path / "my page.html"
    path.write_bytes(PAGE)
    page = fetch(str(path))
    assert page == RawPage(path.as_uri(), "text/html", PAGE)
    assert fetch(page.address) == page


def test_a_relative_path_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notes.txt").write_text("Only words.")
    monkeypatch.chdir(tmp_path)
    page = fetch("notes.txt")
    assert (page.address, page.media_type) == ((tmp_path / "notes.txt").as_uri(), "text/plain")


def test_a_page_without_an_ending_is_told_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(b"\xff\xfe" + "<!DOCTYPE html><p>x".encode("utf-16-le"))
    assert fetch(str(path)).media_type == "text/html"


def test_an_empty_file_is_an_empty_page(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.touch()
    assert fetch(str(path)).content == b""


def test_standard_input_is_read() -> None:
    assert fetch("-", stdin=io.BytesIO(b"One line.")) == RawPage(
        "stdin:", "text/plain", b"One line."
    )
    assert fetch("-", stdin=io.BytesIO(PAGE)).media_type == "text/html"


def test_standard_input_has_a_limit() -> None:
    with pytest.raises(SourceError, match="too large"):
        fetch("-", stdin=io.BytesIO(b"x" * 101), limits=Limits(size=100))
    assert len(fetch("-", stdin=io.BytesIO(b"x" * 100), limits=Limits(size=100)).content) == 100


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing.html", "There is no file"),
        ("missing", "There is no file"),
        (".", "is a folder"),
        ("book.pdf", "a PDF document"),
        ("song.mp3", "a sound or a film"),
        ("zeros.txt", "not text"),
        ("pipe", "may not be read"),
        ("page.html/below", "There is no file"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)
    (tmp_path / "book.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "song.mp3").write_bytes(b"ID3\x04")
    (tmp_path / "zeros.txt").write_bytes(bytes(100))
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceError, match=words):
        fetch(str(tmp_path / name))


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    path.write_bytes(PAGE + b" " * 1000)
    with pytest.raises(SourceError, match="too large"):
        fetch(str(path), limits=Limits(size=1000))


def test_a_picture_beside_a_page_is_read(tmp_path: Path) -> None:
    path = tmp_path / "harbour.png"
    path.write_bytes(PNG)
    assert fetch_picture(path.as_uri(), named_by=PAGE_BESIDE) == PNG


def test_words_are_no_picture(tmp_path: Path) -> None:
    path = tmp_path / "harbour.png"
    path.write_bytes(b"words")
    with pytest.raises(SourceError, match="no picture"):
        fetch_picture(path.as_uri(), named_by=PAGE_BESIDE)


@pytest.mark.parametrize(
    ("content", "is_picture"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", True),
        (b"<?xml version='1.0'?>\n<!-- drawn -->\n<svg/>", True),
        (b"GIF89a", True),
        (b"RIFF\0\0\0\0WEBPVP8 ", True),
        (b"<?xml version='1.0'?><html><body><svg/></body></html>", False),
    ],
)
def test_pictures_are_told_by_their_bytes(tmp_path: Path, content: bytes, is_picture: bool) -> None:
    path = tmp_path / "picture"
    path.write_bytes(content)
    if is_picture:
        assert fetch_picture(str(path), named_by=PAGE_BESIDE) == content
    else:
        with pytest.raises(SourceError):
            fetch_picture(str(path), named_by=PAGE_BESIDE)
