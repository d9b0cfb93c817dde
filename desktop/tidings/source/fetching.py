"""Getting a page or a picture, wherever it is."""

from __future__ import annotations

import sys
from gettext import gettext as _
from typing import BinaryIO

from tidings.document import RawPage
from tidings.source import errors, media
from tidings.source.address import FileAddress, StandardInput, WebAddress, parse
from tidings.source.files import read_file, read_stream
from tidings.source.limits import PAGE_LIMITS, PICTURE_LIMITS, Limits


def fetch(source: str, *, stdin: BinaryIO | None = None, limits: Limits = PAGE_LIMITS) -> RawPage:
    """Return the page that ``source`` names.

    ``source`` is an http(s) or file address, a path, a host with a path, or ``-`` for
    ``stdin`` (the process's own where none is given). The page's address is where it was
    found in the end: after redirects, and absolute for a file.

    Raises SourceError, whose text is a sentence for the reader.
    """
    match parse(source):
        case WebAddress() as address:
            from tidings.source import web

            answer = web.get(address, limits)
            kind = media.media_type(answer.content, answer.media_type)
            page = RawPage(answer.address, kind, answer.content, answer.encoding)
        case FileAddress(path):
            content = read_file(path, limits.size)
            kind = media.media_type(content, suffix=path.suffix)
            page = RawPage(path.absolute().as_uri(), kind, content)
        case StandardInput():
            stream = stdin if stdin is not None else sys.stdin.buffer
            content = read_stream(stream, "stdin:", limits.size)
            page = RawPage("stdin:", media.media_type(content), content)
    if not page.media_type:
        kind = media.named_kind(page.content) or _("a kind of file that it cannot read")
        raise errors.wrong_kind(page.address, kind)
    return page


def fetch_picture(address: str, *, limits: Limits = PICTURE_LIMITS) -> bytes:
    """Return the bytes of the picture at an absolute http, https or file address.

    Raises SourceError when it cannot be had or is not a picture.
    """
    match parse(address):
        case WebAddress() as web_address:
            from tidings.source import web

            content = web.get(web_address, limits, picture=True).content
        case FileAddress(path):
            content = read_file(path, limits.size)
        case StandardInput():
            raise errors.not_an_address(address)
    if not media.looks_like_picture(content):
        raise errors.not_a_picture(address)
    return content
