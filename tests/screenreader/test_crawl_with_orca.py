"""A crawl: many keys at random with Orca listening, and the window is none the worse for it."""

from __future__ import annotations

import os
import sys
import time
from itertools import islice

import pytest

from tests.screenreader.laboratory import Laboratory
from tests.screenreader.random_keys import keys_of_the_table, random_keys
from tests.screenreader.walks import HARBOUR

SEED = int(os.environ.get("TIDINGS_TEST_SEED", "5"))
"""The keys of a crawl are told by it alone."""
KEYS = int(os.environ.get("TIDINGS_TEST_KEYS", "2000"))
AT_ONCE = 10
"""Keys between two looks at what has the focus."""
BETWEEN_WAYS_BACK = 250
"""Keys between two ways back to the story."""
TOLD = 20
"""Keys that are told where something is wrong."""
ESCAPES = 4
"""Presses of Escape that lead out of anything: it stops the voice first, and a file dialog may
lie over a dialog."""
PANES = 7
PATIENCE = 10.0
QUIET = 0.05
"""Seconds without a word from Orca, between two looks."""
# What opens a page is to find none: a story's links lead into the world.
NO_NETWORK = ["env", *(f"{kind}_proxy=http://127.0.0.1:9" for kind in ("http", "https"))]

TOLD_OF_THE_MACHINE = (
    "WARNING tidings.ui.sound: no sound device",
    # Qt asks the screen reader about every key, and waits for no longer than 100 ms.
    "QSpiApplication::keyEventError",
    "QSpiApplication::notifyKeyboardListenerCallback with no queued key",
    # Qt is asked by Orca about an entry of a list that is not there any more.
    "QAccessibleTree::indexFromLogical: invalid index",
    "QAccessibleList::child: Invalid index",
)

Chain = list[list[str]]


class Crawl:
    """The window with Orca, and the keys that were pressed in it."""

    def __init__(self, orca: Laboratory) -> None:
        self.orca = orca
        self.pressed: list[str] = []
        self._looked_at = 0

    def press(self, *keys: str) -> None:
        self.pressed += keys
        self.orca.press_unheard(*keys)

    def assert_well(self) -> Chain:
        """Find everything running, and the focus on something with a name; return that."""
        end = time.monotonic() + PATIENCE
        chain = self.orca.focus()
        while not has_name(chain) and time.monotonic() < end:
            chain = self.orca.focus()
        self.orca.settle(quiet=QUIET)
        assert self.orca.is_idle(), f"Orca has not done with it; {self.latest()}"
        assert not {"application", "orca"} & set(self.orca.ended()), self.latest()
        assert has_name(chain), (chain, self.latest())
        return chain

    def assert_came_to_names(self) -> None:
        """Find a name on everything that the focus came to since the last time."""
        focuses = self.orca.focuses()
        new, self._looked_at = focuses[self._looked_at :], len(focuses)
        assert [chain for chain in new if not has_name(chain)] == [], self.latest()

    def assert_leads_back(self) -> None:
        """Come to the story by Escape and F6, and hear Orca say something of it."""
        self.press(*["Escape"] * ESCAPES)
        # A dialog may be on its way when the keys for it are long there.
        end = time.monotonic() + PATIENCE
        while role_of_window(self.assert_well()) != "frame" and time.monotonic() < end:
            time.sleep(0.05)
        assert role_of_window(self.assert_well()) == "frame", self.latest()
        way, said = [self.assert_well()], self.orca.settle(quiet=QUIET)
        for _ in range(PANES):
            self.press("F6")
            said += self.orca.settle(quiet=QUIET)
            way.append(self.assert_well())
            if "document frame" in [role for role, _name in way[-1]]:
                assert said != [], f"Orca is silent; {self.latest()}"
                return
        places = [chain[0] for chain in way]
        raise AssertionError(f"F6 does not lead to the story but to {places}; {self.latest()}")

    def latest(self) -> str:
        return f"seed {SEED}, after {len(self.pressed)} keys: {' '.join(self.pressed[-TOLD:])}"


def has_name(chain: Chain) -> bool:
    """Tell whether the innermost thing has a role and a name; the list of a box has its box's."""
    if not chain:
        return False
    is_of_box = chain[0][0] == "list" and chain[1][0] == "combo box"
    named = chain[1] if is_of_box else chain[0]
    return all(word.strip() for word in named)


def role_of_window(chain: Chain) -> str:
    """Return the role of what lies right in the application."""
    roles = [role for role, _name in chain]
    return roles[roles.index("application") - 1]


@pytest.fixture
def crawl(laboratory: Laboratory) -> Crawl:
    """Orca and the window, in a folder where nothing is lost, and cut off from the network."""
    folder = laboratory.folder / "work"
    folder.mkdir()
    laboratory.start_screen_reader()
    laboratory.start_application(
        [*NO_NETWORK, sys.executable, "-m", "tidings", str(HARBOUR)], "Harbour Watch", folder
    )
    laboratory.follow_focus()
    laboratory.settle(quiet=1.0)
    return Crawl(laboratory)


def complaints(orca: Laboratory) -> list[str]:
    """Return what the program has printed: warnings, and errors that it went on after."""
    lines = (orca.folder / "application.log").read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith(TOLD_OF_THE_MACHINE)]


@pytest.mark.timeout(300)
def test_random_keys_leave_it_running_and_the_focus_on_something_with_a_name(crawl: Crawl) -> None:
    print(f"TIDINGS_TEST_SEED={SEED}")  # noqa: T201 - shown where the test fails
    keys = random_keys(SEED)
    for count in range(0, KEYS, AT_ONCE):
        crawl.press(*islice(keys, AT_ONCE))
        crawl.assert_well()
        if (count + AT_ONCE) % BETWEEN_WAYS_BACK == 0:
            crawl.assert_leads_back()
            crawl.assert_came_to_names()
            assert complaints(crawl.orca) == [], crawl.latest()


def test_the_same_seed_gives_the_same_keys() -> None:
    assert list(islice(random_keys(1), 50)) == list(islice(random_keys(1), 50))
    assert {"ctrl+bracketright", "F6", "shift+h", "alt+Right"} <= set(keys_of_the_table())
