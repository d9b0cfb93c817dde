from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tidings.playback.whole_file import whole_file


@pytest.fixture(params=["without a name", "with a name"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways of writing: not every file system has files without a name."""
    if request.param == "with a name":
        monkeypatch.delattr(os, "O_TMPFILE")


def test_it_is_there_whole_at_the_end_and_the_old_one_before(tmp_path: Path) -> None:
    target = tmp_path / "sound.wav"
    target.write_bytes(b"old")
    target.chmod(0o640)
    with whole_file(target) as raw:
        raw.write(b"new")
        raw.flush()
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_what_goes_wrong_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "sound.wav"
    target.write_bytes(b"old")

    def break_off() -> None:
        with whole_file(target) as raw:
            raw.write(b"new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_one_has_the_usual_rights(tmp_path: Path) -> None:
    usual, target = tmp_path / "usual", tmp_path / "sound.wav"
    usual.touch()
    with whole_file(target) as raw:
        raw.write(b"new")
    assert target.stat().st_mode == usual.stat().st_mode


def test_a_link_stays_and_a_device_too(tmp_path: Path) -> None:
    target, link, pipe = (tmp_path / name for name in ("sound.wav", "link.wav", "pipe"))
    link.symlink_to(target)
    with whole_file(link) as raw:
        raw.write(b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        with whole_file(pipe) as raw:
            raw.write(b"new")
        assert reader.communicate()[0] == b"new"
    assert pipe.is_fifo()


def test_a_folder_that_is_not_there_is_named_as_it_was_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "no such folder" / "sound.wav"
    with pytest.raises(FileNotFoundError) as error, whole_file(target):
        pass
    assert error.value.filename == str(target)


def test_a_killed_writer_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "sound.wav"
    code = (
        "import sys, time; from pathlib import Path\n"
        "from tidings.playback.whole_file import whole_file\n"
        "with whole_file(Path(sys.argv[1])) as raw:\n"
        "    raw.write(bytes(100_000)); print('written', flush=True); time.sleep(60)\n"
    )
    command = [sys.executable, "-c", code, str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"written\n"
        writer.send_signal(signal.SIGKILL)
    assert list(tmp_path.iterdir()) == []
