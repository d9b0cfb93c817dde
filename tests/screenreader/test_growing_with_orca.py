"""What a person hears in a list that grows, is put in another order, or says what is new."""

from __future__ import annotations

import sys

from tests.gui.window.test_following_in_window import page
from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import FIRST, hears
from tests.unit.source.conftest import Site, site

__all__ = ["site"]


def title(number: int) -> str:
    return f"Story number {number} of the harbour"


def entry(number: int, *, read: bool = False) -> str:
    return f"{title(number)}, {'read' if read else 'unread'}, 1 minute."


def test_a_refresh_says_its_sentence_and_nothing_else(laboratory: Laboratory, site: Site) -> None:
    address = site.page("/harbour", page(1, 2, 3))
    laboratory.start_screen_reader()
    laboratory.start_application([sys.executable, "-m", "tidings", address], "Harbour news")
    first = f"{title(1)} heading level"
    laboratory.wait_for(lambda: first in laboratory.spoken(), "the story")
    laboratory.settle(quiet=1.0)
    followed = "notification Followed: Harbour news. Tidings looks for new stories there from now"
    hears(laboratory, "ctrl+d", f"{followed} on.")
    listed = ("Harbour news, 3 stories.", "List with 3 items.")
    hears(laboratory, "shift+F6", *listed, entry(1, read=True))
    hears(laboratory, "Down", entry(2))
    site.page("/harbour", page(5, 1, 4, 2, 3))
    hears(laboratory, "F5", "notification 2 new stories in 1 source.")
    # One stands where one stood, with the new ones around.
    hears(laboratory, "Up", entry(4))
    hears(laboratory, "Down", entry(2))
    hears(laboratory, "Home", entry(5))
    assert laboratory.settle(quiet=1.0) == []


def test_another_order_is_told_with_the_story_that_stays(orca: Laboratory) -> None:
    story = f"{FIRST}, Harbour Watch, 20 Nov 2026, unread, 3 minutes."
    hears(orca, "shift+F6", "Harbour Watch, 5 stories.", "List with 5 items.", story)
    hears(orca, "o", story, "notification The newest first: 5 stories.")
    hears(orca, "u", story, "notification Read stories are left out: 5 stories.")
    new = "This story has not been read yet, so all of it is new."
    hears(orca, "ctrl+shift+c", f"notification {new}")
    hears(orca, "ctrl+shift+o", "notification No other source tells this story.")
