"""The file in which the reader's fixes are kept."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from gettext import gettext as _
from pathlib import Path

from tidings.speech.fixes import Lexicon
from tidings.speech.pls import PlsError, Read, from_pls, to_pls

FILE_NAME = "lexicon.pls"
LARGEST = 16_000_000
"""Bytes of a file that is read."""


class LexiconError(Exception):
    """Fixes could not be read or kept; the text is a sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The fixes as they are kept now, and a sentence on what was wrong with the file."""

    lexicon: Lexicon
    notice: str = ""


class LexiconFile:
    """The fixes in a folder. The file is the truth: it may be changed by other hands, too.

    What of it cannot be read is set aside under a new name, never overwritten.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime] = datetime.now) -> None:
        self.path = folder / FILE_NAME
        self._now = now

    def read(self) -> Kept:
        """Return the fixes; none where there is no file. Raises LexiconError."""
        try:
            read = _read(self.path)
        except FileNotFoundError:
            return Kept(Lexicon())
        except OSError as error:
            words = _("Your words in {file} could not be read: {reason}.")
            raise LexiconError(words.format(file=self.path, reason=_plainly(error))) from error
        except PlsError as error:
            aside = self._set_aside(copied=False)
            words = _(
                "Your words that are said differently could not be read: {reason}. "
                "The file is kept as {aside}, and a new one will be begun."
            )
            return Kept(Lexicon(), words.format(reason=error, aside=aside))
        if not read.unused:
            return Kept(read.lexicon)
        aside = self._set_aside(copied=True)
        words = _(
            "{n} of your words that are said differently cannot be used. "
            "The file as it was is kept as {aside}."
        )
        return Kept(read.lexicon, words.format(n=read.unused, aside=aside))

    def change(self, operation: Callable[[Lexicon], Lexicon]) -> Kept:
        """Change what is kept, and return it. Raises LexiconError where it cannot be kept."""
        kept = self.read()
        changed = operation(kept.lexicon)
        write_lexicon(changed, self.path)
        return Kept(changed, kept.notice)

    def _set_aside(self, *, copied: bool) -> Path:
        stamp = self._now().strftime("%Y-%m-%dT%H%M%S")
        aside, count = Path(f"{self.path}.set-aside-{stamp}"), 1
        while os.path.lexists(aside):
            count += 1
            aside = Path(f"{self.path}.set-aside-{stamp}-{count}")
        try:
            if copied:
                _write(aside, self.path.read_bytes())
                # What cannot be used is in the copy: it is told once.
                write_lexicon(_read(self.path).lexicon, self.path)
            else:
                self.path.rename(aside)
        except OSError as error:
            words = _("Your words in {file} cannot be used, and not be set aside: {reason}.")
            raise LexiconError(words.format(file=self.path, reason=_plainly(error))) from error
        return aside


def read_lexicon(path: Path) -> Read:
    """Read a lexicon of anybody's. Raises LexiconError where that cannot be."""
    try:
        return _read(path)
    except (OSError, PlsError) as error:
        reason = _plainly(error) if isinstance(error, OSError) else str(error)
        words = _("{file} could not be read: {reason}.")
        raise LexiconError(words.format(file=path.name, reason=reason)) from error


def write_lexicon(lexicon: Lexicon, path: Path) -> None:
    """Write a lexicon, whole or not at all. Raises LexiconError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, to_pls(lexicon).encode())
    except OSError as error:
        words = _("Your words could not be kept in {file}: {reason}.")
        raise LexiconError(words.format(file=path, reason=_plainly(error))) from error


def _read(path: Path) -> Read:
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise PlsError(_("it is too large"))
    return from_pls(content)


def _write(path: Path, content: bytes) -> None:
    """Put a file in the place of another at once, when all of it is on the disk."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _plainly(error: OSError) -> str:
    return error.strerror or str(error)
