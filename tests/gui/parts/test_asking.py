"""How often a source is asked that is watched, and one that is not."""

from __future__ import annotations

import pytest

from tidings.library import SourceChoices
from tidings.ui.asking import WATCHED, interval


@pytest.mark.parametrize(
    ("every", "watched", "usual", "minutes"),
    [
        (None, False, 60, 60),
        (None, True, 60, WATCHED),
        # Where all are asked more often, so is this one.
        (None, True, 2, 2),
        # To watch is a choice for this very source, by hand is none for it.
        (None, False, 0, 0),
        (None, True, 0, WATCHED),
        # What was chosen for it holds.
        (30, True, 60, 30),
        (0, True, 60, 0),
        (1, False, 60, 1),
    ],
)
def test_the_interval(every: int | None, watched: bool, usual: int, minutes: int) -> None:
    assert interval(SourceChoices(every=every, watch_breaking=watched), usual) == minutes
