"""What a second start hands over is opened in the window that is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.steps import Opened, process, wait_until
from tidings.playback import Mode
from tidings.source import absolute
from tidings.ui.one_window import Wish
from tidings.ui.window import Pane

QUIET = str(SAMPLES / "quiet-day.html")
QUIET_STORY = "Nothing Happened, and the Town Wrote It Down"
TEXT = b"A short walk\n\nThe path along the dike is open again. Dogs are welcome on a lead.\n"
OTHER = b"A long walk\n\nThe path over the hill is closed. Sheep are not welcome at all here.\n"


class HandingOver:
    """A second start, as the window sees it."""

    def __init__(self, opened: Opened) -> None:
        self._take = opened.reader.handed_over.take
        self.taken: list[Wish] = []

    def __call__(self, *sources: str, given: bytes = b"", beside: bool = False) -> None:
        wish = Wish(sources, given, beside=beside)
        self._take(wish, lambda: self.taken.append(wish))


def page(folder: Path, name: str, title: str) -> str:
    text = f"{title}\n\nThe path along the dike is open again. Dogs are welcome on a lead.\n"
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)


def kept_pages(opened: Opened) -> set[str]:
    pages: list[tuple[str, ...]] = []
    opened.reader.keeping.do(
        lambda library: tuple(shelf.address for shelf in library.sources()), pages.append
    )
    wait_until(lambda: bool(pages))
    return set(pages[0])


def test_a_page_is_shown_and_the_reader_is_in_it(sample: Opened) -> None:
    hand_over = HandingOver(sample)
    sample.window.go_to_pane(Pane.SOURCES)
    hand_over(QUIET)
    wait_until(lambda: bool(hand_over.taken))
    sample.wait_for_title(QUIET_STORY)
    wait_until(sample.window.view.hasFocus)
    assert any(told.startswith("Quiet Day: 2 stories") for told in sample.told)
    assert "Tidings was open already." not in sample.told


def test_of_several_the_first_is_shown_and_the_others_are_kept(
    sample: Opened, tmp_path: Path
) -> None:
    others = [page(tmp_path, f"{n} ü.txt", f"Number {n}") for n in range(3)]
    hand_over = HandingOver(sample)
    hand_over(QUIET, *others)
    sample.wait_for_title(QUIET_STORY)
    addresses = {Path(other).as_uri() for other in others}
    wait_until(lambda: addresses <= kept_pages(sample))
    assert sample.title == QUIET_STORY


def test_without_a_source_it_is_told_that_it_was_open(sample: Opened) -> None:
    hand_over = HandingOver(sample)
    hand_over()
    assert hand_over.taken
    sample.wait_for_message("Tidings was open already.")
    assert sample.title != QUIET_STORY


def test_a_minimised_window_comes_back(sample: Opened) -> None:
    sample.window.showMaximized()
    sample.window.showMinimized()
    process()
    assert sample.window.isMinimized()
    HandingOver(sample)()
    assert not sample.window.isMinimized()
    assert sample.window.isMaximized()


def test_a_dialog_stays_before_the_window(sample: Opened) -> None:
    sample.press("Ctrl+Shift+M")
    wait_until(lambda: sample.dialog is not None)
    dialog = sample.dialog
    hand_over = HandingOver(sample)
    hand_over(QUIET)
    sample.wait_for_title(QUIET_STORY)
    assert sample.dialog is dialog
    assert dialog is not None
    assert dialog.isActiveWindow()
    sample.close_dialog()


def test_what_was_given_is_a_page(sample: Opened) -> None:
    hand_over = HandingOver(sample)
    hand_over("-", given=TEXT)
    sample.wait_for_title("A short walk")
    hand_over(QUIET, "-", given=OTHER)
    sample.wait_for_title(QUIET_STORY)
    wait_until(lambda: "stdin:" in kept_pages(sample))


def test_two_that_were_given_at_once_are_not_mixed_up(sample: Opened) -> None:
    hand_over = HandingOver(sample)
    hand_over("-", given=TEXT)
    hand_over("-", given=OTHER)
    sample.wait_for_title("A long walk")


def test_nothing_given_is_told_and_waits_for_nobody(sample: Opened) -> None:
    before = sample.title
    hand_over = HandingOver(sample)
    hand_over("-", "-", given=TEXT)
    sample.wait_for_title("A short walk")
    hand_over("-")
    wait_until(lambda: len(hand_over.taken) == 2)
    wait_until(lambda: "short walk" not in sample.told[-1])
    assert sample.title in ("A short walk", before)


def test_a_missing_file_is_told_and_what_was_shown_stays(sample: Opened, tmp_path: Path) -> None:
    before = sample.title
    HandingOver(sample)(str(tmp_path / "gone.html"))
    sample.wait_for_message("There is no file")
    assert sample.title == before


def test_a_name_that_is_no_utf_8_is_opened(
    sample: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = os.fsdecode(b"caf\xe9 page.txt")
    (tmp_path / name).write_bytes(TEXT)
    monkeypatch.chdir(tmp_path)
    source = absolute(name)
    monkeypatch.chdir("/")
    HandingOver(sample)(source)
    sample.wait_for_title("A short walk")


def test_what_comes_before_the_window_is_ready_is_opened_last(
    opening: Open, tmp_path: Path
) -> None:
    opened = opening(page(tmp_path, "first.txt", "First"), waits=False)
    hand_over = HandingOver(opened)
    hand_over(page(tmp_path, "second.txt", "Second"))
    hand_over(page(tmp_path, "third.txt", "Third"))
    opened.wait_for_title("Third")
    addresses = {(tmp_path / f"{name}.txt").as_uri() for name in ("first", "second", "third")}
    wait_until(lambda: addresses <= kept_pages(opened))
    assert opened.title == "Third"


def test_a_story_goes_on_being_read_while_another_page_comes(sample: Opened) -> None:
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: sample.reader.speaker.mode is Mode.PLAYING)
    spoken = sample.reader.speaker.position
    assert spoken is not None
    HandingOver(sample)(QUIET)
    sample.wait_for_title(QUIET_STORY)
    assert sample.reader.speaker.mode is Mode.PLAYING
    position = sample.reader.speaker.position
    assert position is not None
    assert position.article == spoken.article


def test_where_another_window_was_opened_this_one_falls_silent(sample: Opened) -> None:
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: sample.reader.speaker.mode is Mode.PLAYING)
    hand_over = HandingOver(sample)
    hand_over(beside=True)
    wait_until(lambda: sample.reader.speaker.mode is Mode.PAUSED)
    sample.wait_for_message("did not answer for a while")
    hand_over(beside=True)
    assert sample.reader.speaker.mode is Mode.PAUSED
    assert len(hand_over.taken) == 2


def test_a_window_that_closes_takes_nothing(sample: Opened) -> None:
    hand_over = HandingOver(sample)
    hand_over(QUIET)
    sample.end()
    hand_over(QUIET)
    hand_over()
    process()
    assert hand_over.taken == []
