"""What a person hears who sets the sleep timer with Orca."""

from __future__ import annotations

import sys
import time

from tests.screenreader.laboratory import Laboratory
from tests.screenreader.test_announcing_with_orca import HARBOUR, PATIENCE, STORY, hears


def test_the_sleep_timer_is_set_by_keys(laboratory: Laboratory) -> None:
    orca = laboratory
    orca.start_screen_reader()
    orca.start_application([sys.executable, "-m", "tidings", str(HARBOUR)], "Harbour Watch")
    said: list[str] = []
    end = time.monotonic() + PATIENCE
    while STORY[-1] not in said and time.monotonic() < end:
        said += orca.settle(quiet=1.0)
    hears(
        orca,
        "ctrl+shift+s",
        "Sleep timer — Tidings dialog "
        "The voice grows softer over the last half minute, and the place is kept.",
        "Stop reading aloud.",
        "List with 10 items.",
        "Never: the timer is off.",
    )
    hears(orca, "Down", "At the end of the story.")
    hears(orca, "Down", "In 5 minutes.")
    hears(
        orca,
        "Return",
        "notification The sleep timer stops it in 5 minutes.",
        "Harbour Watch – Tidings frame.",
        *STORY,
    )
