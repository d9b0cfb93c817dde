"""What bytes are: told by their first characters, their name, and what the source says."""

from __future__ import annotations

import re
import zlib
from gettext import gettext as _

HTML = "text/html"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
SAVED = "multipart/related"
PACKED = "application/zip"
BOOK = "application/epub+zip"
FEED = "application/rss+xml"
JSON_FEED = "application/feed+json"

_HTML_TYPES = {HTML, "application/xhtml+xml", "application/vnd.wap.xhtml+xml"}
_UNSURE_TYPES = {"", "application/octet-stream", "binary/octet-stream", "application/xml"}
_FEED_TYPES = {FEED, "application/atom+xml", "application/rdf+xml", "application/rss"}
_SUFFIXES = {
    ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".shtml": HTML, ".xht": HTML,
    ".txt": TEXT, ".text": TEXT, ".md": MARKDOWN, ".markdown": MARKDOWN,
}  # fmt: skip
_MARKUP = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.{0,4000}?-->\s*)*"
    rb"<(!doctype\s+html|html|head|body|article|section|main|div|p|h1|table|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    rb"\s*+(?:(?><\?.*?\?>|<!--.*?-->|<!doctype[^\[>]*(?:\[.*?\]\s*)?>)\s*+)*+"
    rb"<(?:[a-z][\w.-]*:)?(?:rss|feed|rdf)(?=[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_GZIP = b"\x1f\x8b"
_DRAWING = re.compile(
    rb"(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.{0,2000}?-->\s*)*(<!doctype\s+svg[^>]*>\s*)?<svg\b",
    re.IGNORECASE | re.DOTALL,
)
_ZIP = b"PK\x03\x04"
_BOOK_MARK = b"mimetypeapplication/epub+zip"
# The header of a mail whose parts are a page and its pictures.
_SAVED = re.compile(
    rb"(?:[A-Za-z-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*?)*?"
    rb"Content-Type:\s*multipart/(?:related|mixed|alternative)",
    re.IGNORECASE,
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")


def media_type(content: bytes, declared: str = "", suffix: str = "") -> str:
    """Return the kind of page that bytes are, or empty for what is none.

    It is "text/html", "text/plain", "text/markdown", "multipart/related" (MHTML, a page saved
    with all that belongs to it), "application/zip" (a saved page's folder, packed),
    "application/epub+zip", "application/rss+xml" (a feed in XML, whether RSS, RDF or Atom, and
    packed with gzip or not) or "application/feed+json".

    ``declared`` is the source's own media type without parameters, ``suffix`` the ending
    of the file's name with its dot.
    """
    declared = declared.lower()
    if content.startswith(_ZIP):
        return BOOK if content[30:58] == _BOOK_MARK else PACKED
    if looks_like_feed(content):
        return FEED
    if named_kind(content):
        return ""
    if _SAVED.match(content[:4000]):
        return SAVED
    if MARKDOWN in (declared, _SUFFIXES.get(suffix.lower())):
        return MARKDOWN
    if declared in _HTML_TYPES:
        return HTML
    if looks_like_html(content):
        return HTML
    if looks_like_json_feed(content):
        return JSON_FEED
    if declared in _FEED_TYPES:
        return FEED
    if declared.startswith("text/"):
        return TEXT
    if declared not in _UNSURE_TYPES:
        return ""
    return _SUFFIXES.get(suffix.lower(), TEXT)


def looks_like_html(content: bytes) -> bool:
    """Tell whether the first characters are those of a page."""
    return bool(_MARKUP.match(_start(content, 6000)))


def looks_like_feed(content: bytes) -> bool:
    """Tell whether the first characters are those of a feed in XML, packed with gzip or not."""
    if content.startswith(_GZIP):
        try:
            content = zlib.decompressobj(wbits=31).decompress(content[:20_000], 20_000)
        except zlib.error:
            return False
    return bool(_FEED.match(_start(content, 20_000)))


def looks_like_json_feed(content: bytes) -> bool:
    """Tell whether the text is an object with what a JSON Feed must have."""
    return (
        _start(content, 200).lstrip().startswith(b"{")
        and b'"version"' in content
        and b'"items"' in content
    )


def _start(content: bytes, length: int) -> bytes:
    """Return the first bytes, one to a character and without the mark of their order."""
    start = content[:length]
    if start.startswith(_UTF16):
        start = start[2:].replace(b"\0", b"")
    return start.removeprefix(b"\xef\xbb\xbf")


def named_kind(content: bytes) -> str:
    """Return what bytes that are no text are, in words ("a picture"), or empty for text."""
    start = content[:16]
    if start.startswith(b"%PDF"):
        return _("a PDF document")
    if looks_like_picture(content):
        return _("a picture")
    if start.startswith((_ZIP, b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ")):
        return _("a packed file")
    if start.startswith((b"ID3", b"OggS", b"fLaC")) or content[4:8] == b"ftyp":
        return _("a sound or a film")
    if content[8:12] in (b"WAVE", b"AVI "):
        return _("a sound or a film")
    if b"\0" in content[:4096] and not start.startswith(_UTF16):
        return _("not text")
    return ""


def looks_like_picture(content: bytes) -> bool:
    """Tell whether the first bytes are those of a picture that a window can show."""
    if content.startswith(_PICTURES) or content[8:12] == b"WEBP":
        return True
    if content[4:12] in (b"ftypavif", b"ftypheic", b"ftypmif1"):
        return True
    return bool(_DRAWING.match(content[:4000]))
