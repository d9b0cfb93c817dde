"""Where pages and pictures come from: the web, files, and standard input.

The only room that talks to the network. What cannot be had is a :class:`SourceError`,
whose text is a sentence for the reader. What a page may make it fetch: docs/network.md.
"""

from tidings.source.address import absolute
from tidings.source.answers import NOTHING_KNOWN, Fetched, NotModified, Validators
from tidings.source.errors import Cause, SourceError
from tidings.source.fetching import (
    UNKNOWN_PAGE,
    fetch,
    fetch_if_changed,
    fetch_picture,
    picture_name,
)
from tidings.source.limits import PAGE_LIMITS, PICTURE_LIMITS, Limits

__all__ = [
    "NOTHING_KNOWN",
    "PAGE_LIMITS",
    "PICTURE_LIMITS",
    "UNKNOWN_PAGE",
    "Cause",
    "Fetched",
    "Limits",
    "NotModified",
    "SourceError",
    "Validators",
    "absolute",
    "fetch",
    "fetch_if_changed",
    "fetch_picture",
    "picture_name",
]
