"""Pages that were saved together with what belongs to them: MHTML, and packed folders."""

from __future__ import annotations

import email
import email.policy
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage, Message
from gettext import gettext as _
from pathlib import PurePosixPath

from tidings.extract.decode import decode
from tidings.extract.unreadable import UnreadableError

_LARGEST = 25_000_000
_MOST_TOGETHER = 100_000_000
_MOST_FILES = 20_000
# Text packs to a tenth of its size, at best to a fiftieth; what gives more is made to burst.
_DENSEST = 200
_SMALL = 1_000_000
_LOCKED = 0x1
_PAGES = (".html", ".htm", ".xhtml")
_TEXTS = (".txt", ".md")
_CONTENT_ID = re.compile(r"cid:([^\s\"'<>()]{1,200})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Saved:
    """The page in an archive: its text, its own address (empty where unknown), and its kind."""

    text: str
    address: str = ""
    suffix: str = ".html"


class Folder:
    """A packed folder of which no more is unpacked than a reader's machine can bear."""

    def __init__(self, files: zipfile.ZipFile) -> None:
        self._files = files
        self._left = _MOST_TOGETHER
        if len(files.infolist()) > _MOST_FILES:
            raise UnreadableError(_("There are too many files in this one to open it."))

    @property
    def files(self) -> list[zipfile.ZipInfo]:
        """What is in the folder, in its own order."""
        return self._files.infolist()

    def read(self, name: str) -> bytes:
        """Return a file's bytes.

        Raises KeyError where there is none of that name, UnreadableError where it is locked,
        damaged, or larger unpacked than any page is.
        """
        file = self._files.getinfo(name)
        if file.flag_bits & _LOCKED:
            raise UnreadableError(_("This file is locked with a password."))
        dense = file.file_size > _SMALL and file.file_size > _DENSEST * file.compress_size
        if dense or file.file_size > min(_LARGEST, self._left):
            raise UnreadableError(_("This file is too large to be unpacked."))
        self._left -= file.file_size
        try:
            return self._files.read(file)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise UnreadableError(_("This file is damaged and cannot be opened.")) from error


@contextmanager
def opened(content: bytes) -> Iterator[Folder]:
    """Open a packed folder. Raises UnreadableError for what is none."""
    try:
        files = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableError(_("This file is damaged and cannot be opened.")) from error
    with files:
        yield Folder(files)


def saved_page(content: bytes) -> Saved | None:
    """Return the page of an MHTML file, None where it holds none.

    Pictures that it names by the parts of the file are named by their own addresses.
    """
    message = email.message_from_bytes(content, policy=email.policy.HTTP)
    address = str(message.get("Snapshot-Content-Location", "")).strip()
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        body = part.get_payload(decode=True)
        if isinstance(body, bytes):
            text = decode(body, part.get_content_charset() or "")
            return Saved(_with_addresses(text, message), address or _place(part))
    return None


def packed_page(folder: Folder) -> Saved | None:
    """Return the page in a packed folder: the one nearest its top, then the largest.

    None where there is none. Raises UnreadableError where it cannot be unpacked.
    """
    files = [file for file in folder.files if _is_page(file)]
    if not files:
        return None
    file = min(files, key=_worth)
    return Saved(decode(folder.read(file.filename)), suffix=_suffix(file.filename))


def _with_addresses(text: str, message: EmailMessage | Message) -> str:
    parts = {
        str(part.get("Content-ID", "")).strip().strip("<>"): _place(part)
        for part in message.walk()
        if part.get("Content-ID")
    }
    return _CONTENT_ID.sub(lambda found: parts.get(found[1]) or found[0], text) if parts else text


def _place(part: EmailMessage | Message) -> str:
    return str(part.get("Content-Location", "")).strip()


def _is_page(file: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(file.filename)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return not hidden and not file.is_dir() and path.suffix.lower() in (*_PAGES, *_TEXTS)


def _worth(file: zipfile.ZipInfo) -> tuple[bool, int, int]:
    path = PurePosixPath(file.filename)
    return path.suffix.lower() not in _PAGES, len(path.parts), -file.file_size


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
