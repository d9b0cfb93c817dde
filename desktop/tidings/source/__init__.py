"""Where pages and pictures come from: the web, files, and standard input.

The only room that talks to the network. What cannot be had is a :class:`SourceError`,
whose text is a sentence for the reader.
"""

from tidings.source.errors import SourceError
from tidings.source.fetching import fetch, fetch_picture
from tidings.source.limits import PAGE_LIMITS, PICTURE_LIMITS, Limits

__all__ = ["PAGE_LIMITS", "PICTURE_LIMITS", "Limits", "SourceError", "fetch", "fetch_picture"]
