"""Getting a page or a picture, wherever it is."""

from __future__ import annotations

import sys
from gettext import gettext as _
from typing import BinaryIO

from tidings.document import RawPage
from tidings.source import errors, media
from tidings.source.address import FileAddress, StandardInput, WebAddress, parse
from tidings.source.answers import NOTHING_KNOWN, Fetched, NotModified, Validators
from tidings.source.files import read_file, read_stream
from tidings.source.limits import PAGE_LIMITS, PICTURE_LIMITS, Limits

UNKNOWN_PAGE = "unknown:"
"""Stands for the page that names an address, where it is not known which that is."""


def fetch(
    source: str,
    *,
    named_by: str = "",
    stdin: BinaryIO | None = None,
    limits: Limits = PAGE_LIMITS,
) -> RawPage:
    """Return the page that ``source`` names.

    ``source`` is an http(s) or file address, a path, a host with a path, or ``-`` for
    ``stdin`` (the process's own where none is given). The page's address is where it was
    found in the end: after redirects, and absolute for a file.

    ``named_by`` is the address of the page or feed that ``source`` stands on, empty where the
    reader typed it. What a page names is looked for on the web only, and not among the files
    or in the network of the reader: docs/network.md.

    Raises SourceError, whose text is a sentence for the reader.
    """
    match _parsed(source, named_by):
        case WebAddress() as address:
            answer = _ask(address, NOTHING_KNOWN, named_by, limits)
            # where nothing is known, nothing is as it was
            assert isinstance(answer, Fetched)
            return answer.page
        case FileAddress(path):
            content = read_file(path, limits.size)
            kind = media.media_type(content, suffix=path.suffix)
            page = RawPage(path.absolute().as_uri(), kind, content)
        case StandardInput():
            stream = stdin if stdin is not None else sys.stdin.buffer
            content = read_stream(stream, "stdin:", limits.size)
            page = RawPage("stdin:", media.media_type(content), content)
    return _checked(page)


def fetch_if_changed(
    source: str,
    validators: Validators = NOTHING_KNOWN,
    *,
    named_by: str = "",
    limits: Limits = PAGE_LIMITS,
) -> Fetched | NotModified:
    """Return the page that ``source`` names, or that it is as it was.

    ``validators`` are those of the last answer. A file is always read. The rest is as in
    :func:`fetch`; the SourceError tells as data what a source that fails is to be done with.
    """
    parsed = _parsed(source, named_by)
    if isinstance(parsed, WebAddress):
        return _ask(parsed, validators, named_by, limits)
    return Fetched(fetch(source, named_by=named_by, limits=limits))


def fetch_picture(address: str, *, named_by: str = "", limits: Limits = PICTURE_LIMITS) -> bytes:
    """Return the bytes of the picture at an absolute http, https or file address.

    ``named_by`` is the address of the page that the picture belongs to. Where it is not
    known, only the web is asked: pictures are never typed.

    Raises SourceError when it cannot be had or is not a picture.
    """
    match _parsed(address, named_by or UNKNOWN_PAGE):
        case WebAddress() as web_address:
            from tidings.source import reach, web

            answer = web.get(
                web_address, limits, reach.named_by(named_by), accept=web.ACCEPT_PICTURE
            )
            content = answer.content or b""
        case FileAddress(path):
            content = read_file(path, limits.size)
        case StandardInput():
            raise errors.not_an_address(address)
    if not media.looks_like_picture(content):
        raise errors.not_a_picture(address)
    return content


def picture_name(address: str, *, named_by: str = "") -> str:
    """Return the name by which a picture is known that was fetched for a page.

    Pages have it in common where one may be shown what was fetched for the other: what was
    found in the reader's own network is never shown by a page of the web. Empty for a file,
    which need not be kept.
    """
    from tidings.source import reach

    if not address.lower().startswith(("http://", "https://")):
        return ""
    return f"{reach.shared_by(named_by)}\n{address.partition('#')[0]}"


def _parsed(source: str, named_by: str) -> WebAddress | FileAddress | StandardInput:
    """Tell what ``source`` names; only a page among the reader's files may name another file."""
    parsed = parse(source)
    is_of_the_web = isinstance(parsed, WebAddress)
    if named_by and not is_of_the_web and not named_by.lower().startswith("file:"):
        raise errors.own_file(source)
    return parsed


def _ask(
    address: WebAddress, validators: Validators, named_by: str, limits: Limits
) -> Fetched | NotModified:
    from tidings.source import reach, web

    reaching = reach.named_by(named_by) if named_by else reach.typed(address.url)
    answer = web.get(address, limits, reaching, validators=validators)
    if answer.content is None:
        return NotModified(answer.validators, answer.moved_to)
    kind = media.media_type(answer.content, answer.media_type)
    page = RawPage(answer.address, kind, answer.content, answer.encoding)
    return Fetched(_checked(page), answer.validators, answer.moved_to)


def _checked(page: RawPage) -> RawPage:
    """Return a page that can be read; raises SourceError for any other."""
    if not page.media_type:
        kind = media.named_kind(page.content) or _("a kind of file that it cannot read")
        raise errors.wrong_kind(page.address, kind)
    return page
