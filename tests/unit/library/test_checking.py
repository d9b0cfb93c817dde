"""A large library is not read in full at each start, and damage is noticed all the same."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.unit.library.library_values import OPENED, edition, story
from tidings.library import Library, LibraryError, View
from tidings.library.opening import FILE_NAME

PAGE = edition(*(story(f"s{n}", f"A line of story {n}. " * 90) for n in range(60)))
DAY = timedelta(days=1)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library that counts as large, was read in full and closed; then a text is damaged."""
    monkeypatch.setattr("tidings.library.checking.LARGE", 0)
    with Library.open(tmp_path, OPENED).library as library:
        library.keep_edition(PAGE, OPENED)
    assert notice(tmp_path, OPENED) is None
    file = tmp_path / FILE_NAME
    with closing(sqlite3.connect(file)) as connection:
        (document,) = connection.execute("SELECT document FROM body WHERE article = 30").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(file.read_bytes())
    page = content.index(document) // size * size
    content[page : page + size] = random.Random(1).randbytes(size)
    file.write_bytes(content)
    return file


def notice(folder: Path, now: datetime) -> str | None:
    opened = Library.open(folder, now)
    opened.library.close()
    return opened.notice


def test_texts_are_not_read_at_each_start(file: Path) -> None:
    opened = Library.open(file.parent, OPENED + 6 * DAY)
    assert opened.notice is None
    with opened.library as library:
        assert len(library.summaries(View.ALL)) == 60


def test_a_library_that_cannot_be_written_now_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tidings.library.checking.LARGE", 0)
    with Library.open(tmp_path, OPENED).library as library:
        library.keep_edition(PAGE, OPENED)
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Library.open(tmp_path, OPENED).library as library:
            assert library.counts().all == 60


def test_they_are_read_once_a_week(file: Path) -> None:
    assert "damaged" in str(notice(file.parent, OPENED + 8 * DAY))


def test_they_are_read_when_the_clock_went_back(file: Path) -> None:
    assert "damaged" in str(notice(file.parent, OPENED - DAY))


def test_they_are_read_where_the_library_was_not_closed(file: Path, tmp_path: Path) -> None:
    killed = tmp_path / "killed"
    killed.mkdir()
    with Library.open(file.parent, OPENED).library as library:
        library.set_saved("s1", True)
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{file}{suffix}", f"{killed / FILE_NAME}{suffix}")
    assert "damaged" in str(notice(killed, OPENED))


def test_they_are_read_where_the_file_has_another_size(file: Path) -> None:
    with file.open("ab") as stream:
        stream.write(bytes(4096))
    assert "damaged" in str(notice(file.parent, OPENED))


def test_damage_that_was_met_is_set_aside_at_the_next_start(file: Path) -> None:
    with (
        Library.open(file.parent, OPENED).library as library,
        pytest.raises(LibraryError, match="is damaged"),
    ):
        list(map(library.article, (article.id for article in PAGE.articles)))
    assert "damaged" in str(notice(file.parent, OPENED))
    assert list(file.parent.glob("*.set-aside-*"))


def test_lists_and_marks_are_read_at_each_start(file: Path) -> None:
    content = bytearray(file.read_bytes())
    name = content.index(b"A line of story 59")  # its row in the table of articles
    content[name // 4096 * 4096 : name // 4096 * 4096 + 4096] = random.Random(1).randbytes(4096)
    file.write_bytes(content)
    assert "damaged" in str(notice(file.parent, OPENED))
