"""That a screen reader which begins, ends or dies is noticed, with a real one."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.screenreader.laboratory import Laboratory

WINDOW = str(Path(__file__).with_name("watching_process.py"))


def start(lab: Laboratory) -> None:
    lab.start_application([sys.executable, WINDOW], "Watching window")
    lab.wait_for(lambda: "known" in words(lab), "what is known")


def lines(lab: Laboratory) -> list[list[str]]:
    printed = (lab.folder / "application.log").read_text().rpartition("\n")[0]
    # Qt speaks in between.
    return [line.split()[1:] for line in printed.splitlines() if line.startswith("watch ")]


def words(lab: Laboratory) -> list[str]:
    return [line[0] for line in lines(lab)]


def test_a_screen_reader_that_begins_ends_or_dies_is_noticed(laboratory: Laboratory) -> None:
    lab = laboratory
    start(lab)
    # Who only follows the focus, as our own walker does, is none.
    lab.follow_focus()
    assert words(lab) == ["known"]
    lab.start_screen_reader()
    lab.wait_for(lambda: words(lab)[1:] == ["listens"], "a screen reader that begins")
    ended = time.time()
    lab.end_screen_reader()
    lab.wait_for(lambda: words(lab)[2:] == ["gone"], "a screen reader that ends")
    assert float(lines(lab)[2][1]) - ended < 2
    lab.start_screen_reader()
    lab.wait_for(lambda: words(lab)[3:] == ["listens"], "one that begins again")
    died = time.time()
    lab.end_screen_reader(suddenly=True)
    lab.wait_for(lambda: words(lab)[4:] == ["gone"], "a screen reader that dies")
    assert float(lines(lab)[4][1]) - died < 2


def test_one_that_listens_already_is_known_at_once(laboratory: Laboratory) -> None:
    laboratory.start_screen_reader()
    start(laboratory)
    assert words(laboratory) == ["listens", "known"]


def test_a_bus_that_dies_takes_its_listeners_and_one_that_comes_brings_them(
    laboratory: Laboratory,
) -> None:
    lab = laboratory
    start(lab)
    lab.start_screen_reader()
    lab.wait_for(lambda: words(lab)[1:] == ["listens"], "a screen reader that begins")
    ended = time.time()
    lab.end_accessibility_bus()
    lab.wait_for(lambda: words(lab)[2:] == ["gone"], "the end of the bus")
    assert float(lines(lab)[2][1]) - ended < 2
    lab.end_screen_reader(suddenly=True)
    lab.start_accessibility_bus()
    lab.start_screen_reader()
    lab.wait_for(lambda: words(lab)[3:] == ["listens"], "a screen reader on the new bus")
