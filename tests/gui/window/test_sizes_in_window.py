"""XS, SM, MD and LG, and on to 96 points: text and controls at once, the place kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.window.conftest import Open
from tests.gui.window.steps import Opened, process, wait_until
from tidings.resources import resource_folder
from tidings.speech import ScriptMaker, load_announcements
from tidings.ui.doing import TEXT_SIZE
from tidings.ui.reader import Folders, Reader
from tidings.ui.text_size import STEPS
from tidings.ui.theme import Theme

NAMED = {"XS": 12, "SM": 16, "MD": 20, "LG": 28}


def shown_points(opened: Opened) -> float:
    """Return the size that a paragraph of the story is shown in."""
    block = opened.window.view.document().firstBlock()
    while not block.text().startswith("The book that"):
        block = block.next()
    return block.begin().fragment().charFormat().font().pointSizeF()


@pytest.mark.parametrize("name", NAMED)
def test_a_choice_changes_text_and_controls_at_once(sample: Opened, name: str) -> None:
    window = sample.window
    window.set_text_size(48)
    process()
    choice = next(choice for choice in window.sizes.choices if choice.text() == name)
    heights = window.player.play.height(), window.list.view.fontMetrics().height()
    sample.press("Space", on=choice)
    process()
    assert shown_points(sample) == NAMED[name]
    assert choice.isChecked()
    assert window.player.play.height() < heights[0]
    assert window.list.view.fontMetrics().height() < heights[1]
    assert sample.focus is choice


def test_the_keys_go_on_to_96_points_and_back_to_md(sample: Opened) -> None:
    window = sample.window
    view, seen = window.view, [window.points]
    for _ in STEPS:
        sample.press("Ctrl++", on=view)
        assert shown_points(sample) == window.points
        seen.append(window.points)
    assert seen == [20, 28, 36, 48, 64, 80, 96, 96, 96, 96]
    assert not any(choice.isChecked() for choice in window.sizes.choices)
    sample.press("Ctrl+0")
    assert window.points == 20
    for _ in STEPS:
        sample.press("Ctrl+-")
    assert window.points == 12


def test_the_size_is_said_also_when_it_changes_no_more(sample: Opened) -> None:
    sample.press("Ctrl++", on=sample.window.view)
    assert sample.told[-1] == "Text size LG, 28 points"
    sample.press("Ctrl++")
    assert sample.told[-1] == "Text size 36 points"
    for _ in STEPS:
        sample.press("Ctrl++")
    assert sample.told[-1] == "Text size 96 points. There is no larger one."
    for _ in STEPS:
        sample.press("Ctrl+-")
    assert sample.told[-1] == "Text size XS, 12 points. There is no smaller one."


def test_the_carets_line_stays_in_view_at_every_size(sample: Opened) -> None:
    view = sample.window.view
    view.setFocus()
    for _ in range(8):
        sample.press("P")
    caret = view.textCursor().position()
    assert caret > 0
    for points in (*STEPS, *reversed(STEPS)):
        sample.window.set_text_size(points)
        process()
        assert view.textCursor().position() == caret
        assert view.viewport().rect().contains(view.cursorRect().center()), points


def test_the_top_line_stays_where_the_reader_has_scrolled_away(sample: Opened) -> None:
    view = sample.window.view
    view.verticalScrollBar().setValue(900)
    process()
    top = view.cursorForPosition(view.viewport().rect().topLeft()).position()
    for points in (28, 20):
        sample.window.set_text_size(points)
        process()
    again = view.cursorForPosition(view.viewport().rect().topLeft()).position()
    assert abs(again - top) < 80


def test_size_and_rate_are_there_after_the_window_was_closed(sample: Opened, opening: Open) -> None:
    sample.press("Ctrl++", on=sample.window.view)
    sample.press("Ctrl++")
    sample.press("Ctrl+]")
    sample.end()
    again = opening()
    assert again.window.points == 36
    assert again.window.player.rate.text() == "185 words a minute"
    again.press("Ctrl+0", on=again.window.view)
    again.end()
    assert opening().window.points == 20


def test_the_window_is_shown_in_the_size_that_was_kept(
    opening: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = opening()
    before.reader.keeping.remember(TEXT_SIZE, "28")
    before.end()
    dressed: list[tuple[int, bool]] = []
    dress = Theme.apply

    def note(theme: Theme, app: QApplication, window: QWidget, points: int) -> None:
        dressed.append((points, window.isVisible()))
        dress(theme, app, window, points)

    monkeypatch.setattr(Theme, "apply", note)

    again = opening()

    assert again.window.isVisible()
    assert dressed == [(20, False), (28, False)]


@pytest.mark.usefixtures("dressed_app")
def test_a_window_is_not_kept_waiting_by_what_is_kept(tmp_path: Path) -> None:
    reader = Reader(
        Folders(resource_folder(), tmp_path, tmp_path, tmp_path),
        ScriptMaker(load_announcements()),
    )
    reader.show()

    wait_until(reader.window.isVisible)

    reader.window.close()
    reader.window.deleteLater()
    reader.deleteLater()
    process()
