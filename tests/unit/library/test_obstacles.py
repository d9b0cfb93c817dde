"""A full disk, a file that may not be written, another program: said plainly, without damage."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.library import obstacles_child, version_1
from tests.unit.library.library_values import OPENED, edition, story
from tidings.document import Edition
from tidings.library import Library, LibraryError
from tidings.library.opening import FILE_NAME

NO_ROOM = "There is no room left on the disk, so this was not kept. Free some room."
# A small disk of its own, which nobody else sees and which ends with the process.
SMALL_DISK = 'mount -t tmpfs -o size=1m none "$3" && cp "$4"/* "$3"; exec "$0" "$1" "$2" "$3"'


def on_small_disk(tmp_path: Path, what: str) -> list[str]:
    """Do something on a disk of 1 MB that holds what lies in ``made``; return what it told."""
    disk, made = tmp_path / "disk", tmp_path / "made"
    disk.mkdir()
    made.mkdir(exist_ok=True)
    (made / "note").touch()
    child = [sys.executable, obstacles_child.__file__, what, str(disk), str(made)]
    return lines(["unshare", "--map-root-user", "--mount", "sh", "-c", SMALL_DISK, *child])


def lines(command: list[str]) -> list[str]:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment())
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def environment() -> dict[str, str]:
    here = str(Path(__file__).parents[3])
    return {**os.environ, "PYTHONPATH": here}


def test_a_full_disk_costs_nothing_that_was_confirmed(tmp_path: Path) -> None:
    told = on_small_disk(tmp_path, "full")
    assert told[0] == NO_ROOM
    assert set(told[1:-1]) <= {NO_ROOM}
    assert told[-1] == "whole"


def test_a_disk_without_room_for_the_copy_keeps_the_old_library(tmp_path: Path) -> None:
    made = tmp_path / "made"
    made.mkdir()
    page = edition(*(story(f"s{n}", "A line of a story. " * 60) for n in range(20)))
    version_1.make(made / FILE_NAME, page, page_at("file:///two"))
    told = on_small_disk(tmp_path, "full_while_migrated")
    assert told == [NO_ROOM, "whole"]


def page_at(address: str) -> Edition:
    return edition(*(story(f"t{n}", "A line. " * 60) for n in range(20)), address=address)


def test_a_library_that_has_no_room_to_begin_is_said(tmp_path: Path) -> None:
    assert on_small_disk(tmp_path, "no_room_at_all") == [NO_ROOM]


def test_a_file_that_may_not_grow_costs_nothing_that_was_confirmed(tmp_path: Path) -> None:
    told = lines([sys.executable, obstacles_child.__file__, "limited", str(tmp_path)])
    assert told[-1] == "whole"
    assert "could not be read or written" in told[0]


def test_a_file_that_may_not_be_written_is_read_and_that_is_said(tmp_path: Path) -> None:
    folder = Path(os.path.realpath(tmp_path)) / "kept"
    folder.mkdir()
    with Library.open(folder).library as library:
        library.keep_edition(edition(story("a")), OPENED)
    before = (folder / FILE_NAME).read_bytes()
    for parent in (tmp_path, *tmp_path.parents[:3]):
        if parent.stat().st_uid == os.getuid() and parent != Path("/tmp"):
            parent.chmod(parent.stat().st_mode | 0o555)
    folder.chmod(0o777)
    (folder / FILE_NAME).chmod(0o444)
    notice, sentence = lines([sys.executable, obstacles_child.__file__, "read_only", str(folder)])
    assert notice == sentence
    assert "may not write to its library" in notice
    assert (folder / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize("version", [1, 2])
def test_a_library_that_another_process_holds_is_left_alone(tmp_path: Path, version: int) -> None:
    page = edition(story("a"), story("b"), story("c"))
    if version == 1:
        version_1.make(tmp_path / FILE_NAME, page)
    else:
        with Library.open(tmp_path).library as library:
            library.keep_edition(page, OPENED)
    command = [sys.executable, obstacles_child.__file__, "hold", str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment()
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(LibraryError, match="Another program is using the library"):
            Library.open(tmp_path)
        assert not list(tmp_path.glob("*aside*"))
        assert other.stdin is not None
        other.stdin.close()
    with Library.open(tmp_path).library as library:
        assert library.counts().all == 3
