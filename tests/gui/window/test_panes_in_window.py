"""Skip links and panes, side by side and one at a time; the focus where things go away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.steps import Opened, is_seen, process, wait_until
from tidings.ui.focus_ring import GAP, WIDTH, FocusRing
from tidings.ui.window import Pane

NARROW, WIDE = 620, 1500
WORDS = ["Skip to main content", "Skip to main Navigation", "Skip to Search"]
PERSIAN = """<!doctype html><html lang="fa" dir="rtl"><head><title>پل</title>
<script>var imgEnhancerBreakpoints = [0];</script></head><body class="pg-article">
<section><div class="sr-only"><h2>لینک‌های دسترسی</h2><ul>
<li><a href="#content">به متن بروید</a></li>
<li><a href="#navigation">به فهرست بروید</a></li></ul></div></section>
<div id="content"><h1 class="pg-title">پل باز شد</h1><div id="article-content"><div class="wsw">
<p>پل چوبی ده بالا پس از دو سال بار دیگر به روی مردم باز شد و کودکان نخستین کسانی بودند که از آن
گذشتند. مردم می‌گویند راه مدرسه نیم ساعت کوتاه‌تر شده است.</p></div></div></div></body></html>"""


def sized(opened: Opened, width: int) -> None:
    opened.window.resize(width, 800)
    process()


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("shown", [Pane.SOURCES, Pane.LIST, Pane.READING])
def test_skip_links_lead_to_the_panes_they_mean(sample: Opened, width: int, shown: Pane) -> None:
    sized(sample, width)
    window = sample.window
    ours = "Skip to breaking news"
    assert [button.text() for button in window.skip_links.buttons] == [*WORDS, ours]
    targets: list[QWidget] = [window.view, window.sources.view, window.header.search]
    for place, target in enumerate(targets):
        window.go_to_pane(shown)
        sample.press("Return", on=window.skip_links.buttons[place])
        assert sample.focus is target
        assert is_seen(target)


def test_skip_links_are_in_the_pages_own_language(opening: Open, tmp_path: Path) -> None:
    page = tmp_path / "bridge.html"
    page.write_text(PERSIAN, encoding="utf-8")
    opened = opening(str(page))
    links = opened.window.skip_links
    assert [button.text() for button in links.buttons] == ["به متن بروید", "به فهرست بروید"]
    assert links.accessibleName() == "لینک‌های دسترسی"


def test_a_page_without_links_gets_ours(opening: Open, tmp_path: Path) -> None:
    page = tmp_path / "plain.txt"
    page.write_text("A plain text.\n\nIt has no links, and tells of a boat that came in.\n")
    opened = opening(str(page))
    assert len(opened.window.skip_links.buttons) == 3


@pytest.mark.parametrize("key", ["F6", "Shift+F6"])
def test_f6_brings_every_pane_to_the_front_where_there_is_room_for_one(
    sample: Opened, key: str
) -> None:
    sized(sample, NARROW)
    seen = []
    for _ in Pane:
        sample.press(key)
        assert is_seen(sample.focus), sample.focus
        seen.append(sample.focus)
    window = sample.window
    for view in (window.sources.view, window.list.view, window.view):
        assert view in seen


def test_f6_goes_straight_from_pane_to_pane(sample: Opened) -> None:
    sized(sample, NARROW)
    window = sample.window
    window.go_to_pane(Pane.READING)
    came_to: list[QWidget | None] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(lambda _old, new: came_to.append(new))
    for key, panes in (
        ("Shift+F6", [window.list.view, window.sources.view]),
        ("F6", [window.list.view, window.view]),
    ):
        for pane in panes:
            came_to.clear()
            sample.press(key)
            assert came_to == [pane]


def test_back_leads_from_the_story_to_the_list_and_to_the_sources(sample: Opened) -> None:
    sized(sample, NARROW)
    back = next(b for b in sample.window.findChildren(QPushButton) if b.text().startswith("Back"))
    assert back.text() == "Back to the stories"
    sample.press("Return", on=back)
    assert sample.focus is sample.window.list.view
    assert back.text() == "Back to the sources"
    sample.press("Return", on=back)
    assert sample.focus is sample.window.sources.view
    assert not back.isVisible()


def test_keys_bring_what_they_need_to_the_front(sample: Opened) -> None:
    sized(sample, NARROW)
    window = sample.window
    sample.press("Ctrl+L")
    assert is_seen(sample.focus)
    assert window.header.address.hasFocus()
    sample.press("Ctrl+F")
    assert window.find_bar.field.hasFocus()
    assert is_seen(window.find_bar.field)
    sample.press("Ctrl+Shift+F")
    assert window.header.search.hasFocus()
    assert is_seen(window.header.search)
    sample.press("Esc")
    window.go_to_pane(Pane.LIST)
    sample.press("Return")
    assert window.view.hasFocus()
    assert is_seen(window.view)


@pytest.mark.parametrize("pane", [Pane.SOURCES, Pane.LIST, Pane.READING])
def test_what_has_the_focus_keeps_it_when_the_window_grows_narrow_and_wide(
    sample: Opened, pane: Pane
) -> None:
    sized(sample, WIDE)
    sample.window.go_to_pane(pane)
    focus = sample.focus
    sized(sample, NARROW)
    assert sample.focus is focus
    assert is_seen(focus)
    sized(sample, WIDE)
    assert sample.focus is focus


def test_back_gone_with_a_wider_window_leaves_the_focus_on_something_seen(sample: Opened) -> None:
    sized(sample, NARROW)
    back = next(b for b in sample.window.findChildren(QPushButton) if b.text().startswith("Back"))
    back.setFocus()
    sized(sample, WIDE)
    assert not back.isVisible()
    assert is_seen(sample.focus)


def test_opening_from_the_address_field_leads_to_the_page(sample: Opened) -> None:
    for width in (WIDE, NARROW):
        sized(sample, width)
        name = "quiet-day.html" if width == WIDE else "harbour-watch.html"
        sample.press("Ctrl+L")
        sample.type(str(SAMPLES / name))
        sample.press("Return")
        wait_until(lambda: sample.window.view.hasFocus(), "the page does not get the focus")
        assert is_seen(sample.window.view)


def test_the_focus_stays_where_the_reader_went_meanwhile(sample: Opened) -> None:
    sample.press("Ctrl+L")
    sample.type(str(SAMPLES / "quiet-day.html"))
    sample.press("Return")
    sample.window.player.play.setFocus()
    sample.wait_for_title("Nothing Happened, and the Town Wrote It Down")
    process()
    assert sample.focus is sample.window.player.play


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_source_leads_to_its_list(sample: Opened, width: int) -> None:
    sized(sample, width)
    sample.window.go_to_pane(Pane.SOURCES)
    view = sample.window.sources.view
    wait_until(lambda: view.count() == 5)
    texts = [view.item(row).text() for row in range(5)]
    # How many are of today depends on the day.
    assert texts.pop(1).startswith("Today")
    assert texts == ["Unread, 5", "Saved", "All stories, 5", "Harbour Watch, 5 unread"]
    view.setCurrentRow(3)
    sample.press("Return")
    wait_until(lambda: sample.window.list.view.hasFocus())
    assert sample.window.list.view.accessibleName() == "All stories, 5 stories"
    assert sample.window.windowTitle() == "All stories – Tidings"
    assert len(sample.window.list.ids) == 5
    # The pane has the focus before it has been given its place.
    wait_until(lambda: is_seen(sample.window.list.view))


def test_a_page_that_was_left_is_come_back_to_at_the_story_it_was_left_in(
    sample: Opened,
) -> None:
    sample.press("N", on=sample.window.view)
    sample.press("N")
    sample.press("P")
    sample.press("P")
    title, caret = sample.title, sample.window.view.position_at_caret()
    sample.reader.desk.open(str(SAMPLES / "quiet-day.html"))
    sample.wait_for_title("Nothing Happened, and the Town Wrote It Down")
    view = sample.window.sources.view
    wait_until(lambda: view.count() == 6)
    view.setFocus()
    view.setCurrentRow(4)
    sample.press("Return")
    sample.wait_for_title(title)
    process()
    assert sample.window.view.position_at_caret() == caret


def test_an_empty_view_says_so_and_changes_nothing(sample: Opened) -> None:
    sample.window.go_to_pane(Pane.SOURCES)
    view = sample.window.sources.view
    wait_until(lambda: view.count() == 5)
    view.setCurrentRow(2)
    before = sample.window.list.ids
    sample.press("Return")
    sample.wait_for_message("Saved: no stories here yet.")
    assert sample.focus is view
    assert sample.window.list.ids == before


def test_a_saved_story_is_found_in_its_view(sample: Opened) -> None:
    sample.press("S", on=sample.window.list.view)
    view = sample.window.sources.view
    wait_until(lambda: view.count() == 5 and view.item(2).text() == "Saved, 1")
    view.setFocus()
    view.setCurrentRow(2)
    sample.press("Return")
    wait_until(lambda: len(sample.window.list.ids) == 1)
    assert sample.window.list.view.accessibleName() == "Saved, 1 story"
    sample.press("Delete", on=sample.window.list.view)
    sample.press("Ctrl+Z")
    assert sample.window.list.view.accessibleName() == "Saved, 1 story"


def test_the_focus_is_never_lost_while_stories_go_and_lists_change(sample: Opened) -> None:
    window = sample.window
    for _ in range(3):
        sample.press("Delete", on=window.list.view)
        assert sample.focus is window.list.view
    sample.press("N", on=window.view)
    sample.reader.desk.show_shelf("all")
    wait_until(lambda: "All stories" in window.list.view.accessibleName())
    assert window.view.hasFocus()
    window.skip_links.buttons[2].setFocus()
    sample.reader.desk.open(str(SAMPLES / "quiet-day.html"))
    sample.wait_for_title("Nothing Happened, and the Town Wrote It Down")
    process()
    assert is_seen(sample.focus)
    assert sample.focus in window.skip_links.buttons


def test_the_ring_stays_round_what_has_the_focus_when_things_move(sample: Opened) -> None:
    sized(sample, WIDE)
    sample.press("Ctrl+F", on=sample.window.view)
    field = sample.window.find_bar.field
    top = field.mapTo(sample.window, QPoint(0, 0)).y()
    for number in range(4):
        sample.window.messages.warn(f"Something to know, of which there is more: {number}.")
        process()
    assert field.mapTo(sample.window, QPoint(0, 0)).y() != top, "nothing moved"
    rings = [ring for ring in sample.window.findChildren(FocusRing) if ring.isVisible()]
    assert len(rings) == 1
    place = QRect(field.mapTo(sample.window, QPoint(0, 0)), field.size())
    ring = rings[0].geometry()
    assert ring.contains(place.intersected(sample.window.rect()))
    assert ring.height() <= place.height() + 2 * (WIDTH + GAP)


def test_what_was_found_is_seen_whole_above_a_long_message(sample: Opened) -> None:
    sample.window.messages.warn("Something to know.")
    sample.press("Ctrl+F", on=sample.window.view)
    sample.type("canvas")
    sample.press("Return")
    process()
    view = sample.window.view
    assert view.viewport().rect().contains(view.cursorRect())
