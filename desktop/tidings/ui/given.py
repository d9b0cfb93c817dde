"""Pages that come with what asks for them: another start's standard input."""

from __future__ import annotations

import io
from collections.abc import Sequence
from gettext import gettext as _
from typing import BinaryIO, Protocol

from tidings.document import RawPage

STANDARD_INPUT = "-"


class FetchGiven(Protocol):
    """Gets a page, as :func:`tidings.source.fetch` does."""

    def __call__(
        self, source: str, /, *, named_by: str = "", stdin: BinaryIO | None = None
    ) -> RawPage:
        """Get it; ``-`` from ``stdin``, or from the process's own where none is given."""


class GivenPages:
    """Fetches pages; those that were given are had by a name of their own, each once."""

    def __init__(self, fetch: FetchGiven) -> None:
        self._fetch = fetch
        self._given: dict[str, bytes] = {}
        self._count = 0

    def add(self, sources: Sequence[str], given: bytes) -> tuple[str, ...]:
        """Return the sources with a name in place of each ``-``.

        ``given`` is what the first of those holds; nothing is left for one after it.
        """
        named = []
        for source in sources:
            if source == STANDARD_INPUT:
                self._count += 1
                source = _("standard input ({n})").format(n=self._count)
                self._given[source] = given
                given = b""
            named.append(source)
        return tuple(named)

    def __call__(self, source: str, /, *, named_by: str = "") -> RawPage:
        """Get the page that a source names."""
        given = None if named_by else self._given.pop(source, None)
        if given is None:
            return self._fetch(source, named_by=named_by)
        return self._fetch(STANDARD_INPUT, stdin=io.BytesIO(given))
