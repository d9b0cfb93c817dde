"""A process that uses a library where something stands in its way, and tells how that went.

Run as ``python obstacles_child.py WHAT FOLDER``. It tells sentences, one a line.
"""

from __future__ import annotations

import locale  # noqa: F401  # gettext imports it when it is first used, as another user perhaps
import os
import resource
import shutil
import sqlite3
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from tests.unit.library.library_values import OPENED, edition, story
from tidings.document import Position
from tidings.library import CheckResult, Library, LibraryError, NewSource, View
from tidings.library.opening import FILE_NAME

FEED = "https://example.org/feed"


def told(work: Callable[[], object]) -> bool:
    """Do something; tell the sentence and return True where it could not be done."""
    try:
        work()
    except LibraryError as error:
        print(error)  # noqa: T201
        return True
    return False


def fill(library: Library) -> list[str]:
    """Keep pages until there is no more room; return the ids of the stories confirmed."""
    confirmed: list[str] = []
    for number in range(10_000):
        ids = [f"{number}-{n}" for n in range(10)]
        page = edition(*(story(id_, f"A line of {id_}. " * 90) for id_ in ids), address=FEED)
        now = OPENED + timedelta(hours=number)
        if told(lambda page=page, now=now: library.note_check(FEED, CheckResult(now, now, page))):  # type: ignore[misc]
            return confirmed
        confirmed += ids
    raise AssertionError("the disk was never full")


def full(folder: Path) -> None:
    """Fill the disk, mark and keep places on it, make room, and go on."""
    (folder / "ballast").write_bytes(bytes(300_000))
    with Library.open(folder).library as library:
        library.follow(NewSource(FEED))
        confirmed = fill(library)
        held = [summary.id for summary in library.summaries(View.ALL)]
        assert sorted(held) == sorted(confirmed)
        assert library.article(confirmed[-1]).blocks
        marked = []
        for id_ in confirmed:
            if told(lambda id_=id_: library.set_read(id_, True)):  # type: ignore[misc]
                break
            marked.append(id_)
    with Library.open(folder).library as library:
        assert {s.id for s in library.summaries(View.ALL) if s.read} == set(marked)
    (folder / "ballast").unlink()
    with Library.open(folder).library as library:
        assert {s.id for s in library.summaries(View.ALL)} == set(confirmed)
        library.set_place(Position(confirmed[0], 0))
    whole(folder)
    print("whole")  # noqa: T201


def full_while_migrated(folder: Path) -> None:
    """Open an older library on a disk without room for its copy; then make room."""
    file = folder / FILE_NAME
    before = file.read_bytes()
    rest = shutil.disk_usage(folder).free
    (folder / "ballast").write_bytes(bytes(rest - len(before) // 2))
    assert told(lambda: Library.open(folder))
    assert file.read_bytes() == before
    (folder / "ballast").unlink()
    assert {path.name for path in folder.iterdir()} == {FILE_NAME, "note"}
    with Library.open(folder).library as library:
        assert library.counts().all
    whole(folder)
    print("whole")  # noqa: T201


def limited(folder: Path) -> None:
    """Write until the file may not be longer, as under a quota."""
    with Library.open(folder).library as library:
        library.follow(NewSource(FEED))
        _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, hard))
        confirmed = fill(library)
        assert {s.id for s in library.summaries(View.ALL)} == set(confirmed)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    with Library.open(folder).library as library:
        assert {s.id for s in library.summaries(View.ALL)} == set(confirmed)
        library.set_read(confirmed[0], True)
    whole(folder)
    print("whole")  # noqa: T201


def no_room_at_all(folder: Path) -> None:
    """Begin a library where there is no room."""
    (folder / "ballast").write_bytes(bytes(shutil.disk_usage(folder).free))
    assert told(lambda: Library.open(folder))
    (folder / "ballast").unlink()
    assert Library.open(folder).notice is None


def read_only(folder: Path) -> None:
    """Use a library whose file may not be written, as somebody who is not allowed to."""
    if os.getuid() == 0:
        os.setuid(65534)
    opened = Library.open(folder)
    print(opened.notice)  # noqa: T201
    with opened.library as library:
        assert library.counts().all
        assert told(lambda: library.set_read("a", True))


def hold(folder: Path) -> None:
    """Keep the library to itself until standard input ends."""
    connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    print("held", flush=True)  # noqa: T201
    sys.stdin.read()


def whole(folder: Path) -> None:
    """Check the file in all ways that SQLite has."""
    connection = sqlite3.connect(folder / FILE_NAME)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


if __name__ == "__main__":
    globals()[sys.argv[1]](Path(sys.argv[2]))
