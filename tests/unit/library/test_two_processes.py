"""Two processes on one library: each keeps what it confirms, also where the other stands still."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.unit.library import beside_child
from tests.unit.library.library_values import OPENED, edition, story
from tidings.library import Library, View
from tidings.library.opening import FILE_NAME

ROOT = Path(__file__).parents[3]
IN_USE = "Another program is using the library"


def marking(folder: Path, remainder: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, beside_child.__file__, str(folder), str(remainder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def confirmed(told: str) -> set[str]:
    lines = [line.partition(" ") for line in told.splitlines()]
    return {number for word, _space, number in lines if word == "done"}


def test_both_keep_what_they_confirm(tmp_path: Path) -> None:
    with Library.open(tmp_path).library as library:
        library.keep_edition(edition(*(story(str(number)) for number in range(200))), OPENED)
    with marking(tmp_path, 0) as one, marking(tmp_path, 1) as other:
        told = one.communicate(timeout=60)[0] + other.communicate(timeout=60)[0]
    assert confirmed(told) == set(map(str, range(200)))
    holds(tmp_path, confirmed(told))


def test_one_that_stands_still_does_no_harm(tmp_path: Path) -> None:
    with Library.open(tmp_path).library as library:
        library.keep_edition(edition(*(story(str(number)) for number in range(200))), OPENED)
    with marking(tmp_path, 0) as still:
        assert still.stdout is not None
        before = [still.stdout.readline() for _each in range(5)]
        still.send_signal(signal.SIGSTOP)
        with marking(tmp_path, 1) as other:
            # Where it stands in the midst of a change, each mark is five seconds of waiting.
            assert other.stdout is not None
            first = other.stdout.readline()
            assert first.startswith(("done ", IN_USE))
            still.send_signal(signal.SIGCONT)
            told = first + other.communicate(timeout=60)[0]
        told += "".join(before) + still.communicate(timeout=60)[0]
    assert len(confirmed(told)) >= 199
    holds(tmp_path, confirmed(told))


def holds(folder: Path, numbers: set[str]) -> None:
    """Check that the library is whole and holds these marks, of both kinds."""
    with Library.open(folder).library as library:
        stories = library.summaries(View.ALL, limit=500)
        assert {story.id for story in stories if story.saved and story.read} >= numbers
        assert len(stories) == 200
    connection = sqlite3.connect(folder / FILE_NAME)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
