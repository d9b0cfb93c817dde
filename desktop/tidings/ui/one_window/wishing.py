"""What a start was asked for, made ready for another process."""

from __future__ import annotations

from collections.abc import Mapping

from tidings.source import absolute, fetch
from tidings.ui.one_window.wire import Wish


def make_wish(sources: tuple[str, ...], environment: Mapping[str, str]) -> Wish:
    """Return the wish; standard input is read where a source is ``-``.

    Raises SourceError where that holds no page, OSError where a file is named from a folder
    that is gone.
    """
    named = tuple(map(absolute, sources))
    given = fetch("-").content if "-" in named else b""
    return Wish(named, given, environment.get("XDG_ACTIVATION_TOKEN", ""))
