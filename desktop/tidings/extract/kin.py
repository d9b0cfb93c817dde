"""What is made as the story's paragraphs are: the same elements with the same classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from tidings.document import Paragraph
from tidings.extract.blocks import Found
from tidings.extract.linking import leads_elsewhere
from tidings.extract.markup import line
from tidings.extract.spans import linked_share

_MOSTLY_LINKS = 0.5
_SHARE = 0.3
_ENOUGH_TEXT = 400
_LONG = 40

Make = tuple[str, str, str, str]
"""Tag and class of a block's element and of the one around it."""


def around_kin(
    container: HtmlElement, found: Sequence[Found], belongs: Sequence[bool]
) -> HtmlElement:
    """Return the element that holds, with the container, the rest of the story made as it is."""
    kin = _kin(found, belongs, [container in line(item.element) for item in found])
    elements = [
        item.element
        for item, said in zip(found, belongs, strict=True)
        if said and _make(item) in kin
    ]
    for element in elements:
        if container not in line(element):
            around = frozenset(line(element))
            container = next(parent for parent in line(container) if parent in around)
    return container


def with_kin(found: Sequence[Found], belongs: Sequence[bool], inside: Sequence[bool]) -> list[bool]:
    """Return what belongs, with the paragraphs that are made as most of those are.

    Extractors stop at a picture or a box, or leave out what they met before.
    """
    kin = _kin(found, belongs, inside)
    return [
        said
        or (
            isinstance(item.block, Paragraph)
            and len(item.block.text) >= _LONG
            and _make(item) in kin
            and not (item.teaser or leads_elsewhere(item.block))
            and linked_share(item.block.spans) < _MOSTLY_LINKS
        )
        for item, said in zip(found, belongs, strict=True)
    ]


def _kin(found: Sequence[Found], belongs: Sequence[bool], inside: Sequence[bool]) -> set[Make]:
    """Return how the story's paragraphs are made, those that are few of them apart."""
    weights: Counter[Make] = Counter()
    for item, said, within in zip(found, belongs, inside, strict=True):
        if said and within and isinstance(item.block, Paragraph):
            weights[_make(item)] += len(item.block.text)
    enough = max(_SHARE * weights.total(), _ENOUGH_TEXT)
    return {make for make, weight in weights.items() if weight >= enough}


def _make(item: Found) -> Make:
    parent = item.element.getparent()
    own = item.element.tag, item.element.get("class") or ""
    return (*own, *((parent.tag, parent.get("class") or "") if parent is not None else ("", "")))
