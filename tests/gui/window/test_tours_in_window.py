"""Whole lists, unread stories, headlines and the sleep timer, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gui.window.conftest import Open
from tests.gui.window.steps import Opened, name_of, wait_until
from tests.gui.window.test_listening_in_window import TWO
from tidings.document import Position
from tidings.playback import Mode, Notice, Pause
from tidings.ui.sleep_dialog import SleepDialog
from tidings.ui.window import Pane


@pytest.fixture
def two(opening: Open, tmp_path: Path) -> Opened:
    page = tmp_path / "two.html"
    page.write_text(TWO, encoding="utf-8")
    opened = opening(str(page))
    opened.reader.manner.set_rate(800)
    return opened


def said(opened: Opened) -> list[str]:
    heard: list[str] = []
    opened.reader.speaker.said.connect(lambda text: heard.append(text) if text else None)
    return heard


def test_headlines_are_said_alone_and_leave_nothing_read(two: Opened) -> None:
    heard = said(two)
    two.press("Ctrl+Shift+H")
    two.wait_for_message("That was the last headline.")
    assert heard == ["The mill", "The boat"]
    marks = two.reader.desk.marks
    assert not any(marks.of(key).read for key in two.window.list.ids)
    # After them, Play means the story again.
    two.press("Space", on=two.window.view)
    wait_until(lambda: "On Monday" in heard[-1])


def test_enter_opens_the_headline_that_is_being_said(two: Opened) -> None:
    heard = said(two)
    two.press("Ctrl+Shift+H")
    wait_until(lambda: "The boat" in heard)
    assert two.window.current_pane() is Pane.LIST
    two.press("Return")
    assert two.title == "The boat"
    assert two.reader.speaker.mode is Mode.STOPPED
    assert two.focus is two.window.view


def test_all_that_is_unread_is_read_and_nothing_else(two: Opened) -> None:
    first, second = two.window.list.ids
    two.reader.desk.marks.set_read(first, True)
    heard = said(two)
    two.press("Ctrl+Shift+N")
    two.wait_for_message("That was the last unread story.")
    assert heard[0] == "The boat"
    assert two.title == "The boat"
    assert two.reader.desk.marks.of(second).read
    two.press("Ctrl+Shift+N")
    assert two.told[-1] == "There is no unread story in the list."
    two.press("Ctrl+Shift+L")
    wait_until(lambda: heard[-1] == "The mill")


def test_stops_after_the_story_and_play_goes_on_with_the_next(two: Opened) -> None:
    heard = said(two)
    two.press("Ctrl+Shift+L")
    two.press("Ctrl+Shift+T")
    assert two.told[-1] == "Reading stops at the end of the story."
    two.wait_for_message("That was the story. Play goes on with the next.")
    assert two.reader.speaker.mode is Mode.PAUSED
    assert "The boat" not in heard
    two.press("Ctrl+Space")
    wait_until(lambda: "The boat" in heard)


def test_the_sleep_timer_is_chosen_by_keys_and_told(two: Opened) -> None:
    two.press("Ctrl+Shift+S")
    dialog = two.dialog
    assert isinstance(dialog, SleepDialog)
    assert name_of(dialog.choices) == "Stop reading aloud"
    assert dialog.choices.currentItem().text() == "Never: the timer is off"
    for _ in range(3):
        two.press("Down")
    assert dialog.choices.currentItem().text() == "In 10 minutes"
    two.press("Return")
    wait_until(lambda: two.dialog is None)
    assert two.told[-1] == "The sleep timer stops it in 10 minutes."
    assert two.reader.speaker.sleeps_in == 600_000
    two.press("W", on=two.window.view)
    assert two.told[-1].endswith(" The sleep timer stops it in 10 minutes.")
    two.press("Ctrl+Shift+S")
    assert isinstance(two.dialog, SleepDialog)
    assert two.dialog.choices.currentItem().text() == "In 10 minutes"
    two.close_dialog()
    assert two.reader.speaker.sleeps_in == 600_000


def test_after_it_ran_out_one_key_reads_on_with_the_whole_time(two: Opened) -> None:
    from tidings.playback import SleepIn

    notices: list[Notice] = []
    two.reader.speaker.noticed.connect(notices.append)
    two.press("Space", on=two.window.view)
    wait_until(lambda: two.reader.speaker.mode is Mode.PLAYING)
    two.reader.speaker.on(SleepIn(300))
    wait_until(lambda: Notice.FELL_ASLEEP in notices)
    assert two.reader.speaker.mode is Mode.PAUSED
    assert two.told[-1] == "The sleep timer has stopped it. Your place is kept."
    two.press("Ctrl+Shift+R")
    wait_until(lambda: two.reader.speaker.mode is Mode.PLAYING)
    left = two.reader.speaker.sleeps_in
    assert left is not None
    assert left > 800_000


def test_repeat_pressed_twice_spells_the_word(two: Opened) -> None:
    heard = said(two)
    view = two.window.view
    two.press("P", on=view)
    two.press("R", on=view)
    two.press("R", on=view)
    wait_until(lambda: "n" in heard)
    letters = [text for text in heard if len(text) == 1 or text == "capital"]
    assert letters[:3] == ["capital", "o", "n"]
    wait_until(lambda: heard[-1].startswith("On Monday"))


def test_a_place_gone_to_in_a_pause_of_the_headlines_is_where_play_goes_on(two: Opened) -> None:
    speaker, heard = two.reader.speaker, said(two)
    two.press("Ctrl+Shift+H")
    wait_until(lambda: "The mill" in heard)
    speaker.on(Pause())
    place = Position(two.reader.stories.order[0], 0, 0)
    two.reader.listening.go_to(place)
    assert speaker.position == place
    two.press("Space", on=two.window.view)
    wait_until(lambda: "On Monday" in heard[-1])
