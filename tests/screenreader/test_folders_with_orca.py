"""What a person hears who arranges sources in folders with Orca."""

from __future__ import annotations

import pytest

from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import begin, heard_in_time, hears
from tidings.library import Library, NewSource, SourceChoices

SOURCES = (
    ("Harbour news", ""),
    ("Mill news", "Town"),
    ("Weir news", "Town"),
    ("Hill news", "Country"),
)
LIST = ("Sources.", "List with 11 items.")


@pytest.fixture
def orca(laboratory: Laboratory) -> Laboratory:
    """Orca, then the window with sources in folders, which are asked by hand alone."""
    library = Library.open(laboratory.folder / "data" / "tidings").library
    by_hand = SourceChoices(every=0, followed=False)
    library.follow_all(
        NewSource(f"https://{title.split()[0]}.example/", title, folder=folder, choices=by_hand)
        for title, folder in SOURCES
    )
    library.close()
    begin(laboratory)
    return laboratory


def test_folders_are_collapsed_moved_and_renamed_by_keys(orca: Laboratory) -> None:
    orca.press("shift+F6")
    hears(orca, "shift+F6", *LIST, "Harbour Watch, 5 unread.")
    hears(orca, "Up", "Harbour news.")
    hears(orca, "End", "Hill news, folder Country.")
    hears(orca, "Left", "Country, folder of 1 source, expanded.")
    hears(orca, "Up", "Weir news, folder Town.")
    hears(orca, "Left", "Town, folder of 2 sources, expanded.")
    hears(orca, "Left", "notification Town, collapsed.")
    hears(orca, "Down", "Country, folder of 1 source, expanded.")
    hears(orca, "Up", "Town, folder of 2 sources, collapsed.")
    hears(orca, "Right", "notification Town, expanded.")
    hears(orca, "Right", "Mill news, folder Town.")
    hears(orca, "Right", "notification There is no folder here.")
    moved = "notification Mill news, after Weir news."
    assert set(orca.press("alt+Down")) == {moved, "Mill news, folder Town."}
    hears(orca, "alt+Down", "notification Mill news is the last already.")
    hears(orca, "Up", "Weir news, folder Town.")
    hears(orca, "Left", "Town, folder of 2 sources, expanded.")
    hint = "Left empty, its sources are in no folder. That of another puts them in there."
    # Orca leaves out the last character of what is selected
    name = ("Name text.", "Tow selected.", hint)
    hears(orca, "alt+Return", "Folder: Town — Tidings dialog.", *name)
    hears(orca, "Tab", "Save push button.")
    hears(orca, "Tab", "Cancel push button.")
    hears(orca, "Tab", *name)
    orca.type("City")
    # It is told once it is kept; the list has the focus meanwhile.
    said = heard_in_time(orca, orca.press("Return"), 5)
    told = "notification The folder Town is called City now."
    assert told in said
    said.remove(told)
    assert said[:3] == ["Harbour Watch – Tidings frame.", *LIST]
    assert said[3:] in ([f"{name}, folder of 2 sources, expanded."] for name in ("Town", "City"))
