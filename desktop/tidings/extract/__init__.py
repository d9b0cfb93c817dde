"""From a page to an edition: stories found, read block by block, and cleaned.

:func:`read` never raises. :func:`prepare` makes the first page come sooner. The other two are
for ``tidings extract`` and for measuring.
"""

from tidings.extract.formats import to_format
from tidings.extract.language import prepare
from tidings.extract.reading import from_html, read

__all__ = ["from_html", "prepare", "read", "to_format"]
