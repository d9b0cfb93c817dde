"""What a source answers when it is asked whether there is something new."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from tidings.document import RawPage

LONGEST_RETRY = 24 * 3600.0
"""Seconds: no server keeps the reader away for longer than a day."""

_LONGEST_VALIDATOR = 1000


@dataclass(frozen=True, slots=True)
class Validators:
    """What a source said of its state, to be given back when it is asked again.

    ``etag`` and ``last_modified`` are the headers as they came, empty where there was none.
    ``address`` is where they came from, after redirects: they are told to nobody else.
    """

    etag: str = ""
    last_modified: str = ""
    address: str = ""

    def __bool__(self) -> bool:
        return bool(self.etag or self.last_modified)


NOTHING_KNOWN = Validators()


@dataclass(frozen=True, slots=True)
class Fetched:
    """There is a page.

    ``moved_to`` is the address to ask from now on, where every step on the way there said
    that it is for good; empty otherwise.
    """

    page: RawPage
    validators: Validators = NOTHING_KNOWN
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class NotModified:
    """Nothing is new; ``validators`` are those to ask with next, ``moved_to`` as in Fetched."""

    validators: Validators
    moved_to: str = ""


def kept_validator(header: str) -> str:
    """Return a header that is to be given back, empty where no honest server would send it."""
    header = header.strip()
    fits = len(header) <= _LONGEST_VALIDATOR and header.isascii() and header.isprintable()
    return header if fits else ""


def retry_after(header: str, now: datetime) -> float | None:
    """Return how many seconds a Retry-After header asks to wait; None where it says nothing.

    It is a number of seconds or a date; what is past is 0, and no more than a day.
    """
    from email.utils import parsedate_to_datetime  # rarely needed, 10 ms

    header = header.strip()
    if header.isascii() and header.isdigit():
        # a number of many digits takes long to read
        return LONGEST_RETRY if len(header) > 9 else min(float(header), LONGEST_RETRY)
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(max((moment - now).total_seconds(), 0.0), LONGEST_RETRY)
