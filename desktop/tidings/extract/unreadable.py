"""What a file says when it cannot be opened."""

from __future__ import annotations


class UnreadableError(ValueError):
    """A file that cannot be read; its text is one sentence that tells the reader why."""
