"""What a person hears with Orca when the program is started again: its window, or a new page."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import FIRST, HARBOUR, STORY, WINDOW, heard_in_time

OTHER = str(Path(__file__).with_name("messages_window.py"))
TIDINGS = [sys.executable, "-m", "tidings"]
QUIET = str(HARBOUR.with_name("quiet-day.html"))
QUIET_STORY = "Nothing Happened, and the Town Wrote It Down"
AGAIN = "notification Tidings was open already."


def go_elsewhere(orca: Laboratory) -> None:
    orca.start_application([sys.executable, OTHER], "Messages window")
    orca.settle(quiet=1.0)
    assert orca.title_in_front() == "Messages window"


def start_again(orca: Laboratory, *sources: str) -> list[str]:
    assert orca.run_program([*TIDINGS, *sources]) == 0
    orca.wait_for(lambda: "Tidings" in orca.title_in_front(), "the window in front")
    return heard_in_time(orca, [], 3) + orca.settle(quiet=1.5)


def test_the_window_comes_to_the_front_and_says_where_the_reader_is(orca: Laboratory) -> None:
    go_elsewhere(orca)
    said = start_again(orca)
    assert {WINDOW, AGAIN, *STORY} <= set(said)


def test_a_page_that_is_handed_over_is_where_the_reader_is_then(orca: Laboratory) -> None:
    go_elsewhere(orca)
    said = start_again(orca, QUIET)
    assert any(QUIET_STORY in line for line in said[-2:]), said
    assert AGAIN not in said
    assert orca.title_in_front() == "Quiet Day – Tidings"


def test_in_front_already_it_says_that_it_is_there(orca: Laboratory) -> None:
    assert orca.run_program(TIDINGS) == 0
    said = heard_in_time(orca, [], 1)
    assert said == [AGAIN]
    assert FIRST not in said


def test_a_minimised_window_comes_back(orca: Laboratory) -> None:
    orca.minimise("Harbour Watch")
    orca.wait_for(lambda: "Tidings" not in orca.title_in_front(), "the window away")
    go_elsewhere(orca)
    said = start_again(orca)
    assert {WINDOW, AGAIN, *STORY} <= set(said)
