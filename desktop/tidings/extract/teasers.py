"""Boxes inside a page that lead to other stories: a picture, a linked headline, a line of text.

Pages put them in the midst of a story, where they sound like a part of it. Their names are
many; what they have in common is that the words which stand out are a link.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from functools import cache
from itertools import chain
from urllib.parse import urlsplit

from lxml import etree
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
    is_short = cache(_is_short)
    links = [link for link in root.iter("a") if _leads_on(link, host)]
    starts = chain(
        _linked_headings(root, frozenset(links)),
        _linked_boxes(links),
        _linked_lines(root, links, is_short),
    )
    for start in starts:
        box = start
        for parent in start.iterancestors():
            if parent in found or parent.tag in _NEVER or not is_short(parent):
                break
            box = parent
        found.add(box)
    return frozenset(found)


def _linked_headings(root: HtmlElement, onward: Container[HtmlElement]) -> Iterator[HtmlElement]:
    for heading in root.iter(*_HEADINGS):
        if next(heading.iterancestors("a"), None) is not None:
            continue
        words = len(text_of(heading))
        if words < _SHORTEST_LINK:
            continue
        links = [link for link in heading.iter("a") if link in onward]
        if sum(len(text_of(link)) for link in links) >= _LINKED * words:
            yield heading


def _linked_boxes(links: Iterable[HtmlElement]) -> Iterator[HtmlElement]:
    """Yield the links around whole blocks, other than those around a picture and its caption."""
    for link in links:
        if len(link) and _has_blocks(link):
            captions = [node for node in link.iterdescendants(etree.Element) if is_caption(node)]
            words = len(text_of(link)) - sum(len(text_of(node)) for node in captions)
            if words >= _SHORTEST_LINK:
                yield link


def _linked_lines(
    root: HtmlElement, links: Iterable[HtmlElement], is_short: Callable[[HtmlElement], bool]
) -> Iterator[HtmlElement]:
    """Yield the lines that are one link and stand in a short box with a linked picture."""
    pictured = frozenset(
        parent
        for image in root.iter("img")
        for link in image.iterancestors("a")
        for parent in link.iterancestors()
    )
    for link in links:
        if (
            next(link.iterancestors("p", "li", "ul", "ol"), None) is not None
            or len(text_of(link)) < _LONG_LINK
        ):
            continue
        for parent in link.iterancestors():
            if parent.tag in _NEVER or not is_short(parent):
                break
            if parent in pictured:
                yield link
                break


def _has_blocks(link: HtmlElement) -> bool:
    return any(
        node.tag in BLOCK_TAGS or node.tag == "img" for node in link.iterdescendants(etree.Element)
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
