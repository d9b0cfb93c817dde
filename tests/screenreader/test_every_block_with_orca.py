"""What a person hears of every kind of block, in four languages; every stop asserted.

One window and one Orca for all: the tests go through it one after another.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from tests.screenreader.four_languages import WORDS
from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import PATIENCE, heard_in_time

WINDOW = Path(__file__).with_name("reading_window.py")
QUICK = 0.15
"""Seconds without a word after which the next key is pressed; what comes later is heard with
that one, and is too much there."""


@pytest.fixture(scope="module")
def reading(laboratory_for_module: Laboratory) -> Laboratory:
    """Orca with the reading window, and the focus in the reading view."""
    lab = laboratory_for_module
    lab.start_application([sys.executable, str(WINDOW)], "Reading window")
    assert "Before push button." in lab.start_screen_reader()
    lab.press("Tab")
    return lab


def hears(reading: Laboratory, key: str, *lines: str) -> None:
    """Press a key, and hear these lines and no others."""
    said = reading.press(key, quiet=QUICK)
    assert heard_in_time(reading, said, len(lines)) == list(lines), key


def open_story(reading: Laboratory, language: str) -> None:
    """Show the stories one after another until that of a language is there."""
    title = f"{WORDS[language][0]} heading level 1."
    for _turn in WORDS:
        if reading.press("F6") == [title]:
            return
    raise LookupError(language)


def downwards(language: str) -> list[tuple[str, ...]]:
    """Return what is heard from line to line, under the title."""
    (
        _title, news, before, link, after, ferry, bus, night, quote, fares, route, price, north,
        amount, alt, caption, alike, unnamed, timetable, note, mark,
    ) = WORDS[language]  # fmt: skip
    return [
        (f"{news} heading level 2.",),
        (f"{before}{link}{after}",),
        ("List with 2 items.", f"{ferry}."),
        (f"{bus}.",),
        ("leaving list.", "List with 1 item.", f"{night}."),
        ("leaving list.", "block quote.", quote),
        ("leaving blockquote.", "table with 2 rows 2 columns", f"{fares}."),
        (f"{route} table column header.",),
        (f"{price} table column header.",),
        (f"{route} column header.", "row 2.", "column 1", f"{north}."),
        (f"{price} column header.", "column 2", f"{amount}."),
        ("leaving table.", f"{alt} image."),
        (caption,),
        (f"{alike} image.",),
        ("Image without description image.",),
        (unnamed,),
        (f"{timetable}.",),
        (f"{note}{mark}.",),
    ]


@pytest.mark.parametrize("language", WORDS)
def test_every_block_is_heard_once_in_order(reading: Laboratory, language: str) -> None:
    open_story(reading, language)
    for lines in downwards(language):
        hears(reading, "Down", *lines)
    # there is no more below
    hears(reading, "Down")


def test_back_upwards_a_table_is_entered_from_its_end(reading: Laboratory) -> None:
    open_story(reading, "en")
    hears(reading, "g", "A crowd at the quay image.")
    hears(
        reading,
        "Up",
        "table with 2 rows 2 columns",
        "Price column header.",
        "row 2.",
        "column 2",
        "4.20.",
    )
    hears(reading, "Up", "Route column header.", "column 1", "North.")
    hears(reading, "Up", "Price table column header.")
    hears(reading, "Up", "Route table column header.")
    hears(reading, "Up", "Fares.")
    hears(reading, "Up", "leaving table.", "block quote.", "We waited.")


def test_where_am_i_is_answered(reading: Laboratory) -> None:
    open_story(reading, "en")
    hears(reading, "KP_Enter", "heading level 1.", "The quay is open.")
    reading.press("Down")
    hears(reading, "KP_Enter", "heading level 2.", "What is new.")
    reading.press("Tab")
    hears(reading, "KP_Enter", "link the plan.", "return")
    reading.press("Down", "Down")
    hears(reading, "KP_Enter", "list item.", "Bus.", "2 of 2.")
    reading.press("Down", "Down")
    hears(reading, "KP_Enter", "We waited.")
    for _cell in range(4):
        reading.press("Down")
    hears(
        reading,
        "KP_Enter",
        "table.",
        "Route.",
        "table cell.",
        "North.",
        "column 1 of 2 row 2 of 2.",
    )
    reading.press("Down", "Down")
    hears(reading, "KP_Enter", "A crowd at the quay image.")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_words_and_letters_are_heard(reading: Laboratory, language: str) -> None:
    open_story(reading, language)
    words = WORDS[language][0].split()
    for word in words:
        assert reading.press_holding("ctrl", "Right", QUICK) == [word]
    for word in reversed(words):
        assert reading.press_holding("ctrl", "Left", QUICK) == [word]
    for letter in words[0][1:3]:
        hears(reading, "Right", letter)
    hears(reading, "Left", words[0][1])


def test_letters_are_heard_right_to_left(reading: Laboratory) -> None:
    open_story(reading, "fa")
    title = WORDS["fa"][0]
    for letter in title[1:4]:
        hears(reading, "Left", letter)
    hears(reading, "Right", title[2])


@pytest.mark.parametrize("language", ["en", "fa"])
def test_flat_review_finds_what_is_on_the_screen(reading: Laboratory, language: str) -> None:
    open_story(reading, language)
    words = WORDS[language]
    hears(reading, "KP_Up", words[0])
    hears(reading, "KP_Page_Up", words[1])
    hears(reading, "KP_Home", words[0])
    first, second = words[0].split()[:2]
    hears(reading, "KP_Begin", f"{first} ")
    hears(reading, "KP_Right", f"{second} " if len(words[0].split()) > 2 else second)
    hears(reading, "KP_Down", second[0])
    # the caret has stayed where it was
    hears(reading, "Down", f"{words[1]} heading level 2.")


@pytest.mark.parametrize("language", ["ru", "fa"])
def test_reading_all_reads_all_of_it_in_order(reading: Laboratory, language: str) -> None:
    open_story(reading, language)
    said = reading.press("KP_Add")
    end = time.monotonic() + PATIENCE
    while WORDS[language][-1] not in said[-1].split() and time.monotonic() < end:
        said += reading.settle(quiet=QUICK)
    everything, place = " ".join(said), 0
    for words in WORDS[language]:
        place = everything.index(words.strip(), place) + len(words.strip())
