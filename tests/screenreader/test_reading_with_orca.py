"""What a person hears who reads a story with Orca: every stop asserted, in order."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.gui.reading.sample_article import PLAN
from tests.screenreader.laboratory import Laboratory

WINDOW = Path(__file__).with_name("reading_window.py")
DOWNWARDS = [
    "years",
    "Aigerim Bekova, Tom Hale · Monday, 24 November 2025, 09:30 · OSKEMEN.",
    "The old bridge over the Irtysh",
    "cracked bearing",
    "ferry",
    "diary of every crossing.",
    "A steel arch bridge at sunrise with people walking across image.",
    "The bridge on Monday morning.  Photo: Dana Seit.",
    "What it cost heading level 2.",
    "The work cost 41 million. Half of it came from the regional plan, the",
    "Nobody was hurt during the",
    "work 🚧, and the ferry 🛥️ goes on until the new timetable begins.",
    "block quote. | We counted the days on the wall of the boat.",
    "Now we shall have to find something else to count.",
    "leaving blockquote. | What changes heading level 3.",
    "List with 3 items. | Bus 12 crosses the bridge again.",
    "Tram 4 keeps to its detour until May.",
    "The night ferry stops.",
    "leaving list. | List with 2 items. | Walkers first.",
    "Cars from Tuesday.",
    "leaving list. | table with 3 rows 2 columns | Crossings a month.",
    "Month table column header.",
    "Crossings table column header.",
    "Month column header. | row 2. | column 1 | October.",
    "Crossings column header. | column 2 | 1,204.",
    "Month column header. | row 3. | column 1 | November.",
    "Crossings column header. | column 2 | 18,377.",
    "leaving table. | Crossings grew from 1,204 to 18,377 image.",
    "Image without description image.",
    "The ferry in spring.",
    "Mon  06:10",
    "Tue  06:10  07:40",
    "پل قدیمی پس از دو سال دوباره باز شد.",
    "The council meets again on Friday.",
]


@pytest.fixture
def orca(laboratory: Laboratory) -> Laboratory:
    """Orca with the reading window, and the focus in the reading view."""
    laboratory.start_application([sys.executable, str(WINDOW)], "Reading window")
    start = " | ".join(laboratory.start_screen_reader())
    assert "Before push button" in start
    entered = heard(laboratory, "Tab")
    assert "River bridge reopens after two years document frame" in entered
    assert "River bridge reopens after two years heading level 1." in entered
    return laboratory


def heard(orca: Laboratory, *keys: str) -> str:
    return " | ".join(orca.press(*keys))


def test_the_arrows_read_every_line_once(orca: Laboratory) -> None:
    told = []
    for expected in DOWNWARDS:
        told.append(heard(orca, "Down"))
        assert expected in told[-1], told
    for once in ("A steel arch", "The bridge on Monday", "Crossings grew", "without description"):
        assert " ".join(told).count(once) == 1
    assert "Tram 4 keeps to its detour until May." in orca.spoken()


def test_tab_reads_the_links_and_return_opens_them(orca: Laboratory) -> None:
    assert "the regional plan link." in heard(orca, "Tab")
    heard(orca, "Return")
    assert f"opened {PLAN}" in (orca.folder / "application.log").read_text()
    assert "until the new timetable link." in heard(orca, "Tab")
    assert "List with 3 items. | its detour link." in heard(orca, "Tab")
    assert "After push button." in heard(orca, "Tab")
    assert "its detour link." in heard(orca, "Shift+Tab")


def test_quick_keys_are_heard_where_they_lead(orca: Laboratory) -> None:
    assert "What it cost heading level 2." in heard(orca, "h")
    assert "What changes heading level 3." in heard(orca, "h")
    assert heard(orca, "h") == ""
    assert "Crossings grew from 1,204 to 18,377 image." in heard(orca, "g")
    assert heard(orca, "Right") == "r"


def test_words_are_heard_one_by_one(orca: Laboratory) -> None:
    forwards = [" | ".join(orca.press_holding("ctrl", "Right")) for _ in range(4)]
    assert forwards == ["River", "bridge", "reopens", "after"]
    backwards = [" | ".join(orca.press_holding("ctrl", "Left")) for _ in range(2)]
    assert backwards == ["after", "reopens"]


def test_the_light_and_the_text_size_say_nothing_and_keep_the_place(orca: Laboratory) -> None:
    heard(orca, "h")
    assert heard(orca, "F7") == ""
    assert heard(orca, "F9") == ""
    assert "The work cost 41 million." in heard(orca, "Down")


def test_another_story_is_heard_from_its_title(orca: Laboratory) -> None:
    heard(orca, "h")
    assert "Market moves to the square heading level 1." in heard(orca, "F8")
    # the same title at the size of the test's window takes one line or two
    following = [heard(orca, "Down"), heard(orca, "Down")]
    assert any("Stalls open at seven." in told for told in following)


def test_reading_all_leaves_the_caret_where_it_ended(orca: Laboratory) -> None:
    # Orca goes on when its synthesiser has done with a sentence, which takes a moment
    everything = heard(orca, "KP_Add") + " | ".join(orca.settle(quiet=2.0, limit=60.0))
    for words in ("OSKEMEN", "What it cost", "18,377", "The council meets again on Friday."):
        assert words in everything
    assert "پل قدیمی" in heard(orca, "Up")
    assert orca.application is not None
    assert orca.application.poll() is None
