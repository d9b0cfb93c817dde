"""Sources in folders: folded and opened, moved among their like, renamed; all by keys."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.steps import Opened, process, wait_until
from tests.gui.window.test_dialogs_in_window import check_dialog
from tests.gui.window.test_following_in_window import texts_of_sources
from tidings.library import Library, NewSource
from tidings.ui.folder_dialog import FolderDialog

SOURCES = (
    ("Harbour news", ""),
    ("Mill news", "Town"),
    ("Weir news", "Town"),
    ("Hill news", "Country"),
)
ALL = [
    *("Unread, 5", "Today", "Saved", "All stories, 5", "Harbour Watch, 5 unread", "Harbour news"),
    *("Town", "Mill news", "Weir news", "Country", "Hill news"),
]


def follow(library: Library) -> int:
    return library.follow_all(
        NewSource(f"https://{title.split()[0]}.example/", title, folder=folder)
        for title, folder in SOURCES
    )


@pytest.fixture
def opened(sample: Opened) -> Opened:
    """A window with sources in folders, the list of sources having the focus."""
    sample.reader.keeping.do(follow)
    sample.reader.desk.show_shelves()
    wait_until(lambda: texts_of_sources(sample) == ALL)
    sample.window.sources.view.setFocus()
    # Told when the story is there, too: nothing is to come between what is told from now on.
    sample.wait_for_message("Harbour Watch: 5 stories.")
    return sample


def go_to(opened: Opened, title: str) -> None:
    """Go to an entry by the arrow keys."""
    view = opened.window.sources.view
    opened.press("Home", on=view)
    while view.currentItem().text() != title:
        row = view.currentRow()
        opened.press("Down")
        assert view.currentRow() == row + 1, f"{title!r} is not there"


def heard(opened: Opened) -> str:
    item = opened.window.sources.view.currentItem()
    return str(item.data(Qt.ItemDataRole.AccessibleTextRole))


def done(opened: Opened, told: str) -> None:
    opened.wait_for_message(told)
    opened.wait_for_library()


def test_a_folder_is_folded_and_opened_as_in_a_tree(opened: Opened) -> None:
    go_to(opened, "Weir news")
    assert heard(opened) == "Weir news, folder Town"
    opened.press("Left")
    assert heard(opened) == "Town, folder of 2 sources, expanded"
    opened.press("Left")
    assert opened.told[-1] == "Town, collapsed."
    assert heard(opened) == "Town, folder of 2 sources, collapsed"
    assert texts_of_sources(opened) == [*ALL[:7], *ALL[9:]]
    opened.press("Right")
    assert opened.told[-1] == "Town, expanded."
    assert texts_of_sources(opened) == ALL
    assert heard(opened) == "Town, folder of 2 sources, expanded"
    opened.press("Right")
    assert heard(opened) == "Mill news, folder Town"
    opened.press("Right")
    assert opened.told[-1] == "There is no folder here."
    opened.press("Home")
    opened.press("Left")
    assert opened.told[-1] == "There is no folder here."


@pytest.mark.parametrize("is_held", [False, True])
def test_enter_folds_and_opens_and_lists_nothing(opened: Opened, is_held: bool) -> None:
    go_to(opened, "Town")
    if is_held:
        # A button of the mouse that is down elsewhere is not what is answered.
        QTest.mousePress(opened.window.view.viewport(), Qt.MouseButton.LeftButton)
        opened.window.sources.view.setFocus()
    for told in ("Town, collapsed.", "Town, expanded."):
        opened.press("Return")
        assert opened.told[-1] == told
        assert opened.focus is opened.window.sources.view
    QTest.mouseRelease(opened.window.view.viewport(), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("clicks", [1, 2])
def test_one_click_or_two_fold_it_once(opened: Opened, clicks: int) -> None:
    view = opened.window.sources.view
    at = view.visualItemRect(view.item(ALL.index("Town"))).center()
    for click in (QTest.mouseClick, QTest.mouseDClick)[:clicks]:
        click(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    process()
    assert opened.window.sources.folded_folders == ("Town",)


def test_what_is_folded_stays_so_when_lists_change_and_after_a_restart(
    opened: Opened, opening: Open, tmp_path: Path
) -> None:
    go_to(opened, "Country")
    opened.press("Left")
    opened.reader.desk.show_shelves()
    opened.wait_for_library()
    assert texts_of_sources(opened) == ALL[:-1]
    assert opened.window.sources.view.currentItem().text() == "Country"
    opened.end()
    again = opening(str(SAMPLES / "harbour-watch.html"), folder=tmp_path)
    wait_until(lambda: texts_of_sources(again) == ALL[:-1])


@pytest.mark.parametrize("kept", ["", "{", "5", '{"Town": 1}', '["Town", 5]'])
def test_what_was_kept_and_makes_no_sense_is_passed_over(opened: Opened, kept: str) -> None:
    opened.reader.news.arranging.use({"folded-folders": kept})
    assert opened.window.sources.folded_folders == (("Town",) if "5]" in kept else ())


def test_a_source_is_moved_among_its_like(opened: Opened) -> None:
    go_to(opened, "Weir news")
    opened.press("Alt+Up")
    done(opened, "Weir news, before Mill news.")
    assert texts_of_sources(opened) == [*ALL[:7], "Weir news", "Mill news", *ALL[9:]]
    assert heard(opened) == "Weir news, folder Town"
    opened.press("Alt+Up")
    done(opened, "Weir news is the first already.")
    opened.press("Alt+Down")
    done(opened, "Weir news, after Mill news.")
    assert texts_of_sources(opened) == ALL
    assert heard(opened) == "Weir news, folder Town"


def test_a_folder_is_moved_with_all_that_is_in_it(opened: Opened) -> None:
    go_to(opened, "Town")
    opened.press("Alt+Down")
    done(opened, "Town, after Country.")
    assert texts_of_sources(opened) == [*ALL[:6], *ALL[9:], *ALL[6:9]]
    assert heard(opened).startswith("Town, folder of 2 sources")
    opened.press("Alt+Up")
    done(opened, "Town, before Country.")
    assert texts_of_sources(opened) == ALL


def test_views_are_not_moved_and_what_went_meanwhile_is_said(opened: Opened) -> None:
    go_to(opened, "Saved")
    opened.press("Alt+Down")
    done(opened, "This is no source, so it cannot be moved.")
    now = datetime.now().astimezone()
    for title, told in (("Hill news", "This source"), ("Country", "This folder")):
        go_to(opened, title)
        opened.reader.keeping.do(lambda library: library.remove_source(ADDRESS, now))
        opened.press("Alt+Up")
        opened.wait_for_message(f"{told} is not in the library any more.")
        opened.reader.keeping.do(lambda library: library.restore_source(ADDRESS))


ADDRESS = "https://Hill.example/"


def renamed(opened: Opened, folder: str, name: str) -> None:
    go_to(opened, folder)
    opened.press("Alt+Return")
    dialog = opened.dialog
    assert isinstance(dialog, FolderDialog)
    assert opened.focus is dialog.name
    opened.press("Ctrl+A")
    opened.press("Backspace")
    if name:
        opened.type(name)
    opened.press("Return")
    wait_until(lambda: opened.dialog is None)
    opened.activate()


@pytest.mark.parametrize(
    ("name", "told", "texts"),
    [
        (
            "City",
            "The folder Town is called City now.",
            [*ALL[:6], "City", "Mill news", "Weir news", *ALL[9:]],
        ),
        (
            "Country",
            "2 sources are in Country now.",
            [*ALL[:6], "Country", "Mill news", "Weir news", "Hill news"],
        ),
        ("", "2 sources are in no folder now.", [*ALL[:6], *ALL[7:]]),
    ],
)
def test_a_folder_is_renamed_with_all_that_is_in_it(
    opened: Opened, name: str, told: str, texts: list[str]
) -> None:
    renamed(opened, "Town", name)
    opened.wait_for_message(told)
    wait_until(lambda: texts_of_sources(opened) == texts)


def test_a_folder_that_keeps_its_name_is_not_told_of(opened: Opened) -> None:
    told = list(opened.told)
    renamed(opened, "Town", " Town ")
    opened.wait_for_library()
    assert opened.told == told
    assert texts_of_sources(opened) == ALL


def test_a_folder_that_went_meanwhile_is_said(opened: Opened) -> None:
    go_to(opened, "Town")
    opened.press("Alt+Return")
    opened.reader.keeping.do(lambda library: library.rename_folder("Town", "City"))
    opened.type("Borough")
    opened.press("Return")
    opened.wait_for_message("This folder is not in the library any more.")


def test_a_folder_is_no_source_to_be_removed(opened: Opened) -> None:
    go_to(opened, "Town")
    opened.press("Delete")
    opened.wait_for_message("This is no source, so it cannot be removed.")
    assert texts_of_sources(opened) == ALL


@pytest.mark.parametrize("points", [12, 28, 96])
def test_nothing_of_its_dialog_is_cut(opened: Opened, points: int) -> None:
    opened.window.set_text_size(points)
    go_to(opened, "Town")
    opened.press("Alt+Return")
    process()
    dialog = opened.dialog
    assert isinstance(dialog, FolderDialog)
    check_dialog(dialog)


@pytest.mark.parametrize("points", [12, 28, 96])
def test_entries_are_as_high_as_their_words_need(opened: Opened, points: int) -> None:
    title = "The weir, the lock and the mill: a paper for both banks of the river, and its boats"
    title += ", bridges, ferries and fords"
    for folder in ("", "Town", "The folder of all that is written in and around the old town"):
        new = NewSource(f"https://{len(folder)}.example/", title, folder=folder)
        opened.reader.keeping.do(partial(Library.follow, source=new))
    opened.reader.desk.show_shelves()
    opened.window.resize(620, 900)
    opened.window.set_text_size(points)
    opened.wait_for_library()
    view = opened.window.sources.view
    assert view.count() == len(ALL) + 4
    heights = {}
    for row in range(view.count()):
        item = view.item(row)
        room = view.visualItemRect(item)
        assert room.width() <= view.viewport().width()
        metrics = QFontMetrics(item.font()) if item.font().bold() else view.fontMetrics()
        indent = metrics.height() if item.data(Qt.ItemDataRole.UserRole).folder else 0
        # 12 pixels of padding and bar, 6 of Qt's own round the words.
        wrapped = QRect(0, 0, room.width() - 18 - indent, 10_000)
        needed = metrics.boundingRect(wrapped, Qt.TextFlag.TextWordWrap.value, item.text())
        assert room.height() >= needed.height() + 16, item.text()
        heights[item.text()] = room.height()
    assert heights[title] > heights["Saved"]
