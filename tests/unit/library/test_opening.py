"""Whatever stands where the library should be, nothing is lost and the reader is told."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.unit.library.library_values import ADDRESS, OPENED, edition, story
from tidings.library import Counts, Library, LibraryError
from tidings.library.opening import FILE_NAME
from tidings.library.schema import APPLICATION_ID, VERSION

NOW = datetime(2026, 11, 23, 20, 15, 30)
ASIDE = f"{FILE_NAME}.set-aside-2026-11-23T201530"
PAGE = edition(*(story(f"s{n}", "A line of a story. " * 60, title=f"Story {n}") for n in range(40)))


def filled(folder: Path) -> Path:
    with Library.open(folder).library as library:
        library.keep_edition(PAGE, OPENED)
        library.set_saved("s7", True)
    return folder / FILE_NAME


def foreign(file: Path, *statements: str) -> None:
    connection = sqlite3.connect(file)
    for statement in ("CREATE TABLE note (text)", "INSERT INTO note VALUES ('mine')", *statements):
        connection.execute(statement)
    connection.commit()
    connection.close()


def no_database(file: Path) -> None:
    file.write_bytes(b"My notes on the harbour\n" * 400)


def short(file: Path) -> None:
    file.write_bytes(b"SQLite format 3\x00")


def zeros(file: Path) -> None:
    file.write_bytes(bytes(8192))


def other_mark(file: Path) -> None:
    foreign(file, "PRAGMA application_id = 7")


def no_mark(file: Path) -> None:
    foreign(file)


def no_mark_with_log(file: Path) -> None:
    """Leave another program's database as a kill would: its tables only in its log."""
    other = file.with_name("other")
    connection = sqlite3.connect(other)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE note (text)")
    connection.commit()
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{other}{suffix}", f"{file}{suffix}")
    connection.close()
    other.unlink()


def truncated(file: Path) -> None:
    filled(file.parent)
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def page_overwritten(file: Path) -> None:
    filled(file.parent)
    content = bytearray(file.read_bytes())
    content[4096:12288] = random.Random(3).randbytes(8192)
    file.write_bytes(content)


def header_overwritten(file: Path) -> None:
    filled(file.parent)
    content = bytearray(file.read_bytes())
    content[:16] = b"Tidings format 3"
    file.write_bytes(content)


UNUSABLE = [
    no_database, short, zeros, other_mark, no_mark, no_mark_with_log,
    truncated, page_overwritten, header_overwritten,
]  # fmt: skip


@pytest.mark.parametrize("make", UNUSABLE, ids=lambda make: make.__name__)
def test_a_file_that_cannot_be_used_is_set_aside_untouched(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / FILE_NAME)
    before = (tmp_path / FILE_NAME).read_bytes()
    library, notice = open_(tmp_path)
    assert notice is not None
    assert str(tmp_path / ASIDE) in notice
    assert notice.endswith("and a new library was begun.")
    assert (tmp_path / ASIDE).read_bytes() == before
    assert library.counts() == Counts(0, 0, 0)
    library.keep_edition(PAGE, OPENED)
    library.close()
    library, notice = open_(tmp_path)
    assert notice is None
    assert library.edition(ADDRESS) == PAGE
    library.close()


def open_(folder: Path) -> tuple[Library, str | None]:
    opened = Library.open(folder, NOW)
    return opened.library, opened.notice


def test_the_log_goes_with_its_file(tmp_path: Path) -> None:
    no_mark_with_log(tmp_path / FILE_NAME)
    open_(tmp_path)[0].close()
    connection = sqlite3.connect(tmp_path / ASIDE)
    assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == [("note",)]
    connection.close()


def test_a_log_without_its_file_is_kept(tmp_path: Path) -> None:
    (tmp_path / f"{FILE_NAME}-wal").write_bytes(b"what was there")
    library, notice = open_(tmp_path)
    library.close()
    assert notice is not None
    assert "incomplete" in notice
    assert (tmp_path / f"{ASIDE}-wal").read_bytes() == b"what was there"


def test_a_folder_or_a_broken_link_in_its_place_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    (tmp_path / FILE_NAME / "note").write_text("mine")
    library, notice = open_(tmp_path)
    library.close()
    assert notice is not None
    assert "was not a file" in notice
    assert (tmp_path / ASIDE / "note").read_text() == "mine"
    (tmp_path / FILE_NAME).unlink()
    (tmp_path / FILE_NAME).symlink_to("nowhere")
    library, notice = open_(tmp_path)
    library.close()
    assert (tmp_path / f"{ASIDE}-2").is_symlink()


def test_what_was_set_aside_before_is_not_overwritten(tmp_path: Path) -> None:
    for text in ("one", "two", "three"):
        (tmp_path / FILE_NAME).write_text(text)
        open_(tmp_path)[0].close()
    kept = [tmp_path / ASIDE, tmp_path / f"{ASIDE}-2", tmp_path / f"{ASIDE}-3"]
    assert [file.read_text() for file in kept] == ["one", "two", "three"]


def test_a_newer_library_is_left_where_it_is(tmp_path: Path) -> None:
    file = filled(tmp_path)
    connection = sqlite3.connect(file)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.execute("CREATE TABLE invention (text)")
    connection.close()
    before = file.read_bytes()
    library, notice = open_(tmp_path)
    assert notice is not None
    assert "newer Tidings" in notice
    library.keep_edition(PAGE, OPENED)
    library.close()
    library, notice = open_(tmp_path)
    assert notice is not None
    assert library.edition(ADDRESS) == PAGE
    library.close()
    assert file.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"library-{VERSION}.sqlite3",
        FILE_NAME,
    ]


@pytest.mark.parametrize("left", ["nothing", "header only"])
def test_a_library_killed_while_it_was_made_is_made_anew(tmp_path: Path, left: str) -> None:
    file = tmp_path / FILE_NAME
    file.touch()
    if left == "header only":
        connection = sqlite3.connect(file)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.close()
        assert file.stat().st_size
    library, notice = open_(tmp_path)
    assert notice is None
    library.keep_edition(PAGE, OPENED)
    library.close()


def test_the_file_is_marked_as_ours(tmp_path: Path) -> None:
    header = filled(tmp_path).read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == VERSION


def test_nothing_but_the_library_stays_after_closing(tmp_path: Path) -> None:
    filled(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_a_full_disk_is_said_and_costs_nothing(tmp_path: Path) -> None:
    filled(tmp_path)
    with Library.open(tmp_path).library as library:
        (pages,) = library._connection.execute("PRAGMA page_count").fetchone()
        library._connection.execute(f"PRAGMA max_page_count = {pages}")
        more = edition(*(story(f"n{n}", "More. " * 900) for n in range(40)), address="file:///n")
        with pytest.raises(LibraryError, match="no room left on the disk"):
            library.keep_edition(more, OPENED)
        assert library.edition(ADDRESS) == PAGE
        assert library.counts() == Counts(40, 1, 40)
        library.set_read("s1", True)
    with Library.open(tmp_path).library as library:
        assert library.counts() == Counts(39, 1, 40)


def test_a_library_in_use_elsewhere_is_said(tmp_path: Path) -> None:
    filled(tmp_path)
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Library.open(tmp_path).library as library:
        library._connection.execute("PRAGMA busy_timeout = 1")
        with pytest.raises(LibraryError, match="Another program is using"):
            library.set_read("s1", True)
        other.execute("ROLLBACK")
        library.set_read("s1", True)
        assert library.counts().unread == 39
    other.close()


def test_damage_met_later_is_said(tmp_path: Path) -> None:
    file = filled(tmp_path)
    library = Library.open(tmp_path).library
    library._connection.execute("PRAGMA shrink_memory")  # else it reads from its own memory
    content = bytearray(file.read_bytes())
    content[4096:] = random.Random(5).randbytes(len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(LibraryError, match="is damaged"):
        library.search("story")
    library.close()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="cannot keep anything in"):
        Library.open(tmp_path / "file" / "folder")


READ_ONLY = """
import locale, os, sys  # gettext imports locale when it is first used
from pathlib import Path
from tidings.library import Library, LibraryError
if os.getuid() == 0:
    os.setuid(65534)
try:
    Library.open(Path(sys.argv[1]))
except LibraryError as error:
    print(error)
"""


@pytest.mark.parametrize("there", ["nothing", "a library", "a text"])
def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, there: str) -> None:
    folder = Path(os.path.realpath(tmp_path)) / "kept"
    folder.mkdir()
    if there == "a library":
        filled(folder)
    elif there == "a text":
        no_database(folder / FILE_NAME)
    for parent in (tmp_path, *tmp_path.parents[:3]):
        if parent.stat().st_uid == os.getuid() and parent != Path("/tmp"):
            parent.chmod(parent.stat().st_mode | 0o555)
    folder.chmod(0o555)
    for file in folder.iterdir():
        file.chmod(0o444)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(folder)], capture_output=True, text=True, check=False
    )
    folder.chmod(0o755)
    assert done.stderr == ""
    assert str(folder) in done.stdout
    assert "may not write" in done.stdout or "cannot be used" in done.stdout
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
