"""Opening a page, and loading more of it."""

from __future__ import annotations

from collections.abc import Callable

from tidings.document import Edition, RawPage
from tidings.extract import read
from tidings.intake.joining import LoadedMore, joined

Fetch = Callable[[str], RawPage]
"""Gets the page that a source names; raises ``tidings.source.SourceError`` where it cannot."""


def open_page(source: str, fetch: Fetch) -> Edition:
    """Return the edition that ``source`` gives.

    Raises whatever ``fetch`` raises; reading itself never fails, see the edition's notes.
    """
    return read(fetch(source))


def load_more(edition: Edition, fetch: Fetch) -> LoadedMore:
    """Return the edition with the stories of its next page behind its own.

    Unchanged where there is no next page. Raises whatever ``fetch`` raises, and then nothing
    is lost: the edition in hand is as it was.
    """
    if edition.load_more is None:
        return LoadedMore(edition, 0)
    return joined(edition, read(fetch(edition.load_more.url)))
