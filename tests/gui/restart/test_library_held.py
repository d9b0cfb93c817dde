"""Another program holds the library for a while: it is told, and nothing confirmed is lost."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.steps import Opened, wait_until
from tests.unit.library import holding_child
from tidings.library import Library

HELD = "Another program is using the library in"
SECONDS = 10.0


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the library in another process, as a shell of SQLite does, for ten seconds."""
    command = [sys.executable, holding_child.__file__, str(folder / "data" / "library.sqlite3")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        began = time.monotonic()
        yield
        wait_until(lambda: time.monotonic() - began > SECONDS, patience=20_000)
        assert other.stdin is not None
        other.stdin.close()


def all_is_kept(opened: Opened) -> None:
    kept: list[bool] = []
    opened.reader.keeping.do(lambda _library: True, kept.append)
    wait_until(lambda: bool(kept), patience=30_000)


def saved_and_read(folder: Path) -> tuple[list[bool], list[bool]]:
    with Library.open(folder / "data").library as library:
        page = library.edition((SAMPLES / "harbour-watch.html").as_uri())
        assert page is not None
        stories = [library.summary(article.id) for article in page.articles]
    return [story.saved for story in stories], [story.read for story in stories]


def test_a_mark_that_could_not_be_kept_is_told_and_can_be_set_again(
    opening: Open, tmp_path: Path
) -> None:
    opened = opening(str(SAMPLES / "harbour-watch.html"))
    list_view, marks = opened.window.list.view, opened.reader.desk.marks
    first = opened.window.list.ids[0]
    opened.press("S", on=list_view)
    all_is_kept(opened)
    with held(tmp_path):
        opened.press("R", on=list_view)
        assert marks.of(first).read
        began = time.monotonic()
        opened.wait_for_message(HELD)
        assert time.monotonic() - began < SECONDS
        # What is shown is what is kept, before the other program has ended.
        wait_until(lambda: not marks.of(first).read)
        assert marks.of(first).saved
        row = opened.window.list.row(first)
        assert row is not None
        assert "unread" in row.details
    # Once more, as the sentence says: one key, and it is kept.
    opened.press("R", on=list_view)
    assert marks.of(first).read
    opened.end()
    assert saved_and_read(tmp_path) == ([True, *[False] * 4], [True, *[False] * 4])


def test_of_changes_that_follow_each_other_the_last_is_shown(opening: Open, tmp_path: Path) -> None:
    opened = opening(str(SAMPLES / "harbour-watch.html"))
    list_view, marks = opened.window.list.view, opened.reader.desk.marks
    first = opened.window.list.ids[0]
    with held(tmp_path):
        for _each in range(3):
            opened.press("S", on=list_view)
        assert marks.of(first).saved
        opened.wait_for_message(HELD)
    all_is_kept(opened)
    all_is_kept(opened)
    shown = marks.of(first).saved
    opened.end()
    assert saved_and_read(tmp_path)[0][0] is shown


def test_a_window_that_closes_meanwhile_ends_in_time_and_loses_nothing(
    opening: Open, tmp_path: Path
) -> None:
    opened = opening(str(SAMPLES / "harbour-watch.html"))
    opened.press("S", on=opened.window.list.view)
    all_is_kept(opened)
    with held(tmp_path):
        opened.press("R", on=opened.window.list.view)
        began = time.monotonic()
        opened.end()
        assert time.monotonic() - began < 3 * SECONDS
    assert saved_and_read(tmp_path)[0][0]
