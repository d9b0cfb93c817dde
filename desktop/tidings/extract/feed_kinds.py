"""Telling a feed from a page, whatever its source calls it."""

from __future__ import annotations

import re
import zlib

from tidings.document import RawPage
from tidings.extract.decode import decode

XML_FEED = "application/rss+xml"
"""The media type of RSS, RDF and Atom here: what the bytes are is read in the bytes."""

JSON_FEED = "application/feed+json"

_ROOT = r"<(?:[A-Za-z][\w.-]*:)?(?:rss|feed|rdf)(?=[\s>/])"
# Nothing but declarations and comments goes before a feed, so that a page on feeds is none.
_XML = re.compile(
    r"[\s\ufeff]*+(?:(?><\?.*?\?>|<!--.*?-->|<!doctype[^\[>]*(?:\[.*?\]\s*)?>)\s*+)*+" + _ROOT,
    re.IGNORECASE | re.DOTALL,
)
_XML_SOMEWHERE = re.compile(r"<\?xml\b.{0,4000}?" + _ROOT, re.IGNORECASE | re.DOTALL)
_HEAD = 20_000
_GZIP = b"\x1f\x8b"
_LARGEST = 25_000_000


def feed_of(page: RawPage) -> tuple[str, str]:
    """Return which kind of feed a page is, and its text; the kind is empty where it is none.

    A feed that its source packed and did not say so is unpacked.
    """
    content = unpacked(page.content) if page.content.startswith(_GZIP) else page.content
    text = decode(content, page.encoding)
    return kind_of(text, page.media_type), text


def is_feed(page: RawPage) -> bool:
    """Tell whether a page is a feed: an error page that came in its place is none."""
    return bool(feed_of(page)[0])


def kind_of(text: str, declared: str = "") -> str:
    """Return XML_FEED, JSON_FEED, or empty for a text that is no feed."""
    head = text[:_HEAD]
    if _XML.match(head) or (declared == XML_FEED and _XML_SOMEWHERE.search(head)):
        return XML_FEED
    if head.lstrip().startswith("{") and '"items"' in text and '"version"' in text:
        return JSON_FEED
    return ""


def unpacked(content: bytes) -> bytes:
    """Return what gzip packed, as far as it can be had and no more than a page may have."""
    unpacking = zlib.decompressobj(wbits=31)
    try:
        return unpacking.decompress(content, _LARGEST)
    except zlib.error:
        return b""
