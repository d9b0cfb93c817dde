"""What the reader asks of sources: open a page, load more of it.

The decisions are pure; fetching is handed in, so that a test or another source can stand
in its place.
"""

from tidings.intake.joining import LoadedMore, joined
from tidings.intake.opening import Fetch, load_more, open_page

__all__ = ["Fetch", "LoadedMore", "joined", "load_more", "open_page"]
