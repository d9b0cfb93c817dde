"""Getting pages, from where they are published or from the library."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from gettext import gettext as _
from typing import Protocol

from tidings.document import Edition, RawPage
from tidings.intake import LoadedMore, load_more, open_page
from tidings.library import ArticleState, Library
from tidings.source import SourceError
from tidings.ui.keeping import Keeping
from tidings.ui.tasks import Tasks

_log = logging.getLogger(__name__)

Failed = Callable[[str], None]
"""Takes a plain sentence on why it could not be had."""


class Fetch(Protocol):
    """Gets the page that a source names, as :func:`tidings.source.fetch` does."""

    def __call__(self, source: str, /, *, named_by: str = "") -> RawPage:
        """Get it; ``named_by`` is the address of the page it stands on, if any."""


class Pages:
    """Fetches pages, keeps them, and finds them again; holds nothing itself.

    Every method returns at once; what it is given is called on the main thread.
    """

    def __init__(self, tasks: Tasks, keeping: Keeping, fetch: Fetch) -> None:
        self._tasks = tasks
        self._keeping = keeping
        self._fetch = fetch

    def open(
        self, source: str, then: Callable[[Edition], None], failed: Failed, named_by: str = ""
    ) -> None:
        """Fetch the page of a source; ``named_by`` is the page it stands on, if any."""
        fetch = partial(self._fetch, named_by=named_by)
        self._tasks.at_once(
            lambda: open_page(source, fetch), then, lambda error: failed(_sentence(error))
        )

    def more(self, edition: Edition, then: Callable[[LoadedMore], None], failed: Failed) -> None:
        """Fetch the next page of an edition."""
        fetch = partial(self._fetch, named_by=edition.address)
        self._tasks.at_once(
            lambda: load_more(edition, fetch), then, lambda error: failed(_sentence(error))
        )

    def keep(self, edition: Edition, then: Callable[[tuple[ArticleState, ...]], None]) -> None:
        """Keep a page; hand on what was known of its stories."""

        def do(library: Library) -> tuple[ArticleState, ...]:
            return library.keep_edition(edition, datetime.now().astimezone())

        nothing: tuple[ArticleState, ...] = ()
        self._keeping.do(do, then, nothing)

    def find(self, address: str, then: Callable[[Edition | None], None]) -> None:
        """Hand on a page as it was last kept."""
        nothing: tuple[Edition | None] = (None,)
        self._keeping.do(
            lambda library: (library.edition(address),), lambda found: then(found[0]), nothing
        )

    def find_last(self, then: Callable[[Edition | None, str], None]) -> None:
        """Hand on the page that the reader was in last, and the id of the story."""

        def find(library: Library) -> tuple[Edition | None, str]:
            last = library.last_place()
            edition = library.edition(last[0]) if last else None
            return edition, last[1].article if last else ""

        nothing: tuple[Edition | None, str] = None, ""
        self._keeping.do(find, lambda found: then(*found), nothing)


def _sentence(error: Exception) -> str:
    if isinstance(error, SourceError):
        return str(error)
    _log.error("a page could not be read", exc_info=error)
    return _("Something went wrong; the page could not be opened.")
