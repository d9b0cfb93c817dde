"""The same story from several sources is one line of the list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.library.library_values import ADDRESS, OPENED, edition, story
from tidings.document import Article
from tidings.library import Counts, Library, View
from tidings.library.twins import Told, leaders, title_key

TITLE = "The harbour is closed for the whole night"
OTHER, THIRD = "https://other.example", "https://third.example"
HOUR = 3600.0


def told(key: int, hours: float = 0, *sources: int, language: str = "en") -> Told:
    return Told(key, hours * HOUR, language, frozenset(sources or (key,)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TITLE, "THE HARBOUR IS CLOSED — for the whole night!"),
        ("В порту закрыли причал на всю ночь", "В порту закрыли «причал» на всю ночь"),
        ("Ёлка у школы загорелась вечером", "Елка у школы загорелась вечером"),
        ("港口今晚全部关闭了", "港口今晚，全部关闭了"),
    ],
)
def test_titles_that_say_the_same(one: str, other: str) -> None:
    assert title_key(one)
    assert title_key(one) == title_key(other)


@pytest.mark.parametrize(
    "title", ["", "Morning news", "News of the day", "港口关闭", "A B C D E F"]
)
def test_titles_that_say_too_little_are_those_of_any_story(title: str) -> None:
    assert title_key(title) == ""


def test_another_title_is_another_story() -> None:
    assert title_key(TITLE) != title_key(f"{TITLE} long")


@pytest.mark.parametrize(
    ("stories", "expected"),
    [
        ([told(1), told(2)], {1: 1, 2: 1}),
        ([told(2, 5), told(1, 0)], {1: 1, 2: 1}),
        ([told(1), told(2, 36)], {1: 1, 2: 1}),
        ([told(1), told(2, 37)], {1: 1, 2: 2}),
        ([told(1), told(2, 30), told(3, 60)], {1: 1, 2: 1, 3: 3}),
        ([told(1), told(2, 0, 2, language="de")], {1: 1, 2: 2}),
        ([told(1), told(2, 0, 2, language="en-GB")], {1: 1, 2: 1}),
        ([told(1, 0, 7), told(2, 0, 7)], {1: 1, 2: 2}),
        ([told(1, 0, 7), told(2, 0, 8), told(3, 0, 8, 9)], {1: 1, 2: 1, 3: 3}),
        ([], {}),
    ],
)
def test_who_stands_for_whom(stories: list[Told], expected: dict[int, int]) -> None:
    assert leaders(stories) == expected


@given(
    st.lists(
        st.builds(
            told, st.integers(1, 9), st.integers(0, 99), st.integers(1, 4), st.integers(1, 4)
        ),
        unique_by=lambda one: one.key,
    )
)
def test_any_leader_stands_for_itself_and_no_source_twice(stories: list[Told]) -> None:
    found = leaders(stories)
    assert set(found) == {one.key for one in stories}
    for leader in found.values():
        assert found[leader] == leader
        group = [one for one in stories if found[one.key] == leader]
        assert sum(len(one.sources) for one in group) == len(
            frozenset().union(*(one.sources for one in group))
        )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library in which two sources tell one story, and a third has the page of the first."""
    with Library.open(tmp_path).library as opened:
        first = Article("a", TITLE, (), published=OPENED)
        again = replace(first, id="b", published=OPENED + timedelta(hours=3))
        opened.keep_edition(edition(first, section="One"), OPENED)
        opened.keep_edition(edition(again, story("x"), address=OTHER, section="Two"), OPENED)
        opened.keep_edition(edition(first, address=THIRD, section="Three"), OPENED)
        yield opened


def test_it_is_one_line_that_tells_how_many_have_it(library: Library) -> None:
    listed = library.summaries(View.ALL)
    assert [(line.id, line.also_in) for line in listed] == [("a", 2), ("x", 0)]
    assert library.counts() == Counts(2, 0, 2)
    assert [title for _address, title in library.also_in("b")] == ["One", "Two", "Three"]
    assert library.also_in("a") == library.also_in("b")
    assert [line.id for line in library.summaries(View.SOURCE, OTHER)] == ["b", "x"]
    assert library.summaries(View.SOURCE, OTHER)[0].also_in == 2
    assert [hit.article.id for hit in library.search("harbour")] == ["b"]


def test_marks_hold_for_all_of_them(library: Library) -> None:
    library.set_read("b", True)
    assert library.summary("a").read
    assert library.counts().unread == 1
    library.remove("a")
    assert [line.id for line in library.summaries(View.ALL)] == ["x"]
    assert [line.id for line in library.summaries(View.SOURCE, OTHER)] == ["x"]
    library.restore("b")
    assert library.counts() == Counts(1, 0, 2)


def test_what_was_read_elsewhere_is_not_new(library: Library) -> None:
    library.set_read("a", True)
    third = Article("c", TITLE, (), published=OPENED)
    (state,) = library.keep_edition(edition(third, address="https://fourth.example"), OPENED)
    assert (state.new, state.read, state.twin) == (True, True, True)
    assert library.summary("c").read
    assert library.counts().unread == 1


def test_it_stands_for_itself_when_the_source_of_the_other_is_removed(library: Library) -> None:
    library.remove_source(THIRD, OPENED)
    assert library.summaries(View.ALL)[0].also_in == 1
    library.remove_source(ADDRESS, OPENED)
    assert [(line.id, line.also_in) for line in library.summaries(View.ALL)] == [
        ("b", 0), ("x", 0),
    ]  # fmt: skip
    library.restore_source(ADDRESS)
    library.restore_source(THIRD)
    assert [(line.id, line.also_in) for line in library.summaries(View.ALL)] == [
        ("a", 2), ("x", 0),
    ]  # fmt: skip


def test_another_title_takes_it_out_of_the_group(library: Library) -> None:
    corrected = Article("b", f"{TITLE}, and by day", (), published=OPENED)
    library.keep_edition(edition(corrected, address=OTHER), OPENED)
    assert {line.id for line in library.summaries(View.ALL)} == {"a", "b", "x"}
