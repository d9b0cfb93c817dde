"""What assistive technologies are shown of the window, its list of keys and its palette."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tests.screenreader.controls import ENOUGH, Control, control_of
from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import FIRST, HARBOUR

FOCUSABLE_PARTS = {"list item", "link", "table cell"}
DIALOGS = [
    *("F1", "ctrl+shift+p", "ctrl+shift+v", "ctrl+shift+a", "ctrl+shift+d", "F8", "shift+F8"),
    *("ctrl+shift+s", "ctrl+shift+m", "shift+F2", "ctrl+o", "alt+Return", "ctrl+shift+j"),
    "shift+F5",
]

STORY = ("document frame", FIRST)

Thing = dict[str, Any]


@pytest.fixture(scope="module")
def window(laboratory_for_module: Laboratory) -> Laboratory:
    """The window on the sample edition, without a screen reader."""
    lab = laboratory_for_module
    lab.start_application([sys.executable, "-m", "tidings", str(HARBOUR)], "Harbour Watch")
    lab.follow_focus()
    return lab


@pytest.fixture
def dialog(window: Laboratory, request: pytest.FixtureRequest) -> Iterator[Laboratory]:
    """A dialog over the window, opened by a key and closed again."""
    # Of the window the focus may still be told when the dialog is already on its way.
    window.focus_within("dialog", request.param)
    yield window
    window.focus_within("frame", "Escape")


def shown(lab: Laboratory) -> list[Thing]:
    """Return what can have the focus: in the dialog where one is open, else in the window."""
    things = lab.objects()
    dialogs = [place for place, thing in enumerate(things) if thing["role"] == "dialog"]
    return [
        thing
        for thing in things
        if {"enabled", "focusable", "showing"} <= set(thing["states"])
        and (not dialogs or dialogs[0] in around(thing, things))
    ]


def around(thing: Thing, things: list[Thing]) -> list[int]:
    """Return the places of all that is around a thing."""
    places = []
    while thing["parent"] >= 0:
        places.append(thing["parent"])
        thing = things[thing["parent"]]
    return places


def controls(lab: Laboratory) -> list[Control]:
    return [(t["role"], t["name"]) for t in shown(lab) if t["role"] not in FOCUSABLE_PARTS]


def paths(lab: Laboratory) -> dict[Control, str]:
    """Return where on the bus each thing with a name is."""
    return {
        (thing["role"], thing["name"]): thing["path"] for thing in lab.objects() if thing["name"]
    }


def entry_of(chain: list[list[str]]) -> Control:
    (role, name), (around, _menu), *_rest = chain
    assert around == "popup menu"
    return role, name


def walked(lab: Laboratory, key: str) -> list[Control]:
    """Press a key until the focus has come round; return what it came to, in order."""
    way = [control_of(lab.focus_after(key))]
    for _ in range(ENOUGH):
        control = control_of(lab.focus_after(key))
        if control == way[0]:
            return way
        if control != way[-1]:
            way.append(control)
    raise AssertionError(f"{key} does not come round: {way}")


def assert_names(found: list[Thing]) -> None:
    assert found
    assert [thing for thing in found if not thing["name"].strip()] == []
    alike = Counter((thing["role"], thing["name"]) for thing in found)
    assert [control for control, count in alike.items() if count > 1] == []


def test_every_control_of_the_window_has_a_name_of_its_own(window: Laboratory) -> None:
    assert_names(shown(window))


def test_tab_and_arrows_reach_every_control_of_the_window(window: Laboratory) -> None:
    there = controls(window)
    sizes = [control for control in there if control[0] == "radio button"]
    assert len(sizes) == 4
    forwards = walked(window, "Tab")
    assert set(forwards) | set(sizes) == set(there)
    assert len([control for control in forwards if control in sizes]) == 1
    backwards = walked(window, "shift+Tab")
    assert sorted(backwards) == sorted(forwards)


def test_tab_follows_the_page_from_the_accessibility_links_on(window: Laboratory) -> None:
    way = walked(window, "Tab")
    first = way.index(("push button", "Skip to main content"))
    names = [name for _role, name in way[first:] + way[:first]]
    stops = [
        "Skip to main content",
        "Text size MD, 20 points",
        "Evening ferry stays in port: fog on the sound until morning",
        "Address",
        "Search stories",
        "Sources",
        "Harbour Watch, 5 stories",
        "Load more",
        FIRST,
        "Previous story",
        "Play",
    ]
    assert [name for name in names if name in stops] == stops


def test_the_panes_are_shown_in_their_order(window: Laboratory) -> None:
    names = [thing["name"] for thing in window.objects()]
    order = ["Accessibility links", "Breaking News", "Sources", "Harbour Watch, 5 stories"]
    order += [FIRST, "Player"]
    assert sorted(order, key=names.index) == order


def test_what_is_used_stays_the_same_thing(window: Laboratory) -> None:
    # Where Qt makes another object for a widget, screen readers say again where one is.
    before = paths(window)
    for key in ("ctrl+l", "Escape", "ctrl+f", "Escape"):
        window.focus_after(key)
    window.focus_within("dialog", "F1")
    window.focus_within("frame", "Escape")
    window.press_unheard("Down", "h", "Down", "ctrl+plus", "ctrl+0", "w")
    window.focus_after("F6")
    after = paths(window)
    assert STORY in after
    assert {thing: before[thing] for thing in before.keys() & after.keys()}.items() <= after.items()


def test_f6_reaches_every_pane_and_comes_round(window: Laboratory) -> None:
    way = walked(window, "F6")
    assert len(way) == 7
    assert sorted(walked(window, "shift+F6")) == sorted(way)


@pytest.mark.parametrize("dialog", DIALOGS, indirect=True)
def test_every_control_of_a_dialog_has_a_name_and_is_reached(dialog: Laboratory) -> None:
    found = [thing for thing in shown(dialog) if thing["role"] not in FOCUSABLE_PARTS]
    assert_names(found)
    there = {(thing["role"], thing["name"]) for thing in found}
    assert set(walked(dialog, "Tab")) == there
    assert set(walked(dialog, "shift+Tab")) == there


def test_every_entry_of_the_menu_has_a_name_of_its_own(window: Laboratory) -> None:
    window.focus_within("popup menu", "F10")
    entries: list[Control] = []
    while (entry := entry_of(window.focus_after("Down"))) not in entries:
        entries.append(entry)
    window.focus_within("frame", "Escape")
    assert entry == entries[0]  # it comes round
    assert len(entries) == 15
    assert all(name.strip() for _role, name in entries)


def test_the_find_bar_is_reached_while_it_is_there(window: Laboratory) -> None:
    window.focus_after("ctrl+f")
    assert_names(shown(window))
    names = [name for _role, name in walked(window, "Tab")]
    assert {"Find in this story", "Previous match", "Next match", "Done"} <= set(names)
    while control_of(window.focus_after("Tab")) != ("text", "Find in this story"):
        pass
    assert control_of(window.focus_after("Escape"))[0] == "document frame"
    assert "Find in this story" not in [name for _role, name in controls(window)]


def test_panes_that_stand_one_after_another_are_reached(window: Laboratory) -> None:
    window.focus_after("F6")
    for _ in range(6):
        window.press_unheard("ctrl+plus")
    try:
        panes = walked(window, "F6")
        assert {"document frame", "list"} <= {role for role, _name in panes}
        assert len(panes) == 7
        for _pane in panes:
            window.focus_after("F6")
            there = [control for control in controls(window) if control[0] != "radio button"]
            assert set(there) <= set(walked(window, "Tab"))
    finally:
        window.press_unheard("ctrl+0")
