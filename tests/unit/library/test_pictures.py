"""Pictures on a real disk: kept as they were, within their room, whatever befalls them."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.unit.library import picture_child
from tests.unit.library.picture_child import NAMES, ROOM, is_whole, picture
from tests.unit.library.test_obstacles import SMALL_DISK, environment
from tidings.library import PictureStore, Room

KILLS = 40
NAME = "\nhttps://example.org/" + "long/" * 1000 + "wheel.png"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "pictures"


@pytest.fixture
def store(folder: Path) -> PictureStore:
    return PictureStore(folder, Room(size=100_000, count=1000))


def size_of(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


def the_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def age(folder: Path, store: PictureStore, name: str, days: float) -> None:
    """Have a picture be unused for so long."""
    then = time.time() - days * 86_400
    os.utime(store._file(name), (then, then))


def test_what_is_kept_is_had_again_as_it_was(store: PictureStore, folder: Path) -> None:
    assert store.get(NAME) is None
    assert not store.has(NAME)
    assert store.put(NAME, b"\x89PNG a wheel")
    for one in (store, PictureStore(folder)):
        assert one.get(NAME) == b"\x89PNG a wheel"
        assert one.has(NAME)
        assert one.get(NAME + "?") is None
    assert store.put(NAME, b"\x89PNG another")
    assert store.get(NAME) == b"\x89PNG another"
    assert len(list(folder.iterdir())) == 1


def test_nobody_else_sees_what_was_read(store: PictureStore, folder: Path) -> None:
    store.put(NAME, b"a picture")
    assert folder.stat().st_mode & 0o077 == 0
    assert the_file(folder).stat().st_mode & 0o077 == 0
    assert "example" not in the_file(folder).name


def test_the_whole_stays_within_its_room_and_the_longest_unused_go(
    store: PictureStore, folder: Path
) -> None:
    for number in range(9):
        assert store.put(f"p{number}", bytes(10_000))
        age(folder, store, f"p{number}", 30 - number)
    assert store.get("p0")  # now it is the one that was used last
    assert store.has("p1")
    for number in range(9, 13):
        assert store.put(f"p{number}", bytes(10_000))
        assert size_of(folder) <= 100_000
    there = {number for number in range(13) if store.has(f"p{number}")}
    assert {0, 1, 9, 10, 11, 12} <= there
    assert not {2, 3, 4, 5} & there


def test_no_more_pictures_than_their_number(folder: Path) -> None:
    store = PictureStore(folder, Room(size=1_000_000, count=32))
    for number in range(100):
        assert store.put(str(number), b"small")
        assert len(list(folder.iterdir())) <= 32
    assert store.has("99")


def test_what_is_too_large_for_all_of_the_room_pushes_nothing_out(store: PictureStore) -> None:
    store.put("a", b"small")
    assert not store.put("b", bytes(99_000))
    assert store.has("a")
    assert not store.has("b")


@pytest.mark.parametrize("harm", ["cut short", "empty", "a bit", "foreign", "longer", "another"])
def test_a_damaged_file_is_none_and_goes(store: PictureStore, folder: Path, harm: str) -> None:
    content = random.Random(1).randbytes(5_000)
    store.put(NAME, content)
    file = the_file(folder)
    data = file.read_bytes()
    file.write_bytes(
        {
            "cut short": data[:3_000],
            "empty": b"",
            "a bit": data[:3_000] + bytes([data[3_000] ^ 1]) + data[3_001:],
            "foreign": b"\x89PNG of somebody else",
            "longer": data + b"!",
            "another": data[:40],
        }[harm]
    )
    assert store.get(NAME) is None
    assert not file.exists()
    assert store.put(NAME, content)
    assert store.get(NAME) == content


def test_what_is_not_ours_stays_and_does_no_harm(store: PictureStore, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "holiday.jpg").write_bytes(bytes(500_000))
    (folder / "folder.picture").mkdir()
    (folder / f"{'0' * 64}.picture").mkdir()
    os.mkfifo(folder / f"{'1' * 64}.picture")
    (folder / f"{'2' * 64}.picture").symlink_to(folder / "holiday.jpg")
    before = set(folder.iterdir())
    for number in range(30):
        assert store.put(f"p{number}", bytes(10_000))
    assert before <= set(folder.iterdir())
    assert (folder / "holiday.jpg").stat().st_size == 500_000


@pytest.mark.parametrize("kind", ["folder", "pipe", "link to nothing"])
@pytest.mark.timeout(20)
def test_something_else_under_a_pictures_name_is_no_picture(
    store: PictureStore, folder: Path, kind: str
) -> None:
    store.put(NAME, b"a picture")
    file = the_file(folder)
    file.unlink()
    match kind:
        case "folder":
            (file / "within").mkdir(parents=True)
        case "pipe":
            os.mkfifo(file)
        case _:
            file.symlink_to(folder / "nothing")
    assert store.get(NAME) is None
    assert not store.has(NAME)
    assert store.put(NAME, b"a picture") is (kind != "folder")


def test_a_folder_that_cannot_be_made_costs_one_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    (tmp_path / "cache").write_text("a file")
    store = PictureStore(tmp_path / "cache" / "pictures")
    assert not any(store.put(str(number), b"a picture") for number in range(20))
    assert store.get("1") is None
    assert not store.has("1")
    assert [record.levelname for record in caplog.records] == ["INFO"]
    # Once it can be made, all is well, and another fault is told again.
    (tmp_path / "cache").unlink()
    assert store.put("1", b"a picture")
    assert store.get("1") == b"a picture"


def test_the_folder_may_be_emptied_meanwhile(store: PictureStore, folder: Path) -> None:
    store.put("a", b"a picture")
    the_file(folder).unlink()
    folder.rmdir()
    assert store.get("a") is None
    assert store.put("a", b"a picture")
    assert store.get("a") == b"a picture"


def test_what_was_left_unfinished_long_ago_goes(store: PictureStore, folder: Path) -> None:
    folder.mkdir(parents=True)
    old, new = folder / ".picture-old.part", folder / ".picture-new.part"
    for file in (old, new):
        file.write_bytes(bytes(1_000))
    os.utime(old, (time.time() - 7_200,) * 2)
    store.put("a", b"a picture")
    assert not old.exists()
    assert new.exists()  # another process may be at it


def test_all_of_it_is_removed_and_nothing_else(store: PictureStore, folder: Path) -> None:
    assert (store.clear().count, store.clear().left) == (0, 0)
    for number in range(3):
        store.put(str(number), bytes(1_000))
    (folder / "holiday.jpg").write_text("not ours")
    (folder / ".picture-new.part").write_text("on its way")
    done = store.clear()
    assert (done.count, done.left) == (4, 0)
    assert 3_000 < done.size < 3_200
    assert [file.name for file in folder.iterdir()] == ["holiday.jpg"]
    assert store.put("1", b"a picture")
    assert store.get("1") == b"a picture"


def test_many_threads_use_one_store(folder: Path) -> None:
    store = PictureStore(folder, ROOM)

    def use(number: int) -> None:
        name = f"p{number % NAMES}"
        found = store.get(name)
        assert found is None or is_whole(name, found)
        assert store.put(name, picture(name, number))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(use, range(300)))
    assert size_of(folder) <= ROOM.size


# --- other processes, and the end of this one


def child(folder: Path, seed: object) -> subprocess.Popen[str]:
    command = [sys.executable, picture_child.__file__, "keep", str(folder), str(seed)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment())


def test_forty_kills_leave_no_half_picture(folder: Path) -> None:
    chance = random.Random(20261130)
    kept = 0
    for kill in range(KILLS):
        with child(folder, kill) as process:
            assert process.stdout is not None
            process.stdout.readline()
            # A fixed time and no condition: the moment of the kill is what is drawn at random.
            time.sleep(chance.uniform(0, 0.03))
            process.send_signal(signal.SIGKILL)
            kept += len(process.stdout.readlines())
            assert process.wait() == -signal.SIGKILL
        store = PictureStore(folder, ROOM)
        before = len(list(folder.glob("*.picture")))
        found = {name: store.get(name) for name in (f"p{n}" for n in range(NAMES))}
        assert all(content is None or is_whole(name, content) for name, content in found.items())
        # There is none that is damaged, either, which would not have been handed out.
        assert before == sum(map(bool, found.values()))
    assert kept > KILLS
    unfinished = list(folder.glob(".picture-*.part"))
    for file in unfinished:
        os.utime(file, (time.time() - 7_200,) * 2)
    PictureStore(folder, ROOM).put("p0", picture("p0", 0))
    assert not list(folder.glob(".picture-*.part"))
    assert size_of(folder) <= ROOM.size


def test_two_processes_share_a_folder(folder: Path) -> None:
    with child(folder, "one") as one, child(folder, "other") as other:
        for process in (one, other):
            assert process.stdout is not None
            told = [process.stdout.readline().split() for _ in range(150)]
            assert all(kept == "True" for _name, kept in told)
        # Each may not have seen yet what the other did.
        assert size_of_pictures(folder) <= ROOM.size + 2 * ROOM.slack.size
        for process in (one, other):
            process.kill()
    store = PictureStore(folder, ROOM)
    found = {name: store.get(name) for name in (f"p{n}" for n in range(NAMES))}
    assert any(found.values())
    assert all(content is None or is_whole(name, content) for name, content in found.items())


def size_of_pictures(folder: Path) -> int:
    sizes = []
    for file in folder.glob("*.picture"):
        try:
            sizes.append(file.stat().st_size)
        except FileNotFoundError:
            continue
    return sum(sizes)


def test_a_full_disk_costs_one_line_and_nothing_that_was_kept(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "note").touch()
    what = [sys.executable, picture_child.__file__, "full", str(tmp_path / "disk")]
    told = lines(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", SMALL_DISK, *what, f"{tmp_path}/made"]
    )
    assert len(told) == 2  # once, and once more after there was room in between
    assert all("No space left" in line for line in told)


def test_a_disk_that_may_not_be_written_is_read() -> None:
    # Not in tmp_path: nobody but its owner may look into that.
    with TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        folder = Path(made) / "kept"
        PictureStore(folder, ROOM).put("there", picture("there", 0))
        folder.chmod(0o555)
        the_file(folder).chmod(0o444)
        told = lines([sys.executable, picture_child.__file__, "read_only", str(folder)])
        folder.chmod(0o755)
    assert len(told) == 2  # one for each store
    assert all("Permission denied" in line for line in told)


def lines(command: list[str]) -> list[str]:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment())
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()
