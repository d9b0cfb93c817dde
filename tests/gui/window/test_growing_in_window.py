"""A list that is shown takes in what a refresh brings, and nothing of it moves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint

from tests.gui.window.conftest import SAMPLES, Open, Site
from tests.gui.window.steps import Opened, process, wait_until
from tests.gui.window.test_following_in_window import page, refreshed
from tests.gui.window.test_sources_in_window import name, numbers
from tests.gui.window.test_talking_in_window import rest
from tidings.document import Article, Edition, Paragraph, Position, Span
from tidings.library import CheckResult, Library, NewSource
from tidings.playback import Mode
from tidings.ui.listings import PAGE

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
ADDRESS = "https://example.org/many"


@pytest.fixture
def followed(opening: Open, site: Site) -> Opened:
    """A window that follows a page of three stories, and lists it; the focus is in the list."""
    opened = opening(site.page("/harbour", page(1, 2, 3)))
    opened.press("Ctrl+D")
    opened.wait_for_message("Followed: Harbour news.")
    opened.window.list.view.setFocus()
    return opened


def test_new_stories_of_a_source_come_in_where_they_stand(followed: Opened, site: Site) -> None:
    followed.press("Down")
    title, current = followed.title, followed.window.list.current
    caret = followed.window.view.textCursor().position()
    site.page("/harbour", page(5, 1, 4, 2, 3))
    assert refreshed(followed) == "2 new stories in 1 source."
    wait_until(lambda: numbers(followed) == [5, 1, 4, 2, 3])
    assert name(followed) == "Harbour news, 5 stories"
    assert followed.window.list.current == current
    assert (followed.title, followed.focus) == (title, followed.window.list.view)
    assert followed.window.view.textCursor().position() == caret
    # The keys lead on from there, and the queue is the list.
    followed.press("Up")
    assert followed.title == "Story number 4 of the harbour"
    assert followed.reader.stories.order == followed.window.list.ids


def test_what_left_the_page_stays_where_it_is(followed: Opened, site: Site) -> None:
    site.page("/harbour", page(4, 3, 1))
    refreshed(followed)
    wait_until(lambda: len(followed.window.list.ids) == 4)
    assert numbers(followed) == [4, 1, 2, 3]
    # When it is opened again it is in the page's order.
    followed.reader.desk.show_shelf(followed.window.header.address.text())
    wait_until(lambda: numbers(followed) == [4, 3, 1, 2])


@pytest.mark.parametrize("view", ["all", "unread", "today"])
def test_views_take_them_in_too(followed: Opened, site: Site, view: str) -> None:
    followed.reader.desk.show_shelf(view)
    wait_until(lambda: "Harbour" not in name(followed))
    wait_until(lambda: bool(followed.window.list.current))
    current = followed.window.list.current
    site.page("/harbour", page(1, 2, 3, 4))
    refreshed(followed)
    wait_until(lambda: len(followed.window.list.ids) == 4)
    assert set(numbers(followed)) == {1, 2, 3, 4}
    assert followed.window.list.current == current


def test_a_view_that_cannot_hold_them_stays(followed: Opened, site: Site) -> None:
    followed.press("S")
    followed.reader.desk.show_shelf("saved")
    wait_until(lambda: name(followed) == "Saved, 1 story")
    wait_until(lambda: bool(followed.window.list.current))
    site.page("/harbour", page(1, 2, 3, 4))
    refreshed(followed)
    process()
    followed.reader.desk.search("harbour")
    wait_until(lambda: "Stories with" in name(followed))
    site.page("/harbour", page(1, 2, 3, 4, 5))
    refreshed(followed)
    process()
    assert len(followed.window.list.ids) == 4


def test_what_was_read_or_removed_meanwhile_is_left_alone(followed: Opened, site: Site) -> None:
    followed.reader.desk.show_shelf("unread")
    wait_until(lambda: name(followed) == "Unread, 3 stories")
    before = followed.window.list.ids
    wait_until(lambda: followed.window.list.current == before[0])
    followed.press("R")
    followed.press("Down")
    followed.press("Delete")
    site.page("/harbour", page(4, 1, 2, 3))
    refreshed(followed)
    wait_until(lambda: len(followed.window.list.ids) == 3)
    assert [id_ for id_ in followed.window.list.ids if id_ in before] == [before[0], before[2]]
    row = followed.window.list.row(before[0])
    assert row is not None
    assert row.read
    followed.press("Ctrl+Z")
    assert set(before) < set(followed.window.list.ids)
    assert followed.reader.stories.order == followed.window.list.ids


def test_a_story_that_says_something_else_is_told_anew_but_not_the_one_in_hand(
    followed: Opened, site: Site
) -> None:
    first, second = followed.window.list.ids[:2]

    def words(story: str) -> int:
        row = followed.window.list.row(story)
        assert row is not None
        return row.words

    text, was = followed.text, words(second)
    more = b"<p>On Sunday the harbour office said that it would be open at night too.</p></article>"
    site.page("/harbour", page(1, 2, 3).replace(b"</article>", more))
    refreshed(followed)
    wait_until(lambda: words(second) > was)
    assert followed.text == text
    followed.press("Down")
    assert "open at night" in followed.text
    followed.press("Up")
    assert followed.title == "Story number 1 of the harbour"
    assert "open at night" in followed.text
    assert followed.window.list.current == first


def test_load_more_goes_on_where_the_page_leads_by_now(opening: Open, site: Site) -> None:
    first = (SAMPLES / "harbour-watch.html").read_bytes()
    address = site.page("/harbour-watch.html", first.replace(b"harbour-watch-2.html", b"old.html"))
    site.page("/harbour-watch-2.html", (SAMPLES / "harbour-watch-2.html").read_bytes())
    opened = opening(address)
    opened.press("Ctrl+D")
    opened.wait_for_message("Followed")
    site.page("/harbour-watch.html", first)
    refreshed(opened)

    def leads_on() -> str:
        edition = opened.reader.desk.edition
        return edition.load_more.url if edition and edition.load_more else ""

    wait_until(lambda: leads_on().endswith("/harbour-watch-2.html"))
    opened.press("M", on=opened.window.list.view)
    wait_until(lambda: len(opened.window.list.ids) == 8)
    assert opened.told[-1] == "3 more stories."


# --- long lists ---------------------------------------------------------------------------


def story(n: int) -> Article:
    text = Paragraph((Span(f"This is what story {n} tells of the harbour."),))
    date = NOON - timedelta(hours=n)
    return Article(f"s{n}", f"Story {n} of the harbour", (text,), published=date, language="en")


def bring(opened: Opened, *numbers: int) -> None:
    """Keep stories of a source, as a refresh does, and have the list told."""
    edition = Edition(ADDRESS, tuple(map(story, numbers)), title="Many", language="en")
    done: list[bool] = []
    result = CheckResult(NOON, NOON, edition)
    opened.reader.keeping.do(
        lambda library: library.note_check(ADDRESS, result), lambda _states: done.append(True)
    )
    wait_until(lambda: bool(done))
    opened.reader.news.refreshing.done.emit()


@pytest.fixture
def long_list(opening: Open, tmp_path: Path) -> Opened:
    """A window on all stories, of which there are many: the even numbers."""
    with Library.open(tmp_path / "data").library as library:
        library.follow(NewSource(ADDRESS, "Many"))
        stories = tuple(map(story, range(0, 4 * PAGE, 2)))
        library.note_check(ADDRESS, CheckResult(NOON, NOON, Edition(ADDRESS, stories)))
        library.set_place(Position("s0", 0))
    opened = opening()
    opened.reader.desk.show_shelf("all")
    wait_until(lambda: "All stories" in name(opened))
    wait_until(lambda: is_laid_out(opened))
    opened.window.list.view.setFocus()
    return opened


def is_laid_out(opened: Opened) -> bool:
    view = opened.window.list.view
    return not view.visualRect(view.model().index(view.model().rowCount() - 1, 0)).isEmpty()


def seen(opened: Opened) -> list[tuple[str, int]]:
    """The rows on the screen, and where they are."""
    stories = opened.window.list
    found = []
    for place, id_ in enumerate(stories.ids):
        rect = stories.view.visualRect(stories.view.model().index(place, 0))
        if not rect.isEmpty() and rect.intersects(stories.view.viewport().rect()):
            found.append((id_, rect.top()))
    return found


@pytest.mark.parametrize("at", [0, 3, 60, 150])
def test_what_is_on_the_screen_stays_there(long_list: Opened, at: int) -> None:
    stories = long_list.window.list
    index = stories.view.model().index(at, 0)
    stories.view.setCurrentIndex(index)
    process()
    bar = stories.view.verticalScrollBar()
    bar.setValue(bar.value() + 13 if at else 0)
    before, current, title = seen(long_list), stories.current, long_list.title
    assert long_list.window.list.beyond == PAGE
    drawn: list[bool] = []

    def look() -> None:
        # Not even for a moment: it is in its place, or nothing is drawn.
        drawn.append(stories.view.viewport().updatesEnabled())
        assert not drawn[-1] or seen(long_list)[0] == before[0]

    long_list.reader.desk.rows_came.connect(look)
    bring(long_list, -5, -3, -1, *range(1, 2 * PAGE, 2), 4 * PAGE + 100)
    wait_until(lambda: len(stories.ids) > PAGE)
    assert drawn == [at <= 60]
    wait_until(lambda: is_laid_out(long_list))
    process()
    assert seen(long_list)[0] == before[0]
    assert stories.view.viewport().updatesEnabled()
    assert (stories.current, long_list.title) == (current, title)
    assert long_list.focus is stories.view
    assert name(long_list) == f"All stories, {2 * PAGE + 3 + PAGE + 1} stories"
    assert stories.ids[:5] == ("s-5", "s-3", "s-1", "s0", "s1")
    assert stories.view.indexAt(QPoint(1, 1)).isValid()


def test_what_is_beyond_comes_when_one_goes_on(long_list: Opened) -> None:
    stories = long_list.window.list
    bring(long_list, 1, 4 * PAGE - 3)
    wait_until(lambda: "s1" in stories.ids)
    assert f"s{4 * PAGE - 3}" not in stories.ids
    long_list.reader.desk.list_rest()
    wait_until(lambda: len(stories.ids) == 2 * PAGE + 1)
    long_list.reader.desk.list_rest()
    wait_until(lambda: len(stories.ids) == 2 * PAGE + 2)
    assert list(stories.ids) == sorted(stories.ids, key=lambda id_: int(id_[1:]))


def test_the_rest_and_what_is_new_may_come_at_once(long_list: Opened) -> None:
    stories = long_list.window.list
    long_list.reader.desk.list_rest()
    bring(long_list, 1)
    wait_until(lambda: len(stories.ids) == 2 * PAGE + 1)
    assert list(stories.ids) == sorted(stories.ids, key=lambda id_: int(id_[1:]))
    assert long_list.reader.stories.order == stories.ids


def test_another_list_is_drawn_though_one_was_being_laid_out(long_list: Opened) -> None:
    stories = long_list.window.list
    stories.view.setCurrentIndex(stories.view.model().index(150, 0))
    process()
    drawn: list[bool] = []

    def show_another() -> None:
        drawn.append(stories.view.viewport().updatesEnabled())
        stories.show_rows("Another", [])
        drawn.append(stories.view.viewport().updatesEnabled())

    long_list.reader.desk.rows_came.connect(show_another)
    bring(long_list, *range(1, 2 * PAGE, 2))
    wait_until(lambda: bool(drawn))
    assert drawn == [False, True]


def test_a_mark_moves_nothing_on_the_screen(long_list: Opened) -> None:
    stories = long_list.window.list
    stories.view.setCurrentIndex(stories.view.model().index(150, 0))
    process()
    before = seen(long_list)
    long_list.press("R")
    wait_until(lambda: is_laid_out(long_list))
    process()
    assert seen(long_list) == before


# --- while it is read aloud ---------------------------------------------------------------


def test_the_queue_is_not_disturbed(followed: Opened, site: Site) -> None:
    """A story comes in before, and one behind the story that is spoken; the voice goes on."""
    speaker = followed.reader.speaker
    for _ in range(70):
        followed.reader.commands.run("slower")
    followed.press("Down")
    second = followed.window.list.current
    followed.press("Space", on=followed.window.view)
    wait_until(lambda: speaker.mode is Mode.PLAYING and speaker.position is not None)
    said: list[str] = []
    modes: list[Mode] = []
    speaker.said.connect(said.append)
    speaker.mode_changed.connect(modes.append)
    site.page("/harbour", page(5, 1, 2, 4, 3))
    told = len(followed.told)
    followed.reader.news.refreshing.refresh(by_hand=True)
    wait_until(lambda: numbers(followed) == [5, 1, 2, 4, 3])
    assert followed.told[told:] == ["2 new stories in 1 source."]
    assert modes == []
    assert speaker.position is not None
    assert speaker.position.article == second == followed.window.list.current
    # The stories behind it follow in the order of the list, the new one too.
    for number in (4, 3):
        followed.press("N", on=followed.window.view)
        followed.wait_for_title(f"Story number {number} of the harbour")
        assert speaker.mode in (Mode.STARTING, Mode.PLAYING)


def test_the_window_speaks_the_one_sentence_only(followed: Opened, site: Site) -> None:
    heard: list[str] = []
    followed.reader.talking.said.connect(heard.append)
    followed.press("F2")
    wait_until(lambda: any("speaks its window" in said for said in heard))
    followed.press("Down")
    wait_until(lambda: "Story number 2" in heard[-1])
    heard.clear()
    site.page("/harbour", page(5, 1, 2, 4, 3))
    refreshed(followed)
    wait_until(lambda: len(followed.window.list.ids) == 5)
    wait_until(lambda: "2 new stories in 1 source." in heard)
    rest()
    assert heard == ["2 new stories in 1 source."]
