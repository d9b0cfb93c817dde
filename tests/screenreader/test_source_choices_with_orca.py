"""What a person hears who chooses with Orca how a source is named, asked, watched and kept."""

from __future__ import annotations

import re
import sys

import pytest

from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import heard_in_time, hears
from tests.unit.source.conftest import Site, site

__all__ = ["site"]

PAGE = b"""<!doctype html><html lang="en"><head><title>The wheel turns again</title>
</head><body><main><article><h1>The wheel turns again</h1>
<p>The wheel of the old mill turned again on Friday, for the first time in eleven years, and
the first sack of flour was gone before noon.</p><p>The miller said that every plank of the wheel
had been cut by hand from local oak; there were ninety six of them.</p></article></main></body>
</html>"""
TITLE = "The wheel turns again"
STORY = f"{TITLE} heading level 1."
EMPTY = f"Left empty, it is called {TITLE}."
PATTERN = "With commas between them; * stands for the rest of a word: storm, flood*"
USUAL = "breaking, earthquake*, explosion*, flood*, evacuat*"
KEPT = f"notification Kept what you chose for {TITLE}."


@pytest.fixture
def orca(laboratory: Laboratory, site: Site) -> Laboratory:
    """Orca, then the window on a page that is followed."""
    address = site.page("/news", PAGE)
    laboratory.start_screen_reader()
    laboratory.start_application([sys.executable, "-m", "tidings", address], TITLE)
    laboratory.wait_for(lambda: STORY in laboratory.spoken(), "the story")
    laboratory.settle()
    followed = f"notification Followed: {TITLE}. Tidings looks for new stories there from now on."
    hears(laboratory, "ctrl+d", followed)
    return laboratory


def test_the_choices_of_a_source_are_walked_and_changed_by_keys(orca: Laboratory) -> None:
    dialog = f"Source: {TITLE} — Tidings dialog."
    # Orca leaves out the last character of what is selected
    name = ("Name text.", f"{TITLE[:-1]} selected.", EMPTY)
    hears(orca, "alt+Return", dialog, *name)
    hears(orca, "Tab", "Folder combo box.", "No folder.")
    hears(orca, "Down", "List with 2 items.", "A new folder.")
    hears(orca, "Tab", "Name of the new folder text.")
    orca.type("Town")
    look = "Look there for new stories check box"
    hears(orca, "Tab", "New stories panel.", f"{look} checked.")
    hears(orca, "Tab", "How often combo box.", "As usual: every hour.")
    hears(orca, "Down", "List with 9 items.", "Every quarter of an hour.")
    at_once = "They open at once then, and without a network too."
    whole = "Fetch whole stories ahead check box"
    hears(orca, "Tab", f"{whole} not checked.", at_once)
    hears(orca, "space", "checked")
    tell = "Tell of breaking news check box not checked."
    which = "What its bar says, and titles that hold one of the words."
    hears(orca, "Tab", "Breaking news panel.", tell, which)
    hears(orca, "Tab", "Words to watch for text.", PATTERN)
    hears(orca, "Tab", "Put in usual words push button.", USUAL)
    left = "Stories that have left the page panel."
    hears(orca, "Tab", left, "Keep them combo box.", "For ever.")
    saved = "Saved stories are kept in any case."
    hears(orca, "Tab", "How many combo box.", "All of them.", saved)
    address = ("Address read only text.", f"{_address(orca)[:-1]} selected.")
    hears(orca, "Tab", "Where it is panel.", *address)
    # The sources are asked some seconds after the start.
    (said,) = heard_in_time(orca, orca.press("Tab"), 1)
    assert re.fullmatch(r"(Not asked for new stories yet|Last asked today at \S+)\. label\.", said)
    hears(orca, "Tab", "Ask it now push button.")
    hears(orca, "Tab", "Save push button.")
    hears(orca, "Tab", "Cancel push button.")
    hears(orca, "Tab", *name)
    # It is told once it is kept; the story comes meanwhile.
    story = [f"{TITLE} – Tidings frame.", f"{TITLE} document frame", STORY]
    assert sorted(heard_in_time(orca, orca.press("Return"), 4)) == sorted([KEPT, *story])


def _address(orca: Laboratory) -> str:
    assert orca.application is not None
    return str(orca.application.args[-1])  # type: ignore[index]
