"""What is old goes where the reader chose so; what is theirs never does."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.unit.library.library_values import ADDRESS, OPENED, edition, story
from tidings.document import Article, Position
from tidings.library import CheckResult, Library, NewSource, SourceChoices, View
from tidings.library.opening import FILE_NAME

DAY = timedelta(days=1)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path).library as opened:
        yield opened


def bring(library: Library, at: datetime, *ids: str, address: str = ADDRESS) -> None:
    """Bring stories of that day; the ones before leave the page."""
    stories = (story(id_, f"Text {id_}.", published=at) for id_ in ids)
    library.note_check(address, CheckResult(at, at, edition(*stories)))


def all_gone(library: Library, at: datetime, limit: int = 100) -> int:
    count = 0
    while taken := library.retention(at, limit):
        assert taken <= limit
        count += taken
    return count


def listed(library: Library) -> set[str]:
    return {summary.id for summary in library.summaries(View.ALL)}


def test_nothing_goes_where_nothing_was_chosen(library: Library) -> None:
    library.follow(NewSource(ADDRESS))
    bring(library, OPENED, "a")
    bring(library, OPENED, "b")
    assert library.retention(OPENED + 9999 * DAY) == 0


def test_what_is_older_than_the_days_goes(library: Library) -> None:
    library.follow(NewSource(ADDRESS, choices=SourceChoices(keep_days=10)))
    bring(library, OPENED, "read", "unread", "saved", "place", "last", "stays")
    for id_ in ("read", "saved", "place", "last"):
        library.set_read(id_, True)
    library.set_saved("saved", True)
    library.set_place(Position("place", 0, 1))
    library.set_place(Position("last", 0, 1))
    bring(library, OPENED + 5 * DAY, "stays", "later")
    bring(library, OPENED + 6 * DAY, "stays")
    assert all_gone(library, OPENED + 10 * DAY) == 0
    assert all_gone(library, OPENED + 11 * DAY) == 3
    assert listed(library) == {"saved", "last", "stays", "later"}
    assert library.search("text unread") == []
    assert library.place("place") is None
    assert library.last_place() == (ADDRESS, Position("last", 0, 1))
    assert all_gone(library, OPENED + 16 * DAY) == 1
    assert listed(library) == {"saved", "last", "stays"}


def test_what_is_spared_stays_for_now(library: Library) -> None:
    library.follow(NewSource(ADDRESS, choices=SourceChoices(keep_days=10, keep_count=1)))
    bring(library, OPENED, "a", "b")
    bring(library, OPENED, "c")
    later = OPENED + 20 * DAY
    assert library.retention(later, spared=["a", "not there"]) == 1
    assert library.retention(later, spared=["a"]) == 0
    assert listed(library) == {"a", "c"}
    library.remove_source(ADDRESS, later)
    assert library.retention(later + 2 * DAY, spared=["c"]) == 1
    assert library.retention(later + 2 * DAY) == 1


def test_a_story_that_came_late_is_as_young_as_its_coming(library: Library) -> None:
    library.follow(NewSource(ADDRESS, choices=SourceChoices(keep_days=10)))
    old = story("a", "Text.", published=OPENED - 300 * DAY)
    library.note_check(ADDRESS, CheckResult(OPENED, OPENED, edition(old)))
    bring(library, OPENED, "b")
    assert all_gone(library, OPENED + 9 * DAY) == 0
    assert all_gone(library, OPENED + 11 * DAY) == 1


def test_the_newest_stay_where_a_number_was_chosen(library: Library) -> None:
    library.follow(NewSource(ADDRESS, choices=SourceChoices(keep_count=3)))
    for day in range(6):
        bring(library, OPENED + day * DAY, f"s{day}")
    library.set_saved("s0", True)
    assert all_gone(library, OPENED) == 2
    assert listed(library) == {"s0", "s3", "s4", "s5"}
    # Those on the page stay, be they ever so many.
    bring(library, OPENED, *(f"p{n}" for n in range(9)))
    all_gone(library, OPENED)
    assert listed(library) == {"s0", *(f"p{n}" for n in range(9))}


def test_unread_ones_beyond_the_number_wait_for_their_days(library: Library) -> None:
    library.follow(NewSource(ADDRESS, choices=SourceChoices(keep_days=10, keep_count=1)))
    bring(library, OPENED, "read", "unread")
    library.set_read("read", True)
    bring(library, OPENED + DAY, "now")
    assert all_gone(library, OPENED + 2 * DAY) == 1
    assert listed(library) == {"unread", "now"}
    all_gone(library, OPENED + 11 * DAY)
    assert listed(library) == {"now"}


def test_it_goes_in_small_batches(library: Library) -> None:
    library.follow(NewSource(ADDRESS, choices=SourceChoices(keep_days=1)))
    bring(library, OPENED, *(f"s{n}" for n in range(25)))
    bring(library, OPENED, "now")
    assert [library.retention(OPENED + 9 * DAY, 10) for _turn in range(4)] == [10, 10, 5, 0]


def test_a_story_that_another_source_keeps_is_not_forgotten(library: Library) -> None:
    other = "https://other.example"
    library.follow(NewSource(ADDRESS, choices=SourceChoices(keep_days=1)))
    library.follow(NewSource(other))
    for address in (ADDRESS, other):
        bring(library, OPENED, "a", address=address)
    bring(library, OPENED, "b")
    assert all_gone(library, OPENED + 9 * DAY) == 1
    assert listed(library) == {"a", "b"}
    assert library.summary("a").source == other


def test_a_removed_source_is_forgotten_after_a_day(library: Library, tmp_path: Path) -> None:
    library.follow(NewSource(ADDRESS))
    bring(library, OPENED, "a", "b", "saved")
    library.set_saved("saved", True)
    library.set_place(Position("a", 0))
    library.remove_source(ADDRESS, OPENED)
    assert all_gone(library, OPENED + DAY / 2) == 0
    assert all_gone(library, OPENED + 2 * DAY) == 2
    (saved,) = library.summaries(View.ALL)
    assert (saved.id, saved.source_title) == ("saved", "Harbour Watch")
    library.set_saved("saved", False)
    assert all_gone(library, OPENED + 2 * DAY) == 1
    library.retention(OPENED + 2 * DAY)
    assert left(tmp_path) == dict.fromkeys(left(tmp_path), 0)


def test_a_follower_stands_for_itself_when_its_leader_goes(library: Library) -> None:
    title, other = "The harbour is closed for the whole night", "https://other.example"
    library.follow(NewSource(ADDRESS, choices=SourceChoices(keep_days=1)))
    library.follow(NewSource(other))
    for address, id_ in ((ADDRESS, "a"), (other, "b")):
        page = edition(Article(id_, title, (), published=OPENED))
        library.note_check(address, CheckResult(OPENED, OPENED, page))
    bring(library, OPENED, "now")
    assert listed(library) == {"a", "now"}
    all_gone(library, OPENED + 9 * DAY)
    assert listed(library) == {"b", "now"}


def left(folder: Path) -> dict[str, int]:
    """Return how many rows the tables have that hold stories and sources."""
    tables = ("source", "article", "body", "words", "edition_article", "place")
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        return {name: file.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0] for name in tables}
