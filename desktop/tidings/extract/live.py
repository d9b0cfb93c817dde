"""Live blogs: one story that grows, in parts with the time of each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from tidings.document import Block, Heading
from tidings.extract.addresses import Base
from tidings.extract.blocks import read_blocks
from tidings.extract.dates import parse_date
from tidings.extract.markup import text_of
from tidings.extract.several import is_about
from tidings.extract.spans import text_spans
from tidings.extract.teasers import teaser_boxes
from tidings.extract.text import has_words

_LIVE = re.compile(r"(^|[\s_-])(live-?blog|live-?ticker|live-?feed)", re.IGNORECASE)
_TIME = re.compile(r"(?<!\d)\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?!\d)", re.IGNORECASE)
_TITLES = ("h2", "h3", "h4", "h5")
_SEVERAL = 2
_HAS_TEXT = 40


def is_live(root: HtmlElement) -> bool:
    """Tell whether a page is named a live blog by its microdata or its classes.

    JSON-LD says it too: see ``Facts.is_live``.
    """
    if root.xpath("boolean(//*[contains(@itemtype, 'LiveBlogPosting')])"):
        return True
    return any(_LIVE.search(element.get("class") or "") for element in root.iter("body", "main"))


def timed_parts(root: HtmlElement) -> Sequence[HtmlElement]:
    """Return the elements that hold one part each, side by side with a time; none without."""
    families: dict[HtmlElement, list[HtmlElement]] = {}
    seen: set[HtmlElement] = set()
    for time in root.iter("time"):
        part = _part(time)
        if part is not None and part not in seen:
            seen.add(part)
            families.setdefault(part.getparent(), []).append(part)
    largest = max(families, key=lambda parent: len(families[parent]), default=None)
    if largest is None or len(families[largest]) < _SEVERAL:
        return ()
    tag = families[largest][0].tag
    return [
        part
        for part in largest.iterchildren(tag)
        if part in seen or (next(part.iter("time"), None) is not None and text_of(part))
    ]


def read_part(part: HtmlElement, base: Base) -> list[Block]:
    """Return the blocks of one part: a heading with its time and title, then its text."""
    time = next(part.iter("time"), None)
    title = next((heading for heading in part.iter(*_TITLES) if text_of(heading)), None)
    words = " – ".join(filter(None, (_clock(time), text_of(title))))
    found = read_blocks(
        part,
        base,
        lambda element: element is title or element.tag == "time" or is_about(element),
        teaser_boxes(part, base.host),
    )
    blocks = [item.block for item in found if not (item.furniture or item.teaser)]
    if not any(has_words(block.text) for block in blocks) and title is None:
        return []
    return [Heading(2, text_spans(words)), *blocks] if words else blocks


def _part(time: HtmlElement) -> HtmlElement | None:
    """Return the element around a time that is one of several alike and has text of its own."""
    for element in time.iterancestors("article", "li", "section", "div"):
        parent = element.getparent()
        if parent is None or element.tag == "body":
            return None
        words = sum(len(text_of(paragraph)) for paragraph in element.iter("p"))
        if words >= _HAS_TEXT and _has_like(element):
            return element
    return None


def _has_like(element: HtmlElement) -> bool:
    name = element.get("class")
    return any(
        other is not None and other.tag == element.tag and other.get("class") == name
        for other in (element.getprevious(), element.getnext())
    )


def _clock(time: HtmlElement | None) -> str:
    if time is None:
        return ""
    words = text_of(time)
    shown = _TIME.search(words)
    date = parse_date(time.get("datetime"))
    return shown[0] if shown else f"{date:%H:%M}" if date and ":" in str(date) else words
