"""The window that speaks itself: what is said of it, to whom, and when it is silent."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from tests.gui.window.conftest import Open
from tests.gui.window.steps import Opened, process, wait_until
from tidings.playback import Mode, SleepIn
from tidings.ui.talking import Choice, HeldCtrl
from tidings.ui.talking.talking_dialog import TalkingDialog

FIRST = "A Lighthouse Logbook Comes Home After Sixty Years"
INSIST = "Your screen reader speaks here"


class Heard:
    """A window, keys pressed in it as the desktop presses them, and what it says."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.said: list[str] = []
        opened.reader.talking.said.connect(self.said.append)

    def press(self, key: str) -> None:
        self.said.clear()
        self.opened.activate()
        # The platform without a screen gives the window nothing back after a menu.
        front: QWindow | None = QGuiApplication.focusWindow()
        front = front or self.opened.window.windowHandle()
        pressed = QKeySequence.fromString(key)[0]  # type: ignore[index]
        QTest.keyClick(front, pressed.key(), pressed.keyboardModifiers())

    def hears(self, key: str, part: str) -> None:
        """Press a key, and wait until something is said that holds ``part``."""
        self.press(key)
        wait_until(lambda: any(part in said for said in self.said), f"{part!r} not in {self.said}")

    def hears_nothing(self, key: str) -> None:
        self.press(key)
        rest()
        assert self.said == []


@pytest.fixture
def heard(sample: Opened) -> Heard:
    """A window that speaks."""
    found = Heard(sample)
    found.hears("F2", "Tidings speaks its window now.")
    return found


def listens(opened: Opened, whether: bool) -> None:
    """Have it known that a screen reader listens, as the accessibility bus tells it."""
    opened.reader.watch._take(whether)


def rest(milliseconds: int = 300) -> None:
    """Let time go by."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def test_every_part_of_the_window_is_said(heard: Heard) -> None:
    for part in (
        "Play, button",
        "Accessibility links Skip to main content, button",
        "Text size Text size MD, 20 points, choice, chosen",
        "Breaking News",
        "Sources, list Harbour Watch, 5 unread 5 of 5",
        f"Harbour Watch, 5 stories, list {FIRST} Harbour Watch 20 Nov 2026 unread",
        f"story {FIRST} heading level 1",
    ):
        heard.hears("F6", part)


def test_the_story_is_walked_by_what_the_keys_lead_to(heard: Heard) -> None:
    heard.hears("Down", "")
    heard.hears("h", "Four lines an evening heading level 2")
    heard.hears("Right", "o")
    heard.hears("Ctrl+Right", "Four")
    heard.hears("Ctrl+Right", "lines")
    heard.hears("g", "picture")
    heard.hears("n", "Библиобус снова поднимается в верхние сёла heading level 1")
    heard.hears("b", "picture Drawing: an open book")
    heard.hears("w", "Story 1 of 5")


def test_what_changes_in_a_control_is_said_alone(heard: Heard) -> None:
    heard.hears("F10", "Voice and listening, menu")
    heard.hears("Escape", FIRST)
    heard.hears("Shift+F2", "Speak the window, check box, checked")
    heard.hears("Tab", "Who speaks it, list Your screen reader where one runs, else Tidings 1 of 3")
    heard.hears("Tab", "slider 230")
    heard.hears("Right", "240")
    assert heard.said == ["240"]
    assert heard.opened.reader.talk_choices.rate == 240


def test_typing_is_echoed(heard: Heard) -> None:
    heard.hears("Ctrl+F", "Find in this story, field empty")
    heard.hears("m", "m")
    heard.hears("Backspace", "m deleted")
    heard.hears(".", ".")


def test_what_was_chosen_is_kept(opening: Open, tmp_path: Path) -> None:
    first = Heard(opening())
    first.hears("F2", "Tidings speaks its window now.")
    first.hears("Alt+Shift+]", "The window is spoken at 240 words a minute.")
    first.opened.end()
    second = Heard(opening())
    wait_until(lambda: second.opened.reader.talk_choices.wanted)
    assert second.opened.reader.talk_choices.rate == 240
    second.hears("Tab", "link")
    second.hears("F2", "Tidings does not speak its window any more.")
    second.hears_nothing("F6")


def test_a_screen_reader_has_it_silent_unless_the_reader_insists(heard: Heard) -> None:
    opened = heard.opened
    listens(opened, True)
    heard.hears_nothing("F6")
    assert opened.window.messages.tells_screen_reader()
    heard.hears_nothing("F2")
    assert INSIST in opened.told[-1]
    heard.hears("F2", "Play, button")
    assert not opened.window.messages.tells_screen_reader()
    assert opened.reader.talk_choices.choice is Choice.TIDINGS
    # and it goes with the screen reader when that is the choice: by its voice, not by two
    opened.reader.talk_choices.choose(Choice.AUTOMATIC)
    assert "F2 has it speak again" in opened.told[-1]
    heard.said.clear()
    rest()
    assert heard.said == []
    listens(opened, False)
    heard.hears("F6", "Accessibility links")


def test_the_choice_of_silence_holds_as_the_dialog_closes(heard: Heard) -> None:
    heard.hears("Shift+F2", "Speech of the window, dialog")
    heard.hears("Tab", "where one runs")
    heard.hears("Down", "Always your screen reader 2 of 3")
    heard.hears("Escape", "F2 has it speak again")
    heard.hears_nothing("F6")
    heard.hears("F2", "Play, button")
    assert heard.opened.reader.talk_choices.choice is Choice.AUTOMATIC


def test_while_a_story_is_read_only_what_was_asked_for_is_said(heard: Heard) -> None:
    opened = heard.opened
    heard.press("Space")
    wait_until(lambda: opened.reader.speaker.mode is Mode.PLAYING)
    heard.said.clear()
    opened.window.messages.tell("8 more stories.", of_itself=True)
    rest()
    assert heard.said == []
    assert opened.told[-1] == "8 more stories."
    heard.hears("Ctrl+]", "185 words a minute.")
    heard.hears("Ctrl+Space", "Paused")


def test_its_own_file_dialog_is_used_where_it_speaks(heard: Heard) -> None:
    heard.press("Ctrl+O")
    wait_until(lambda: isinstance(heard.opened.dialog, QFileDialog))
    assert QCoreApplication.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    wait_until(lambda: any("Open a page, dialog" in said for said in heard.said))
    heard.opened.close_dialog()


def test_the_dialog_shows_what_holds(sample: Opened) -> None:
    sample.reader.talk_choices.choose(Choice.TIDINGS)
    sample.press("Shift+F2")
    dialog = sample.dialog
    assert isinstance(dialog, TalkingDialog)
    assert dialog.who.currentItem().text() == "Always Tidings"
    assert not dialog.talks.isChecked()
    dialog.talks.click()
    assert sample.reader.talk_choices.wanted
    sample.close_dialog()


def key(kind: QEvent.Type, which: Qt.Key, *, repeated: bool = False) -> QKeyEvent:
    return QKeyEvent(kind, which, Qt.KeyboardModifier.NoModifier, "", repeated)


PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
CTRL, L = Qt.Key.Key_Control, Qt.Key.Key_L


@pytest.mark.parametrize(
    ("events", "noticed"),
    [
        ([key(PRESS, CTRL)], True),
        ([key(PRESS, CTRL), key(RELEASE, CTRL, repeated=True)], True),
        ([key(PRESS, CTRL), key(RELEASE, CTRL)], False),
        ([key(PRESS, CTRL), key(PRESS, L)], False),
        ([key(PRESS, CTRL), QEvent(QEvent.Type.Wheel)], False),
        ([key(PRESS, L)], False),
        ([], False),
    ],
)
def test_ctrl_held_alone_asks_for_help(
    dressed_app: object, sample: Opened, events: list[QEvent], noticed: bool
) -> None:
    held = HeldCtrl(sample.window)
    held.timer.setInterval(30)
    told: list[bool] = []
    held.noticed.connect(lambda: told.append(True))
    for event in events:
        held.take(event)
    rest(120)
    assert bool(told) is noticed


def test_help_is_spoken_also_while_the_window_is_not(sample: Opened) -> None:
    heard = Heard(sample)
    sample.reader.offer.help()
    wait_until(lambda: heard.said != [])
    assert "Press F2" in heard.said[0]
    assert heard.said[0] == sample.told[-1]
    process()


# --- what must not be silent, and what must not be said -----------------------------------


def test_a_story_without_volume_leaves_the_window_heard(heard: Heard) -> None:
    heard.opened.reader.manner.set_volume(0)
    heard.hears("F6", "Play, button")
    voicing = heard.opened.reader.interface_voice.voicing
    assert voicing is not None
    assert voicing.volume >= 0.3
    assert voicing.rate == heard.opened.reader.talk_choices.rate


def test_the_key_works_in_a_dialog_too(sample: Opened) -> None:
    heard = Heard(sample)
    heard.press("F1")
    wait_until(lambda: sample.dialog is not None)
    heard.hears("F2", "Tidings speaks its window now.")
    wait_until(lambda: any("Keys, dialog" in said for said in heard.said))
    heard.hears("F2", "Tidings does not speak its window any more.")


def test_unchecking_it_is_told(heard: Heard) -> None:
    heard.hears("Shift+F2", "Speak the window, check box, checked")
    heard.hears("Space", "Tidings does not speak its window any more.")


def test_space_in_a_control_is_answered_while_a_story_is_read(heard: Heard) -> None:
    heard.press("Space")
    wait_until(lambda: heard.opened.reader.speaker.mode is Mode.PLAYING)
    heard.hears("Ctrl+Shift+D", "dialog")
    heard.hears("Down", "2 of")
    heard.hears("Space", "not checked")
    heard.opened.close_dialog()


def test_another_story_that_is_read_is_not_said_twice(heard: Heard) -> None:
    heard.press("Space")
    wait_until(lambda: heard.opened.reader.speaker.mode is Mode.PLAYING)
    heard.press("n")
    wait_until(lambda: heard.opened.title.startswith("Библиобус"))
    rest()
    assert heard.said == []
    heard.press("Escape")
    wait_until(lambda: heard.said == ["Stopped"])


def test_a_mark_is_told_by_its_message_alone(heard: Heard) -> None:
    heard.hears("F6", "Play")
    heard.hears("Shift+F6", FIRST)
    heard.hears("Shift+F6", "5 stories, list")
    heard.hears("s", f"Saved: {FIRST}")
    rest()
    assert heard.said == [f"Saved: {FIRST}"]


def test_the_end_of_sleep_is_shown_and_not_said(heard: Heard) -> None:
    heard.press("Space")
    wait_until(lambda: heard.opened.reader.speaker.mode is Mode.PLAYING)
    heard.said.clear()
    heard.opened.reader.speaker.on(SleepIn(200))
    wait_until(lambda: "The sleep timer has stopped it. Your place is kept." in heard.opened.told)
    rest()
    assert heard.said == []


def test_it_is_not_said_before_it_is_known_whether_a_screen_reader_listens(
    heard: Heard,
) -> None:
    heard.opened.reader.watch._is_known = False
    heard.hears_nothing("F6")
