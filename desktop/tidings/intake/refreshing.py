"""When to ask which source again: decisions alone, without a clock or a network.

Times are aware of their zone, and "now" is always given. The clock may have been set back
since a source was asked; what lies before the last asking counts as due.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from urllib.parse import urlsplit

from tidings.source import Cause, SourceError

MOST_OF_A_HOST = 2
"""Sources of one host that are asked at a time."""
MOST_TOGETHER = 8
"""Sources that are asked at a time."""
LONGEST_WAIT = timedelta(days=1)
"""How long a source that fails is left alone at the most, or its interval where that is longer."""
LONGEST_WISH = timedelta(days=30)
"""How long a source is left alone at its own wish at the most."""
_JITTER = 0.1


class Fault(Enum):
    """Why a source gave nothing. Its words are in :mod:`tidings.intake.refresh_words`."""

    NO_CONNECTION = "no-connection"
    TIMED_OUT = "timed-out"
    BUSY = "busy"
    BROKEN = "broken"
    REFUSED = "refused"
    MISSING = "missing"
    NOT_TRUSTED = "not-trusted"
    TOO_LARGE = "too-large"
    NO_STORIES = "no-stories"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class SourceState:
    """What is known of a source that is followed.

    ``host`` is that of its address. ``interval`` is in minutes. ``failures`` counts those in a
    row, ``fault`` is the last of them. Before ``not_before``, a time that the source itself
    named, it is not asked even by hand. ``stopped``: it is asked no more. ``moved_to`` is a
    new address that it named last and that was not followed. An ``interval`` of 0 means that
    it is asked by hand alone.
    """

    address: str
    host: str
    interval: int
    checked_at: datetime | None = None
    next_check_at: datetime | None = None
    not_before: datetime | None = None
    failures: int = 0
    fault: Fault | None = None
    stopped: bool = False
    moved_to: str = ""

    @property
    def every(self) -> timedelta:
        """The interval; a minute at the least."""
        return timedelta(minutes=max(1, self.interval))


@dataclass(frozen=True, slots=True)
class Answered:
    """The source answered: with ``new`` stories, or (0) with none, or that it is not modified.

    ``moved_to`` is the address that it answered from, where each redirect to it was permanent.
    """

    new: int = 0
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """The source gave nothing. ``retry_after``: seconds that it wants to be left alone for."""

    fault: Fault
    retry_after: float | None = None


Outcome = Answered | Failed
"""What came of asking a source."""


def due(
    sources: Sequence[SourceState], now: datetime, *, by_hand: bool = False
) -> tuple[SourceState, ...]:
    """Return the sources to ask now, in order: the never asked, then those longest overdue.

    ``by_hand``: all that may be asked at all, due or not.
    """
    return tuple(
        sorted(
            (source for source in sources if _is_due(source, now, by_hand)),
            key=lambda source: (source.next_check_at or _LONG_AGO, source.address),
        )
    )


def next_look(sources: Iterable[SourceState], now: datetime) -> datetime | None:
    """Return when a source is due next, "now" for one that is; None where none ever will be."""
    times: list[datetime] = []
    for source in sources:
        if _is_due(source, now, by_hand=False):
            return now
        if not source.stopped and source.interval:
            times.append(max(source.next_check_at or now, source.not_before or now))
    return min(times, default=None)


def next_to_start(
    waiting: Sequence[SourceState],
    running: Collection[SourceState],
    *,
    of_a_host: int = MOST_OF_A_HOST,
    together: int = MOST_TOGETHER,
) -> tuple[SourceState, ...]:
    """Return those of the waiting that can be asked now, besides those that are running.

    They are in the order they wait in; one whose host is busy lets others go first.
    """
    busy: dict[str, int] = {}
    for source in running:
        busy[_host(source)] = busy.get(_host(source), 0) + 1
    started: list[SourceState] = []
    for source in waiting:
        if len(running) + len(started) >= together:
            break
        if busy.get(_host(source), 0) < of_a_host:
            busy[_host(source)] = busy.get(_host(source), 0) + 1
            started.append(source)
    return tuple(started)


def followed(
    source: SourceState,
    outcome: Outcome,
    now: datetime,
    jitter: float,
    *,
    known: Collection[str] = (),
    offline: bool = False,
) -> SourceState:
    """Return what a source becomes by what came of asking it.

    ``jitter`` (0 to 1, by chance) spreads the sources that fail. ``known`` are the addresses
    of all sources: one that moved to another's address is not made its double. Who moved is
    followed once it has said so twice in a row: one wrong answer is soon given. ``offline``
    (:func:`seems_offline`): the failure tells nothing about the source.
    """
    if isinstance(outcome, Answered):
        return _answered(source, outcome, now, known)
    asked = replace(source, checked_at=now, fault=outcome.fault, moved_to="")
    if outcome.fault is Fault.GONE:
        return replace(asked, stopped=True, next_check_at=None, not_before=None)
    if offline:
        return replace(source, checked_at=now, next_check_at=now + source.every)
    failures = source.failures + 1
    not_before = _wished(outcome, now)
    next_check = now + _pause(source.every, failures, jitter)
    return replace(
        asked,
        failures=failures,
        not_before=not_before,
        next_check_at=max(next_check, not_before) if not_before else next_check,
    )


def fault_of(error: SourceError) -> Fault:
    """Return what an error means for the source that was asked."""
    match error.cause:
        case Cause.STATUS:
            return Fault.BUSY if error.retry_after is not None else fault_of_status(error.status)
        case Cause.UNREACHED:
            return Fault.NO_CONNECTION
        case Cause.TIMED_OUT:
            return Fault.TIMED_OUT
        case Cause.NOT_TRUSTED:
            return Fault.NOT_TRUSTED
        case Cause.TOO_LARGE:
            return Fault.TOO_LARGE
        case Cause.WRONG_KIND:
            return Fault.NO_STORIES
        case Cause.GARBLED | Cause.OTHER:
            return Fault.BROKEN


def fault_of_status(status: int) -> Fault:
    """Return what an HTTP status means that is neither a good answer nor a redirect."""
    match status:
        case 404:
            return Fault.MISSING
        case 410:
            return Fault.GONE
        case 408 | 425 | 429 | 503:
            return Fault.BUSY
        case _:
            return Fault.BROKEN if status >= 500 else Fault.REFUSED


def seems_offline(outcomes: Collection[Outcome]) -> bool:
    """Tell whether it is this computer that has no network: several were asked, none was there."""
    return len(outcomes) > 1 and all(
        isinstance(outcome, Failed) and outcome.fault is Fault.NO_CONNECTION for outcome in outcomes
    )


_LONG_AGO = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def _is_due(source: SourceState, now: datetime, by_hand: bool) -> bool:
    if source.stopped:
        return False
    if source.checked_at and source.checked_at > now:
        return by_hand or source.interval != 0
    if source.not_before and source.not_before > now:
        return False
    if by_hand or source.next_check_at is None:
        return True
    return source.interval != 0 and source.next_check_at <= now


def _answered(
    source: SourceState, outcome: Answered, now: datetime, known: Collection[str]
) -> SourceState:
    asked = SourceState(
        source.address,
        source.host,
        source.interval,
        checked_at=now,
        next_check_at=now + source.every,
    )
    new = outcome.moved_to
    if not new or new == source.address:
        return asked
    if new in known or new != source.moved_to or not _may_follow(source.address, new):
        return replace(asked, moved_to=new)
    return replace(asked, address=new, host=urlsplit(new).hostname or source.host)


def _may_follow(old: str, new: str) -> bool:
    """Tell whether a new address is one to stay with: on the web, and no less safe."""
    try:
        parts = urlsplit(new)
    except ValueError:
        return False
    safe = {"https"} if urlsplit(old).scheme.lower() == "https" else {"http", "https"}
    return parts.scheme.lower() in safe and bool(parts.hostname)


def _pause(every: timedelta, failures: int, jitter: float) -> timedelta:
    """Return how long to leave a source alone that failed so many times in a row."""
    longest = max(LONGEST_WAIT, every)
    # A minute doubled so often is longer than the longest, and more might be no time any more.
    pause = min(longest, every * (1 << min(failures - 1, 11)))
    return pause * (1 + _JITTER * min(1.0, max(0.0, jitter)))


def _wished(outcome: Failed, now: datetime) -> datetime | None:
    if outcome.retry_after is None or not outcome.retry_after > 0:
        return None
    return now + timedelta(seconds=min(outcome.retry_after, LONGEST_WISH.total_seconds()))


def _host(source: SourceState) -> str:
    return source.host.casefold()
