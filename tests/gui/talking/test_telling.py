"""What is said of the focus: all where it is new, else what has changed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from tidings.ui.reading.outline import Kind
from tidings.ui.talking.seen import Around, Control, Field, Said, Seen, Story, Stride
from tidings.ui.talking.telling import told

PLAY = Control(
    1, "Play", "button", description="Nothing is being read", around=("Player",), value=()
)
STOP = Control(2, "Stop", "button", around=("Player",))
STORIES = Control(
    3, "Harbour Watch, 5 stories", "list", value=(Said("A Logbook, unread", "en"),), place=(1, 5)
)
ADDRESS = Field(Control(4, "Address", "field"), "", 0, 0)
VIEW = Control(5, "A Logbook", "story")
TITLE = Around(Kind.HEADING, 0, level=1)
SUBHEAD = Around(Kind.HEADING, 90, level=2)
LIST = Around(Kind.LIST, 100, count=3)
ITEM = Around(Kind.ITEM, 100)
STORY = Story(
    VIEW,
    "a",
    0,
    0,
    (TITLE,),
    line=(Said("A Logbook", "en"),),
    passage=(Said("A Logbook Comes Home", "en"),),
    sentence=(Said("A Logbook Comes Home.", "en"),),
    word=(Said("A", "en"),),
    character=(Said("A", "en"),),
)


def words(before: Seen | None, after: Seen, stride: Stride = Stride.PASSAGE) -> list[str]:
    return [said.text for said in told(before, after, stride)]


def test_what_is_new_is_said_wholly_and_what_is_around_it_once() -> None:
    assert words(None, PLAY) == ["Player", "Play, button", "Nothing is being read"]
    assert words(PLAY, STOP) == ["Stop, button"]
    assert words(STORIES, STOP) == ["Player", "Stop, button"]


def test_a_list_is_named_with_the_entry_it_stands_on() -> None:
    assert words(None, STORIES) == ["Harbour Watch, 5 stories, list", "A Logbook, unread", "1 of 5"]
    other = replace(STORIES, value=(Said("Библиобус", "ru"),), place=(2, 5))
    # Another state of the same entry is for a message to tell, and so is a longer list.
    row = replace(STORIES, value=(Said("A Logbook", "en"), Said("unread")))
    assert words(row, replace(row, value=(Said("A Logbook", "en"), Said("read")))) == []
    assert words(row, replace(row, place=(1, 8))) == []
    assert told(STORIES, other, Stride.PASSAGE) == (Said("Библиобус", "ru"), Said("2 of 5"))


def test_a_box_says_its_state_and_then_only_the_new_one() -> None:
    box = Control(6, "Speak the window", "check box", states=("not checked",))
    assert words(None, box) == ["Speak the window, check box, not checked"]
    assert words(box, replace(box, states=("checked",))) == ["checked"]


def test_an_entry_that_is_checked_says_so_after_its_words() -> None:
    entry = Control(7, "Parts", "list", ("checked",), (Said("Date"),), (2, 6))
    assert words(None, entry) == ["Parts, list", "Date", "checked", "2 of 6"]
    assert words(entry, replace(entry, states=("not checked",))) == ["not checked"]


def test_a_name_and_a_description_that_change_are_said() -> None:
    pause = replace(PLAY, name="Pause", description="Reading aloud")
    assert words(PLAY, pause) == ["Pause", "Reading aloud"]
    assert words(PLAY, replace(PLAY, description="")) == []


def test_a_dialog_says_its_title_and_what_it_says_of_itself_once() -> None:
    inside = replace(STOP, window="Sleep timer", note="It fades out.", around=())
    assert words(PLAY, inside) == ["Sleep timer, dialog", "It fades out.", "Stop, button"]
    assert words(inside, replace(inside, key=9, name="Close")) == ["Close, button"]
    # back in the window, what is around is said again
    assert words(inside, PLAY)[0] == "Player"


@pytest.mark.parametrize(
    ("text", "caret", "anchor", "said"),
    [
        ("", 0, 0, ["Address, field", "empty"]),
        ("page.html", 9, 9, ["Address, field", "page.html"]),
        ("page.html", 9, 0, ["Address, field", "page.html", "selected"]),
    ],
)
def test_a_field_says_what_is_in_it(text: str, caret: int, anchor: int, said: list[str]) -> None:
    assert words(None, replace(ADDRESS, text=text, caret=caret, anchor=anchor)) == said


def test_coming_to_the_story_says_the_title_once() -> None:
    assert words(PLAY, STORY) == ["story", "A Logbook Comes Home", "heading level 1"]
    inside = replace(STORY, caret=95, anchor=95, around=(LIST, ITEM), line=(Said("Bus 12"),))
    assert words(PLAY, inside) == ["A Logbook, story", "list of 3 items", "Bus 12"]


@pytest.mark.parametrize(
    ("stride", "said"),
    [
        (Stride.CHARACTER, ["c"]),
        (Stride.WORD, ["crosses"]),
        (Stride.LINE, ["Bus 12 crosses"]),
        (Stride.SENTENCE, ["It crosses."]),
        (Stride.PASSAGE, ["Bus 12 crosses the bridge."]),
        (Stride.NOT, []),
    ],
)
def test_as_much_is_said_as_the_key_has_gone(stride: Stride, said: list[str]) -> None:
    before = replace(STORY, caret=40, anchor=40, around=())
    after = replace(
        before,
        caret=50,
        anchor=50,
        line=(Said("Bus 12 crosses"),),
        passage=(Said("Bus 12 crosses the bridge."),),
        sentence=(Said("It crosses."),),
        word=(Said("crosses"),),
        character=(Said("c"),),
    )
    assert words(before, after, stride) == said


def test_lists_quotes_and_tables_are_told_as_one_enters_and_leaves_them() -> None:
    quote = Around(Kind.QUOTE, 200)
    table = Around(Kind.TABLE, 300, name="Table, 2 columns, 3 rows")
    head = Around(Kind.CELL, 300, header=True)
    here = [
        replace(STORY, caret=90, anchor=90, around=(SUBHEAD,), line=(Said("Cost"),)),
        replace(STORY, caret=100, anchor=100, around=(LIST, ITEM), line=(Said("One"),)),
        replace(STORY, caret=104, anchor=104, around=(LIST,), line=(Said("Two"),)),
        replace(STORY, caret=200, anchor=200, around=(quote,), line=(Said("Said"),)),
        replace(STORY, caret=300, anchor=300, around=(table, head), line=(Said("Month"),)),
        replace(STORY, caret=400, anchor=400, around=(), line=()),
    ]
    steps = [words(one, other, Stride.LINE) for one, other in pairwise(here)]
    assert steps == [
        ["list of 3 items", "One"],
        ["Two"],
        ["end of the list", "quote", "Said"],
        ["end of the quote", "Table, 2 columns, 3 rows", "column heading", "Month"],
        ["end of the table", "empty line"],
    ]
    assert words(here[1], here[0], Stride.LINE) == ["end of the list", "Cost", "heading level 2"]


def test_links_and_pictures_are_called_so() -> None:
    link = replace(STORY, caret=50, anchor=50, around=(), link=True, word=(Said("the plan"),))
    assert words(STORY, link, Stride.PASSAGE) == ["the plan", "link"]
    picture = Around(Kind.PICTURE, 60)
    seen = replace(STORY, caret=60, anchor=60, around=(picture,), line=(Said("An arch"),))
    assert words(link, seen, Stride.LINE) == ["picture", "An arch"]


def test_what_is_selected_is_said_and_that_it_is_no_longer() -> None:
    some = replace(STORY, caret=4, selected=(Said("A Lo"),))
    assert words(STORY, some, Stride.CHARACTER) == ["A Lo", "selected"]
    less = replace(STORY, caret=3, selected=(Said("o"),), extends=False)
    assert words(some, less, Stride.CHARACTER) == ["o", "no longer selected"]
    assert words(some, replace(STORY, caret=4, anchor=4), Stride.CHARACTER) == ["A"]


def test_the_end_of_a_line_is_no_empty_line() -> None:
    before = replace(STORY, caret=40, anchor=40, around=())
    end = replace(before, caret=50, anchor=50, character=())
    assert words(before, end, Stride.CHARACTER) == ["end of line"]
    assert words(before, replace(end, line=()), Stride.CHARACTER) == ["empty line"]


def test_another_story_is_said_from_its_title_also_when_it_comes_by_itself() -> None:
    other = replace(STORY, article="b", passage=(Said("Библиобус", "ru"),))
    for stride in (Stride.NOT, Stride.PASSAGE):
        assert words(STORY, other, stride) == ["Библиобус", "heading level 1"]


def test_nothing_is_said_twice() -> None:
    for seen in (PLAY, STORIES, ADDRESS, STORY):
        assert words(seen, seen) == []
