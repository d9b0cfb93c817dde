"""Asking the sources that are followed for what is new: by hand, at the start, and by the clock."""

from __future__ import annotations

import logging
import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from gettext import gettext as _

from PySide6.QtCore import QObject, QTimer, Signal

from tidings.document import Article, Edition
from tidings.intake import (
    Answered,
    Failed,
    Fault,
    Outcome,
    SourceState,
    due,
    fault_of,
    followed,
    next_to_start,
    seems_offline,
    told_at_the_end,
    told_of,
)
from tidings.library import ArticleState, CheckResult, Library, Source
from tidings.source import Cause, Fetched, NotModified, SourceError
from tidings.ui.asking import Ask, state_of, validators_of
from tidings.ui.keeping import Keeping
from tidings.ui.messages import Messages
from tidings.ui.tasks import Tasks

USUAL = 60
"""Minutes between two looks at a source, where the reader has not chosen otherwise."""

REFRESH_EVERY = "refresh-every"
"""The name under which that choice is kept."""

REFRESH_AT_START = "refresh-at-start"
"""The name under which it is kept whether sources are asked at the start: 1 or 0."""

LOOK_EVERY = 60_000
"""Milliseconds between two looks at which sources are due."""

_LONGEST_START = 24 * 60
"""Minutes after the start until sources are asked that are not to be asked at once."""

_FAR = timedelta(days=365 * 100)
"""When a source is looked at again that is gone."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Brought:
    """What a source gave that was asked: ``new`` are the stories that were not there before."""

    source: Source
    edition: Edition
    new: tuple[Article, ...]


class Refreshing(QObject):
    """Asks several sources at once, and keeps what each gives before the next is told of.

    ``brought`` is emitted with a :class:`Brought` for each source that gave something, once it
    is kept, ``unchanged`` with a :class:`Source` that has nothing else than before; ``done``
    when all have been asked. What came is told once, at the end; of the
    start and the clock only where there is something new.
    """

    brought = Signal(object)
    unchanged = Signal(object)
    done = Signal()

    def __init__(
        self,
        ask: Ask,
        tasks: Tasks,
        keeping: Keeping,
        messages: Messages,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._tasks = tasks
        self._keeping = keeping
        self._messages = messages
        self._usual = USUAL
        self._at_start = True
        self._waiting: list[SourceState] = []
        self._running: dict[str, SourceState] = {}
        self._sources: dict[str, Source] = {}
        self._known: frozenset[str] = frozenset()
        """The addresses of all sources, asked or not."""
        self._unreached: list[SourceState] = []
        """Whom nobody could reach. Whose fault that is shows when all have been asked."""
        self._outcomes: list[Outcome] = []
        self._by_hand = False
        self._is_under_way = False
        self._was_stopped = False
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK_EVERY)
        self._looks.timeout.connect(self._look)

    @property
    def is_under_way(self) -> bool:
        """Whether sources are being asked."""
        return self._is_under_way

    @property
    def usual(self) -> int:
        """Minutes between two looks at a source that has no interval of its own; 0: by hand."""
        return self._usual

    def use(self, settings: Mapping[str, str]) -> None:
        """Take over what was kept."""
        self._usual = usual_interval(settings)
        self._at_start = settings.get(REFRESH_AT_START, "1") != "0"

    def choose_usual(self, minutes: int) -> None:
        """Look at sources without an interval of their own so often; 0: by hand alone."""
        self._usual = minutes
        self._keeping.remember(REFRESH_EVERY, str(minutes))

    @property
    def at_start(self) -> bool:
        """Whether sources are asked at the start that have become due since the last time."""
        return self._at_start

    def choose_at_start(self, on: bool) -> None:
        """Ask the sources at the start from now on, or not before some time has gone by."""
        self._at_start = on
        self._keeping.remember(REFRESH_AT_START, str(int(on)))

    def start(self) -> None:
        """Ask what is due, now or after the usual time, and go on asking as time goes by."""
        if self._at_start:
            self._look()
        else:
            minutes = min(self._usual or USUAL, _LONGEST_START)
            self._looks.setInterval(minutes * 60_000)
        self._looks.start()

    def _look(self) -> None:
        self._looks.setInterval(LOOK_EVERY)
        self.refresh(by_hand=False)

    def close(self) -> None:
        """Ask nobody any more."""
        self._looks.stop()
        self._waiting.clear()

    def toggle(self) -> None:
        """Ask all sources now, or stop it; what was begun by the clock is told of from now on."""
        if not self._is_under_way:
            self.refresh(by_hand=True)
        elif self._by_hand:
            self.stop()
        else:
            self._by_hand = True
            self._messages.tell_if_it_lasts(_("Asking the sources for news."))

    def stop(self) -> None:
        """Ask none of those that wait; what is on its way is still taken."""
        self._waiting.clear()
        self._was_stopped = True
        self._start_more()

    def refresh(self, *, by_hand: bool, only: str = "") -> None:
        """Ask the sources that are due, or ``by_hand`` all of them, or the ``only`` one."""
        if self._is_under_way:
            return
        self._is_under_way = True
        self._by_hand, self._was_stopped = by_hand, False
        self._outcomes = []
        now = _now()

        def find(library: Library) -> tuple[list[Source], frozenset[str]]:
            all_of_them = library.sources()
            if by_hand:
                wanted = [only] if only else [each.address for each in all_of_them if each.followed]
                found = (library.source(address) for address in wanted)
                sources = [source for source in found if source is not None]
            else:
                sources = library.due_sources(now)
            return sources, frozenset(each.address for each in all_of_them)

        nothing: tuple[list[Source], frozenset[str]] = [], frozenset()
        self._keeping.do(find, lambda found: self._begin(*found), nothing, in_passing=not by_hand)

    def _begin(self, sources: list[Source], known: frozenset[str]) -> None:
        self._sources = {source.address: source for source in sources}
        self._known = known
        states = [state_of(source, self._usual) for source in sources]
        self._waiting = list(due(states, _now(), by_hand=self._by_hand))
        if self._by_hand and not sources:
            self._is_under_way = False
            self._messages.tell(
                _("No source is followed yet. Open a page or a feed, then follow it.")
            )
            return
        if self._by_hand and self._waiting:
            self._messages.tell_if_it_lasts(_("Asking the sources for news."))
        self._start_more()

    def _start_more(self) -> None:
        for state in next_to_start(self._waiting, list(self._running.values())):
            self._waiting.remove(state)
            self._running[state.address] = state
            self._ask_one(state, self._sources[state.address])
        if not self._is_under_way or self._waiting or self._running:
            return
        if self._unreached:
            self._judge_unreached()
        else:
            self._end()

    def _ask_one(self, state: SourceState, source: Source) -> None:
        self._tasks.meanwhile(
            lambda: self._ask(source),
            lambda got: self._answered(state, *got),
            lambda error: self._failed(state, error),
        )

    def _answered(
        self, state: SourceState, answer: Fetched | NotModified, edition: Edition | None
    ) -> None:
        now = _now()
        if edition is not None and not edition.articles:
            failed = Failed(Fault.NO_STORIES)
            self._note(state, failed, _after(state, failed, " ".join(edition.notes)))
            return
        outcome = Answered(moved_to=answer.moved_to)
        then = followed(state, outcome, now, random.random(), known=self._known)
        result = CheckResult(
            checked_at=now,
            next_check_at=then.next_check_at or now + _FAR,
            edition=edition,
            validators=validators_of(answer),
            moved_to=then.address if then.address != state.address else "",
            may_move_to=then.moved_to,
            # Where it would not be followed there the next time either, the reader has to.
            note=told_of(then) if then.moved_to == state.moved_to else "",
        )
        self._note(state, outcome, result)

    def _failed(self, state: SourceState, error: Exception) -> None:
        if not isinstance(error, SourceError):
            _log.error("a source could not be read", exc_info=error)
            broken = Failed(Fault.BROKEN)
            sentence = _("Something went wrong; the page could not be opened.")
            self._note(state, broken, _after(state, broken, sentence))
            return
        failed = Failed(fault_of(error), error.retry_after)
        if failed.fault is Fault.NO_CONNECTION:
            self._unreached.append(state)
            self._counted(state, failed)
        else:
            sentence = str(error) if error.cause is Cause.OTHER else ""
            self._note(state, failed, _after(state, failed, sentence))

    def _judge_unreached(self) -> None:
        """Hold it against the sources that nobody was there, unless it is our own network."""
        unreached, self._unreached = self._unreached, []
        offline = seems_offline(self._outcomes)
        lost = Failed(Fault.NO_CONNECTION)
        now = _now()

        def judge(library: Library) -> bool:
            for state in unreached:
                if offline:
                    then = followed(state, lost, now, 0.0, offline=True)
                    library.put_off(state.address, now, then.next_check_at or now)
                else:
                    library.note_check(state.address, _after(state, lost))
            return True

        self._keeping.do(judge, lambda _judged: self._end(), False, in_passing=True)

    def _note(self, state: SourceState, outcome: Outcome, result: CheckResult) -> None:
        """Keep what came of asking a source, and go on with the others."""

        def kept(states: tuple[ArticleState, ...]) -> None:
            new = {each.id for each in states if each.new}
            source, edition = self._sources[state.address], result.edition
            if edition is not None and states:
                articles = tuple(each for each in edition.articles if each.id in new)
                self.brought.emit(Brought(source, edition, articles))
            elif isinstance(outcome, Answered):
                self.unchanged.emit(source)
            self._counted(
                state,
                Answered(len(new), outcome.moved_to) if isinstance(outcome, Answered) else outcome,
            )

        nothing: tuple[ArticleState, ...] = ()
        self._keeping.do(
            lambda library: library.note_check(state.address, result),
            kept,
            nothing,
            in_passing=True,
        )

    def _counted(self, state: SourceState, outcome: Outcome) -> None:
        self._outcomes.append(outcome)
        self._running.pop(state.address, None)
        self._start_more()

    def _end(self) -> None:
        self._is_under_way = False
        told = told_at_the_end(self._outcomes, stopped=self._was_stopped)
        brought = any(isinstance(each, Answered) and each.new for each in self._outcomes)
        if told and (self._by_hand or brought):
            self._messages.tell(told, of_itself=not self._by_hand)
        if self._outcomes:
            self.done.emit()


def usual_interval(settings: Mapping[str, str]) -> int:
    """Return the interval that was kept, in minutes; the usual one where it makes no sense."""
    kept = settings.get(REFRESH_EVERY, "")
    return int(kept[:6]) if kept.isascii() and kept.isdigit() else USUAL


def _after(state: SourceState, failed: Failed, sentence: str = "") -> CheckResult:
    """Return what a failure makes of a source; ``sentence`` says of it what no other could."""
    now = _now()
    then = followed(state, failed, now, random.random())
    return CheckResult(
        checked_at=now,
        next_check_at=then.next_check_at or now + _FAR,
        error=sentence or told_of(then),
        gone=then.stopped,
        not_before=then.not_before,
    )


def _now() -> datetime:
    return datetime.now().astimezone()
