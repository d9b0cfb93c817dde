"""A folder for a sound that an engine can only write, gone as soon as it has been read."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STALE = 60.0
"""Seconds after which a folder is nobody's: a sentence takes less."""
_PREFIX = "tidings-voice-"


class Scratch:
    """Gives one folder at a time in the folder of temporary files.

    Its name tells who had the worker started. So the next worker of the same window, which
    comes at once after a kill, removes it, and that of another window a minute later.
    """

    def __init__(self) -> None:
        self._root = Path(tempfile.gettempdir())
        self._prefix = f"{_PREFIX}{os.getppid()}-"
        self._folder: Path | None = None

    def sweep(self) -> None:
        """Remove what was left by workers that were killed."""
        for folder in self._root.glob(f"{_PREFIX}*-*"):
            if folder.name.startswith(self._prefix) or _is_stale(folder):
                shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def folder(self) -> Iterator[Path]:
        """Make a folder that only this user can read, and remove it afterwards."""
        self._folder = Path(tempfile.mkdtemp(prefix=self._prefix, dir=self._root))
        try:
            yield self._folder
        finally:
            self.clear()

    def clear(self) -> None:
        """Remove the folder that there is; from any thread, also in the middle of a sentence."""
        folder, self._folder = self._folder, None
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _is_stale(folder: Path) -> bool:
    try:
        return time.time() - folder.stat().st_mtime > STALE
    except OSError:
        return False
