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
    told_again,
    told_at_the_end,
    told_of,
    told_of_kept,
)

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
LOST = Failed(Fault.NO_CONNECTION)


def state(fault: Fault | None, **known: object) -> SourceState:
    return SourceState(
        "https://ferry.example/rss",
        "ferry.example",
        60,
        fault=fault,
        **known,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (state(None), ""),
        (state(Fault.TIMED_OUT, failures=1), "ferry.example took too long to answer."),
        (state(Fault.BUSY, failures=4), "ferry.example is too busy just now."),
        (
            state(Fault.NO_CONNECTION, failures=5),
            "There is no connection to ferry.example. It has failed 5 times in a row: check its "
            "address, or remove it.",
        ),
        (
            state(Fault.MISSING, failures=9),
            "ferry.example has nothing at the address of this source. Check its address, or "
            "remove it.",
        ),
        (
            state(Fault.GONE, stopped=True),
            "ferry.example has ended this source, so it is asked no more. Its stories stay here. "
            "You can remove it.",
        ),
        (
            state(None, moved_to="http://new.example/"),
            "This source has moved to http://new.example/. Add it there if you trust it, and "
            "remove it here.",
        ),
    ],
)
def test_what_the_list_says_of_a_source(source: SourceState, sentence: str) -> None:
    assert told_of(source) == sentence


@pytest.mark.parametrize(
    ("minutes", "sentence"),
    [
        (-60, "Tidings is about to ask it again."),
        (0.5, "Tidings is about to ask it again."),
        (1.5, "Tidings asks it again in 1 minute."),
        (59, "Tidings asks it again in 59 minutes."),
        (150, "Tidings asks it again in 2 hours."),
        (60 * 24, "Tidings asks it again in 1 day."),
    ],
)
def test_when_a_source_is_asked_again(minutes: float, sentence: str) -> None:
    assert told_again(NOW + timedelta(minutes=minutes), NOW) == sentence


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_a_sentence_of_its_own(fault: Fault) -> None:
    told = told_of(state(fault, stopped=True))
    assert told.endswith(".")
    assert "{" not in told
    others = {told_of(state(other, stopped=True)) for other in Fault if other is not fault}
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
IN_AN_HOUR = "Tidings asks it again in 1 hour."


@pytest.mark.parametrize(
    ("source", "error", "told"),
    [
        (state(None, next_check_at=LATER), "", ""),
        (state(None, next_check_at=LATER), ENDED, f"{ENDED} {IN_AN_HOUR}"),
        # Who is not asked by itself is not said to be.
        (state(None, next_check_at=LATER, stopped=True), ENDED, ENDED),
        # What the source itself wished for holds, by hand too.
        (state(None, next_check_at=NOW, not_before=LATER), "", IN_AN_HOUR),
        (state(None, next_check_at=NOW, stopped=True, not_before=LATER), "", IN_AN_HOUR),
        (
            state(None, next_check_at=LATER, not_before=NOW - timedelta(hours=1)),
            ENDED,
            f"{ENDED} {IN_AN_HOUR}",
        ),
    ],
)
def test_what_is_said_of_a_source_whose_sentence_was_kept(
    source: SourceState, error: str, told: str
) -> None:
    assert told_of_kept(source, error, NOW) == told
