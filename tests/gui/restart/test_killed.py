"""What the reader did is there after kill -9, and reading goes on where it was."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.front_page import front_page
from tests.gui.window.steps import process, wait_until
from tests.unit.source.conftest import Site
from tidings.document import RawPage
from tidings.extract import read
from tidings.intake import breaking
from tidings.intake.breaking import Watch
from tidings.intake.breaking_kept import watch_to_text
from tidings.library import CheckResult, Library, NewSource, SourceChoices, Validators
from tidings.ui.breaking.watch import BREAKING

ROOT = Path(__file__).parents[3]
LOGBOOK = "A Lighthouse Logbook Comes Home After Sixty Years"
HARBOUR, QUIET = str(SAMPLES / "harbour-watch.html"), str(SAMPLES / "quiet-day.html")


class Reading:
    """A reader in another process, up to its sudden death."""

    def __init__(self, folder: Path, *sources: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.gui.restart.reading_process", str(folder), *sources],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def ask(self, **wish: object) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(wish) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the window is gone"
        answer: dict[str, Any] = json.loads(line)
        return answer

    def press(self, *keys: str, on: str = "view") -> dict[str, Any]:
        for key in keys:
            answer = self.ask(press=key, on=on)
        return answer

    def wait(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        deadline = time.monotonic() + 20
        while not holds(answer := self.ask()):
            assert time.monotonic() < deadline, f"it did not come to that: {answer}"
        return answer

    def kill(self) -> None:
        if self._process.poll() is None:
            os.kill(self._process.pid, signal.SIGKILL)
        self._process.communicate()


def at_rest(answer: dict[str, Any]) -> bool:
    return answer["place"] is not None and answer["place"] == answer["caret"]


def test_places_marks_size_rate_and_voice_outlive_a_kill(tmp_path: Path, opening: Open) -> None:
    with Reading(tmp_path, HARBOUR) as reading:
        reading.wait(lambda answer: bool(answer["title"]))
        reading.press("S", on="list")
        reading.press("P", "P", "P")
        first = reading.wait(at_rest)
        reading.press("N", "H", "H")
        second = reading.wait(at_rest)
        reading.press("N", "Ctrl+End")
        reading.wait(lambda answer: at_rest(answer) and len(answer["read"]) == 1)
        reading.press("Ctrl++", "Ctrl++", "Ctrl+]", "Ctrl+]")
        reading.press("N", "N", "P", "P", "P", "P")
        last = reading.wait(at_rest)
        reading.wait(lambda answer: answer["voices"] > 2)
        voice = reading.ask(voice=2)["voice"]
        assert voice
    opened = opening(folder=tmp_path)
    marks = opened.reader.desk.marks
    caret = opened.window.view.position_at_caret()
    assert opened.title == last["title"]
    assert caret is not None
    assert [caret.article, caret.block, caret.character] == last["caret"]
    view = opened.window.view
    wait_until(lambda: view.viewport().rect().intersects(view.cursorRect()))
    ids = opened.window.list.ids
    for id_, answer in zip(ids, (first, second), strict=False):
        place = marks.place(id_)
        assert place is not None
        assert [place.article, place.block, place.character] == answer["caret"]
    assert [marks.of(id_).saved for id_ in ids] == [True, False, False, False, False]
    assert [marks.of(id_).read for id_ in ids] == [False, False, True, False, False]
    row = opened.window.list.row(ids[0])
    assert row is not None
    assert "saved" in row.details
    assert opened.window.points == 36
    assert opened.reader.speaker.voicing.rate == 195
    assert opened.reader.speaker.voicing.voices["en"] == voice
    wait_until(lambda: opened.window.player.voice.count() > 2)
    assert opened.window.player.voice.currentData() == voice


def test_killed_while_speaking_it_goes_on_with_the_sentence(tmp_path: Path, opening: Open) -> None:
    with Reading(tmp_path, HARBOUR) as reading:
        reading.wait(lambda answer: bool(answer["title"]))
        reading.press("Space")
        reading.wait(lambda answer: answer["mode"] == "playing")
        reading.press("Alt+Down", "Alt+Down", "Alt+Down", "Alt+Right")
        spoken = reading.wait(lambda answer: answer["mode"] == "playing")["place"]
    opened = opening(folder=tmp_path)
    assert opened.title == LOGBOOK
    caret = opened.window.view.position_at_caret()
    assert caret is not None
    assert [caret.article, caret.block] == spoken[:2]


def test_a_page_that_was_only_looked_at_is_the_one_to_go_on_with(
    tmp_path: Path, opening: Open
) -> None:
    for source in (HARBOUR, QUIET):
        with Reading(tmp_path, source) as reading:
            reading.wait(lambda answer: bool(answer["title"]))
    assert opening(folder=tmp_path).title == "Nothing Happened, and the Town Wrote It Down"


def test_a_removed_story_stays_away_and_one_brought_back_is_there(
    tmp_path: Path, opening: Open
) -> None:
    with Reading(tmp_path, HARBOUR) as reading:
        reading.wait(lambda answer: bool(answer["title"]))
        reading.press("Delete", "Delete", "Ctrl+Z", on="list")
    opened = opening(HARBOUR, folder=tmp_path)
    assert len(opened.window.list.ids) == 4
    assert opened.title.startswith("Библиобус")
    process()


# --- the program itself ----------------------------------------------------------------------


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(tmp_path / "xdg")}


def run_until(environment: dict[str, str], told: str, *sources: str) -> str:
    """Run the program until it tells something, then end it; return all it told."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tidings", "--verbose", *sources],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    lines = []
    for line in process.stderr:
        lines.append(line)
        if told in line:
            break
    process.terminate()
    lines.append(process.communicate(timeout=10)[1])
    assert process.returncode == 0
    return "".join(lines)


def test_without_a_source_it_goes_on_where_the_reader_left_off(
    environment: dict[str, str],
) -> None:
    assert "Harbour Watch: 5 stories." in run_until(environment, "stories.")
    run_until(environment, "stories.", QUIET)
    told = run_until(environment, "stories.")
    assert "Quiet Day: 2 stories." in told
    assert "Traceback" not in told


@pytest.fixture
def silent_server() -> Iterator[str]:
    """A server that takes a request and does not answer."""
    over = threading.Event()

    class Silent(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            over.wait(60)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Silent)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/page.html"
    over.set()
    server.shutdown()
    server.server_close()
    thread.join()


def test_it_ends_at_once_while_a_page_is_waited_for(
    environment: dict[str, str], silent_server: str
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tidings", "--verbose", silent_server],
        env=environment,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    for line in process.stderr:
        if "Opening" in line:
            break
    process.terminate()
    _, told = process.communicate(timeout=5)
    assert process.returncode == 0
    assert "Traceback" not in told


def told(folder: Path) -> list[str]:
    """Return all that was told by now, in all lives."""
    file = folder / "told.txt"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def watched(folder: Path, address: str) -> Library:
    """Return a library in which a source is watched that was looked at, and nothing broke."""
    library = Library.open(folder / "data").library
    choices = SourceChoices(watch_breaking=True)
    library.follow(NewSource(address, "Fog", choices=choices, named_by=""))
    watch = breaking.looked_at(Watch(), address, "", (), ())
    library.set_setting(BREAKING, watch_to_text(watch))
    return library


def test_killed_before_it_was_looked_at_what_was_kept_breaks_all_the_same(
    tmp_path: Path, site: Site, opening: Open
) -> None:
    address = site.page("/front", front_page(site.address), ETag='"one"')
    library = watched(tmp_path, address)
    # As a check keeps it, and then nothing more happened.
    raw = RawPage(address, "text/html", front_page(site.address, "Ferry aground"))
    now = datetime.now().astimezone()
    library.note_check(address, CheckResult(now, now, read(raw), Validators('"one"')))
    library.close()
    site.page("/front", b"", status=304)
    opened = opening(QUIET)
    opened.reader.news.refreshing.refresh(by_hand=True)
    opened.wait_for_message("Breaking news: Ferry aground")


def test_killed_as_it_is_told_breaking_news_is_not_told_again(
    tmp_path: Path, site: Site, opening: Open
) -> None:
    address = site.page("/front", front_page(site.address, "Ferry aground"))
    watched(tmp_path, address).close()
    words = "Breaking news: Ferry aground"
    with Reading(tmp_path, QUIET) as reading:
        reading.wait(lambda answer: bool(answer["title"]))
        reading.press("F5")
        deadline = time.monotonic() + 20
        while words not in told(tmp_path):
            assert time.monotonic() < deadline
            time.sleep(0.0005)
        reading.kill()
    with Reading(tmp_path, QUIET) as reading:
        reading.wait(lambda answer: bool(answer["title"]))
        before = len(told(tmp_path))
        reading.press("F5")
        reading.wait(lambda _answer: any("new stor" in each for each in told(tmp_path)[before:]))
        # Nor when it looks by itself at what waits.
        time.sleep(5.5)
        reading.ask()
    assert told(tmp_path).count(words) == 1
    # It stays where it can be read.
    opened = opening(folder=tmp_path)
    assert [button.text() for button in opened.window.breaking.buttons[:1]] == ["Ferry aground"]
