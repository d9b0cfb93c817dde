"""Asking the sources that are followed for what is new: by hand, at the start, and by the clock."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from gettext import gettext as _
from threading import Lock
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QTimer, Signal

from tidings.document import Edition
from tidings.extract import is_feed, read
from tidings.intake import (
    Answered,
    Failed,
    Fault,
    Outcome,
    SourceState,
    due,
    followed,
    next_to_start,
    told_at_the_end,
)
from tidings.library import (
    ArticleState,
    CheckResult,
    Library,
    Source,
    SourceKind,
    Validators,
)
from tidings.source import UNKNOWN_PAGE, Fetched, NotModified, SourceError
from tidings.ui.keeping import Keeping
from tidings.ui.messages import Messages
from tidings.ui.tasks import Tasks

INTERVAL = 60
"""Minutes between two looks at a source."""

LOOK_EVERY = 60_000
"""Milliseconds between two looks at which sources are due."""

_FAR = timedelta(days=365 * 100)
"""When a source is looked at again that is gone."""

_log = logging.getLogger(__name__)

NAMED_BY = "named-by:"
"""Begins the names under which it is kept who named a source, followed by its address. Empty:
the reader typed it. What somebody else named is not looked for at home: docs/network.md.
"""

NOT_BEFORE = "not-before:"
"""Begins the names under which the time is kept that a source wants to be left alone until."""

Ask = Callable[[str, Validators, str], Fetched | NotModified]
"""Asks the source at an address, which somebody named, whether there is anything new; raises
SourceError.
"""


class Refreshing(QObject):
    """Asks several sources at once, and keeps what each gives before the next is told of.

    ``done`` is emitted when all have been asked. What came is told once, at the end; of the
    single sources the pane tells.
    """

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
        self._waiting: list[SourceState] = []
        self._running: dict[str, SourceState] = {}
        self._validators: dict[str, Validators] = {}
        self._named_by: dict[str, str] = {}
        self._reading = Lock()
        self._feeds: set[str] = set()
        """The addresses at which there is to be a feed, and no page in its place."""
        self._outcomes: list[Outcome] = []
        self._by_hand = False
        self._is_under_way = False
        self._was_stopped = False
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK_EVERY)
        self._looks.timeout.connect(lambda: self.refresh(by_hand=False))

    @property
    def is_under_way(self) -> bool:
        """Whether sources are being asked."""
        return self._is_under_way

    def start(self) -> None:
        """Ask what is due, and go on asking as time goes by."""
        self._looks.start()
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

    def refresh(self, *, by_hand: bool) -> None:
        """Ask the sources that are due, or ``by_hand`` all of them."""
        if self._is_under_way:
            return
        self._is_under_way = True
        self._by_hand, self._was_stopped = by_hand, False
        self._outcomes = []
        now = _now()

        def find(library: Library) -> tuple[list[Source], dict[str, str]]:
            if by_hand:
                summaries = (each for each in library.sources() if each.followed)
                found = (library.source(each.address) for each in summaries)
                sources = [source for source in found if source is not None]
            else:
                sources = library.due_sources(now)
            return sources, library.settings()

        nothing: tuple[list[Source], dict[str, str]] = [], {}
        self._keeping.do(find, self._begin, nothing, in_passing=not by_hand)

    def _begin(self, found: tuple[list[Source], dict[str, str]]) -> None:
        sources, settings = found
        self._named_by = {
            source.address: settings.get(NAMED_BY + source.address, UNKNOWN_PAGE)
            for source in sources
        }
        self._validators = {source.address: source.validators for source in sources}
        self._feeds = {source.address for source in sources if source.kind is SourceKind.FEED}
        states = [
            _state_of(source, settings.get(NOT_BEFORE + source.address, "")) for source in sources
        ]
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
            self._ask_one(state)
        if self._is_under_way and not self._waiting and not self._running:
            self._end()

    def _ask_one(self, state: SourceState) -> None:
        validators = self._validators.get(state.address, Validators())
        named_by = self._named_by.get(state.address, UNKNOWN_PAGE)

        is_of_a_feed = state.address in self._feeds

        def work() -> tuple[Fetched | NotModified, Edition | None]:
            answer = self._ask(state.address, validators, named_by)
            if isinstance(answer, NotModified):
                return answer, None
            if is_of_a_feed and not is_feed(answer.page):
                # Most often a page that says what is wrong: it is no story of the feed.
                return answer, Edition(answer.page.address, ())
            # One at a time: reading is work, and the window's thread wants its share of it.
            with self._reading:
                return answer, read(answer.page)

        self._tasks.meanwhile(
            work,
            lambda got: self._answered(state, *got),
            lambda error: self._failed(state, error),
        )

    def _answered(
        self, state: SourceState, answer: Fetched | NotModified, edition: Edition | None
    ) -> None:
        if edition is not None and not edition.articles:
            sentence = " ".join(edition.notes) or _("There is no story on this page.")
            self._note(state, Failed(Fault.NO_STORIES), sentence=sentence)
            return
        validators = Validators(answer.validators.etag, answer.validators.last_modified)
        outcome = Answered(moved_to=answer.moved_to)
        self._note(state, outcome, edition=edition, validators=validators)

    def _failed(self, state: SourceState, error: Exception) -> None:
        if not isinstance(error, SourceError):
            _log.error("a source could not be read", exc_info=error)
            sentence = _("Something went wrong; the page could not be opened.")
            self._note(state, Failed(Fault.BROKEN), sentence=sentence)
            return
        self._note(state, Failed(_fault_of(error), error.retry_after), sentence=str(error))

    def _note(
        self,
        state: SourceState,
        outcome: Answered | Failed,
        *,
        edition: Edition | None = None,
        validators: Validators | None = None,
        sentence: str = "",
    ) -> None:
        """Keep what came of asking a source, and go on with the others."""
        now = _now()
        known = set(self._validators)
        then = followed(state, outcome, now, random.random(), known=known)
        result = CheckResult(
            checked_at=now,
            next_check_at=then.next_check_at or now + _FAR,
            edition=edition,
            validators=validators,
            error=sentence,
            gone=then.stopped,
            moved_to=then.address if then.address != state.address else "",
        )

        if then.not_before is not None:
            self._keeping.remember(NOT_BEFORE + state.address, then.not_before.isoformat())
        if result.moved_to:
            # Wherever it has moved, that the reader did not type.
            self._keeping.remember(NAMED_BY + result.moved_to, state.address)

        def kept(states: tuple[ArticleState, ...]) -> None:
            new = sum(each.new for each in states)
            told = Answered(new, outcome.moved_to) if isinstance(outcome, Answered) else outcome
            self._outcomes.append(told)
            self._running.pop(state.address, None)
            self._start_more()

        nothing: tuple[ArticleState, ...] = ()
        self._keeping.do(
            lambda library: library.note_check(state.address, result),
            kept,
            nothing,
            in_passing=True,
        )

    def _end(self) -> None:
        self._is_under_way = False
        told = told_at_the_end(self._outcomes, stopped=self._was_stopped)
        brought = any(isinstance(each, Answered) and each.new for each in self._outcomes)
        if told and (self._by_hand or brought):
            self._messages.tell(told, of_itself=not self._by_hand)
        if self._outcomes:
            self.done.emit()


def ask(fetch: Callable[..., Fetched | NotModified]) -> Ask:
    """Return what asks by a way to fetch, with the validators in its own words."""
    from tidings.source import Validators as Told

    def ask_one(address: str, known: Validators, named_by: str) -> Fetched | NotModified:
        told = Told(known.etag, known.last_modified, address)
        return fetch(address, told, named_by=named_by)

    return ask_one


def _state_of(source: Source, not_before: str) -> SourceState:
    return SourceState(
        source.address,
        urlsplit(source.address).hostname or "",
        INTERVAL,
        checked_at=source.checked_at,
        next_check_at=source.next_check_at,
        not_before=datetime.fromisoformat(not_before) if not_before else None,
        failures=source.failures,
    )


def _fault_of(error: SourceError) -> Fault:
    if error.gone:
        return Fault.GONE
    if error.retry_after is not None:
        return Fault.BUSY
    return Fault.NO_CONNECTION if error.again else Fault.MISSING


def _now() -> datetime:
    return datetime.now().astimezone()
