"""What a person hears who follows a page that names feeds."""

from __future__ import annotations

import sys

from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import hears
from tests.unit.source.conftest import Site, site

__all__ = ["site"]

PAGE = b"""<!doctype html><html lang="en"><head><title>The wheel turns again</title>
<link rel="alternate" type="application/rss+xml" title="The mill" href="/mill.xml">
<link rel="alternate" type="application/rss+xml" title="The weir" href="/weir.xml">
</head><body><main><article><h1>The wheel turns again</h1>
<p>The wheel of the old mill turned again on Friday, for the first time in eleven years, and
the first sack of flour was gone before noon.</p><p>The miller said that every plank of the wheel
had been cut by hand from local oak; there were ninety six of them.</p></article></main></body>
</html>"""
TITLE = "The wheel turns again"
STORY = f"{TITLE} heading level 1."
QUESTION = "This page gives its stories in several ways. What do you want to follow?"


def test_the_choice_of_what_to_follow_is_heard(laboratory: Laboratory, site: Site) -> None:
    address = site.page("/news", PAGE)
    laboratory.start_screen_reader()
    laboratory.start_application([sys.executable, "-m", "tidings", address], TITLE)
    laboratory.wait_for(lambda: STORY in laboratory.spoken(), "the story")
    laboratory.settle()
    dialog = "What to follow — Tidings dialog."
    hears(laboratory, "ctrl+d", dialog, QUESTION, "List with 3 items.", "feed: The mill.")
    hears(laboratory, "Down", "feed: The weir.")
    hears(laboratory, "Down", "This page itself.")
    hears(laboratory, "Tab", "Follow push button.")
    hears(laboratory, "Tab", "Close push button.")
