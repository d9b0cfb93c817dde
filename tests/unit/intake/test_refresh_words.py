"""What is said of sources in the list, and of all together when they were asked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tidings.intake import (
    Answered,
    Failed,
    Fault,
    Outcome,
    SourceState,
    told_at_the_end,
    told_of,
    told_of_kept,
)

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
LOST = Failed(Fault.NO_CONNECTION)


def state(fault: Fault | None, minutes: float = 0, **known: object) -> SourceState:
    return SourceState(
        "https://ferry.example/rss",
        "ferry.example",
        60,
        next_check_at=NOW + timedelta(minutes=minutes),
        fault=fault,
        **known,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (state(None), ""),
        (
            state(Fault.TIMED_OUT, 1.5, failures=1),
            "ferry.example took too long to answer. Tidings asks it again in 1 minute.",
        ),
        (
            state(Fault.BUSY, 59, failures=4),
            "ferry.example is too busy just now. Tidings asks it again in 59 minutes.",
        ),
        (
            state(Fault.NO_CONNECTION, 150, failures=5),
            "There is no connection to ferry.example. It has failed 5 times in a row: check its "
            "address, or remove it. Tidings asks it again in 2 hours.",
        ),
        (
            state(Fault.MISSING, 60 * 24, failures=9),
            "ferry.example has nothing at the address of this source. Check its address, or "
            "remove it. Tidings asks it again in 1 day.",
        ),
        (
            state(Fault.BROKEN, 0.5),
            "ferry.example has a problem just now. Tidings is about to ask it again.",
        ),
        (state(Fault.BROKEN, -60), "ferry.example has a problem just now. Tidings is about to ask "
         "it again."),
        (
            state(Fault.GONE, 60, stopped=True),
            "ferry.example has ended this source, so it is asked no more. Its stories stay here. "
            "You can remove it.",
        ),
        (
            state(None, moved_to="http://new.example/"),
            "This source has moved to http://new.example/. Add it there if you trust it, and "
            "remove it here.",
        ),
    ],
)  # fmt: skip
def test_what_the_list_says_of_a_source(source: SourceState, sentence: str) -> None:
    assert told_of(source, NOW) == sentence


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_a_sentence_of_its_own(fault: Fault) -> None:
    told = told_of(state(fault, stopped=True), NOW)
    assert told.endswith(".")
    assert "{" not in told
    others = {told_of(state(other, stopped=True), NOW) for other in Fault if other is not fault}
    assert told not in others


@pytest.mark.parametrize(
    ("outcomes", "stopped", "sentence"),
    [
        ((), False, ""),
        ((Answered(0), Answered(0)), False, "No new stories."),
        ((Answered(1), Answered(0)), False, "1 new story in 1 source."),
        ((Answered(10), Answered(2), Answered(0)), False, "12 new stories in 2 sources."),
        (
            (Answered(12), Failed(Fault.BUSY)),
            False,
            "12 new stories in 1 source. 1 source could not be refreshed; the list of sources "
            "says why.",
        ),
        (
            (Answered(0), Failed(Fault.BUSY), LOST),
            False,
            "No new stories. 2 sources could not be refreshed; the list of sources says why.",
        ),
        (
            (LOST,),
            False,
            "1 source could not be refreshed; the list of sources says why.",
        ),
        (
            (LOST, LOST),
            False,
            "There is no connection to the network, so nothing was refreshed.",
        ),
        ((), True, "Refreshing was stopped."),
        ((Answered(3),), True, "Refreshing was stopped. 3 new stories in 1 source."),
    ],
)
def test_one_message_at_the_end(
    outcomes: tuple[Outcome, ...], stopped: bool, sentence: str
) -> None:
    assert told_at_the_end(outcomes, stopped=stopped) == sentence


ENDED = "ferry.example has nothing at this address (404)."
FAILED = "It has failed 5 times in a row: check its address, or remove it."
IN_AN_HOUR = "Tidings asks it again in 1 hour."


@pytest.mark.parametrize(
    ("source", "error", "told"),
    [
        (state(None, 60), "", ""),
        (state(None, 60, failures=1), ENDED, f"{ENDED} {IN_AN_HOUR}"),
        (state(None, 60, failures=5), ENDED, f"{ENDED} {FAILED} {IN_AN_HOUR}"),
        # Who is not asked by itself is not said to be.
        (state(None, 60, failures=1, stopped=True), ENDED, ENDED),
        # What the source itself wished for holds, by hand too.
        (state(None, 5, not_before=NOW + timedelta(hours=1)), "", IN_AN_HOUR),
        (state(None, 5, stopped=True, not_before=NOW + timedelta(hours=1)), "", IN_AN_HOUR),
        (
            state(None, 60, failures=1, not_before=NOW - timedelta(hours=1)),
            ENDED,
            f"{ENDED} {IN_AN_HOUR}",
        ),
        (
            state(None, 60, moved_to="http://new.example/"),
            "",
            "This source has moved to http://new.example/. Add it there if you trust it, and "
            "remove it here.",
        ),
    ],
)
def test_what_is_said_of_a_source_whose_sentence_was_kept(
    source: SourceState, error: str, told: str
) -> None:
    assert told_of_kept(source, error, NOW) == told
