"""One source, named, put into a folder, asked, watched and kept as the reader wants it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from tests.gui.window.conftest import Open, Site
from tests.gui.window.steps import Opened, is_seen_whole, process, wait_until
from tests.gui.window.test_dialogs_in_window import check_nothing_is_cut
from tests.gui.window.test_following_in_window import add, kept_of, page, texts_of_sources
from tidings.library import Library, SourceChoices
from tidings.ui.source_dialog import SourceDialog


@pytest.fixture
def followed(opening: Open, site: Site) -> Opened:
    """A window that follows a page of two stories."""
    opened = opening(site.page("/harbour", page(1, 2)))
    opened.press("Ctrl+D")
    opened.wait_for_message("Followed: Harbour news.")
    return opened


def address_of(site: Site) -> str:
    return f"{site.address}/harbour"


def dialog_of(opened: Opened) -> SourceDialog:
    """Open the dialog of the source that is open."""
    opened.press("Alt+Return", on=opened.window.view)
    wait_until(lambda: isinstance(opened.dialog, SourceDialog))
    dialog = opened.dialog
    assert isinstance(dialog, SourceDialog)
    return dialog


def choose(opened: Opened, box: QComboBox, words: str) -> None:
    """Choose by keys, as one does who sees or hears the words."""
    box.setFocus()
    for _step in range(box.count()):
        opened.press("Up")
    while box.currentText() != words:
        at = box.currentIndex()
        opened.press("Down")
        assert box.currentIndex() == at + 1, f"{words!r} is not offered"


def save(opened: Opened) -> None:
    opened.press("Return")
    wait_until(lambda: opened.dialog is None)
    opened.activate()


def test_all_choices_are_made_by_keys_and_kept(followed: Opened, site: Site) -> None:
    dialog = dialog_of(followed)
    assert dialog.windowTitle() == "Source: Harbour news"
    assert followed.focus is dialog.name
    followed.press("Ctrl+A")
    followed.type("The port")
    choose(followed, dialog.folder, "A new folder")
    followed.press("Tab")
    assert followed.focus is dialog.new_folder
    followed.type("Town")
    choose(followed, dialog.every, "Every 6 hours")
    for check in (dialog.full_text, dialog.watch):
        followed.press("Space", on=check)
    followed.press("Tab")
    assert followed.focus is dialog.words
    followed.type("storm, flood*")
    choose(followed, dialog.keep_days, "For three months")
    choose(followed, dialog.keep_count, "The newest 500")
    save(followed)
    followed.wait_for_message("Kept what you chose for The port.")
    source = kept_of(followed, address_of(site))
    assert (source.title, source.page_title, source.folder) == ("The port", "Harbour news", "Town")
    assert source.choices == SourceChoices(
        watch_breaking=True,
        full_text=True,
        keep_days=90,
        keep_count=500,
        every=360,
        watch_words="storm, flood*",
    )
    wait_until(lambda: any(text.startswith("The port") for text in texts_of_sources(followed)))
    # What was chosen stands there again, and the folder is offered.
    dialog = dialog_of(followed)
    assert dialog.wish().choices == source.choices
    assert dialog.folder.currentText() == "Town"
    assert not dialog.new_folder.isVisible()


def test_an_emptied_name_is_that_of_the_page_again(followed: Opened, site: Site) -> None:
    for typed, name in (("The port", "The port"), ("", "Harbour news")):
        dialog_of(followed)
        followed.press("Ctrl+A")
        followed.press("Backspace")
        if typed:
            followed.type(typed)
        save(followed)
        followed.wait_for_message(f"Kept what you chose for {name}.")
        assert kept_of(followed, address_of(site)).title == name
    # Not by the name that it had: by that which it has.
    site.page("/harbour", page(1, 2).replace(b"Harbour news", b"Port news"))
    followed.press("F5")
    followed.wait_for_message("No new stories.")
    assert kept_of(followed, address_of(site)).title == "Port news"


def test_cancel_changes_nothing_and_saving_the_same_is_not_told(
    followed: Opened, site: Site
) -> None:
    before = kept_of(followed, address_of(site))
    told = list(followed.told)
    dialog = dialog_of(followed)
    followed.press("Space", on=dialog.watch)
    choose(followed, dialog.every, "Once a day")
    followed.close_dialog()
    assert followed.focus is followed.window.view
    dialog_of(followed)
    save(followed)
    assert kept_of(followed, address_of(site)) == before
    assert followed.told == told


def test_a_key_that_is_pressed_twice_opens_one_dialog(followed: Opened) -> None:
    for _press in range(2):
        followed.reader.commands.run("source-choices")
    wait_until(lambda: followed.dialog is not None)
    followed.wait_for_library()
    followed.close_dialog()
    assert followed.dialog is None


def test_a_new_folder_needs_a_name(followed: Opened) -> None:
    dialog = dialog_of(followed)
    choose(followed, dialog.folder, "A new folder")
    followed.press("Return")
    assert followed.dialog is dialog
    assert followed.focus is dialog.new_folder
    followed.wait_for_message("Type the name of the new folder, or choose another.")


def test_the_dialog_of_the_source_that_the_pane_stands_on(followed: Opened) -> None:
    view = followed.window.sources.view
    wait_until(lambda: view.count() == 5)
    view.setCurrentRow(0)
    followed.press("Alt+Return", on=view)
    followed.wait_for_message("This is no source.")
    view.setCurrentRow(4)
    followed.press("Alt+Return", on=view)
    wait_until(lambda: isinstance(followed.dialog, SourceDialog))
    followed.close_dialog()
    assert followed.focus is view


def test_of_a_view_over_all_it_is_the_source_of_the_story(followed: Opened) -> None:
    followed.reader.desk.show_shelf("all")
    wait_until(lambda: followed.reader.desk.edition is None)
    assert dialog_of(followed).windowTitle() == "Source: Harbour news"


def test_a_source_that_went_meanwhile_is_said(followed: Opened, site: Site) -> None:
    address = address_of(site)

    def remove(library: Library) -> None:
        library.remove_source(address, datetime.now().astimezone())

    dialog = dialog_of(followed)
    followed.press("Space", on=dialog.watch)
    followed.reader.keeping.do(remove)
    followed.press("Return", on=dialog.name)
    followed.wait_for_message("This source is not in the library any more")
    assert not any("Kept what you chose" in told for told in followed.told)
    followed.press("Alt+Return", on=followed.window.view)
    wait_until(lambda: sum("any more" in told for told in followed.told) == 2)
    assert followed.dialog is None


def test_what_came_to_be_known_meanwhile_stays(followed: Opened, site: Site) -> None:
    address = address_of(site)
    dialog = dialog_of(followed)
    followed.press("Space", on=dialog.watch)
    changed = SourceChoices(followed=False, keep_days=7)
    followed.reader.keeping.do(lambda library: library.choose(address, changed))
    save(followed)
    followed.wait_for_message("Kept what you chose")
    found = kept_of(followed, address).choices
    assert found == SourceChoices(followed=False, keep_days=7, watch_breaking=True)


def test_it_is_asked_now_and_says_how_it_went(followed: Opened, site: Site) -> None:
    other = site.page("/mill", page(7))
    add(followed, other)
    dialog = dialog_of(followed)
    assert dialog.state.text() == "Not asked for new stories yet."
    asked = len(site.requests)
    site.page("/harbour", b"gone", status=404)
    followed.press("Space", on=dialog.ask)
    wait_until(lambda: "127.0.0.1" in dialog.state.text())
    assert dialog.state.text().startswith("Last asked today at ")
    assert "Tidings asks it again in" in dialog.state.text()
    followed.wait_for_message("127.0.0.1 ")
    site.page("/harbour", page(1, 2, 3))
    followed.press("Return", on=dialog.ask)
    wait_until(lambda: "127.0.0.1" not in dialog.state.text())
    assert followed.dialog is dialog
    followed.wait_for_message("1 new story in 1 source.")
    # Nobody else was asked.
    assert len(site.requests) == asked + 2


def test_who_wants_to_be_left_alone_is_not_asked_and_that_is_said(
    followed: Opened, site: Site
) -> None:
    site.page("/harbour", b"busy", status=429, Retry_After="3600")
    dialog = dialog_of(followed)
    followed.press("Space", on=dialog.ask)
    wait_until(lambda: "Tidings asks it again in" in dialog.state.text())
    asked, told = len(site.requests), len(followed.told)
    followed.press("Space", on=dialog.ask)
    wait_until(lambda: len(followed.told) > told)
    assert "Tidings asks it again in 59 minutes." in followed.told[-1]
    assert len(site.requests) == asked


def test_it_is_asked_as_its_new_interval_means(followed: Opened, site: Site) -> None:
    address = address_of(site)
    followed.press("F5")
    followed.wait_for_message("No new stories.")
    dialog = dialog_of(followed)
    choose(followed, dialog.every, "Once a day")
    save(followed)
    followed.wait_for_message("Kept what you chose")
    source = kept_of(followed, address)
    assert source.checked_at is not None
    assert source.next_check_at == source.checked_at + timedelta(days=1)


def test_what_had_ended_and_is_followed_again_is_asked_again(followed: Opened, site: Site) -> None:
    site.page("/harbour", b"gone", status=410)
    followed.press("F5")
    followed.wait_for_message("1 source could not be refreshed")
    followed.wait_for_library()
    dialog = dialog_of(followed)
    assert not dialog.followed.isChecked()
    assert not dialog.every.isEnabled()
    assert "Tidings asks it again" not in dialog.state.text()
    followed.press("Space", on=dialog.followed)
    assert dialog.every.isEnabled()
    save(followed)
    followed.wait_for_message("Kept what you chose")
    site.page("/harbour", page(1, 2, 3))
    followed.reader.news.refreshing.refresh(by_hand=False)
    followed.wait_for_message("1 new story in 1 source.")


def test_usual_words_are_put_beside_those_that_are_there(followed: Opened) -> None:
    dialog = dialog_of(followed)
    dialog.words.setFocus()
    followed.type("lanterns, flood*")
    followed.press("Return", on=dialog.usual_words)
    assert dialog.words.text() == ("lanterns, flood*, breaking, earthquake*, explosion*, evacuat*")
    assert followed.focus is dialog.words
    assert followed.dialog is dialog


def test_a_page_of_this_computer_is_not_asked(sample: Opened) -> None:
    dialog = dialog_of(sample)
    assert not hasattr(dialog, "followed")
    choose(sample, dialog.keep_days, "For a week")
    save(sample)
    sample.wait_for_message("Kept what you chose for Harbour Watch.")


@pytest.mark.parametrize("points", [12, 28, 96])
def test_nothing_of_it_is_cut(followed: Opened, points: int) -> None:
    check_nothing_is_cut(followed, "Alt+Return", points)


@pytest.mark.usefixtures("russian")
@pytest.mark.parametrize("points", [28, 96])
def test_nothing_of_it_is_cut_in_longer_words(opening: Open, site: Site, points: int) -> None:
    opened = opening(site.page("/harbour", page(1, 2)))
    check_nothing_is_cut(opened, "Alt+Return", points)


def test_all_of_it_is_come_to_with_tab_and_is_in_view_then(followed: Opened) -> None:
    dialog = dialog_of(followed)
    dialog.resize(500, 400)
    seen = [followed.focus]
    while True:
        followed.press("Tab")
        process()
        if followed.focus is seen[0]:
            break
        seen.append(followed.focus)
        assert is_seen_whole(followed.focus), followed.focus
    there = [
        each
        for kind in (QAbstractButton, QComboBox, QLineEdit)
        for each in dialog.findChildren(kind)
        if each.isVisible()
    ]
    assert set(seen) == {*there, dialog.state}
    assert len(seen) == len(there) + 1
