"""The one way in: bytes of any kind to an edition."""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from gettext import gettext as _
from typing import TYPE_CHECKING, Any

from lxml.html import HtmlElement

from tidings.document import Edition, RawPage
from tidings.extract.addresses import base_of
from tidings.extract.assemble import distinct
from tidings.extract.feed_kinds import XML_FEED, feed_of
from tidings.extract.formats import to_format
from tidings.extract.text import has_words
from tidings.extract.tree import lighten, parse
from tidings.extract.unreadable import UnreadableError

if TYPE_CHECKING:
    from tidings.extract.archives import Saved

_LOG = logging.getLogger(__name__)
_TAG = re.compile(r"<[^<>]*>")


def read(page: RawPage) -> Edition:
    """Return the edition on a page.

    Never raises: what cannot be read is an edition without articles, and its note tells the
    reader why in one sentence.
    """
    try:
        edition, text = _read(page)
    except UnreadableError as reason:
        return Edition(page.address, (), notes=(str(reason),))
    except Exception:  # noqa: BLE001 - the promise above, whatever a page holds
        _LOG.info("could not read %s", page.address, exc_info=True)
        return Edition(page.address, (), notes=(_("This page could not be read."),))
    if edition.articles:
        return replace(edition, articles=distinct(edition.articles))
    if text is None or edition.notes == (_("There is no text to read here."),):
        return edition
    told = has_words(_TAG.sub("", text))
    note = _("There is no story on this page.") if told else _("This page is empty.")
    return replace(edition, notes=(*edition.notes, note))


def from_html(html: str, url: str | None) -> dict[str, Any]:
    """Return what :func:`~tidings.extract.formats.to_format` gives for a page of HTML.

    ``url`` is the page's address, None where it has none.
    """
    content = html.encode("utf-8", "replace")
    return to_format(read(RawPage(url or "stdin:", "text/html", content, "utf-8")))


def _read(page: RawPage) -> tuple[Edition, str | None]:
    """Return the edition and the text that it was read from, None where there is none."""
    match page.media_type:
        case "application/zip" | "application/epub+zip":
            return _packed(page)
        case "multipart/related":
            from tidings.extract.archives import saved_page

            return _saved(saved_page(page.content), page)
    feed, text = feed_of(page)
    if feed:
        from tidings.extract.feeds import read_feed

        return read_feed(feed, text, page.address), None
    # What came in the place of a feed is most often a page that says why.
    readers = {"text/html": _html, "text/markdown": _markdown, XML_FEED: _html}
    return readers.get(page.media_type, _plain_text)(text, page.address), text


def _packed(page: RawPage) -> tuple[Edition, str | None]:
    from tidings.extract.archives import opened, packed_page
    from tidings.extract.books import is_book, read_book

    with opened(page.content) as folder:
        if is_book(folder):
            return read_book(folder, page.address), ""
        return _saved(packed_page(folder), page)


def _saved(saved: Saved | None, page: RawPage) -> tuple[Edition, str | None]:
    """Read a saved page as found at its own address; open it again where it lies."""
    if saved is None:
        return Edition(page.address, (), notes=(_("There is no page in this file."),)), None
    readers = {".txt": _plain_text, ".md": _markdown}
    edition = readers.get(saved.suffix, _html)(saved.text, saved.address or page.address)
    return replace(edition, address=page.address), saved.text


def _markdown(text: str, address: str) -> Edition:
    from tidings.extract.markdown import read_markdown

    return read_markdown(text, address)


def _html(text: str, address: str) -> Edition:
    text, cut = lighten(text)
    with _uncollected():
        root = parse(text)
        if root is None:
            return Edition(address, ())
        edition = _read_tree(root, address)
    return (
        replace(
            edition,
            notes=(*edition.notes, _("This page is very long. Only its first part is here.")),
        )
        if cut
        else edition
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Put the search for garbage off: a tree is many objects, and none of them is garbage yet."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _read_tree(root: HtmlElement, address: str) -> Edition:
    from tidings.extract.feed_links import feed_links
    from tidings.extract.general import read_general
    from tidings.extract.pangea import is_pangea, read_pangea

    base = base_of(root, address)
    feeds = feed_links(root, base)
    if is_pangea(root):
        edition = read_pangea(root, base, address)
        if edition.articles:
            return replace(edition, feeds=feeds)
    return replace(read_general(root, base, address), feeds=feeds)


def _plain_text(text: str, address: str) -> Edition:
    from tidings.extract.plain_text import read_plain_text

    return read_plain_text(text, address)
