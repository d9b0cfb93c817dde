"""The messages of the window: kept, repeated and listed; a story is interrupted by few."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtGui import QGuiApplication

from tests.gui.window.conftest import SAMPLES
from tests.gui.window.steps import Opened, process, wait_until
from tidings.playback import Mode
from tidings.ui.message_line import MessageLine
from tidings.ui.message_list import MessageList
from tidings.ui.message_pacing import Message
from tidings.ui.messages import KEPT


@pytest.fixture
def due(sample: Opened) -> list[str]:
    """What is to be spoken from now on."""
    spoken: list[str] = []
    sample.wait_for_message("Harbour Watch: 5 stories.")
    sample.window.messages.due.connect(lambda message: spoken.append(message.text))
    return spoken


def listed(sample: Opened) -> MessageList:
    sample.press("Ctrl+Shift+M", on=sample.window.view)
    dialog = sample.dialog
    assert isinstance(dialog, MessageList)
    return dialog


def lines(dialog: MessageList) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_a_key_repeats_the_last_message_wherever_the_focus_is(
    sample: Opened, due: list[str]
) -> None:
    for place in (sample.window.view, sample.window.header.address, sample.window.list.view):
        sample.press("Ctrl+M", on=place)
    assert due == ["Harbour Watch: 5 stories."] * 3
    kept = sample.told
    sample.press("B", on=sample.window.view)
    sample.press("Ctrl+M")
    assert due[3:] == ["This is the first story."] * 2
    assert sample.told == [*kept, "This is the first story."]


def test_all_messages_are_listed_the_newest_first_and_copied(sample: Opened) -> None:
    sample.wait_for_message("Harbour Watch: 5 stories.")
    sample.press("B", on=sample.window.view)
    told = sample.told
    dialog = listed(sample)
    assert [line.rpartition(" ")[0] for line in lines(dialog)] == told[::-1]
    assert all(line[-3] == ":" for line in lines(dialog))
    assert sample.focus is dialog.list
    sample.press("Down")
    sample.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == told[-2]
    sample.press("Home")
    sample.press("Return", on=dialog.copy)
    assert QGuiApplication.clipboard().text() == told[-1] == "This is the first story."
    # It is told in the dialog, where the reader is, and kept as all are.
    assert dialog.findChildren(MessageLine)[0].text() == f"Copied: {told[-1]}"
    sample.close_dialog()
    assert lines(listed(sample))[0].startswith(f"Copied: {told[-1]} ")


def test_without_a_message_that_is_said(sample: Opened) -> None:
    sample.window.messages.past.clear()
    dialog = listed(sample)
    assert lines(dialog) == ["There is no message yet."]
    assert not dialog.copy.isEnabled()
    before = QGuiApplication.clipboard().text()
    sample.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == before
    assert not sample.told


def test_many_messages_are_listed_and_the_oldest_forgotten(sample: Opened) -> None:
    for number in range(KEPT + 5):
        sample.window.messages.tell(f"Message {number}.")
    told = lines(listed(sample))
    assert len(told) == KEPT
    assert told[0].startswith(f"Message {KEPT + 4}. ")
    assert told[-1].startswith("Message 5. ")


def test_while_a_story_is_read_only_what_matters_is_due(sample: Opened, due: list[str]) -> None:
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: sample.reader.speaker.mode is Mode.PLAYING)
    due.clear()
    # A page comes: shown and kept.
    sample.reader.desk.open(str(SAMPLES / "harbour-watch-2.html"))
    wait_until(lambda: sample.told[-1].startswith("Harbour Watch: 3"))
    assert sample.window.message_line.text() == sample.told[-1]
    # A key is answered, and what goes wrong is told.
    sample.press("Ctrl+]", on=sample.window.view)
    sample.reader.desk.open("nowhere.html")
    wait_until(lambda: "nowhere" in sample.told[-1])
    wait_until(lambda: due == ["185 words a minute.", sample.told[-1]])
    # In silence nothing is lost by it.
    sample.press("Escape", on=sample.window.view)
    wait_until(lambda: sample.reader.speaker.mode is Mode.STOPPED)
    sample.reader.desk.open(str(SAMPLES / "harbour-watch.html"))
    wait_until(lambda: sample.told[-1] == "Harbour Watch: 5 stories.")
    wait_until(lambda: due[2:] == ["Harbour Watch: 5 stories."])


def test_a_dialog_with_a_line_of_its_own_tells_there_and_only_there(sample: Opened) -> None:
    sample.press("Shift+F8", on=sample.window.view)
    dialog = sample.dialog
    assert dialog is not None
    line = dialog.findChildren(MessageLine)[0]
    heard: list[str] = []

    def hears(place: str, message: Message) -> bool:
        heard.append(f"{place}: {message.text}")
        return True

    sample.window.message_line.speaks = partial(hears, "window")
    line.speaks = partial(hears, "dialog")
    sample.press("Ctrl+Z")
    process()
    assert heard == ["dialog: There is nothing to undo."]
    assert line.text() == sample.window.message_line.text() == sample.told[-1]
    sample.close_dialog()
    sample.press("B", on=sample.window.view)
    assert heard[1:] == ["window: This is the first story."]
