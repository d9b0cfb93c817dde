"""More stories behind those that are there."""

from __future__ import annotations

from pathlib import Path

from tests.gui.window.conftest import SAMPLES, Open, Site
from tests.gui.window.steps import Opened, is_seen, process, wait_until

LOGBOOK = "A Lighthouse Logbook Comes Home After Sixty Years"


def test_more_stories_come_behind_and_nothing_moves(sample: Opened) -> None:
    window = sample.window
    sample.press("Down", on=window.list.view)
    before, title = window.list.ids, sample.title
    caret = window.view.textCursor().position()
    sample.press("M")
    wait_until(lambda: len(window.list.ids) == 8)
    process()
    assert window.list.ids[:5] == before
    assert sample.title == title
    assert window.view.textCursor().position() == caret
    assert sample.focus is window.list.view
    assert window.list.current == before[1]
    assert sample.told.count("3 more stories.") == 1
    assert sample.told[-1] == "3 more stories."
    assert window.list.view.accessibleName() == "Harbour Watch, 8 stories"


def test_the_button_goes_with_the_last_page_and_the_focus_goes_to_the_list(sample: Opened) -> None:
    more = sample.window.list.more
    assert more.text() == "Load more"
    sample.press("Return", on=more)
    wait_until(lambda: not more.isVisible())
    assert sample.focus is sample.window.list.view
    assert is_seen(sample.focus)
    sample.press("M")
    assert sample.told[-1] == "There are no more stories."


def test_asking_twice_loads_once(opening: Open, site: Site) -> None:
    first = site.page("/harbour-watch.html", (SAMPLES / "harbour-watch.html").read_bytes())
    site.page("/harbour-watch-2.html", (SAMPLES / "harbour-watch-2.html").read_bytes())
    opened = opening(first)
    opened.reader.desk.load_more()
    opened.reader.desk.load_more()
    wait_until(lambda: len(opened.window.list.ids) == 8)
    process()
    pages = [request for request in site.requests if "html" in request["accept"]]
    assert len(set(opened.window.list.ids)) == 8
    assert len(pages) == 2
    assert opened.told.count("3 more stories.") == 1


def test_the_voice_goes_on_into_what_was_loaded(sample: Opened) -> None:
    sample.press("M", on=sample.window.list.view)
    wait_until(lambda: len(sample.window.list.ids) == 8)
    for _ in range(5):
        sample.press("N", on=sample.window.view)
    assert sample.title == "Ferry Cat Retires to the Ticket Office"


def test_stories_that_were_loaded_are_there_again(sample: Opened, opening: Open) -> None:
    sample.press("M", on=sample.window.list.view)
    wait_until(lambda: len(sample.window.list.ids) == 8)
    sample.end()
    again = opening()
    assert len(again.window.list.ids) == 8
    assert not again.window.list.more.isVisible()


def test_a_next_page_that_cannot_be_had_is_said_and_can_be_asked_for_again(
    opening: Open, tmp_path: Path
) -> None:
    first, second = tmp_path / "harbour-watch.html", tmp_path / "harbour-watch-2.html"
    first.write_bytes((SAMPLES / "harbour-watch.html").read_bytes())
    opened = opening(str(first))
    opened.press("M", on=opened.window.list.view)
    opened.wait_for_message("There is no file")
    assert len(opened.window.list.ids) == 5
    assert opened.title == LOGBOOK
    second.write_bytes((SAMPLES / "harbour-watch-2.html").read_bytes())
    opened.press("M")
    wait_until(lambda: len(opened.window.list.ids) == 8)


def test_another_page_opened_meanwhile_is_not_added_to(sample: Opened) -> None:
    sample.reader.desk.load_more()
    sample.reader.desk.open(str(SAMPLES / "quiet-day.html"))
    sample.wait_for_title("Nothing Happened, and the Town Wrote It Down")
    process()
    assert len(sample.window.list.ids) == 2
