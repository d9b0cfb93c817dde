"""What a person hears whose pictures could not be had."""

from __future__ import annotations

import sys

from tests.gui.window.pictures import MILL, mill, png
from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import hears
from tests.unit.source.conftest import Site, site

__all__ = ["site"]


def test_what_became_of_missing_pictures_is_heard(laboratory: Laboratory, site: Site) -> None:
    there = site.page("/there.png", png(), "image/png")
    missing = f"{site.address}/missing.png"
    address = site.page("/mill", mill(there, missing))
    laboratory.start_screen_reader()
    laboratory.start_application([sys.executable, "-m", "tidings", address], MILL)
    laboratory.wait_for(lambda: f"{MILL} heading level 1." in laboratory.spoken(), "the story")
    laboratory.settle()
    said = "The picture could not be had. 127.0.0.1 has no page at this address (404)."
    hears(laboratory, "ctrl+shift+g", f"notification {said}")
    site.page("/missing.png", png(), "image/png")
    hears(laboratory, "ctrl+shift+g", "notification 1 picture has come: none is missing now.")
    hears(laboratory, "ctrl+shift+g", "notification All pictures of this story are here.")
    hears(
        laboratory, "ctrl+F5", "notification Pictures are fetched only when their story is opened."
    )
    hears(laboratory, "ctrl+shift+Delete", "notification 2 pictures were removed, 1 MB in all.")
