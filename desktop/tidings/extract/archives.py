"""Pages that were saved together with what belongs to them: MHTML, and packed folders."""

from __future__ import annotations

import email
import email.policy
import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath

from tidings.extract.decode import decode

_LARGEST = 25_000_000
_MOST_FILES = 20_000
_PAGES = (".html", ".htm", ".xhtml")
_TEXTS = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class Saved:
    """The page in an archive: its text, its own address (empty where unknown), and its kind."""

    text: str
    address: str = ""
    suffix: str = ".html"


def saved_page(content: bytes) -> Saved | None:
    """Return the page of an MHTML file, None where it holds none."""
    message = email.message_from_bytes(content, policy=email.policy.HTTP)
    address = str(message.get("Snapshot-Content-Location", "")).strip()
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        body = part.get_payload(decode=True)
        if isinstance(body, bytes):
            own = str(part.get("Content-Location", "")).strip()
            return Saved(decode(body, part.get_content_charset() or ""), address or own)
    return None


def packed_page(content: bytes) -> Saved | None:
    """Return the page in a packed folder: the one nearest its top, then the largest.

    None where there is none. Raises zipfile.BadZipFile for what is not packed.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        files = [file for file in folder.infolist()[:_MOST_FILES] if _is_page(file)]
        if not files:
            return None
        file = min(files, key=_worth)
        return Saved(decode(member(folder, file.filename)), suffix=_suffix(file.filename))


def member(folder: zipfile.ZipFile, name: str) -> bytes:
    """Return a file of a packed folder, as much of it as a page may have.

    Raises KeyError where there is none of that name.
    """
    with folder.open(name) as file:
        return file.read(_LARGEST)


def _is_page(file: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(file.filename)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return not hidden and not file.is_dir() and path.suffix.lower() in (*_PAGES, *_TEXTS)


def _worth(file: zipfile.ZipInfo) -> tuple[bool, int, int]:
    path = PurePosixPath(file.filename)
    return path.suffix.lower() not in _PAGES, len(path.parts), -file.file_size


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
