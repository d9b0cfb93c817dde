"""How a source is asked, off the main thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from urllib.parse import urlsplit

from tidings.document import Edition
from tidings.extract import is_feed, read
from tidings.intake import SourceState
from tidings.library import Source, SourceChoices, SourceKind, Validators
from tidings.source import UNKNOWN_PAGE, Fetched, NotModified
from tidings.source import Validators as Told

WATCHED = 5
"""Minutes between two looks at a source that is watched for breaking news, where the reader has
not chosen otherwise for it. Breaking news is old after an hour, and a server that answers that
nothing has changed sends some hundred bytes; every minute would be 1,440 questions a day.
"""

Ask = Callable[[Source], tuple[Fetched | NotModified, Edition | None]]
"""Asks a source whether there is anything new, and reads what comes; raises SourceError."""

Fetch = Callable[..., Fetched | NotModified]
"""Fetches an address unless it has not changed, as ``tidings.source.fetch_if_changed`` does."""


def asking(fetch: Fetch) -> Ask:
    """Return what asks by a way to fetch. It may be called from several threads."""
    reading = Lock()

    def ask(source: Source) -> tuple[Fetched | NotModified, Edition | None]:
        known = Told(source.validators.etag, source.validators.last_modified, source.address)
        named_by = UNKNOWN_PAGE if source.named_by is None else source.named_by
        answer = fetch(source.address, known, named_by=named_by)
        if isinstance(answer, NotModified):
            return answer, None
        if source.kind is SourceKind.FEED and not is_feed(answer.page):
            # Most often a page that says what is wrong: it is no story of the feed.
            return answer, Edition(answer.page.address, ())
        # One at a time: reading is work, and the window's thread wants its share of it.
        with reading:
            return answer, read(answer.page)

    return ask


def validators_of(answer: Fetched | NotModified) -> Validators:
    """Return what the source is to be asked with the next time."""
    return Validators(answer.validators.etag, answer.validators.last_modified)


def state_of(source: Source, usual: int) -> SourceState:
    """Return what is decided by; ``usual`` is the interval of sources without their own."""
    return SourceState(
        source.address,
        urlsplit(source.address).hostname or "",
        interval(source.choices, usual),
        checked_at=source.checked_at,
        next_check_at=source.next_check_at,
        not_before=source.not_before,
        failures=source.failures,
        moved_to=source.moved_to,
    )


def interval(choices: SourceChoices, usual: int) -> int:
    """Return how many minutes lie between two looks at a source; 0: it is asked by hand alone."""
    if choices.every is not None:
        return choices.every
    if not choices.watch_breaking:
        return usual
    # Also where the usual is by hand alone: to watch is a choice for this very source.
    return min(usual or WATCHED, WATCHED)
