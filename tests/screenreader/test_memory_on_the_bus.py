"""What a thousand stories leave behind in the window while all of each is asked for."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.screenreader.laboratory import Laboratory

WINDOW = Path(__file__).with_name("many_stories_window.py")
STORIES = 1_000
THINGS = 10
"""The document itself, title, passage, link, list, item, table, header, cell and its passage."""
NOISE = 300_000
"""Bytes; of 5,000 things, 60 each."""


def test_memory_stays_flat_while_stories_are_walked(laboratory: Laboratory) -> None:
    window = laboratory.start_application([sys.executable, str(WINDOW)], "Many stories")
    walked = laboratory.walk_stories(STORIES, limit=180)
    assert walked["things"] == STORIES * THINGS
    halfway, end = walked["sizes"][4], walked["sizes"][-1]
    assert end - halfway < NOISE, walked["sizes"]
    assert window.poll() is None
