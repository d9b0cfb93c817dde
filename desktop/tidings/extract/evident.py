"""Texts that are the story by their look and their place, without asking an extractor."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from tidings.document import Heading, ListBlock, Paragraph, Quote
from tidings.extract.blocks import Found
from tidings.extract.linking import spans_of
from tidings.extract.spans import linked_share

_MOSTLY_LINKS = 0.5
_LONG = 80
# A page is certain where this much of its long text stands in one box, no deeper than that.
_NEARLY_ALL = 0.8
_DEEP = 3
_FEW = 3
_SHORT_SHARE = 0.4
_A_LINE = 0.05
_FULL_STOPS = (".", "!", "?", "…", "。", "।", "۔", "؟", ".”", ".»")


def evident_by_place(found: Sequence[Found]) -> list[str]:
    """Return the texts of the one box that holds nearly all long text of the page.

    None where the page has no such box, or where the box may hold more than one story: an
    extractor has to be asked then. On three of five pages it need not be, and the answer is as
    good there, and comes in a fraction of the time (docs/extraction.md).
    """
    long = [item for item in _long(found) if not (item.furniture or item.teaser)]
    if len(long) < _FEW:
        return []
    total = sum(len(item.block.text) for item in long)
    box = _box(long, total)
    if box is None or _may_hold_several(box):
        return []
    beside = _parents(long, total)
    inside = [
        item.block
        for item in found
        if isinstance(item.block, Paragraph | Quote | ListBlock | Heading)
        and not item.teaser
        and (_is_beside(item, beside) or _is_long(item, beside))
    ]
    lengths = [len(block.text) for block in inside if not isinstance(block, Heading)]
    short = sum(length for length in lengths if length < _LONG)
    return [block.text for block in inside] if short <= _SHORT_SHARE * total else []


def evident_by_length(found: Sequence[Found]) -> list[str]:
    """Return the texts that are the story by their look, for want of better evidence."""
    long = _long(found)
    free = [item for item in long if not item.furniture]
    return [item.block.text for item in free or long]


def every_text(found: Sequence[Found]) -> list[str]:
    """Return the texts of a page so short that nothing tells its story from the rest."""
    return [
        item.block.text
        for item in found
        if isinstance(item.block, Paragraph | Quote | ListBlock)
        and not item.furniture
        and _is_text(item)
    ]


def _long(found: Sequence[Found]) -> list[Found]:
    return [
        item
        for item in found
        if isinstance(item.block, Paragraph | Quote)
        and len(item.block.text) >= _LONG
        and _is_text(item)
    ]


def _box(long: Sequence[Found], total: int) -> HtmlElement | None:
    """Return the innermost element close around nearly all of the long text."""
    held: dict[HtmlElement, int] = {}
    for item in long:
        for element in islice((item.element, *item.element.iterancestors()), _DEEP):
            held[element] = held.get(element, 0) + len(item.block.text)
    boxes = [element for element, length in held.items() if length >= _NEARLY_ALL * total]
    box = max(boxes, key=lambda each: sum(1 for _ in each.iterancestors()), default=None)
    return None if box is None or box.tag in ("body", "html") else box


def _paragraph_of(item: Found) -> HtmlElement:
    """Return the element of a text; its own may be the link or the emphasis all of it is in."""
    parent = item.element.getparent()
    return parent if parent is not None and parent.tag == "p" else item.element


def _is_beside(item: Found, beside: frozenset[HtmlElement]) -> bool:
    """Tell whether a text stands among the long ones, and is no menu."""
    if _paragraph_of(item).getparent() not in beside:
        return False
    if isinstance(item.block, Heading):
        return True
    # A link that is a sentence belongs to the text; one that is a headline leads elsewhere.
    is_sentence = isinstance(item.block, Paragraph) and item.block.text.endswith(_FULL_STOPS)
    return not item.furniture and (is_sentence or _is_text(item))


def _is_long(item: Found, beside: frozenset[HtmlElement]) -> bool:
    return (
        len(item.block.text) >= _LONG
        and not item.furniture
        and _is_text(item)
        and not beside.isdisjoint(item.element.iterancestors())
    )


def _is_text(item: Found) -> bool:
    return linked_share(spans_of(item.block)) < _MOSTLY_LINKS


def _parents(long: Sequence[Found], total: int) -> frozenset[HtmlElement]:
    """Return the elements that hold long text of the story directly, and not a line of it."""
    held: dict[HtmlElement, int] = {}
    for item in long:
        parent = item.element.getparent()
        held[parent] = held.get(parent, 0) + len(item.block.text)
    return frozenset(parent for parent, length in held.items() if length >= _A_LINE * total)


def _may_hold_several(box: HtmlElement) -> bool:
    titles = sum(1 for _ in islice(box.iter("h1"), 2))
    articles = sum(1 for _ in islice(box.iter("article"), 2))
    return titles > 1 or articles > (box.tag == "article")
