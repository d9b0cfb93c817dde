"""Caret and selection of the story on the accessibility bus, both ways."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.screenreader.laboratory import Laboratory

WINDOW = Path(__file__).with_name("reading_window.py")
LAST = "The council meets again on Friday."
WORK = "The work cost 41 million."
CARET, SELECTION = "object:text-caret-moved", "object:text-selection-changed"
PATIENCE = 5.0


@pytest.fixture(scope="module")
def reading(laboratory_for_module: Laboratory) -> Laboratory:
    """The reading window without a screen reader, and the focus in the reading view."""
    lab = laboratory_for_module
    lab.start_application([sys.executable, str(WINDOW)], "Reading window")
    lab.follow_focus()
    lab.focus_after("Tab")
    lab.follow_texts()
    return lab


def line_at_caret(reading: Laboratory) -> str:
    """Return the line of the page that has the caret, the selection in brackets."""
    log = reading.folder / "application.log"
    before = log.read_text()
    reading.press_unheard("F11")
    end = time.monotonic() + PATIENCE
    while log.read_text() == before and time.monotonic() < end:
        time.sleep(0.02)
    return log.read_text()[len(before) :].strip()


def told(event: str, caret: int, *selections: list[int]) -> dict[str, Any]:
    return {"event": event, "text": LAST[:12], "caret": caret, "selections": list(selections)}


def test_a_caret_that_is_put_moves_that_of_the_page(reading: Laboratory) -> None:
    reading.do_to_text(LAST, "caret", "12")
    assert line_at_caret(reading) == "The council []meets again on Friday."
    assert reading.text(LAST) == {"caret": 12, "selections": []}
    # and keys go on from there
    assert reading.texts_told("Right", count=1) == [told(CARET, 13)]


def test_every_passage_tells_its_language(reading: Laboratory) -> None:
    assert reading.language_of_text(LAST) == "en_US"
    assert reading.language_of_text("What it cost") == "en_US"
    assert reading.language_of_text("پل قدیمی") == "fa_IR"


def test_a_selection_that_is_put_becomes_that_of_the_page(reading: Laboratory) -> None:
    reading.do_to_text(LAST, "select", "4", "11")
    assert line_at_caret(reading) == "The [council] meets again on Friday."
    reading.do_to_text(LAST, "reselect", "12", "17")
    assert line_at_caret(reading) == "The council [meets] again on Friday."
    assert reading.text(LAST) == {"caret": 17, "selections": [[12, 17]]}
    reading.do_to_text(LAST, "unselect")
    assert line_at_caret(reading) == "The council meets[] again on Friday."
    # in another passage
    reading.do_to_text(WORK, "select", "4", "8")
    assert line_at_caret(reading).startswith("The [work] cost 41 million.")
    assert reading.text(LAST)["selections"] == []


def test_what_the_reader_selects_is_told(reading: Laboratory) -> None:
    reading.do_to_text(LAST, "caret", "4")
    assert line_at_caret(reading) == "The []council meets again on Friday."
    # once each, and of no other text
    assert reading.texts_told("shift+ctrl+Right", count=2) == [
        told(SELECTION, 11, [4, 11]),
        told(CARET, 11, [4, 11]),
    ]
    assert reading.texts_told("Home", count=2) == [told(SELECTION, 0), told(CARET, 0)]
