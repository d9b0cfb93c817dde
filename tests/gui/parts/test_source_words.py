"""What is said of one source: how often it is asked, what is kept, how it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from tidings.library import Source, SourceChoices, SourceKind, Validators
from tidings.ui.source_words import (
    COUNTS,
    DAYS,
    INTERVALS,
    count_words,
    days_words,
    interval_words,
    offered,
    state_words,
    usual_words,
)

EAST = timezone(timedelta(hours=3))
NOW = datetime(2026, 11, 30, 1, 0, tzinfo=EAST)
SOURCE = Source(
    "https://ferry.example/rss",
    "Ferry news",
    "Ferry news",
    SourceKind.FEED,
    "",
    1,
    SourceChoices(),
    Validators(),
    NOW,
    NOW + timedelta(hours=1),
    0,
    "",
)


def test_every_interval_that_is_offered_is_said_in_words() -> None:
    told = [interval_words(minutes) for minutes in INTERVALS]
    assert told[0] == "Every quarter of an hour"
    assert told[-2:] == ["Once a day", "Only by hand"]
    assert len(set(told)) == len(told)
    assert interval_words(45) == "Every 45 minutes"
    assert usual_words(60) == "As usual: every hour"
    assert usual_words(0) == "As usual: only by hand"


def test_all_that_is_kept_is_said_in_words() -> None:
    assert [days_words(days) for days in (*DAYS, 3)] == [
        *("For ever", "For a week", "For a month", "For three months", "For a year"),
        "For 3 days",
    ]
    assert [count_words(count) for count in COUNTS] == [
        *("All of them", "The newest 100", "The newest 500", "The newest 2000")
    ]


def test_what_was_chosen_elsewhere_is_offered_too() -> None:
    assert offered(DAYS, 30) == DAYS
    assert offered(DAYS, 3) == (*DAYS, 3)


@pytest.mark.parametrize(
    ("checked_at", "told"),
    [
        (None, "Not asked for new stories yet."),
        (NOW, "Last asked today at 01:00."),
        # The day is that of the reader's own place.
        (NOW.astimezone(UTC), "Last asked today at 01:00."),
        (NOW - timedelta(hours=2), "Last asked yesterday at 23:00."),
        (NOW - timedelta(days=2), "Last asked on 28 Nov 2026 at 01:00."),
    ],
)
def test_when_it_was_asked_last(checked_at: datetime | None, told: str) -> None:
    assert state_words(replace(SOURCE, checked_at=checked_at), 60, NOW) == told


@pytest.mark.parametrize(
    ("choices", "usual", "again"),
    [
        (SourceChoices(), 60, True),
        (SourceChoices(), 0, False),
        (SourceChoices(every=30), 0, True),
        (SourceChoices(every=0), 60, False),
        (SourceChoices(followed=False), 60, False),
    ],
)
def test_when_it_is_asked_again_is_said_only_where_it_is(
    choices: SourceChoices, usual: int, *, again: bool
) -> None:
    broken = replace(SOURCE, choices=choices, failures=1, error="It is broken.")
    told = "Last asked today at 01:00. It is broken."
    told += " Tidings asks it again in 1 hour." if again else ""
    assert state_words(broken, usual, NOW) == told
