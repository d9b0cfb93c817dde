"""From a page or a feed to an edition: stories found, read block by block, and cleaned.

:func:`read` never raises. :func:`is_feed` tells whether a page is the feed that was asked for.
:func:`prepare` makes the first page come sooner. ``from_html`` and ``to_format`` are for
``tidings extract`` and for measuring. Lists of sources are read and written by
:func:`read_opml` and :func:`write_opml`.
"""

from tidings.extract.feed_kinds import is_feed
from tidings.extract.formats import to_format
from tidings.extract.language import prepare
from tidings.extract.opml import (
    SourceKind,
    Subscription,
    SubscriptionList,
    read_opml,
    write_opml,
)
from tidings.extract.reading import from_html, read
from tidings.extract.unreadable import UnreadableError

__all__ = [
    "SourceKind",
    "Subscription",
    "SubscriptionList",
    "UnreadableError",
    "from_html",
    "is_feed",
    "prepare",
    "read",
    "read_opml",
    "to_format",
    "write_opml",
]
