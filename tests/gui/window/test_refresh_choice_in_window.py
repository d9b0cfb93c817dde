"""How often sources are asked, and whether at the start, chosen in the window by keys."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.gui.window.conftest import Open, Site
from tests.gui.window.steps import Opened, wait_until
from tests.gui.window.test_following_in_window import add, kept_of, page
from tests.gui.window.test_source_choices_in_window import choose, save
from tidings.library import SourceChoices
from tidings.ui.refresh_dialog import RefreshDialog
from tidings.ui.refreshing import LOOK_EVERY, USUAL


def dialog_of(opened: Opened) -> RefreshDialog:
    opened.press("Shift+F5", on=opened.window.view)
    dialog = opened.dialog
    assert isinstance(dialog, RefreshDialog)
    assert opened.focus is dialog.every
    return dialog


def test_it_is_chosen_by_keys_and_kept(sample: Opened, opening: Open, tmp_path: Path) -> None:
    dialog = dialog_of(sample)
    assert dialog.every.currentText() == "Every hour"
    assert dialog.at_start.isChecked()
    choose(sample, dialog.every, "Every 3 hours")
    sample.press("Tab")
    assert sample.focus is dialog.at_start
    sample.press("Space")
    save(sample)
    sample.wait_for_message("Sources are asked every 3 hours, not at the start.")
    refreshing = sample.reader.news.refreshing
    assert (refreshing.usual, refreshing.at_start) == (180, False)
    sample.end()
    again = opening(folder=tmp_path)
    refreshing = again.reader.news.refreshing
    assert (refreshing.usual, refreshing.at_start) == (180, False)
    dialog = dialog_of(again)
    choose(again, dialog.every, "Only by hand")
    again.press("Space", on=dialog.at_start)
    save(again)
    again.wait_for_message("Sources are asked only by hand, at the start, too.")


def test_cancel_and_the_same_again_change_nothing(sample: Opened) -> None:
    told = list(sample.told)
    dialog = dialog_of(sample)
    choose(sample, dialog.every, "Once a day")
    sample.close_dialog()
    dialog_of(sample)
    save(sample)
    assert sample.told == told
    assert sample.reader.news.refreshing.usual == USUAL


def test_those_without_a_time_of_their_own_are_asked_as_it_means(opening: Open, site: Site) -> None:
    opened = opening(site.page("/harbour", page(1, 2)))
    other = site.page("/mill", page(7))
    add(opened, f"{site.address}/harbour", other)
    own = SourceChoices(every=30)
    opened.reader.keeping.do(lambda library: library.choose(other, own))
    opened.press("F5")
    opened.wait_for_message("1 new story in 1 source.")
    dialog = dialog_of(opened)
    choose(opened, dialog.every, "Once a day")
    save(opened)
    opened.wait_for_library()
    for address, minutes in ((f"{site.address}/harbour", 1440), (other, 30)):
        source = kept_of(opened, address)
        assert source.checked_at is not None
        assert source.next_check_at == source.checked_at + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("kept", "at_once", "first"),
    [
        ({}, True, LOOK_EVERY),
        ({"refresh-at-start": "1"}, True, LOOK_EVERY),
        ({"refresh-at-start": "0"}, False, 60 * 60_000),
        ({"refresh-at-start": "0", "refresh-every": "15"}, False, 15 * 60_000),
        ({"refresh-at-start": "0", "refresh-every": "0"}, False, 60 * 60_000),
        ({"refresh-at-start": "0", "refresh-every": "999999"}, False, 24 * 60 * 60_000),
    ],
)
def test_sources_are_asked_at_the_start_or_after_the_usual_time(
    sample: Opened, site: Site, kept: dict[str, str], first: int, *, at_once: bool
) -> None:
    refreshing = sample.reader.news.refreshing
    add(sample, site.page("/mill", page(7)))
    refreshing.use(kept)
    refreshing.start()
    assert refreshing.is_under_way is at_once
    assert refreshing._looks.interval() == first
    if at_once:
        wait_until(lambda: len(site.requests) == 1)
    else:
        # The time has gone by.
        refreshing._looks.timeout.emit()
        wait_until(lambda: len(site.requests) == 1)
        assert refreshing._looks.interval() == LOOK_EVERY
