"""Boxes inside a page that lead to other stories: a picture, a linked headline, a line of text.

Pages put them in the midst of a story, where they sound like a part of it. Their names are
many; what they have in common is that the words which stand out are a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from tidings.extract.captions import is_caption
from tidings.extract.inline import BLOCK_TAGS, WORDLESS
from tidings.extract.markup import is_element, text_of
from tidings.extract.text import word_set

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_NEVER = word_set("html body main h1 table tbody tr td")
_STAYS_SHORT = 420
_SHORTEST_LINK = 12
_LONG_LINK = 25
_LINKED = 0.9
_PICTURE = re.compile(r"\.(jpe?g|png|gif|webp|avif|svg)$", re.IGNORECASE)


def teaser_boxes(root: HtmlElement, host: str) -> frozenset[HtmlElement]:
    """Return the elements that hold one teaser each, the widest element of each.

    ``host`` is the page's own: what leads elsewhere, as the headings of a list of things to
    buy do, is no teaser of it. Takes time in proportion to the page.
    """
    found: set[HtmlElement] = set()
    starts = (_linked_headings, _linked_boxes, _linked_lines)
    for start in (element for find in starts for element in find(root, host)):
        box = start
        for parent in start.iterancestors():
            if parent in found or parent.tag in _NEVER or not _is_short(parent):
                break
            box = parent
        found.add(box)
    return frozenset(found)


def _linked_headings(root: HtmlElement, host: str) -> Iterator[HtmlElement]:
    for heading in root.iter(*_HEADINGS):
        if next(heading.iterancestors("a"), None) is not None:
            continue
        words = len(text_of(heading))
        if words < _SHORTEST_LINK:
            continue
        links = [link for link in heading.iter("a") if _leads_on(link, host)]
        if sum(len(text_of(link)) for link in links) >= _LINKED * words:
            yield heading


def _linked_boxes(root: HtmlElement, host: str) -> Iterator[HtmlElement]:
    """Yield the links around whole blocks, other than those around a picture and its caption."""
    for link in root.iter("a"):
        if len(link) and _leads_on(link, host) and _has_blocks(link):
            captions = [node for node in link.iterdescendants() if _captions(node)]
            words = len(text_of(link)) - sum(len(text_of(node)) for node in captions)
            if words >= _SHORTEST_LINK:
                yield link


def _linked_lines(root: HtmlElement, host: str) -> Iterator[HtmlElement]:
    """Yield the lines that are one link and stand in a short box with a linked picture."""
    for link in root.iter("a"):
        words = text_of(link) if _leads_on(link, host) else ""
        if (
            len(words) < _LONG_LINK
            or next(link.iterancestors("p", "li", "ul", "ol"), None) is not None
        ):
            continue
        parent = link.getparent()
        while parent is not None and parent.tag not in _NEVER and _is_short(parent):
            if any(next(other.iter("img"), None) is not None for other in parent.iter("a")):
                yield link
                break
            parent = parent.getparent()


def _captions(node: HtmlElement) -> bool:
    return is_element(node) and is_caption(node)


def _has_blocks(link: HtmlElement) -> bool:
    return any(
        is_element(node) and (node.tag in BLOCK_TAGS or node.tag == "img")
        for node in link.iterdescendants()
    )


def _leads_on(link: HtmlElement, host: str) -> bool:
    href = (link.get("href") or "").strip()
    if not href or href.startswith("#"):
        return False
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    own = not parts.netloc or _site(parts.netloc) == _site(host)
    return own and parts.scheme in ("", "http", "https") and not _PICTURE.search(parts.path)


def _site(host: str) -> str:
    return ".".join(host.lower().split(":")[0].split(".")[-2:])


def _is_short(element: HtmlElement) -> bool:
    """Tell whether there are few words in an element, without reading more than that many."""
    words = 0
    for node in element.iter():
        if is_element(node) and node.tag not in WORDLESS and node.text:
            words += len(node.text.strip())
        if node is not element and node.tail:
            words += len(node.tail.strip())
        if words > _STAYS_SHORT:
            return False
    return next(element.iter("h1"), None) is None
