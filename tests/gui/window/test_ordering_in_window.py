"""Lists in another order, and without what is read: by keys, told in a sentence, and kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.steps import Opened, wait_until
from tests.gui.window.test_sources_in_window import name
from tidings.document import Article, Edition, Paragraph, Position, Span
from tidings.library import CheckResult, Library, LibraryError, NewSource
from tidings.ui.list_choice import (
    ListChoice,
    ListOrder,
    kept_list_choice,
    list_choice_settings,
)
from tidings.ui.listings import PAGE

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
ADDRESS = "https://example.org/harbour"


def story(n: int) -> Article:
    text = Paragraph((Span(f"This is what story {n} tells of the harbour."),))
    date = NOON + timedelta(hours=n)
    return Article(f"s{n}", f"Story {n} of the harbour", (text,), published=date, language="en")


def check(library: Library, *numbers: int) -> bool:
    edition = Edition(ADDRESS, tuple(map(story, numbers)), title="Harbour")
    library.note_check(ADDRESS, CheckResult(NOON, NOON, edition))
    return True


def opened_with(opening: Open, folder: Path, *numbers: int, read: tuple[int, ...] = ()) -> Opened:
    """A window on the first of these stories of a source, and the focus in the list."""
    with Library.open(folder / "data").library as library:
        library.follow(NewSource(ADDRESS, "Harbour"))
        check(library, *numbers)
        for number in read:
            library.set_read(f"s{number}", True)
        library.set_place(Position(f"s{numbers[0]}", 0))
    opened = opening()
    opened.window.list.view.setFocus()
    return opened


@pytest.fixture
def page(opening: Open, tmp_path: Path) -> Opened:
    """The list of a page that has its stories in an order of its own; two of them are read."""
    return opened_with(opening, tmp_path, 3, 1, 4, 2, 5, read=(1, 5))


def listed(opened: Opened) -> list[int]:
    return [int(id_[1:]) for id_ in opened.window.list.ids]


def press(opened: Opened, key: str, sentence: str) -> None:
    """Press a key in the list; what is told is a sentence, and nothing else."""
    told = len(opened.told)
    opened.press(key, on=opened.window.list.view)
    wait_until(lambda: len(opened.told) > told)
    assert opened.told[told:] == [sentence]


def test_the_order_goes_round_and_the_chosen_story_stays(page: Opened) -> None:
    page.press("Down")
    page.press("Down")
    assert page.title == "Story 4 of the harbour"
    for order, told, called in (
        ([5, 4, 3, 2, 1], "The newest first: 5 stories.", "Harbour, the newest first, 5 stories"),
        ([1, 2, 3, 4, 5], "The oldest first: 5 stories.", "Harbour, the oldest first, 5 stories"),
        ([3, 1, 4, 2, 5], "In the order of the page: 5 stories.", "Harbour, 5 stories"),
    ):
        press(page, "O", told)
        assert listed(page) == order
        assert name(page) == called
        assert page.window.list.current == "s4"
        assert page.title == "Story 4 of the harbour"
        assert page.focus is page.window.list.view
        assert page.reader.stories.order == page.window.list.ids


def test_a_view_has_two_orders(page: Opened) -> None:
    page.reader.desk.show_shelf("all")
    wait_until(lambda: listed(page) == [5, 4, 3, 2, 1])
    wait_until(lambda: page.window.list.current == "s5")
    press(page, "O", "The oldest first: 5 stories.")
    assert listed(page) == [1, 2, 3, 4, 5]
    assert page.window.list.current == "s5"
    press(page, "O", "The newest first: 5 stories.")
    assert name(page) == "All stories, 5 stories"


def test_read_stories_are_left_out_and_listed_again(page: Opened) -> None:
    press(page, "U", "Read stories are left out: 3 stories.")
    assert listed(page) == [3, 4, 2]
    assert name(page) == "Harbour, unread only, 3 stories"
    assert page.window.list.current == "s3"
    # What is read from now on stays where it is.
    page.press("R")
    page.press("Down")
    assert listed(page) == [3, 4, 2]
    press(page, "U", "Read stories are listed too: 5 stories.")
    assert listed(page) == [3, 1, 4, 2, 5]
    assert page.window.list.current == "s4"


def test_where_the_chosen_story_is_left_out_the_first_is_taken(page: Opened) -> None:
    page.press("Down")
    assert page.title == "Story 1 of the harbour"
    press(page, "U", "Read stories are left out: 3 stories.")
    page.wait_for_title("Story 3 of the harbour")
    assert page.window.list.current == "s3"
    assert page.focus is page.window.list.view


def test_where_all_is_read_all_is_listed(opening: Open, tmp_path: Path) -> None:
    opened = opened_with(opening, tmp_path, 1, 2, read=(1, 2))
    press(opened, "U", "Nothing here is unread, so all of it is listed: 2 stories.")
    assert listed(opened) == [1, 2]
    assert name(opened) == "Harbour, 2 stories"
    opened.reader.desk.show_shelf("all")
    wait_until(lambda: name(opened) == "All stories, 2 stories")


def test_the_choice_holds_for_all_lists_and_is_kept(page: Opened, opening: Open) -> None:
    press(page, "O", "The newest first: 5 stories.")
    press(page, "O", "The oldest first: 5 stories.")
    press(page, "U", "Read stories are left out: 3 stories.")
    page.reader.desk.show_shelf("all")
    wait_until(lambda: name(page) == "All stories, unread only, the oldest first, 3 stories")
    page.reader.desk.show_shelf("unread")
    wait_until(lambda: name(page) == "Unread, the oldest first, 3 stories")
    assert listed(page) == [2, 3, 4]
    page.end()
    again = opening()
    assert name(again) == "Harbour, unread only, the oldest first, 3 stories"
    assert listed(again) == [2, 3, 4]


def test_what_a_refresh_brings_comes_in_in_that_order(page: Opened) -> None:
    press(page, "O", "The newest first: 5 stories.")
    press(page, "O", "The oldest first: 5 stories.")
    press(page, "U", "Read stories are left out: 3 stories.")
    page.reader.keeping.do(
        lambda library: check(library, 9, 0, 3, 1, 2), lambda _done: page.reader.desk.take_news()
    )
    wait_until(lambda: listed(page) == [0, 2, 3, 4, 9])
    assert name(page) == "Harbour, unread only, the oldest first, 5 stories"
    assert page.window.list.current == "s3"


def test_a_long_list_goes_on_in_its_order(opening: Open, tmp_path: Path) -> None:
    opened = opened_with(opening, tmp_path, *range(2 * PAGE + 50))
    press(opened, "O", f"The newest first: {2 * PAGE + 50} stories.")
    # As far as the story in hand, which is the oldest.
    assert listed(opened) == list(range(2 * PAGE + 50))[::-1]
    assert opened.window.list.current == "s0"
    press(opened, "O", f"The oldest first: {2 * PAGE + 50} stories.")
    assert listed(opened) == list(range(PAGE))
    opened.reader.desk.list_rest()
    wait_until(lambda: listed(opened) == list(range(2 * PAGE)))


def test_what_was_found_keeps_its_order(page: Opened) -> None:
    page.reader.desk.search("harbour")
    wait_until(lambda: "Stories with" in name(page))
    before = listed(page)
    for key in ("O", "U"):
        page.press(key, on=page.window.list.view)
        assert page.told[-1] == "What was found stays in its order."
    assert listed(page) == before


def test_what_is_read_aloud_is_not_disturbed(page: Opened) -> None:
    page.press("Space", on=page.window.view)
    speaker = page.reader.speaker
    wait_until(lambda: speaker.position is not None)
    press(page, "O", "The newest first: 5 stories.")
    assert speaker.position is not None
    assert speaker.position.article == "s3"
    assert page.reader.stories.after("s3") == "s2"


def test_a_page_that_cannot_be_kept_is_shown_all_the_same(
    page: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_given: object) -> None:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(Library, "keep_edition", fails)
    page.reader.desk.open(str(SAMPLES / "harbour-watch.html"))
    page.wait_for_title("A Lighthouse Logbook Comes Home After Sixty Years")
    page.wait_for_message("The disk is full.")
    assert len(page.window.list.ids) == 5
    page.press("M", on=page.window.list.view)
    wait_until(lambda: len(page.window.list.ids) == 8)
    page.wait_for_message("3 more stories.")


@pytest.mark.parametrize("order", list(ListOrder))
@pytest.mark.parametrize("unread_only", [False, True])
def test_the_choice_comes_back(order: ListOrder, unread_only: bool) -> None:
    choice = ListChoice(order, unread_only)
    assert kept_list_choice(list_choice_settings(choice)) == choice


def test_a_choice_that_makes_no_sense_is_the_usual() -> None:
    kept = kept_list_choice({"list-order": "sideways", "list-unread-only": "perhaps"})
    assert kept == kept_list_choice({}) == ListChoice()
