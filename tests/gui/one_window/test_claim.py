"""One at a time has the right to a library's window, and its end gives the right back."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tidings.ui.one_window import LOCK_NAME, Claim
from tidings.ui.one_window import claim as claim_it
from tidings.ui.one_window.claim import LONGEST_PATH, read_note

HOLDER = """
import os, sys, time
from pathlib import Path
from tidings.ui.one_window import claim
held = claim(Path(sys.argv[1]), "1", {})
print("held" if held else "not held", flush=True)
time.sleep(60)
"""


class Claims:
    """Claims the window as starts of a program do, and ends them all."""

    def __init__(self) -> None:
        self._made: list[Claim] = []

    def __call__(self, folder: Path, **environment: str) -> Claim | None:
        made = claim_it(folder, "1", environment)
        if made is not None:
            self._made.append(made)
        return made

    def path(self, folder: Path, **environment: str) -> Path:
        made = self(folder, **environment)
        assert made is not None
        assert made.listener is not None
        return Path(made.listener.getsockname())

    def end(self) -> None:
        for made in self._made:
            made.close()


@pytest.fixture
def claim() -> Iterator[Claims]:
    claims = Claims()
    yield claims
    claims.end()


def test_only_one_has_it_until_it_is_given_back(tmp_path: Path, claim: Claims) -> None:
    first = claim(tmp_path / "new" / "folder")
    assert first is not None
    assert claim(tmp_path / "new" / "folder") is None
    first.close()
    first.close()
    assert claim(tmp_path / "new" / "folder") is not None


def test_another_library_has_another_window(tmp_path: Path, claim: Claims) -> None:
    places = {
        claim.path(tmp_path / name, XDG_RUNTIME_DIR=str(tmp_path)) for name in ("one", "other")
    }
    assert len(places) == 2


def test_the_same_library_by_another_name_is_the_same(tmp_path: Path, claim: Claims) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    assert claim(tmp_path / "kept") is not None
    assert claim(tmp_path / "link") is None


def test_a_killed_holder_leaves_nothing_in_the_way(tmp_path: Path, claim: Claims) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert claim(tmp_path) is None
        holder.send_signal(signal.SIGKILL)
    note = read_note(tmp_path)
    assert note is not None
    assert Path(note.socket).is_socket()
    assert claim.path(tmp_path) == Path(note.socket)


def test_a_child_does_not_keep_it(tmp_path: Path, claim: Claims) -> None:
    first = claim(tmp_path)
    assert first is not None
    with subprocess.Popen(["sleep", "60"], close_fds=False) as child:
        first.close()
        assert claim(tmp_path) is not None
        child.kill()


def test_only_its_user_may_call(tmp_path: Path, claim: Claims) -> None:
    before = os.umask(0)
    try:
        place = claim.path(tmp_path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / LOCK_NAME).stat().st_mode) == 0o600


def test_the_note_tells_where_it_listens_and_who_it_is(tmp_path: Path, claim: Claims) -> None:
    assert read_note(tmp_path) is None
    place = claim.path(tmp_path, XDG_RUNTIME_DIR=str(tmp_path))
    note = read_note(tmp_path)
    assert note is not None
    assert (note.version, note.host, note.socket) == ("1", socket.gethostname(), str(place))
    (tmp_path / LOCK_NAME).write_bytes(b'{"version": "1", "host"')
    assert read_note(tmp_path) is None


def test_a_long_path_is_no_obstacle(
    tmp_path: Path, claim: Claims, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ("ж" * 100) / "tidings"
    short = Path(tempfile.mkdtemp(dir="/tmp"))
    monkeypatch.setattr(tempfile, "tempdir", str(short))
    place = claim.path(folder, XDG_RUNTIME_DIR=str(folder))
    assert len(os.fsencode(place)) <= LONGEST_PATH
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert claim(folder) is None
    claim.end()
    assert not place.exists()
    place.parent.rmdir()
    short.rmdir()


def test_a_folder_that_others_can_write_to_is_not_listened_in(
    tmp_path: Path, claim: Claims, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / f"tidings-{os.getuid()}"
    own.mkdir()
    own.chmod(0o777)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made = claim(tmp_path / ("long" * 50))
    assert made is not None
    assert made.listener is None
    assert list(own.iterdir()) == []


def test_a_name_that_is_no_utf_8_is_a_folder_like_any_other(tmp_path: Path, claim: Claims) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    assert claim.path(folder).parent == folder
    note = read_note(folder)
    assert note is not None
    assert Path(note.socket).is_socket()


def test_a_file_of_somebody_in_the_place_stays(tmp_path: Path, claim: Claims) -> None:
    run, kept = tmp_path / "run", tmp_path / "kept"
    run.mkdir()
    place = claim.path(kept, XDG_RUNTIME_DIR=str(run))
    claim.end()
    place.write_text("mine")
    assert claim.path(kept, XDG_RUNTIME_DIR=str(run)) == kept / "window.socket"
    assert place.read_text() == "mine"


@pytest.mark.parametrize("runtime", ["", "run", "/no/such/folder"])
def test_where_there_is_no_folder_for_sockets_it_listens_beside_the_library(
    tmp_path: Path, claim: Claims, runtime: str
) -> None:
    assert claim.path(tmp_path, XDG_RUNTIME_DIR=runtime) == tmp_path / "window.socket"


def test_where_nothing_can_be_kept_there_is_a_window_all_the_same(
    tmp_path: Path, claim: Claims
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / LOCK_NAME).symlink_to(tmp_path / "file")
    for folder in (tmp_path / "file", tmp_path / "linked"):
        made = claim(folder)
        assert made is not None
        assert made.listener is None
    assert (tmp_path / "file").read_bytes() == b""
