"""What a person hears who chooses with Orca how often sources are asked."""

from __future__ import annotations

from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import STORY, WINDOW, hears


def test_how_often_sources_are_asked_is_chosen_by_keys(orca: Laboratory) -> None:
    own = "A source that has a time of its own keeps it."
    often = ("How often combo box.", "Every hour.", own)
    hears(orca, "shift+F5", "How sources are asked — Tidings dialog.", *often)
    hears(orca, "Down", "List with 8 items.", "Every 3 hours.")
    hears(orca, "Tab", "When Tidings starts, too check box checked.")
    hears(orca, "space", "not checked")
    hears(orca, "Tab", "Save push button.")
    told = "notification Sources are asked every 3 hours, not at the start."
    hears(orca, "Return", told, WINDOW, *STORY)
