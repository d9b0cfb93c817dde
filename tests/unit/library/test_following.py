"""Sources are followed, named, sorted, checked and removed, and what they told is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.unit.library.library_values import ADDRESS, OPENED, edition, story
from tidings.document import Edition, Position
from tidings.library import (
    CheckResult,
    Counts,
    Library,
    LibraryError,
    NewSource,
    SourceChoices,
    SourceKind,
    Validators,
    View,
)

FEED = "https://example.org/feed"
HOUR = timedelta(hours=1)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path).library as opened:
        yield opened


def check(page: Edition | None = None, at: datetime = OPENED, **more: object) -> CheckResult:
    return CheckResult(at, at + HOUR, page, **more)  # type: ignore[arg-type]


def titles(library: Library) -> list[tuple[str, str]]:
    return [(source.folder, source.title) for source in library.sources()]


def test_a_source_that_is_followed_has_all_that_was_given(library: Library) -> None:
    choices = SourceChoices(True, True, True, 30, 500, 15, "storm, flood*")
    new = NewSource(FEED, "Feed", SourceKind.FEED, "Near", "Mine", choices, ADDRESS)
    assert library.follow(new)
    source = library.source(FEED)
    assert source is not None
    assert (source.title, source.page_title, source.kind) == ("Mine", "Feed", SourceKind.FEED)
    assert (source.folder, source.choices, source.validators) == ("Near", choices, Validators())
    assert (source.checked_at, source.next_check_at, source.failures) == (None, None, 0)
    assert (source.named_by, source.not_before, source.moved_to) == (ADDRESS, None, "")
    assert library.edition(FEED) is None
    assert not library.follow(replace(new, own_title="Other"))
    assert titles(library) == [("Near", "Mine")]
    choices = replace(choices, keep_days=None, watch_breaking=False, every=0, watch_words="")
    library.choose(FEED, choices)
    found = library.source(FEED)
    assert found is not None
    assert found.choices == choices


def test_who_is_watched_from_now_on_is_due_at_once(library: Library) -> None:
    library.follow(NewSource(FEED))
    library.note_check(FEED, check(edition(story("a"))))
    assert library.due_sources(OPENED) == []
    choices = SourceChoices(keep_days=30)
    library.choose(FEED, choices)
    assert library.due_sources(OPENED) == []
    library.choose(FEED, replace(choices, watch_breaking=True))
    assert [source.address for source in library.due_sources(OPENED)] == [FEED]
    library.note_check(FEED, check(edition(story("a"))))
    # Only then: what else is chosen changes nothing.
    library.choose(FEED, replace(choices, watch_breaking=True, watch_words="fog"))
    assert library.due_sources(OPENED) == []


def test_a_page_that_was_opened_keeps_its_stories_when_it_is_followed(library: Library) -> None:
    library.keep_edition(edition(story("a")), OPENED)
    library.set_read("a", True)
    assert not library.sources()[0].followed
    assert library.due_sources(OPENED) == []
    assert library.follow(NewSource(ADDRESS, folder="Near"))
    (summary,) = library.sources()
    assert (summary.followed, summary.folder, summary.title) == (True, "Near", "Harbour Watch")
    assert library.summary("a").read


def test_many_are_followed_wholly_or_not_at_all(library: Library) -> None:
    library.follow(NewSource(FEED))

    def broken() -> Iterator[NewSource]:
        yield NewSource("https://one.example")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        library.follow_all(broken())
    assert len(library.sources()) == 1
    some = [NewSource(FEED), NewSource("https://one.example"), NewSource("https://two.example")]
    assert library.follow_all(some) == 2
    assert library.follow_all(some) == 0


def test_names_folders_and_order_are_the_readers(library: Library) -> None:
    library.follow_all(NewSource(f"https://{n}.example", n) for n in "abcd")
    library.rename_source("https://b.example", "Bee")
    library.move_source("https://d.example", "Far", before="https://b.example")
    library.move_source("https://a.example", "Far")
    assert titles(library) == [("Far", "d"), ("", "Bee"), ("", "c"), ("Far", "a")]
    library.rename_folder("Far", "Away")
    library.rename_source("https://b.example", "")
    assert titles(library) == [("Away", "d"), ("", "b"), ("", "c"), ("Away", "a")]
    library.follow(NewSource("https://e.example", "e"))
    assert titles(library)[-1] == ("", "e")
    library.note_check("https://b.example", check(Edition("", (), title="Its own")))
    assert titles(library)[1] == ("", "Its own")


def test_who_is_not_there_is_said(library: Library) -> None:
    assert library.source(FEED) is None
    forgetful_ones: tuple[Callable[[], object], ...] = (
        lambda: library.rename_source(FEED, "x"),
        lambda: library.move_source(FEED, "x"),
        lambda: library.choose(FEED, SourceChoices()),
        lambda: library.remove_source(FEED, OPENED),
        lambda: library.restore_source(FEED),
    )
    for forgetful in forgetful_ones:
        with pytest.raises(LibraryError, match="source is not in the library"):
            forgetful()
    assert library.note_check(FEED, check(edition(story("a")))) == ()
    assert library.counts().all == 0


def test_each_refresh_brings_new_stories_and_keeps_the_old(library: Library) -> None:
    library.follow(NewSource(FEED, kind=SourceKind.FEED))
    first = library.note_check(FEED, check(edition(story("a"), story("b"))))
    assert [state.new for state in first] == [True, True]
    library.set_read("b", True)
    later = library.note_check(FEED, check(edition(story("c"), story("b"))))
    assert [(state.id, state.new, state.read) for state in later] == [
        ("c", True, False), ("b", False, True),
    ]  # fmt: skip
    assert [s.id for s in library.summaries(View.SOURCE, FEED)] == ["c", "b", "a"]
    assert [s.id for s in library.summaries(View.SOURCE, FEED, unread=True)] == ["c", "a"]
    kept = library.edition(FEED)
    assert kept is not None
    assert [article.id for article in kept.articles] == ["c", "b"]
    assert library.note_check(FEED, check()) == ()
    assert library.edition(FEED) == kept


def test_a_refresh_is_not_an_opening(library: Library) -> None:
    library.keep_edition(edition(story("a")), OPENED)
    library.follow(NewSource(FEED))
    library.note_check(FEED, check(edition(story("a"))))
    library.set_place(Position("a", 0))
    assert library.summary("a").source == ADDRESS
    assert library.last_place() == (ADDRESS, Position("a", 0))


def test_what_is_due_is_asked_and_failures_are_counted(library: Library) -> None:
    library.follow_all([NewSource(FEED), NewSource("https://two.example")])
    assert [s.address for s in library.due_sources(OPENED)] == [FEED, "https://two.example"]
    library.note_check(FEED, check(edition(story("a")), validators=Validators("e", "m")))
    assert [s.address for s in library.due_sources(OPENED)] == ["https://two.example"]
    for count in (1, 2):
        library.note_check(FEED, check(error="It did not answer.", at=OPENED + count * HOUR))
        source = library.source(FEED)
        assert source is not None
        assert (source.failures, source.error) == (count, "It did not answer.")
        assert (source.validators, source.checked_at) == (
            Validators("e", "m"),
            OPENED + count * HOUR,
        )
        assert library.sources()[0].error == "It did not answer."
    due = library.due_sources(OPENED + 3 * HOUR)
    assert [s.address for s in due] == ["https://two.example", FEED]
    library.note_check(FEED, check())
    source = library.source(FEED)
    assert source is not None
    assert (source.failures, source.error) == (0, "")
    library.note_check(FEED, check(error="It is gone.", gone=True))
    assert FEED not in [s.address for s in library.due_sources(OPENED + 99 * HOUR)]
    assert library.counts().all == 1


def test_what_a_source_wishes_is_kept_until_it_is_asked_again(library: Library) -> None:
    library.follow(NewSource(FEED))
    wish = OPENED + 5 * HOUR
    library.note_check(FEED, check(error="Busy.", not_before=wish, may_move_to="https://b.example"))
    source = library.source(FEED)
    assert source is not None
    assert (source.not_before, source.moved_to) == (wish, "https://b.example")
    # Where nobody could be asked, all stays as it is.
    library.put_off(FEED, OPENED + HOUR, OPENED + 3 * HOUR)
    later = library.source(FEED)
    assert later == replace(source, checked_at=OPENED + HOUR, next_check_at=OPENED + 3 * HOUR)
    library.put_off("https://not.there.example", OPENED, OPENED)
    library.note_check(FEED, check())
    source = library.source(FEED)
    assert source is not None
    assert (source.not_before, source.moved_to) == (None, "")


def test_a_source_that_moved_has_its_new_address(library: Library) -> None:
    library.follow(NewSource(FEED, own_title="Mine", named_by=""))
    library.note_check(FEED, check(edition(story("a")), moved_to="https://new.example"))
    assert library.source(FEED) is None
    assert titles(library) == [("", "Mine")]
    assert library.summary("a").source == "https://new.example"
    kept = library.edition("https://new.example")
    assert kept is not None
    assert kept.address == "https://new.example"
    source = library.source("https://new.example")
    assert source is not None
    # The reader did not type that.
    assert source.named_by == FEED


def test_a_source_that_moved_to_another_joins_it(library: Library) -> None:
    library.keep_edition(edition(story("a"), story("b")), OPENED)
    library.follow(NewSource(FEED))
    library.note_check(FEED, check(edition(story("b"), story("c")), moved_to=ADDRESS))
    (source,) = library.sources()
    assert (source.address, source.followed, source.unread, source.total) == (ADDRESS, True, 3, 3)
    assert library.counts() == Counts(3, 0, 3)


def test_a_feed_does_not_shorten_what_is_there_whole(library: Library) -> None:
    def brings(text: str, *, summary: bool = True) -> bool:
        """Return whether the story is whole after a check that brings it."""
        told = replace(story("a", text), is_summary=summary)
        (state,) = library.note_check(FEED, check(edition(told)))
        assert library.summary("a").whole == state.whole
        return state.whole

    def text() -> str:
        return library.article("a").blocks[0].text

    library.follow(NewSource(FEED, kind=SourceKind.FEED))
    assert not brings("Short.")
    assert not brings("Short, corrected.")
    assert text() == "Short, corrected."
    assert brings("Long, in the feed.", summary=False)
    assert brings("Short again.")
    assert text() == "Long, in the feed."
    assert brings("Longer, in the feed.", summary=False)
    assert text() == "Longer, in the feed."
    assert library.keep_whole(story("a", "The page's.", "Very."), OPENED).whole
    assert brings("Long, in the feed.", summary=False)
    assert text() == "The page's."
    assert [hit.article.id for hit in library.search("very")] == ["a"]
    assert library.search("corrected") == []
    with pytest.raises(LibraryError, match="story is not in"):
        library.keep_whole(story("b"), OPENED)


def test_a_removed_source_takes_what_only_it_has(library: Library) -> None:
    library.follow(NewSource(FEED))
    library.note_check(FEED, check(edition(story("a"), story("both"), story("saved"), story("x"))))
    library.keep_edition(edition(story("both")), OPENED)
    library.set_saved("saved", True)
    library.set_read("a", True)
    library.remove("x")
    library.set_place(Position("a", 0, 2))
    before = library.sources(), library.summaries(View.ALL), library.counts()
    library.remove_source(FEED, OPENED)
    assert [source.address for source in library.sources()] == [ADDRESS]
    assert [s.id for s in library.summaries(View.ALL)] == ["both", "saved"]
    assert library.summaries(View.SAVED)[0].source_title == "Harbour Watch"
    assert library.counts() == Counts(2, 1, 2)
    assert library.edition(FEED) is None
    assert library.last_place() is None
    assert library.due_sources(OPENED + 99 * HOUR) == []
    assert library.note_check(FEED, check(edition(story("new")))) == ()
    library.restore_source(FEED)
    assert (library.sources(), library.summaries(View.ALL), library.counts()) == before
    assert library.last_place() == (FEED, Position("a", 0, 2))


@pytest.mark.parametrize("again", ["followed", "opened"])
def test_a_removed_source_is_back_when_it_is_wanted_again(library: Library, again: str) -> None:
    library.follow(NewSource(FEED))
    library.note_check(FEED, check(edition(story("a"), story("b"))))
    library.set_read("a", True)
    library.remove_source(FEED, OPENED)
    if again == "followed":
        assert library.follow(NewSource(FEED))
    else:
        library.keep_edition(edition(story("b"), address=FEED), OPENED)
    assert library.counts() == Counts(1, 0, 2)
    assert library.sources()[0].followed == (again == "followed")


def test_a_story_of_a_removed_source_comes_back_with_another(library: Library) -> None:
    library.follow(NewSource(FEED))
    library.note_check(FEED, check(edition(story("a"))))
    library.set_read("a", True)
    library.remove_source(FEED, OPENED)
    (state,) = library.keep_edition(edition(story("a")), OPENED)
    assert (state.new, state.read, state.removed) == (False, True, False)
    assert library.sources()[0].total == 1


def test_counts_of_sources_are_those_of_their_lists(library: Library) -> None:
    library.follow_all([NewSource(FEED), NewSource(ADDRESS)])
    steps: list[Callable[[], object]] = [
        lambda: library.note_check(FEED, check(edition(story("a"), story("b"), story("c")))),
        lambda: library.note_check(ADDRESS, check(edition(story("b"), story("d")))),
        lambda: library.set_read("b", True),
        lambda: library.set_read("b", True),
        lambda: library.remove("c"),
        lambda: library.set_read("c", True),
        lambda: library.restore("c"),
        lambda: library.set_read("b", False),
        lambda: library.set_saved("a", True),
        lambda: library.remove_source(FEED, OPENED),
        lambda: library.retention(OPENED + 48 * HOUR),
        lambda: library.note_check(ADDRESS, check(edition(story("e")))),
        lambda: library.choose(ADDRESS, SourceChoices(keep_count=1)),
        lambda: library.retention(OPENED),
    ]
    for number, step in enumerate(steps):
        step()
        for source in library.sources():
            listed = library.summaries(View.SOURCE, source.address)
            unread = [summary for summary in listed if not summary.read]
            assert (source.unread, source.total) == (len(unread), len(listed)), number
    assert library.sources()[0].total == 1
