"""What has come today, until the day is over."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.gui.window.conftest import Open
from tests.gui.window.steps import Opened, wait_until
from tests.gui.window.test_following_in_window import texts_of_sources
from tidings.document import Article, Edition, Paragraph, Position, Span
from tidings.library import Library

NOON = datetime(2026, 11, 24, 12, 0)


def story(name: str, published: datetime | None) -> Article:
    text = Paragraph((Span(f"This is what {name} tells of the harbour."),))
    return Article(name, f"Story {name}", (text,), published=published, language="en")


class Clock:
    def __init__(self) -> None:
        self.time = NOON

    def now(self) -> datetime:
        return self.time


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("tidings.ui.reader.datetime", SimpleNamespace(now=clock.now))
    return clock


@pytest.fixture
def dated(opening: Open, tmp_path: Path, clock: Clock) -> Opened:
    """A window with a story of today, one of last night, and two that tell no date."""
    now = NOON.astimezone()
    with Library.open(tmp_path / "data").library as library:
        old = Edition("https://example.org/old", (story("undated before", None),), title="Old")
        library.keep_edition(old, now - timedelta(days=1))
        stories = (
            story("of the morning", now - timedelta(hours=12)),
            story("of last night", now - timedelta(hours=12, minutes=1)),
            story("undated", None),
        )
        library.keep_edition(Edition("https://example.org/new", stories, title="New"), now)
        library.set_place(Position("undated", 0))
    return opening()


def test_what_is_of_today_is_counted_and_listed(dated: Opened) -> None:
    wait_until(lambda: "Today, 2" in texts_of_sources(dated))
    assert texts_of_sources(dated)[:4] == ["Unread, 4", "Today, 2", "Saved", "All stories, 4"]
    dated.reader.desk.show_shelf("today")
    wait_until(lambda: dated.window.list.view.accessibleName() == "Today, 2 stories")
    assert dated.window.list.ids == ("undated", "of the morning")


def test_at_midnight_the_count_begins_anew_and_the_list_stays(dated: Opened, clock: Clock) -> None:
    dated.reader.desk.show_shelf("today")
    wait_until(lambda: dated.window.list.view.accessibleName() == "Today, 2 stories")
    told = len(dated.told)
    clock.time = NOON + timedelta(hours=12)
    dated.reader.day.look()
    wait_until(lambda: "Today" in texts_of_sources(dated))
    assert dated.window.list.ids == ("undated", "of the morning")
    assert len(dated.told) == told
    dated.reader.desk.show_shelf("today")
    dated.wait_for_message("Today: no stories here yet.")


def test_it_is_no_source_that_could_be_removed(dated: Opened) -> None:
    view = dated.window.sources.view
    wait_until(lambda: view.count() == 6)
    view.setCurrentRow(1)
    dated.press("Delete", on=view)
    dated.wait_for_message("This is no source, so it cannot be removed.")
