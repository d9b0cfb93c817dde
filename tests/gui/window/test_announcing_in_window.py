"""The reader's table of announcements, chosen in the window by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.steps import Opened, name_of, wait_until
from tidings.document import Figure, Position
from tidings.playback import Mode
from tidings.speech import Announced, Way, preset_of, ways_for
from tidings.ui.announcing_dialog import AnnouncingDialog


def table_of(opened: Opened) -> AnnouncingDialog:
    opened.press("Ctrl+Shift+A")
    dialog = opened.dialog
    assert isinstance(dialog, AnnouncingDialog)
    return dialog


def spoken(opened: Opened) -> list[str]:
    script = opened.reader.stories.script(opened.reader.stories.order[0])
    assert script is not None
    said, cue = [], script.first()
    while cue is not None:
        said.append(script.utterance(cue).text)
        cue = script.after(cue)
    return said


def test_a_preset_is_chosen_by_keys_and_holds_at_once(sample: Opened) -> None:
    assert "Image:" in spoken(sample)
    dialog = table_of(sample)
    assert sample.focus is dialog.preset
    assert dialog.preset.currentData() == "some"
    sample.press("Down")
    assert dialog.preset.currentData() == "most"
    assert dialog.kinds[Announced.LEVEL].currentData() == "say"
    assert any(said.startswith("Date:") for said in spoken(sample))
    for _ in range(3):
        sample.press("Up")
    assert preset_of(sample.reader.announcing.table) == "none"
    assert "Image:" not in spoken(sample)
    sample.close_dialog()
    sample.wait_for_message("What is announced was changed.")


def test_every_kind_is_reached_and_changed_by_keys(sample: Opened) -> None:
    dialog = table_of(sample)
    for kind in Announced:
        sample.press("Tab")
        box = sample.focus
        assert box is dialog.kinds[kind]
        assert name_of(box), kind
        assert not box.visibleRegion().isEmpty()
        before = sample.reader.announcing.table.of(kind)
        sample.press("Home")
        sample.press("Down")
        chosen = ways_for(kind)[1]
        assert sample.reader.announcing.table.of(kind) is chosen
        assert before is not chosen
    assert dialog.preset.currentText() == "My own"
    sample.press("Tab")
    assert isinstance(sample.focus, QPushButton)
    sample.press("Space")
    wait_until(lambda: sample.dialog is None)


def test_closing_without_a_change_says_nothing(sample: Opened) -> None:
    table_of(sample)
    sample.close_dialog()
    assert not any("announced" in told for told in sample.told)


def test_a_preset_takes_the_place_of_my_own(sample: Opened) -> None:
    dialog = table_of(sample)
    sample.press("Down", on=dialog.kinds[Announced.LINK])
    assert dialog.preset.currentText() == "My own"
    sample.press("Home", on=dialog.preset)
    assert dialog.preset.currentData() == "none"
    assert dialog.preset.findText("My own") < 0
    assert dialog.kinds[Announced.LINK].currentData() == "skip"


def test_the_wheel_changes_nothing(sample: Opened) -> None:
    dialog = table_of(sample)
    for box in (dialog.preset, dialog.kinds[Announced.LINK]):
        box.setFocus()
        middle = QPointF(box.rect().center())
        turn = QWheelEvent(
            middle,
            box.mapToGlobal(middle),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, turn)
    assert preset_of(sample.reader.announcing.table) == "some"


def test_what_is_announced_is_kept(opening: Open) -> None:
    first = opening(str(SAMPLES / "harbour-watch.html"))
    dialog = table_of(first)
    first.press("Down", on=dialog.kinds[Announced.LINK])
    first.close_dialog()
    first.end()
    again = opening()
    assert again.reader.announcing.table.of(Announced.LINK) is Way.SOUND
    assert table_of(again).kinds[Announced.LINK].currentData() == "sound"


def test_what_is_skipped_is_jumped_over_while_it_is_spoken(sample: Opened) -> None:
    reader = sample.reader
    picture = _go_to_picture(sample)
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: reader.speaker.mode is Mode.PLAYING)
    dialog = table_of(sample)
    for kind in (Announced.IMAGE, Announced.CAPTION, Announced.CREDIT):
        sample.press("End", on=dialog.kinds[kind])
    position = reader.speaker.position
    assert position is not None
    assert position.block == picture + 1
    assert reader.speaker.mode in (Mode.PLAYING, Mode.STARTING)
    sample.close_dialog()


@pytest.mark.parametrize("key", ["Alt+End", ","])
def test_a_picture_is_left_for_what_follows(sample: Opened, key: str) -> None:
    picture = _go_to_picture(sample)
    sample.press(key, on=sample.window.view)
    caret = sample.window.view.position_at_caret()
    assert caret is not None
    assert caret.block == picture + 1
    sample.press(key)
    sample.wait_for_message("There is no list, table, quote or picture to leave.")


def test_escape_in_a_picture_stops_and_one_can_go_on_behind_it(sample: Opened) -> None:
    reader = sample.reader
    picture = _go_to_picture(sample)
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: reader.speaker.mode is Mode.PLAYING)
    sample.press("Escape")
    assert reader.speaker.mode is Mode.STOPPED
    assert _caret_block(sample) == picture
    sample.press("Alt+End")
    assert _caret_block(sample) == picture + 1
    sample.press("Space")
    wait_until(lambda: reader.speaker.mode is Mode.PLAYING)
    assert reader.speaker.position == _place(sample, picture + 1)


def _go_to_picture(opened: Opened) -> int:
    """Put the caret at the story's first picture; return which block that is."""
    article = opened.reader.desk.article
    assert article is not None
    picture = next(i for i, block in enumerate(article.blocks) if isinstance(block, Figure))
    opened.window.view.go_to(_place(opened, picture))
    return picture


def _caret_block(opened: Opened) -> int:
    caret = opened.window.view.position_at_caret()
    assert caret is not None
    return caret.block


def _place(opened: Opened, block: int) -> Position:
    article = opened.reader.desk.article
    assert article is not None
    return Position(article.id, block)
