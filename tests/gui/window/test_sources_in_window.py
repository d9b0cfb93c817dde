"""A source lists all of its stories: those on its page, then those that have left it."""

from __future__ import annotations

from pathlib import Path

from tests.gui.window.conftest import SAMPLES, Open, Site
from tests.gui.window.steps import Opened, process, wait_until
from tests.gui.window.test_following_in_window import page
from tidings.document import Article, Edition, Paragraph, Position, Span
from tidings.library import Library
from tidings.ui.listings import PAGE


def titles(opened: Opened) -> list[str]:
    stories = opened.window.list
    return [row.title for id_ in stories.ids if (row := stories.row(id_)) is not None]


def numbers(opened: Opened) -> list[int]:
    return [int(title.split()[2]) for title in titles(opened)]


def name(opened: Opened) -> str:
    return opened.window.list.view.accessibleName()


def test_an_opened_page_has_behind_its_own_what_has_left_it(opening: Open, site: Site) -> None:
    address = site.page("/harbour", page(1, 2, 3))
    opened = opening(address)
    site.page("/harbour", page(5, 2, 4))
    opened.reader.desk.open(address)
    wait_until(lambda: name(opened) == "Harbour news, 5 stories")
    assert numbers(opened)[:3] == [5, 2, 4]
    assert sorted(numbers(opened)[3:]) == [1, 3]
    opened.wait_for_title("Story number 5 of the harbour")
    assert opened.told[-1] == "Harbour news: 5 stories."
    # The way into the next story leads on into them.
    for _ in range(3):
        opened.press("N", on=opened.window.view)
    assert opened.title == titles(opened)[3]


def test_a_source_in_the_pane_has_them_too_with_the_links_of_its_page(sample: Opened) -> None:
    desk, window = sample.reader.desk, sample.window
    address = window.header.address.text()
    sample.press("M", on=window.list.view)
    wait_until(lambda: len(window.list.ids) == 8)
    before = window.list.ids
    # Opened anew it has five stories again; the other three have left the page.
    desk.open(address)
    wait_until(lambda: window.list.more.isVisible())
    assert name(sample) == "Harbour Watch, 8 stories"
    assert window.list.ids[:5] == before[:5]
    assert set(window.list.ids) == set(before)
    desk.show_shelf("all")
    wait_until(lambda: name(sample).startswith("All stories"))
    desk.show_shelf(address)
    wait_until(lambda: name(sample) == "Harbour Watch, 8 stories")
    assert window.skip_links.isVisible()
    assert window.breaking.isVisible()
    assert window.list.more.isVisible()
    # What the next page has is listed already, and moves nowhere.
    listed = window.list.ids
    sample.press("M", on=window.list.view)
    sample.wait_for_message("There are no more stories.")
    assert window.list.ids == listed


def test_the_place_in_a_story_that_has_left_is_kept(opening: Open, site: Site) -> None:
    address = site.page("/harbour", page(1, 2))
    opened = opening(address)
    second = opened.window.list.ids[1]
    opened.reader.desk.show_story(second)
    place = Position(second, 1, 5)
    opened.reader.desk.marks.keep_place(place)
    opened.end()
    again = opening(site.page("/harbour", page(3, 4)))
    again.wait_for_title("Story number 3 of the harbour")
    again.reader.desk.show_story(second)
    assert again.window.view.position_at_caret() == place


def test_one_goes_on_in_a_story_that_has_left(opening: Open, site: Site) -> None:
    address = site.page("/harbour", page(1, 2))
    opened = opening(address)
    site.page("/harbour", page(3, 4))
    opened.reader.desk.open(address)
    wait_until(lambda: len(opened.window.list.ids) == 4)
    last = opened.window.list.ids[3]
    opened.reader.desk.show_story(last)
    title = opened.title
    opened.end()
    again = opening()
    assert again.title == title
    assert again.window.list.current == last


def test_what_was_removed_stays_away(opening: Open, site: Site) -> None:
    address = site.page("/harbour", page(1, 2))
    opened = opening(address)
    first = opened.window.list.ids[0]
    opened.press("Delete", on=opened.window.list.view)
    site.page("/harbour", page(3, 4))
    opened.reader.desk.open(address)
    opened.wait_for_title("Story number 3 of the harbour")
    assert name(opened) == "Harbour news, 3 stories"
    opened.press("Ctrl+Z", on=opened.window.list.view)
    assert opened.told[-1].startswith("Brought back: ")
    # It is there when the list is opened again.
    opened.reader.desk.show_shelf(address)
    wait_until(lambda: first in opened.window.list.ids)


def story(n: int) -> Article:
    text = Paragraph((Span(f"This is what story {n} tells of the harbour."),))
    return Article(f"s{n}", f"Story {n}", (text,), language="en")


def keep(folder: Path, *editions: range) -> None:
    from datetime import UTC, datetime, timedelta

    now = datetime(2026, 11, 24, tzinfo=UTC)
    with Library.open(folder / "data").library as library:
        for number, each in enumerate(editions):
            edition = Edition("https://example.org/many", tuple(map(story, each)), title="Many")
            library.keep_edition(edition, now + timedelta(hours=number))
        library.set_place(Position(f"s{editions[-1][0]}", 0))


def test_a_source_comes_by_pages(opening: Open, tmp_path: Path) -> None:
    keep(tmp_path, range(PAGE + 20), range(PAGE, PAGE + 50))
    opened = opening()
    assert name(opened) == f"Many, {PAGE + 50} stories"
    assert len(opened.window.list.ids) == PAGE
    assert opened.window.list.ids[:50] == tuple(f"s{n}" for n in range(PAGE, PAGE + 50))
    opened.reader.desk.list_rest()
    wait_until(lambda: len(opened.window.list.ids) == PAGE + 50)
    assert len(set(opened.window.list.ids)) == PAGE + 50
    assert name(opened) == f"Many, {PAGE + 50} stories"


def test_one_goes_on_in_a_story_that_is_far_down(opening: Open, tmp_path: Path) -> None:
    keep(tmp_path, range(2 * PAGE + 50))
    with Library.open(tmp_path / "data").library as library:
        library.set_place(Position(f"s{PAGE + 20}", 0))
    opened = opening()
    assert opened.title == f"Story {PAGE + 20}"
    assert len(opened.window.list.ids) == 2 * PAGE


def test_a_page_of_which_nothing_is_left_on_it(opening: Open, site: Site) -> None:
    """All that the page holds was removed; what has left it is there."""
    address = site.page("/harbour", page(1, 2))
    opened = opening(address)
    site.page("/harbour", page(3, 4))
    opened.reader.desk.open(address)
    opened.wait_for_title("Story number 3 of the harbour")
    for _ in range(2):
        opened.press("Delete", on=opened.window.list.view)
    opened.reader.desk.open(str(SAMPLES / "quiet-day.html"))
    opened.wait_for_title("Nothing Happened, and the Town Wrote It Down")
    opened.reader.desk.show_shelf(address)
    wait_until(lambda: name(opened) == "Harbour news, 2 stories")
    assert sorted(numbers(opened)) == [1, 2]
    process()
    assert opened.title == titles(opened)[0]


def test_a_view_goes_on_in_a_story_where_it_was_left(opening: Open, site: Site) -> None:
    opened = opening(site.page("/harbour", page(1, 2)))
    second = opened.window.list.ids[1]
    place = Position(second, 1, 5)
    opened.reader.desk.marks.keep_place(place)
    opened.reader.desk.open(str(SAMPLES / "quiet-day.html"))
    opened.wait_for_title("Nothing Happened, and the Town Wrote It Down")
    opened.end()
    again = opening()
    again.reader.desk.show_shelf("all")
    wait_until(lambda: second in again.window.list.ids)
    again.reader.desk.show_story(second)
    assert again.window.view.position_at_caret() == place
