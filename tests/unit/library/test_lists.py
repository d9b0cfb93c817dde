"""Lists come by pages, each as quickly as the first, whatever happens to the list meanwhile."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.library.library_values import ADDRESS, OPENED, edition, story
from tidings.library import ArticleSummary, Cursor, Library, View
from tidings.library.opening import FILE_NAME
from tidings.library.queries import COUNTS, DUE, LAST_PLACE, SOURCES, count, summaries
from tidings.library.schema import GONE

COUNT = 40


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library with stories of which five have the same date, as undated ones of a page."""
    with Library.open(tmp_path).library as opened:
        stories = [
            story(f"s{n}", "text", published=OPENED + timedelta(hours=n // 5)) for n in range(COUNT)
        ]
        opened.keep_edition(edition(*stories), OPENED)
        opened.keep_edition(edition(*stories[::3]), OPENED)
        for n in range(0, COUNT, 4):
            opened.set_read(f"s{n}", True)
            opened.set_saved(f"s{n + 1}", True)
        opened.remove("s7")
        yield opened


def paged(library: Library, view: View, limit: int, *, unread: bool = False) -> list[str]:
    found: list[str] = []
    after: Cursor | None = None
    while page := library.summaries(view, ADDRESS, limit=limit, after=after, unread=unread):
        assert len(page) <= limit
        found += [summary.id for summary in page]
        after = page[-1].cursor
    return found


@pytest.mark.parametrize("limit", [1, 3, 7, 100])
@pytest.mark.parametrize("view", list(View))
def test_pages_together_are_the_list(library: Library, view: View, limit: int) -> None:
    whole = [summary.id for summary in library.summaries(view, ADDRESS)]
    assert whole
    assert paged(library, view, limit) == whole


@pytest.mark.parametrize("limit", [1, 3, 100])
@pytest.mark.parametrize("oldest_first", [False, True])
def test_a_source_by_date(library: Library, oldest_first: bool, limit: int) -> None:
    by_date = sorted(library.summaries(View.SOURCE, ADDRESS), key=lambda s: s.cursor.order)
    dates = [line.cursor.order for line in by_date]
    found: list[ArticleSummary] = []
    while page := library.summaries(
        View.SOURCE,
        ADDRESS,
        limit=limit,
        after=found[-1].cursor if found else None,
        oldest_first=oldest_first,
        by_date=True,
    ):
        found += page
    assert [line.cursor.order for line in found] == (dates[::-1] if oldest_first else dates)
    assert {line.id for line in found} == {line.id for line in by_date}
    assert len(found) == len(by_date)
    for number, each in enumerate(found):
        until = library.summaries(
            View.SOURCE, ADDRESS, until=each.cursor, oldest_first=oldest_first, by_date=True
        )
        assert until == found[: number + 1]
        rest = library.count(
            View.SOURCE, ADDRESS, after=each.cursor, oldest_first=oldest_first, by_date=True
        )
        assert rest == len(found) - number - 1


@pytest.mark.parametrize("unread", [False, True])
@pytest.mark.parametrize("oldest_first", [False, True])
@pytest.mark.parametrize("view", list(View))
def test_as_far_as_a_story_and_how_many_come_after_it(
    library: Library, view: View, oldest_first: bool, unread: bool
) -> None:
    oldest_first &= view is not View.SOURCE
    whole = library.summaries(view, ADDRESS, unread=unread, oldest_first=oldest_first)
    assert library.count(view, ADDRESS, unread=unread) == len(whole)
    for number, each in enumerate(whole):
        until = library.summaries(
            view, ADDRESS, until=each.cursor, unread=unread, oldest_first=oldest_first
        )
        assert until == whole[: number + 1]
        rest = library.count(
            view, ADDRESS, after=each.cursor, unread=unread, oldest_first=oldest_first
        )
        assert rest == len(whole) - number - 1


def test_a_source_without_the_read_ones(library: Library) -> None:
    whole = library.summaries(View.SOURCE, ADDRESS)
    unread = [summary.id for summary in whole if not summary.read]
    assert paged(library, View.SOURCE, 4, unread=True) == unread
    assert len(unread) < len(whole)


def test_what_is_not_older_than_a_time(library: Library) -> None:
    since = OPENED + timedelta(hours=4)
    recent = [line.id for line in library.summaries(View.ALL, since=since)]
    assert set(recent) == {f"s{n}" for n in range(20, COUNT)}
    assert library.counts(since).recent == len(recent)
    assert library.counts().recent == 0
    unread = library.summaries(View.UNREAD, since=since)
    assert [line.id for line in unread] == [id_ for id_ in recent if int(id_[1:]) % 4]


@pytest.mark.parametrize("view", [View.UNREAD, View.SAVED, View.ALL])
def test_the_oldest_first(library: Library, view: View) -> None:
    whole = library.summaries(view)
    found: list[ArticleSummary] = []
    while page := library.summaries(
        view, limit=3, after=found[-1].cursor if found else None, oldest_first=True
    ):
        found += page
    assert found == whole[::-1]


def test_a_page_follows_though_the_list_changed(library: Library) -> None:
    """The last story of the page is read, so it has left the list; a new one has come."""
    whole = [summary.id for summary in library.summaries(View.UNREAD)]
    first = library.summaries(View.UNREAD, limit=5)
    library.set_read(first[-1].id, True)
    new = story("new", published=OPENED + timedelta(days=9))
    library.keep_edition(edition(new, address="file:///n"), OPENED)
    following = library.summaries(View.UNREAD, limit=5, after=first[-1].cursor)
    assert [summary.id for summary in following] == whole[5:10]


def test_a_story_whose_date_changes_moves_in_all_lists(library: Library) -> None:
    later = story("s20", "text", published=OPENED + timedelta(days=99))
    library.keep_edition(edition(later, address="file:///n"), OPENED)
    assert library.summaries(View.ALL, limit=1)[0].id == "s20"
    gone = [s.id for s in library.summaries(View.SOURCE, ADDRESS) if s.cursor.ordinal >= GONE]
    assert gone[0] == "s20"


@given(st.lists(st.sampled_from([1.5, -3.0, 0.0]), min_size=1, max_size=12), st.integers(1, 4))
def test_pages_of_any_dates(hours: list[float], limit: int) -> None:
    with Library.in_memory() as library:
        stories = (
            story(f"s{n}", published=OPENED + timedelta(hours=hour)) for n, hour in enumerate(hours)
        )
        library.keep_edition(edition(*stories), OPENED)
        whole = [summary.id for summary in library.summaries(View.ALL)]
        assert paged(library, View.ALL, limit) == whole
        assert len(whole) == len(hours)


def test_one_line_is_that_of_the_list(library: Library) -> None:
    listed: list[ArticleSummary] = library.summaries(View.ALL)
    assert [library.summary(line.id) for line in listed] == listed


UNREAD, SAVED, LISTED = (f"article_{name}" for name in ("unread", "saved", "listed"))
WALKED: dict[str, tuple[str, set[str]]] = {
    "unread": (summaries(View.UNREAD), {UNREAD}),
    "unread, later": (summaries(View.UNREAD, after=True), {UNREAD}),
    "saved": (summaries(View.SAVED), {SAVED}),
    "saved, later": (summaries(View.SAVED, after=True), {SAVED}),
    "all": (summaries(View.ALL), {LISTED}),
    "all, later": (summaries(View.ALL, after=True), {LISTED}),
    "unread since": (summaries(View.UNREAD, after=True, since=True), {UNREAD}),
    "all, oldest first": (summaries(View.ALL, after=True, oldest_first=True), {LISTED}),
    "source": (summaries(View.SOURCE), {"edition_order"}),
    "source, later": (summaries(View.SOURCE, after=True), {"edition_order"}),
    "source, unread": (summaries(View.SOURCE, after=True, unread=True), {"edition_order"}),
    "all, as far as": (summaries(View.ALL, until=True), {LISTED}),
    "source, as far as": (summaries(View.SOURCE, until=True), {"edition_order"}),
    "all, counted": (count(View.ALL, after=True, since=True), {LISTED}),
    "source, by date": (summaries(View.SOURCE, after=True, by_date=True), {"edition_order"}),
    "source, the oldest first": (
        summaries(View.SOURCE, after=True, oldest_first=True),
        {"edition_order"},
    ),
    "source, counted": (count(View.SOURCE, after=True), {"edition_order"}),
    "counts": (COUNTS, {UNREAD, SAVED, LISTED}),
    "last place": (LAST_PLACE, {"place_by_time"}),
}


@pytest.mark.parametrize(("query", "indices"), WALKED.values(), ids=WALKED)
def test_lists_are_walked_in_their_order_and_never_sorted_or_scanned(
    library: Library, tmp_path: Path, query: str, indices: set[str]
) -> None:
    names = ["source", "limit", "offset", "order", "key", "ordinal", "since", "gone"]
    names += ["until_order", "until_key", "until_ordinal"]
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as file:
        # Where it sees no difference, SQLite takes the index that was made last.
        (made,) = file.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (LISTED,)).fetchone()
        file.execute(f"DROP INDEX {LISTED}")
        file.execute(made)
        plan = file.execute(f"EXPLAIN QUERY PLAN {query}", dict.fromkeys(names, 0)).fetchall()
    steps = [step.replace("COVERING ", "") for *_ids, step in plan]
    used = {found for step in steps for found in re.findall(r"INDEX (\w+)", step)}
    assert indices <= used
    walks = {f"SCAN {table} USING INDEX {i}" for table in ("article", "place") for i in indices}
    assert {step for step in steps if step.startswith("SCAN")} <= walks | {"SCAN CONSTANT ROW"}
    assert "USE TEMP B-TREE FOR ORDER BY" not in [step for _id, of, _n, step in plan if of == 0]


def test_what_the_pane_of_sources_shows_is_counted_already(
    library: Library, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as file:
        for query, parameters in ((SOURCES, ()), (DUE, (0,))):
            plan = file.execute(f"EXPLAIN QUERY PLAN {query}", parameters).fetchall()
            assert not [step for *_ids, step in plan if "article" in step]
