"""The program, started while it runs: one window, and nothing handed over is lost."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.gui.restart.starts import Start
from tests.gui.window.conftest import SAMPLES
from tidings.ui.later_starts import AGAIN
from tidings.ui.one_window import PATIENCE

OPEN = "Harbour Watch: 5 stories."
QUIET = "Quiet Day: 2 stories."
AGAIN_WORDS = "Tidings was open already."

# Runs the program, then says on standard error what it has loaded of Qt, and of the rest.
PROBE = """
import sys
from tidings.cli import main
code = main(sys.argv[1:])
print(*(name for name in sys.modules if name.startswith(("PySide6", "shiboken6", "tidings.sp",
    "tidings.library", "httpx"))), file=sys.stderr)
raise SystemExit(code)
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for kind in ("DATA", "CONFIG"):
        environment[f"XDG_{kind}_HOME"] = str(tmp_path / kind.lower())
    return environment


@pytest.fixture
def quiet(tmp_path: Path) -> Path:
    """A folder with a page whose name has spaces and is not ASCII."""
    folder = tmp_path / "Мои страницы"
    folder.mkdir()
    shutil.copy(SAMPLES / "quiet-day.html", folder / "тихий день, ü.html")
    return folder


def text(title: str) -> str:
    return f"{title}\n\nThe path along the dike is open again. Dogs are welcome on a lead.\n"


def kept(environment: dict[str, str]) -> set[str]:
    """Return the names of the files whose pages are in the library."""
    file = Path(environment["XDG_DATA_HOME"]) / "tidings" / "library.sqlite3"
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        rows = connection.execute("SELECT address FROM source").fetchall()
    connection.close()
    return {Path(address).name for (address,) in rows}


def test_a_second_start_hands_over_and_ends(environment: dict[str, str], quiet: Path) -> None:
    with Start(environment) as first:
        first.wait_until_told(OPEN)
        second = Start(environment, "тихий день, ü.html", cwd=quiet)
        assert (second.wait(), second.told) == (0, "")
        first.wait_until_told(QUIET)
        second.kill()
        third = Start(environment)
        assert (third.wait(), third.told) == (0, "")
        first.wait_until_told(AGAIN_WORDS)
        third.kill()
        first.end()
        assert first.told.count("stories.") == 2


def test_a_name_that_is_no_utf_8_is_handed_over(
    environment: dict[str, str], tmp_path: Path
) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text(text("A short walk"))
    with Start(environment) as first:
        first.wait_until_told(OPEN)
        with Start(environment, name, cwd=tmp_path) as second:
            assert (second.wait(), second.told) == (0, "")
        first.wait_until_told("1 story")
        first.end()
    assert "caf%E9.txt" in kept(environment)


def test_standard_input_is_handed_over(environment: dict[str, str]) -> None:
    with Start(environment) as first:
        first.wait_until_told(OPEN)
        page = (SAMPLES / "quiet-day.html").read_bytes()
        with Start(environment, "-", stdin=page) as second:
            assert (second.wait(), second.told) == (0, "")
        first.wait_until_told(QUIET)
        with Start(environment, "-", stdin=b"\x89PNG\r\n\x1a\n" + bytes(100)) as third:
            assert third.wait() == 1
            assert third.told.startswith("tidings: ")
            assert third.told.count("\n") == 1
        first.end()


def test_a_folder_that_is_gone_is_one_clear_line(
    environment: dict[str, str], tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    with Start(environment) as first:
        first.wait_until_told(OPEN)
        command = f"rmdir {gone}; exec {sys.executable} -m tidings page.html"
        told = subprocess.run(
            ["sh", "-c", command],
            cwd=gone,
            env=environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        assert told.returncode == 1
        assert told.stderr.startswith("tidings: ")
        assert told.stderr.count("\n") == 1
        first.end()


def test_a_second_start_loads_no_qt_and_no_speech(environment: dict[str, str]) -> None:
    with Start(environment) as first:
        first.wait_until_told(OPEN)
        second = subprocess.run(
            [sys.executable, "-c", PROBE, str(SAMPLES / "quiet-day.html")],
            env=environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        assert (second.returncode, second.stderr.strip()) == (0, "")
        first.wait_until_told(QUIET)
        first.end()


def test_another_library_has_a_window_of_its_own(
    environment: dict[str, str], tmp_path: Path
) -> None:
    other = environment | {"XDG_DATA_HOME": str(tmp_path / "other")}
    with Start(environment) as first, Start(other) as second:
        for each in (first, second):
            each.wait_until_told(OPEN)
        for each in (first, second):
            each.end()
            assert AGAIN_WORDS not in each.told


def test_without_a_display_it_reads_aloud_and_leaves_the_window_alone(
    environment: dict[str, str], tmp_path: Path
) -> None:
    bare = {
        name: value
        for name, value in environment.items()
        if name not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    }
    with Start(environment) as first:
        first.wait_until_told(OPEN)
        with Start(bare, str(tmp_path / "gone.html")) as second:
            assert second.wait() == 1
            assert "read aloud here" in second.told
        first.end()
        assert "gone.html" not in first.told


def test_after_kill_9_it_starts_as_ever(environment: dict[str, str]) -> None:
    for _each in range(2):
        with Start(environment) as first:
            first.wait_until_told(OPEN)
            first.kill()
    with Start(environment) as last:
        last.wait_until_told(OPEN)
        with Start(environment) as again:
            assert (again.wait(), again.told) == (0, "")
        last.wait_until_told(AGAIN_WORDS)
        last.end()


def test_twenty_starts_at_once_are_one_window_with_all_pages(
    environment: dict[str, str], tmp_path: Path
) -> None:
    names = [f"{number}.txt" for number in range(20)]
    for number, name in enumerate(names):
        (tmp_path / name).write_text(text(f"Number {number}"))
    starts = [Start(environment, name, cwd=tmp_path) for name in names]
    try:
        deadline = time.monotonic() + 60
        while sum(start.is_over for start in starts) < 19 and time.monotonic() < deadline:
            time.sleep(0.05)
        (first,) = (start for start in starts if not start.is_over)
        for start in starts:
            if start is not first:
                assert (start.wait(), start.told) == (0, "")
        with Start(environment) as again:
            assert again.wait() == 0
        first.wait_until_told(AGAIN_WORDS)
        while not set(names) <= kept(environment) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert set(names) <= kept(environment)
        first.end()
    finally:
        for start in starts:
            start.kill()


@pytest.mark.parametrize("wait", [0.0, 0.02, 0.1, 0.3])
def test_while_the_first_is_ending_the_second_is_the_next_or_comes_in_time(
    environment: dict[str, str], tmp_path: Path, wait: float
) -> None:
    (tmp_path / "late.txt").write_text(text("Late"))
    with Start(environment) as first:
        first.wait_until_told(OPEN)
        first.process.terminate()
        time.sleep(wait)
        with Start(environment, "late.txt", cwd=tmp_path) as second:
            assert first.wait() == 0
            if "1 story" in first.told:
                assert second.wait() == 0
            else:
                second.wait_until_told("1 story")
                second.end()
            assert "Traceback" not in first.told + second.told
    assert "late.txt" in kept(environment)


def test_beside_one_that_hangs_there_is_a_second_window_and_both_say_so(
    environment: dict[str, str], quiet: Path
) -> None:
    with Start(environment) as first:
        first.wait_until_told(OPEN)
        first.process.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        with Start(environment, "тихий день, ü.html", cwd=quiet) as second:
            second.wait_until_told("does not answer, so this one was opened", QUIET)
            assert PATIENCE <= time.monotonic() - began < PATIENCE + 10
            first.process.send_signal(signal.SIGCONT)
            first.wait_until_told("so another one was opened")
            assert QUIET not in first.told
            first.end()
            # A moment later the second is the window of the library.
            time.sleep(2 * AGAIN / 1000)
            with Start(environment) as third:
                assert (third.wait(), third.told) == (0, "")
            second.wait_until_told(AGAIN_WORDS)
            second.end()
