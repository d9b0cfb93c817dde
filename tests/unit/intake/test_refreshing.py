"""When sources are asked again, and what becomes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.intake import (
    Answered,
    Failed,
    Fault,
    Outcome,
    SourceState,
    due,
    fault_of_status,
    followed,
    next_look,
    next_to_start,
    seems_offline,
)
from tidings.intake.refreshing import LONGEST_WAIT, LONGEST_WISH, MOST_OF_A_HOST, MOST_TOGETHER

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SOURCE = SourceState("https://a.example/rss", "a.example", 60)


def source(name: str, **known: object) -> SourceState:
    host = name.rstrip("0123456789")
    return replace(SOURCE, address=f"https://{host}/{name}", host=host, **known)  # type: ignore[arg-type]


# --- which are due ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("known", "is_due", "is_due_by_hand"),
    [
        ({}, True, True),
        ({"checked_at": NOW - 60 * MINUTE, "next_check_at": NOW}, True, True),
        ({"checked_at": NOW - MINUTE, "next_check_at": NOW + MINUTE}, False, True),
        ({"checked_at": NOW - MINUTE, "next_check_at": NOW + MINUTE, "failures": 3}, False, True),
        # What the source itself asked for holds by hand, too.
        ({"not_before": NOW + MINUTE, "next_check_at": NOW + MINUTE}, False, False),
        ({"not_before": NOW, "next_check_at": NOW}, True, True),
        ({"stopped": True}, False, False),
        # The clock was set back: nobody waits for years.
        ({"checked_at": NOW + MINUTE, "next_check_at": NOW + 61 * MINUTE}, True, True),
        # By hand alone, but for the first time.
        ({"interval": 0}, True, True),
        ({"interval": 0, "checked_at": NOW - MINUTE, "next_check_at": NOW}, False, True),
        ({"interval": 0, "checked_at": NOW + MINUTE, "next_check_at": NOW}, False, True),
    ],
)
def test_which_sources_are_due(
    known: dict[str, object], is_due: bool, is_due_by_hand: bool
) -> None:
    one = source("a", **known)
    assert bool(due([one], NOW)) is is_due
    assert bool(due([one], NOW, by_hand=True)) is is_due_by_hand


def test_the_never_asked_come_first_and_then_the_longest_overdue() -> None:
    late, later, new = (
        source("c", next_check_at=NOW - MINUTE),
        source("b", next_check_at=NOW - 2 * MINUTE),
        source("d"),
    )
    assert due([late, later, new, source("a", next_check_at=NOW + MINUTE)], NOW) == (
        new,
        later,
        late,
    )


@pytest.mark.parametrize(
    ("sources", "when"),
    [
        ((), None),
        ((source("a", stopped=True),), None),
        ((source("a"), source("b", next_check_at=NOW + MINUTE)), NOW),
        ((source("a", next_check_at=NOW - MINUTE),), NOW),
        ((source("a", next_check_at=NOW - MINUTE, not_before=NOW + MINUTE),), NOW + MINUTE),
        ((source("a", not_before=NOW + MINUTE),), NOW + MINUTE),
        ((source("a", checked_at=NOW + MINUTE, next_check_at=NOW + 61 * MINUTE),), NOW),
        (
            (source("a", next_check_at=NOW + 9 * MINUTE), source("b", next_check_at=NOW + MINUTE)),
            NOW + MINUTE,
        ),
    ],
)
def test_when_to_look_again(sources: tuple[SourceState, ...], when: datetime | None) -> None:
    assert next_look(sources, NOW) == when


# --- which are started --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("waiting", "running", "started"),
    [
        ("", "", ""),
        ("a1 a2 a3", "", "a1 a2"),
        ("a1 a2 b1 a3 b2", "a9", "a1 b1 b2"),
        ("a1 b1", "a8 a9", "b1"),
        ("a1 b1 c1 d1 e1 f1 g1 h1 i1", "", "a1 b1 c1 d1 e1 f1 g1 h1"),
        ("a1 b1", "c1 d1 e1 f1 g1 h1 i1", "a1"),
        ("a1", "c1 d1 e1 f1 g1 h1 i1 j1", ""),
        ("A1 a2 a3", "", "A1 a2"),
    ],
)
def test_two_of_a_host_and_eight_together(waiting: str, running: str, started: str) -> None:
    got = next_to_start([source(name) for name in waiting.split()],
                        [source(name) for name in running.split()])  # fmt: skip
    assert [each.address.rpartition("/")[2] for each in got] == started.split()


@given(
    st.lists(st.sampled_from("abcdef"), max_size=40),
    st.integers(1, 10),
    st.integers(1, 3),
    st.randoms(use_true_random=False),
)
def test_every_source_is_started_once_and_never_too_many(
    hosts: list[str], together: int, of_a_host: int, chance: Random
) -> None:
    waiting = [source(f"{host}{number}") for number, host in enumerate(hosts)]
    all_of_them, running, started = list(waiting), list[SourceState](), list[SourceState]()
    while waiting or running:
        new = next_to_start(waiting, running, of_a_host=of_a_host, together=together)
        assert new or running, "nothing goes on"
        started += new
        running += new
        waiting = [each for each in waiting if each not in new]
        assert len(running) <= together
        assert all(sum(one.host == other.host for other in running) <= of_a_host for one in running)
        running.remove(chance.choice(running))
    assert sorted(each.address for each in started) == sorted(each.address for each in all_of_them)


def test_the_usual_numbers_are_those_that_were_promised() -> None:
    assert MOST_OF_A_HOST == 2
    waiting = [source(f"a{n}") for n in range(9)] + [source(f"{c}1") for c in "bcdefghijk"]
    assert len(next_to_start(waiting, ())) == MOST_TOGETHER


# --- what becomes of them -------------------------------------------------------------------


def test_who_answered_is_asked_again_after_the_interval() -> None:
    failed = source(
        "a", failures=4, fault=Fault.BUSY, not_before=NOW, moved_to="https://x.example/"
    )
    for outcome in (Answered(3), Answered(0)):
        assert followed(failed, outcome, NOW, 0.5) == source(
            "a", checked_at=NOW, next_check_at=NOW + timedelta(hours=1)
        )


@pytest.mark.parametrize(
    ("failures", "interval", "jitter", "minutes"),
    [
        (0, 60, 0.0, 60),
        (1, 60, 0.0, 120),
        (2, 60, 0.0, 240),
        (2, 60, 1.0, 264),
        (2, 60, 7.0, 264),
        (4, 60, 0.0, 960),
        (5, 60, 0.0, 1440),
        (900, 60, 0.0, 1440),
        (0, 10_000, 0.0, 10_000),
        (9, 10_000, 0.0, 10_000),
        (0, 0, 0.0, 1),
    ],
)
def test_who_fails_is_left_alone_twice_as_long_each_time(
    failures: int, interval: int, jitter: float, minutes: float
) -> None:
    before = source("a", failures=failures, interval=interval)
    after = followed(before, Failed(Fault.TIMED_OUT), NOW, jitter)
    assert after.next_check_at == NOW + minutes * MINUTE
    assert (after.failures, after.fault, after.checked_at) == (failures + 1, Fault.TIMED_OUT, NOW)


@pytest.mark.parametrize(
    ("seconds", "minutes", "named"),
    [
        (7_200, 120, 120),
        # Never sooner than usual.
        (60, 60, 1),
        (0, 60, None),
        (-5, 60, None),
        (float("nan"), 60, None),
        (1e300, 30 * 24 * 60, 30 * 24 * 60),
        (float("inf"), 30 * 24 * 60, 30 * 24 * 60),
    ],
)
def test_a_source_that_names_a_time_is_left_alone_until_then(
    seconds: float, minutes: float, named: float | None
) -> None:
    after = followed(SOURCE, Failed(Fault.BUSY, seconds), NOW, 0.0)
    assert after.next_check_at == NOW + minutes * MINUTE
    assert after.not_before == (None if named is None else NOW + named * MINUTE)


def test_who_is_gone_is_asked_no_more() -> None:
    after = followed(source("a", next_check_at=NOW), Failed(Fault.GONE), NOW, 0.0)
    assert after.stopped
    assert after.next_check_at is None
    assert due([after], NOW + timedelta(days=999), by_hand=True) == ()


NEW = "https://b.example/rss"
LOST = Failed(Fault.NO_CONNECTION)


@pytest.mark.parametrize(
    ("old", "new", "known", "is_followed"),
    [
        ("https://a.example/", NEW, (), True),
        ("http://a.example/", NEW, (), True),
        ("http://a.example/", "http://b.example/", (), True),
        # Not to where anybody on the way could read along, not to a file, not onto another.
        ("https://a.example/", "http://b.example/", (), False),
        ("http://a.example/", "file:///etc/passwd", (), False),
        ("http://a.example/", "http://[", (), False),
        ("http://a.example/", "https:///rss", (), False),
        ("https://a.example/", NEW, ("https://a.example/", NEW), False),
    ],
)
def test_who_moved_is_followed_where_that_is_safe(
    old: str, new: str, known: tuple[str, ...], is_followed: bool
) -> None:
    before = SourceState(old, "a.example", 60)
    told = followed(before, Answered(2, new), NOW, 0.0, known=known)
    assert (told.address, told.host, told.moved_to) == (old, "a.example", new)
    after = followed(told, Answered(2, new), NOW, 0.0, known=known)
    if is_followed:
        assert (after.address, after.host, after.moved_to) == (new, "b.example", "")
    else:
        assert (after.address, after.host, after.moved_to) == (old, "a.example", new)
    assert after.next_check_at == NOW + timedelta(hours=1)


@pytest.mark.parametrize("between", [Answered(0), Failed(Fault.BUSY), Answered(0, "https://c.d/")])
def test_who_says_once_that_it_moved_is_not_believed(between: Outcome) -> None:
    one = SOURCE
    for outcome in (Answered(0, NEW), between, Answered(0, NEW)):
        one = followed(one, outcome, NOW, 0.0)
    assert (one.address, one.moved_to) == (SOURCE.address, NEW)
    # That nobody was there says nothing about it.
    one = followed(one, LOST, NOW, 0.0, offline=True)
    assert followed(one, Answered(0, NEW), NOW, 0.0).address == NEW


def test_who_moved_nowhere_stays() -> None:
    after = followed(SOURCE, Answered(0, SOURCE.address), NOW, 0.0, known=[SOURCE.address])
    assert (after.address, after.moved_to) == (SOURCE.address, "")


@pytest.mark.parametrize(
    ("outcomes", "offline"),
    [
        ((), False),
        ((LOST,), False),
        ((LOST, LOST), True),
        ((LOST, LOST, Answered(0)), False),
        ((LOST, Failed(Fault.TIMED_OUT)), False),
    ],
)
def test_whose_fault_it_is_that_nothing_comes(outcomes: tuple[Outcome, ...], offline: bool) -> None:
    assert seems_offline(outcomes) is offline


def test_without_a_network_no_source_is_blamed() -> None:
    before = source("a", failures=2, fault=Fault.BUSY)
    after = followed(before, LOST, NOW, 1.0, offline=True)
    assert (after.failures, after.fault) == (2, Fault.BUSY)
    assert after.next_check_at == NOW + timedelta(hours=1)


@pytest.mark.parametrize(
    ("statuses", "fault"),
    [
        ((404,), Fault.MISSING),
        ((410,), Fault.GONE),
        ((408, 425, 429, 503), Fault.BUSY),
        ((500, 502, 504, 599), Fault.BROKEN),
        ((400, 401, 403, 451), Fault.REFUSED),
    ],
)
def test_what_a_status_means(statuses: tuple[int, ...], fault: Fault) -> None:
    assert {fault_of_status(status) for status in statuses} == {fault}


FAULTS = st.builds(Failed, st.sampled_from(Fault), st.none() | st.floats())
OUTCOMES = FAULTS | st.builds(Answered, st.integers(0, 9), st.sampled_from(["", NEW, "ftp://x"]))


@given(
    st.integers(-1, 10**9),
    st.lists(st.tuples(OUTCOMES, st.floats()), max_size=30),
)
def test_whatever_happens_a_source_is_neither_pressed_nor_forgotten(
    interval: int, course: list[tuple[Outcome, float]]
) -> None:
    now, one = NOW, source("a", interval=interval)
    for outcome, jitter in course:
        one = followed(one, outcome, now, jitter)
        if one.stopped:
            assert isinstance(outcome, Failed)
            assert outcome.fault is Fault.GONE
            return
        assert one.next_check_at is not None
        wait = one.next_check_at - now
        assert wait >= one.every
        wish = outcome.retry_after if isinstance(outcome, Failed) else None
        if wish is not None and wish > 0:
            assert wait >= timedelta(seconds=min(wish, LONGEST_WISH.total_seconds()))
        assert wait <= max(LONGEST_WAIT * 1.1, one.every * 1.1, LONGEST_WISH)
        assert due([one], now) == ()
        assert due([one], one.next_check_at) == ((one,) if interval else ())
        now += timedelta(hours=1)
