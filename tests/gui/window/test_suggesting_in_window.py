"""Sources to begin with: offered where none is followed, chosen by keys, none unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.gui.window.conftest import Open, Site
from tests.gui.window.steps import Opened, wait_until
from tests.gui.window.test_dialogs_in_window import check_dialog
from tests.gui.window.test_following_in_window import FEED, kept_of, page, texts_of_sources
from tidings.intake import load_suggestions
from tidings.library import SourceKind
from tidings.ui.suggestions_dialog import SuggestionsDialog

ENTRY = """[[source]]
title = "{title}"
address = "{address}"
language = "{language}"
kind = "{kind}"
why = "newspaper"
"""
SAID = "A newspaper, with longer stories."


@pytest.fixture
def opened(sample: Opened, site: Site, tmp_path: Path) -> Opened:
    """A window without a source, and a list of three."""
    harbour = site.page("/harbour", page(1, 2))
    mill = site.page("/feed", FEED.format(site=site.address).encode(), "application/rss+xml")
    file = tmp_path / "sources.toml"
    file.write_text(
        ENTRY.format(title="Harbour news", address=harbour, language="en", kind="page")
        + ENTRY.format(title="Quay news", address=f"{site.address}/q", language="en", kind="page")
        + ENTRY.format(title="Новости мельницы", address=mill, language="ru", kind="feed"),
        encoding="utf-8",
    )
    sample.reader.news.suggesting.load = lambda: load_suggestions(file)
    wait_until(lambda: texts_of_sources(sample)[-1:] == ["Harbour Watch, 5 unread"])
    return sample


def dialog_of(opened: Opened) -> SuggestionsDialog:
    opened.press("Ctrl+Shift+J", on=opened.window.view)
    wait_until(lambda: isinstance(opened.dialog, SuggestionsDialog))
    dialog = opened.dialog
    assert isinstance(dialog, SuggestionsDialog)
    return dialog


def texts(dialog: SuggestionsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def checks(dialog: SuggestionsDialog) -> list[bool]:
    items = [dialog.list.item(row) for row in range(dialog.list.count())]
    return [item.checkState() is Qt.CheckState.Checked for item in items]


def test_some_are_chosen_by_keys_in_all_languages_and_followed(opened: Opened, site: Site) -> None:
    dialog = dialog_of(opened)
    assert opened.focus is dialog.list
    assert texts(dialog) == [f"Harbour news\n{SAID}", f"Quay news\n{SAID}"]
    assert checks(dialog) == [False, False]
    opened.press("Space")
    opened.press("Down", on=dialog.language)
    assert dialog.language.currentText() == "Russian"
    assert texts(dialog) == [f"Новости мельницы\n{SAID}"]
    opened.press("Space", on=dialog.list)
    opened.press("Up", on=dialog.language)
    assert checks(dialog) == [True, False]
    opened.press("Return", on=dialog.list)
    wait_until(lambda: opened.dialog is None)
    opened.wait_for_message("You follow 2 more sources.")
    opened.activate()
    for path, kind in (("/harbour", SourceKind.PAGE), ("/feed", SourceKind.FEED)):
        source = kept_of(opened, site.address + path)
        assert source.choices.followed
        assert source.kind is kind
        # What a list names is not looked for in the reader's own network.
        assert source.named_by is None
    wait_until(lambda: sum("network" in text for text in texts_of_sources(opened)) == 2)
    assert site.requests == []


def test_nothing_is_followed_unasked(opened: Opened, site: Site) -> None:
    dialog = dialog_of(opened)
    opened.press("Space")
    opened.press("Space")
    opened.press("Return")
    assert opened.dialog is dialog
    opened.wait_for_message("No source is chosen yet.")
    opened.press("Space")
    opened.close_dialog()
    opened.wait_for_library()
    assert texts_of_sources(opened)[-1] == "Harbour Watch, 5 unread"
    assert site.requests == []


def test_what_is_followed_already_is_said_and_not_offered(opened: Opened) -> None:
    for _time in range(2):
        dialog = dialog_of(opened)
        opened.press("Space")
        if "already" not in texts(dialog)[0]:
            opened.press("Return")
            wait_until(lambda: opened.dialog is None)
            opened.wait_for_message("You follow 1 more source.")
            opened.activate()
    assert texts(dialog)[0] == "Harbour news\nYou follow it already."
    assert checks(dialog) == [False, False]


def test_it_is_offered_while_nothing_is_followed(opened: Opened) -> None:
    offer = opened.window.sources.offer
    assert offer.isVisible()
    assert "Ctrl+Shift+J" in offer.accessibleDescription()
    opened.press("Return", on=offer)
    wait_until(lambda: opened.dialog is not None)
    opened.press("Space")
    opened.press("Return")
    wait_until(lambda: not offer.isVisible())
    opened.activate()
    # What had the focus is gone; the list that it stood under has it.
    assert opened.focus is opened.window.sources.view
    opened.press("End")
    opened.press("Delete")
    wait_until(offer.isVisible)


def test_the_readers_own_language_comes_first(opened: Opened) -> None:
    for own, first in ((("ru-RU", "en"), "Russian"), (("tlh", "en"), "English"), ((), "English")):
        dialog = SuggestionsDialog(
            opened.reader.news.suggesting.load(), (), own, opened.window.messages, opened.window
        )
        assert dialog.language.currentText() == first
        dialog.deleteLater()


@pytest.mark.parametrize("content", [None, "", "[[source]]", "no list", "[[source]]\ntitle = 5"])
def test_a_list_that_cannot_be_read_is_said(
    opening: Open, tmp_path: Path, content: str | None
) -> None:
    opened = opening()
    file = tmp_path / "broken.toml"
    if content is not None:
        file.write_text(content)
    opened.reader.news.suggesting.load = lambda: load_suggestions(file)
    opened.press("Ctrl+Shift+J", on=opened.window.view)
    opened.wait_for_message("The list of sources to begin with cannot be read.")
    assert opened.dialog is None


def test_a_key_that_is_pressed_twice_opens_one_dialog(opened: Opened) -> None:
    for _press in range(2):
        opened.reader.commands.run("suggest-sources")
    wait_until(lambda: opened.dialog is not None)
    opened.wait_for_library()
    opened.close_dialog()
    assert opened.dialog is None


@pytest.mark.parametrize("points", [12, 28, 96])
def test_nothing_of_it_is_cut(sample: Opened, points: int) -> None:
    sample.window.set_text_size(points)
    check_dialog(dialog_of(sample))
