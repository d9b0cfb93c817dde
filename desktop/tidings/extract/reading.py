"""The one way in: bytes of any kind to an edition."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from gettext import gettext as _
from typing import Any

from lxml.html import HtmlElement

from tidings.document import Edition, RawPage
from tidings.extract.addresses import base_of
from tidings.extract.assemble import distinct
from tidings.extract.decode import decode
from tidings.extract.formats import to_format
from tidings.extract.text import has_words
from tidings.extract.tree import lighten, parse

_LOG = logging.getLogger(__name__)
_TAG = re.compile(r"<[^<>]*>")


def read(page: RawPage) -> Edition:
    """Return the edition on a page.

    Never raises: what cannot be read is an edition without articles, and its note tells the
    reader why in one sentence.
    """
    try:
        text = decode(page.content, page.encoding)
        edition = (
            _html(text, page.address)
            if page.media_type == "text/html"
            else _plain_text(text, page.address)
        )
    except Exception:  # noqa: BLE001 - the promise above, whatever a page holds
        _LOG.info("could not read %s", page.address, exc_info=True)
        return Edition(page.address, (), notes=(_("This page could not be read."),))
    if edition.articles:
        return replace(edition, articles=distinct(edition.articles))
    told = has_words(_TAG.sub("", text))
    note = _("There is no story on this page.") if told else _("This page is empty.")
    return replace(edition, notes=(*edition.notes, note))


def from_html(html: str, url: str | None) -> dict[str, Any]:
    """Return what :func:`~tidings.extract.formats.to_format` gives for a page of HTML.

    ``url`` is the page's address, None where it has none.
    """
    content = html.encode("utf-8", "replace")
    return to_format(read(RawPage(url or "stdin:", "text/html", content, "utf-8")))


def _html(text: str, address: str) -> Edition:
    text, cut = lighten(text)
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


def _read_tree(root: HtmlElement, address: str) -> Edition:
    from tidings.extract.general import read_general
    from tidings.extract.pangea import is_pangea, read_pangea

    base = base_of(root, address)
    if is_pangea(root):
        edition = read_pangea(root, base, address)
        if edition.articles:
            return edition
    return read_general(root, base, address)


def _plain_text(text: str, address: str) -> Edition:
    from tidings.extract.plain_text import read_plain_text

    return read_plain_text(text, address)
