"""What is kept is given back: editions, marks, places, settings."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.library.library_values import ADDRESS, OPENED, edition, editions, story
from tidings.document import DATELINE, TITLE, Article, Edition, Position
from tidings.library import ArticleState, Counts, Library, LibraryError, SourceSummary, View
from tidings.library.records import article_row


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path).library as opened:
        yield opened


@given(st.lists(editions, max_size=3, unique_by=lambda one: one.address))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_edition_comes_back_as_it_was(pages: list[Edition]) -> None:
    with Library.in_memory() as library:
        latest: dict[str, Article] = {}
        for page in pages:
            states = library.keep_edition(page, OPENED)
            assert [state.id for state in states] == [article.id for article in page.articles]
            assert [state.new for state in states] == [a.id not in latest for a in page.articles]
            latest |= {
                article.id: article
                for article in page.articles
                # A summary does not replace a story that is there whole.
                if not article.is_summary or latest.get(article.id, article).is_summary
            }
        for page in pages:
            stories = tuple(latest[article.id] for article in page.articles)
            assert library.edition(page.address) == replace(page, articles=stories)
        for article in latest.values():
            assert library.article(article.id) == article
        listed = library.summaries(View.ALL)
        assert {(s.id, s.name, s.words, s.published, s.language, s.direction) for s in listed} == {
            (a.id, a.name, a.word_count, a.published, a.language, a.direction)
            for a in latest.values()
        }
        assert library.counts() == Counts(len(latest), 0, len(latest))


def test_text_that_is_no_valid_unicode_is_kept() -> None:
    page = edition(story("a", "half \ud83d of a pair", title="\udc00"), section="\ud800")
    with Library.in_memory() as library:
        library.keep_edition(page, OPENED)
        assert library.edition(ADDRESS) == page
        assert library.summaries(View.ALL)[0].name == "?"


def test_what_is_not_there(library: Library) -> None:
    assert library.edition(ADDRESS) is None
    assert library.last_place() is None
    assert library.place("a") is None
    assert library.settings() == {}
    assert library.sources() == []
    assert library.search("word") == []
    for forgetful in (
        lambda: library.set_read("a", True),
        lambda: library.set_saved("a", True),
        lambda: library.remove("a"),
        lambda: library.restore("a"),
        lambda: library.set_place(Position("a", 0)),
        lambda: library.article("a"),
    ):
        with pytest.raises(LibraryError, match="not in the library"):
            forgetful()


def test_marks_outlive_a_new_edition_and_a_new_start(tmp_path: Path) -> None:
    with Library.open(tmp_path).library as library:
        first = library.keep_edition(edition(story("a", "One."), story("b", "Two.")), OPENED)
        assert first == (
            ArticleState("a", True, False, False, False, None),
            ArticleState("b", True, False, False, False, None),
        )
        library.set_read("a", True)
        library.set_saved("b", True)
        library.set_place(Position("b", 0, 2))
    with Library.open(tmp_path).library as library:
        again = library.keep_edition(edition(story("b", "Two, longer."), story("a")), OPENED)
        assert again == (
            ArticleState("b", False, False, True, False, Position("b", 0, 2)),
            ArticleState("a", False, True, False, False, None),
        )
        assert [s.id for s in library.summaries(View.UNREAD)] == ["b"]
        assert [s.id for s in library.summaries(View.SAVED)] == ["b"]
        assert library.counts() == Counts(unread=1, saved=1, all=2)
        library.set_read("a", False)
        library.set_saved("b", False)
        assert library.counts() == Counts(unread=2, saved=0, all=2)


def test_of_two_stories_with_one_id_the_first_is_kept(library: Library) -> None:
    states = library.keep_edition(edition(story("a", "first"), story("a", "second")), OPENED)
    assert len(states) == 1
    assert library.article("a").blocks[0].text == "first"


def test_stories_that_left_the_page_stay_in_the_library(library: Library) -> None:
    library.keep_edition(edition(story("old"), story("both")), OPENED)
    library.keep_edition(edition(story("new"), story("both")), OPENED)
    page = library.edition(ADDRESS)
    assert page is not None
    assert [article.id for article in page.articles] == ["new", "both"]
    assert [s.id for s in library.summaries(View.SOURCE, ADDRESS)] == ["new", "both", "old"]
    assert library.sources() == [SourceSummary(ADDRESS, "Harbour Watch", 3, 3)]


def test_views_are_in_the_order_of_dates_and_a_source_in_its_own(library: Library) -> None:
    dates = [datetime(2026, 11, day, tzinfo=UTC) for day in (2, 9, 5)]
    page = edition(*(story(f"{d.day}", published=d) for d in dates), story("undated"))
    library.keep_edition(page, datetime(2026, 11, 7, tzinfo=UTC))
    assert [s.id for s in library.summaries(View.ALL)] == ["9", "undated", "5", "2"]
    assert [s.id for s in library.summaries(View.ALL, limit=2, offset=1)] == ["undated", "5"]
    assert [s.id for s in library.summaries(View.SOURCE, ADDRESS)] == ["2", "9", "5", "undated"]


def test_a_story_on_two_pages_is_one_story(library: Library) -> None:
    library.keep_edition(edition(story("a"), section="One"), OPENED)
    library.keep_edition(edition(story("a"), address="file:///two", section="Two"), OPENED)
    library.set_read("a", True)
    assert [(s.id, s.source_title) for s in library.summaries(View.ALL)] == [("a", "Two")]
    assert [(s.title, s.unread, s.total) for s in library.sources()] == [
        ("One", 0, 1),
        ("Two", 0, 1),
    ]


def test_a_removed_story_is_in_no_list_until_it_is_restored(library: Library) -> None:
    library.keep_edition(edition(story("a", "tide"), story("b", "tide")), OPENED)
    library.set_saved("a", True)
    library.set_place(Position("b", 0))
    library.set_place(Position("a", 0, 3))
    library.remove("a")
    page = library.edition(ADDRESS)
    assert page is not None
    assert [article.id for article in page.articles] == ["b"]
    assert [s.id for s in library.summaries(View.SOURCE, ADDRESS)] == ["b"]
    assert [s.id for s in library.summaries(View.ALL)] == ["b"]
    assert [hit.article.id for hit in library.search("tide")] == ["b"]
    assert library.counts() == Counts(1, 0, 1)
    assert library.last_place() == (ADDRESS, Position("b", 0))
    assert library.keep_edition(page, OPENED)[0].id == "b"
    library.restore("a")
    assert library.last_place() == (ADDRESS, Position("a", 0, 3))
    assert library.counts() == Counts(2, 1, 2)
    assert library.keep_edition(edition(story("a")), OPENED)[0].saved


def test_the_last_place_is_the_one_set_last(library: Library) -> None:
    library.keep_edition(edition(story("a"), story("b")), OPENED)
    library.keep_edition(edition(story("a"), story("c"), address="file:///two"), OPENED)
    for position in (Position("a", TITLE), Position("b", DATELINE, 4), Position("a", 0, 7)):
        library.set_place(position)
        assert library.place(position.article) == position
    assert library.last_place() == ("file:///two", Position("a", 0, 7))
    library.set_place(Position("b", 1))
    assert library.last_place() == (ADDRESS, Position("b", 1))


@given(st.lists(st.tuples(st.text(max_size=6), st.text(max_size=20))))
def test_settings_are_kept(pairs: list[tuple[str, str]]) -> None:
    with Library.in_memory() as library:
        for name, value in pairs:
            library.set_setting(name, value)
        assert library.settings() == dict(pairs)


def test_an_edition_is_kept_wholly_or_not_at_all(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.keep_edition(edition(story("a", "before")), OPENED)
    page = edition(story("a", "after"), story("b"), section="New")

    def broken(article: Article, arrived: datetime) -> dict[str, object]:
        if article.id == "b":
            raise ZeroDivisionError
        return article_row(article, arrived)

    monkeypatch.setattr("tidings.library.records.article_row", broken)
    with pytest.raises(ZeroDivisionError):
        library.keep_edition(page, OPENED)
    assert library.edition(ADDRESS) == edition(story("a", "before"))
    library.set_read("a", True)


def test_a_damaged_record_is_said_and_the_rest_is_read(library: Library, tmp_path: Path) -> None:
    library.keep_edition(edition(story("a", "word"), story("b", "word")), OPENED)
    with sqlite3.connect(tmp_path / "library.sqlite3") as other:
        other.execute("UPDATE body SET document = x'7b7d' WHERE article = 1")
    other.close()
    page = library.edition(ADDRESS)
    assert page is not None
    assert [article.id for article in page.articles] == ["b"]
    assert "could not be read from the library" in page.notes[-1]
    assert [hit.article.id for hit in library.search("word")] == ["b"]
    with pytest.raises(LibraryError, match="Open it again"):
        library.article("a")
    with sqlite3.connect(tmp_path / "library.sqlite3") as other:
        other.execute("UPDATE source SET edition = x'ff'")
    other.close()
    page = library.edition(ADDRESS)
    assert page is not None
    assert page.notes
    assert len(page.articles) == 1


def test_the_library_stays_in_its_thread(library: Library) -> None:
    caught: list[BaseException] = []

    def elsewhere() -> None:
        try:
            library.counts()
        except BaseException as error:  # noqa: BLE001  # whatever it is, it is looked at
            caught.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert isinstance(caught[0], sqlite3.ProgrammingError)
