"""Lists of more stories than are looked at: they come as one goes on in them."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.window.conftest import Open
from tests.gui.window.steps import Opened, process, wait_until
from tidings.document import TITLE, Article, Edition, Paragraph, Position, Span
from tidings.library import Library
from tidings.ui.listings import PAGE

MANY = 2 * PAGE + 50
NEWEST = datetime(2026, 11, 24, tzinfo=UTC)


def stories() -> tuple[Article, ...]:
    return tuple(
        Article(
            f"s{n}",
            f"Story {n}",
            (Paragraph((Span(f"This is what story {n} tells of the harbour."),)),),
            published=NEWEST - timedelta(hours=n),
            language="en",
        )
        for n in range(MANY)
    )


@pytest.fixture
def long_list(opening: Open, tmp_path: Path) -> Opened:
    """A window on all stories, of which there are many."""
    opened = Library.open(tmp_path / "data")
    with opened.library as library:
        edition = Edition("https://example.org/many", stories(), title="Many", language="en")
        library.keep_edition(edition, NEWEST)
        # It goes on there, and not on the sample.
        library.set_place(Position("s0", TITLE))
    window = opening()
    window.reader.desk.show_shelf("all")
    wait_until(lambda: "All stories" in window.window.list.view.accessibleName())
    return window


def listed(opened: Opened) -> int:
    return len(opened.window.list.ids)


def go_near_end(opened: Opened) -> None:
    """Go to the last row that is there."""
    view = opened.window.list.view
    view.setCurrentIndex(view.model().index(listed(opened) - 1, 0))
    process()


def test_the_whole_number_is_told_and_a_page_is_there(long_list: Opened) -> None:
    assert long_list.window.list.view.accessibleName() == f"All stories, {MANY} stories"
    assert listed(long_list) == PAGE


def test_the_end_of_what_is_there_brings_the_next_page(long_list: Opened) -> None:
    view = long_list.window.list.view
    for page in (2 * PAGE, MANY):
        go_near_end(long_list)
        wait_until(lambda page=page: listed(long_list) == page)  # type: ignore[misc]
        assert view.accessibleName() == f"All stories, {MANY} stories"
    go_near_end(long_list)
    long_list.wait_for_title(f"Story {MANY - 1}")
    assert long_list.window.list.ids == tuple(f"s{n}" for n in range(MANY))


def test_end_leads_to_the_last_story_of_all(long_list: Opened) -> None:
    view = long_list.window.list.view
    told = len(long_list.told)
    long_list.press("End", on=view)
    long_list.wait_for_title(f"Story {MANY - 1}")
    assert long_list.window.list.ids == tuple(f"s{n}" for n in range(MANY))
    assert view.currentIndex().row() == MANY - 1
    assert view.accessibleName() == f"All stories, {MANY} stories"
    last = view.model().index(MANY - 1, 0)
    wait_until(lambda: view.viewport().rect().intersects(view.visualRect(last)))
    assert len(long_list.told) == told
    long_list.press("Home", on=view)
    long_list.wait_for_title("Story 0")
    long_list.press("End", on=view)
    long_list.wait_for_title(f"Story {MANY - 1}")


def test_end_while_a_page_is_on_its_way(long_list: Opened) -> None:
    long_list.reader.desk.list_rest()
    long_list.press("End", on=long_list.window.list.view)
    long_list.wait_for_title(f"Story {MANY - 1}")
    assert long_list.window.list.ids == tuple(f"s{n}" for n in range(MANY))


def test_who_has_gone_elsewhere_meanwhile_stays_there(long_list: Opened) -> None:
    view = long_list.window.list.view
    wait_until(lambda: view.currentIndex().row() == 0)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Down)
    wait_until(lambda: listed(long_list) == MANY)
    process()
    assert long_list.title == "Story 1"


def test_of_a_very_long_list_a_part_is_listed_and_the_rest_told(
    long_list: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tidings.ui.growing.TO_END", 100)
    long_list.press("End", on=long_list.window.list.view)
    long_list.wait_for_title(f"Story {2 * PAGE - 1}")
    long_list.wait_for_message("50 more stories follow. In another order they come first.")


def test_scrolling_brings_it_too(long_list: Opened) -> None:
    bar = long_list.window.list.view.verticalScrollBar()

    def has_come() -> bool:
        # As long as rows have no place yet, the bar's end is not that of the list.
        bar.setValue(bar.maximum())
        return listed(long_list) >= 2 * PAGE

    wait_until(has_come)


def test_going_from_story_to_story_does_not_stop_at_a_page(long_list: Opened) -> None:
    long_list.window.list.view.setCurrentIndex(
        long_list.window.list.view.model().index(PAGE - 1, 0)
    )
    long_list.wait_for_title(f"Story {PAGE - 1}")
    wait_until(lambda: listed(long_list) >= 2 * PAGE)
    long_list.press("n", on=long_list.window.view)
    long_list.wait_for_title(f"Story {PAGE}")


def test_a_story_that_goes_meanwhile_costs_no_other(long_list: Opened) -> None:
    long_list.window.list.view.setFocus()
    long_list.press("Delete")
    assert long_list.window.list.view.accessibleName() == f"All stories, {MANY - 1} stories"
    go_near_end(long_list)
    wait_until(lambda: listed(long_list) == 2 * PAGE - 1)
    assert len(set(long_list.window.list.ids)) == 2 * PAGE - 1


def test_another_list_meanwhile_is_left_alone(long_list: Opened) -> None:
    long_list.reader.desk.list_rest()
    long_list.reader.desk.show_shelf("unread")
    wait_until(lambda: "Unread" in long_list.window.list.view.accessibleName())
    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        process()
    assert listed(long_list) == PAGE
