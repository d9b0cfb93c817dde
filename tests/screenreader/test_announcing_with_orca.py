"""What a person hears who chooses with Orca what Tidings announces."""

from __future__ import annotations

from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import STORY, WINDOW, hears
from tidings.speech import PRESETS, WITH_WORDS, Announced
from tidings.ui.announcing_words import kind_words, way_words

NOTE = (
    "What is skipped is left out of what you hear, not muted. The text on the screen stays whole."
)


def test_the_table_is_walked_and_changed_by_keys(orca: Laboratory) -> None:
    hears(
        orca,
        "ctrl+shift+a",
        f"What is announced — Tidings dialog {NOTE}",
        "How much combo box.",
        "Some: as usual.",
    )
    names, some = kind_words(), PRESETS["some"]
    for kind in Announced:
        way = way_words(some.of(kind), has_words=kind in WITH_WORDS)
        hears(orca, "Tab", f"{names[kind]} combo box.", f"{way}.")
    hears(orca, "Tab", "Close push button.")
    hears(orca, "Tab", "How much combo box.", "Some: as usual.")
    # Orca takes the box's choices, of which one is now told, for a list that is entered.
    hears(orca, "Down", "List with 4 items.", "Most: all there is.")
    hears(orca, "Tab", "That a story has no title combo box.", "Say what it is.")
    hears(orca, "Down", "List with 3 items.", "Short tone.")
    hears(orca, "Tab", "Who wrote the story combo box.", "Say what it is.")
    hears(orca, "End", "List with 4 items.", "Skip it.")
    hears(orca, "shift+Tab", "That a story has no title combo box.", "Short tone.")
    hears(orca, "Escape", "notification What is announced was changed.", WINDOW, *STORY)
