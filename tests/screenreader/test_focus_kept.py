"""Where the focus is when what had it has gone away, as the accessibility bus is told."""

from __future__ import annotations

import sys
import time

import pytest

from tests.screenreader.controls import Control, control_of, go_to
from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import FIRST, HARBOUR

TITLE = "Harbour Watch"
STORY = ("document frame", FIRST)
SECOND = "Библиобус снова поднимается в верхние сёла"
STORIES = ("list", "Harbour Watch, 5 stories")
HEADLINE = "Evening ferry stays in port: fog on the sound until morning"
NARROW, WIDE, HEIGHT = 620, 1280, 800
OVER = [
    *("F1", "ctrl+shift+p", "ctrl+shift+v", "ctrl+shift+a", "ctrl+shift+d", "F8", "shift+F8"),
    *("ctrl+shift+s", "ctrl+shift+m", "shift+F2", "alt+Return", "ctrl+shift+j", "shift+F5"),
]
OVER += ["ctrl+o", "F10"]
"""Keys that open what lies over the window: dialogs, and the menu."""
PATIENCE = 5.0


@pytest.fixture
def window(laboratory: Laboratory) -> Laboratory:
    """The window on the sample edition, without a screen reader."""
    return opened(laboratory)


@pytest.fixture(scope="module")
def lasting(laboratory_for_module: Laboratory) -> Laboratory:
    """A window for what comes and goes and leaves it as it was."""
    return opened(laboratory_for_module)


def opened(lab: Laboratory) -> Laboratory:
    lab.start_application([sys.executable, "-m", "tidings", str(HARBOUR)], TITLE)
    lab.follow_focus()
    return lab


def way_of(lab: Laboratory, *keys: str) -> list[Control]:
    """Press keys; return every control that the focus comes to, one after another."""
    before = len(lab.focuses())
    lab.focus_after(*keys)
    return controls_since(lab, before)


def controls_since(lab: Laboratory, before: int) -> list[Control]:
    way: list[Control] = []
    for control in map(control_of, lab.focuses()[before:]):
        if way[-1:] != [control]:
            way.append(control)
    return way


def assert_on(lab: Laboratory, control: Control) -> None:
    """Find the focus on a control, which is there to be seen."""
    end = time.monotonic() + PATIENCE
    while not (chain := lab.focus()) or control_of(chain) != control:
        assert time.monotonic() < end, (chain, control)


@pytest.mark.parametrize("key", OVER)
def test_what_lies_over_the_window_gives_the_focus_back(lasting: Laboratory, key: str) -> None:
    there = go_to(lasting, STORIES[1])
    assert there == STORIES
    lasting.focus_after(key)
    assert way_of(lasting, "Escape") == [STORIES]
    assert_on(lasting, STORIES)


def test_the_find_bar_gives_the_focus_to_the_story(lasting: Laboratory) -> None:
    lasting.focus_after("ctrl+f")
    assert way_of(lasting, "Escape") == [STORY]
    lasting.focus_after("ctrl+f")
    go_to(lasting, "Done")
    assert way_of(lasting, "Return") == [STORY]
    assert_on(lasting, STORY)


def test_another_story_has_the_focus_after_a_link_of_the_one_before(lasting: Laboratory) -> None:
    go_to(lasting, FIRST)
    lasting.press_unheard("ctrl+Home")
    link = lasting.focus_after("Tab")[0]
    assert link == ["link", "the museum’s own page"]
    assert [role for role, _name in way_of(lasting, "n")] == ["document frame"]
    heading, document, *_around = lasting.focus()
    assert heading == ["heading", SECOND]
    assert document == ["document frame", SECOND]
    way_of(lasting, "b")
    assert_on(lasting, STORY)


@pytest.mark.parametrize("name", [STORIES[1], "Sources", "Address"])
def test_a_pane_keeps_the_focus_as_the_window_grows_narrow(lasting: Laboratory, name: str) -> None:
    lasting.resize(TITLE, WIDE, HEIGHT)
    there = go_to(lasting, name)
    before = len(lasting.focuses())
    lasting.resize(TITLE, NARROW, HEIGHT)
    assert_on(lasting, there)
    lasting.resize(TITLE, WIDE, HEIGHT)
    assert_on(lasting, there)
    assert controls_since(lasting, before) in ([], [there])


def test_breaking_news_that_goes_gives_the_focus_to_the_story(window: Laboratory) -> None:
    go_to(window, f"Not this one: {HEADLINE}")
    assert way_of(window, "Return") == [STORY]
    assert_on(window, STORY)


def test_load_more_that_goes_gives_the_focus_to_the_list(window: Laboratory) -> None:
    go_to(window, "Load more")
    assert [role for role, _name in way_of(window, "Return")] == ["list"]
    assert_on(window, ("list", "Harbour Watch, 8 stories"))


def test_the_last_story_removed_leaves_the_focus_in_the_list(window: Laboratory) -> None:
    go_to(window, STORIES[1])
    before = len(window.focuses())
    window.press_unheard(*["Delete"] * 5)
    assert_on(window, ("list", "Harbour Watch, 0 stories"))
    assert {role for role, _name in controls_since(window, before)} == {"list"}
