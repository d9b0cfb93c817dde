"""What a person hears of breaking news with Orca: told once, by one voice, at their keys."""

from __future__ import annotations

import sys
import time

import pytest

from tests.gui.window.front_page import front_page
from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import hears, hears_after
from tests.unit.source.conftest import Site, site

__all__ = ["site"]

FERRY = "Ferry aground off Brae"
TITLE = "Fog lies on the sound"
STORY = f"{TITLE} heading level 1."


@pytest.fixture
def watching(laboratory: Laboratory, site: Site) -> Laboratory:
    """Orca, then the window on a page that is followed and watched, all said and silent."""
    address = site.page("/front", front_page(site.address))
    laboratory.start_screen_reader()
    laboratory.start_application([sys.executable, "-m", "tidings", address], "Fog")
    laboratory.wait_for(lambda: STORY in laboratory.spoken(), "the story")
    laboratory.settle(quiet=1.0)
    followed = "Followed: Fog. Tidings looks for new stories there from now on."
    hears(laboratory, "ctrl+d", f"notification {followed}")
    watched = "Watched for breaking news: Fog. It is asked every 5 minutes."
    hears(laboratory, "ctrl+shift+w", f"notification {watched}")
    laboratory.settle(quiet=2.0)
    return laboratory


def refresh(lab: Laboratory, site: Site, *headlines: str) -> list[str]:
    """Let headlines break; return what is said as the sources are asked."""
    site.page("/front", front_page(site.address, *headlines))
    return lab.press("F5") + lab.settle(quiet=2.0)


def test_it_is_told_once_and_is_at_the_readers_keys(watching: Laboratory, site: Site) -> None:
    lab = watching
    said = refresh(lab, site, FERRY)
    told = f"notification Breaking news: {FERRY}."
    assert said.count(told) == 1, said
    assert [line for line in said if FERRY in line] == [told]
    # The same again says nothing of it.
    assert not [line for line in refresh(lab, site, FERRY) if FERRY in line]
    # By F6, by the skip link, and by the keys that work anywhere.
    lab.press("F6")
    lab.press("F6")
    lab.press("Tab")
    lab.press("Tab")
    lab.settle(quiet=1.0)
    hears(lab, "Tab", "Skip to breaking news push button.")
    hears(lab, "Return", "Breaking news panel.", f"{FERRY} push button.")
    message = f"notification Put off for half an hour: {FERRY}."
    hears(lab, "alt+b", message, f"{TITLE} document frame", STORY)
    none = "notification There is no breaking news."
    hears(lab, "alt+shift+b", none)
    hears(lab, "ctrl+b", none)


def test_amid_a_story_there_is_one_voice(watching: Laboratory, site: Site) -> None:
    lab = watching
    lab.press("ctrl+Home")
    lab.press("ctrl+space")
    site.page("/front", front_page(site.address, FERRY))
    said = lab.press("F5") + lab.settle(quiet=3.0)
    assert not [line for line in said if FERRY in line]
    time.sleep(4)
    assert not [line for line in lab.settle() if FERRY in line]
    lab.press("Escape")
    lab.settle(quiet=1.0)
    # It was told: shown, kept, and said again by the key for the last message.
    hears_after(lab, lab.press("ctrl+m"), "ctrl+m", (f"notification Breaking news: {FERRY}.",))
