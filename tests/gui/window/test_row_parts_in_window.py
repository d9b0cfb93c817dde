"""What an entry of the list says, chosen in the window by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.steps import Opened, wait_until
from tidings.library import View
from tidings.ui.article_rows import META, PARTS
from tidings.ui.row_parts import RowPart, RowParts
from tidings.ui.row_parts_dialog import RowPartsDialog

TITLE = "A Lighthouse Logbook Comes Home After Sixty Years"


def parts_of(opened: Opened) -> RowPartsDialog:
    opened.press("Ctrl+Shift+D")
    dialog = opened.dialog
    assert isinstance(dialog, RowPartsDialog)
    return dialog


def told(opened: Opened) -> str:
    first = opened.window.list.view.model().index(0, 0)
    return str(first.data(Qt.ItemDataRole.AccessibleTextRole))


def listed(dialog: RowPartsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_a_part_is_moved_by_keys_and_holds_at_once(sample: Opened) -> None:
    assert told(sample) == f"{TITLE}, Harbour Watch, 20 Nov 2026, unread, 3 minutes"
    dialog = parts_of(sample)
    assert sample.focus is dialog.list
    sample.press("Down")
    sample.press("Down")
    sample.press("Alt+Up")
    assert dialog.list.currentItem().text() == "Date"
    assert told(sample) == f"{TITLE}, 20 Nov 2026, Harbour Watch, unread, 3 minutes"
    sample.press("Alt+Up")
    sample.press("Alt+Up")
    assert listed(dialog)[:3] == ["Date", "Title", "Source"]
    assert told(sample) == f"20 Nov 2026, {TITLE}, Harbour Watch, unread, 3 minutes"
    assert dialog.example.text() == (
        f"Example: 20 Nov 2026, {TITLE}, Harbour Watch, read, changed, saved, "
        "3 minutes, also in 2 sources."
    )
    sample.press("Alt+Down")
    assert listed(dialog)[:3] == ["Title", "Date", "Source"]
    sample.close_dialog()
    sample.wait_for_message("What a list entry says was changed.")


def test_a_part_is_left_out_by_space_but_not_the_title(sample: Opened) -> None:
    dialog = parts_of(sample)
    sample.press("Space")
    assert sample.reader.row_parts.parts == RowParts()
    sample.press("Down")
    sample.press("Space")
    assert told(sample) == f"{TITLE}, 20 Nov 2026, unread, 3 minutes"
    first = sample.window.list.view.model().index(0, 0)
    assert first.data(META) == "20 Nov 2026 · unread · 3 minutes"
    sample.press("Space")
    assert "Harbour Watch" in told(sample)
    assert "Harbour Watch" in dialog.example.text()


def test_all_of_it_is_reached_and_done_by_tab_and_buttons(sample: Opened) -> None:
    dialog = parts_of(sample)
    sample.press("End")
    reached = []
    for _ in range(5):
        sample.press("Tab")
        reached.append(sample.focus)
    assert reached[0] is dialog.example
    assert [button.text() for button in reached[1:] if isinstance(button, QPushButton)] == [
        "Move up",
        "Move down",
        "Reset",
        "Close",
    ]
    sample.press("Space", on=dialog.earlier)
    assert sample.reader.row_parts.parts.order[6:] == (RowPart.ALSO_IN, RowPart.LENGTH)
    words = "How many other sources tell it, 7 of 8, Alt+Up"
    assert dialog.earlier.accessibleDescription() == words
    sample.press("Return", on=dialog.later)
    assert sample.reader.row_parts.parts == RowParts()
    for _ in range(3):
        sample.press("Space", on=dialog.earlier)
    sample.press("Space", on=dialog.usual)
    assert sample.reader.row_parts.parts == RowParts()
    assert dialog.list.currentItem().text() == "How many other sources tell it"
    sample.press("Space", on=reached[-1])
    wait_until(lambda: sample.dialog is None)
    assert not any("list entry" in words for words in sample.told)


def test_what_an_entry_says_is_kept(opening: Open) -> None:
    first = opening(str(SAMPLES / "harbour-watch.html"))
    parts_of(first)
    for key in ("Down", "Space", "Down", "Alt+Up"):
        first.press(key)
    kept = first.reader.row_parts.parts
    first.close_dialog()
    first.end()
    again = opening()
    assert again.reader.row_parts.parts == kept
    assert told(again) == f"{TITLE}, 20 Nov 2026, unread, 3 minutes"
    dialog = parts_of(again)
    assert listed(dialog)[:3] == ["Title", "Date", "Source"]
    assert dialog.list.item(2).checkState() is Qt.CheckState.Unchecked


def test_without_a_story_the_example_is_made_up(opening: Open) -> None:
    empty = opening(str(SAMPLES / "quiet-day.html"), waits=False)
    wait_until(lambda: bool(empty.told))
    dialog = parts_of(empty)
    assert "saved" in dialog.example.text()


def test_every_row_carries_its_language(sample: Opened) -> None:
    model = sample.window.list.view.model()

    def languages() -> list[str]:
        return [model.index(row, 0).data(PARTS)[0][1] for row in range(model.rowCount())]

    assert languages()[:3] == ["en", "ru", "kk"]
    sample.reader.desk.show_shelf(View.ALL.value)
    wait_until(lambda: "All stories" in sample.window.list.view.accessibleName())
    assert languages()[:3] == ["en", "ru", "kk"]
