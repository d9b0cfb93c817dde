"""What the reader asked for: a web address, a file, or standard input."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tidings.source import errors

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_HOST = re.compile(r"[^\s/:@]+\.[^\s/:@.]{2,}(:\d+)?(/.*)?")


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An http or https address."""

    url: str

    @property
    def host(self) -> str:
        """The host's name, as it is said to the reader."""
        return urlsplit(self.url).hostname or self.url


@dataclass(frozen=True, slots=True)
class FileAddress:
    """A file of this computer."""

    path: Path


@dataclass(frozen=True, slots=True)
class StandardInput:
    """What another program hands over."""


def parse(source: str) -> WebAddress | FileAddress | StandardInput:
    """Tell what ``source`` names; an existing file goes before a host of the same name.

    Raises SourceError when it is none of the three.
    """
    source = source.strip()
    if source == "-":
        return StandardInput()
    if not source or not _is_a_name(source):
        raise errors.not_an_address(source)
    scheme = _SCHEME.match(source)
    if scheme:
        match scheme[1].lower():
            case "http" | "https":
                return WebAddress(_checked(source))
            case "file":
                return FileAddress(_path_of(source))
            case _ if not os.path.lexists(source) and not _HOST.fullmatch(source):
                raise errors.not_an_address(source)
    path = _at_home(Path(source))
    if not os.path.lexists(path) and _looks_like_a_host(source):
        return WebAddress(_checked(f"https://{source}"))
    return FileAddress(path)


def absolute(source: str) -> str:
    """Return the source so that it means the same in another folder.

    What names nothing that can be opened comes back as it is.
    """
    try:
        parsed = parse(source)
    except errors.SourceError:
        return source
    match parsed:
        case WebAddress(url):
            return url
        case FileAddress(path):
            return str(path.absolute())
        case StandardInput():
            return "-"


def _is_a_name(source: str) -> bool:
    """Tell whether the system could have a file of that name at all."""
    try:
        return b"\0" not in os.fsencode(source)
    except UnicodeError:
        return False


def _at_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:
        return path  # "~somebody" without such a person is a name like any other


def _looks_like_a_host(source: str) -> bool:
    # "page.html" has the look of a host too: a file that is missing is the likelier meaning.
    endings = (".html", ".htm", ".xhtml", ".txt", ".text", ".md")
    return bool(_HOST.fullmatch(source)) and ("/" in source or not source.lower().endswith(endings))


def _checked(url: str) -> str:
    try:
        host, _port = urlsplit(url).hostname, urlsplit(url).port
    except ValueError:
        raise errors.not_an_address(url) from None
    if not host:
        raise errors.not_an_address(url)
    return url


def _path_of(url: str) -> Path:
    try:
        parts = urlsplit(url)
    except ValueError:
        raise errors.not_an_address(url) from None
    # A host would make the system ask another computer, with the reader's name.
    if parts.netloc not in ("", "localhost"):
        raise errors.not_an_address(url)
    path = unquote(parts.path)
    if "\0" in path or not path:
        raise errors.not_an_address(url)
    if os.name == "nt":
        path = path.lstrip("/")
    return Path(path)
