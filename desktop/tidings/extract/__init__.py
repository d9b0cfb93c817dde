"""From a page to an edition: stories found, read block by block, and cleaned.

:func:`read` never raises. The other two are for ``tidings extract`` and for measuring.
"""

from tidings.extract.formats import to_format
from tidings.extract.reading import from_html, read

__all__ = ["from_html", "read", "to_format"]
