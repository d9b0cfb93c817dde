"""Lists of more stories than are looked at: they come as one goes on in them."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

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


def go_to_end(opened: Opened) -> None:
    """Press End until one stands on the last row: Qt gives rows their places in portions, and
    End leads to the last one that has its own.
    """
    view, last = opened.window.list.view, listed(opened) - 1

    def is_there() -> bool:
        if view.currentIndex().row() < last:
            opened.press("End", on=view)
        return view.currentIndex().row() >= last

    wait_until(is_there)


def test_the_whole_number_is_told_and_a_page_is_there(long_list: Opened) -> None:
    assert long_list.window.list.view.accessibleName() == f"All stories, {MANY} stories"
    assert listed(long_list) == PAGE


def test_the_end_of_what_is_there_brings_the_next_page(long_list: Opened) -> None:
    view = long_list.window.list.view
    for page in (2 * PAGE, MANY):
        go_to_end(long_list)
        wait_until(lambda page=page: listed(long_list) == page)  # type: ignore[misc]
        assert view.accessibleName() == f"All stories, {MANY} stories"
    go_to_end(long_list)
    long_list.wait_for_title(f"Story {MANY - 1}")
    assert long_list.window.list.ids == tuple(f"s{n}" for n in range(MANY))


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
    go_to_end(long_list)
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
