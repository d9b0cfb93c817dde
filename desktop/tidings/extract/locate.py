"""Choosing the blocks of the story among all blocks of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from tidings.document import Figure, Heading, Paragraph
from tidings.extract.blocks import Found
from tidings.extract.evidence import Evidence
from tidings.extract.furniture import is_surely_furniture
from tidings.extract.kin import around_kin, with_kin
from tidings.extract.linking import leads_elsewhere, spans_of
from tidings.extract.markup import line
from tidings.extract.spans import linked_share
from tidings.extract.wording import is_call

_BELONGS = 0.5
_CONTAINER_SHARE = 0.85
_MOSTLY_LINKS = 0.5
_HOLDS_TEXT = 200
_HOLDS_SHARE = 0.4
_TAIL = 6


@dataclass(frozen=True, slots=True)
class Located:
    """The story's blocks, and where the first one stands among all blocks of the page.

    ``found`` are these, without the boxes that turned out to hold the story.
    """

    blocks: tuple[Found, ...]
    start: int
    found: Sequence[Found]


def locate(found: Sequence[Found], evidence: Evidence) -> Located:
    """Return the blocks that are the story, in order; none where there is no story.

    A block belongs when the evidence has it. What stands between such blocks, in the element
    that holds most of the story, stays too unless it has the look of furniture.
    """
    belongs = [_belongs(item, evidence) for item in found]
    weights = [len(item.block.text) * said for item, said in zip(found, belongs, strict=True)]
    if not any(weights):
        return Located((), 0, found)
    container = around_kin(_container(found, weights), found, belongs)
    inside = [container in line(item.element) for item in found]
    belongs = with_kin(found, belongs, inside)
    # What is named as furniture but holds the story is badly named.
    around = frozenset(line(container)) | _holders(found, belongs)
    found = [replace(item, box=None) if item.box in around else item for item in found]
    surely = [item.box is not None and is_surely_furniture(item.box) for item in found]
    if not all(surely[i] for i, said in enumerate(belongs) if said and inside[i]):
        belongs = [said and not other for said, other in zip(belongs, surely, strict=True)]
    places = [i for i, said in enumerate(belongs) if said and inside[i]]
    start = _back_over_title(found, inside, _back_over_pictures(found, inside, places[0]))
    end = _on_over_pictures(found, inside, places[-1] + 1)
    chosen = [found[i] for i in range(start, end) if inside[i] and (belongs[i] or _stays(found[i]))]
    blocks = _without_empty_headings(_without_calls(chosen))
    return Located(tuple(blocks), start, found)


def with_teasers(found: Sequence[Found]) -> list[Found]:
    """Return the blocks with those of teasers as good as any."""
    return [replace(item, teaser=False) for item in found]


def _belongs(item: Found, evidence: Evidence) -> bool:
    if isinstance(item.block, Figure) or item.teaser or leads_elsewhere(item.block):
        return False
    return evidence.share(item.block.text) >= _BELONGS


def _container(found: Sequence[Found], weights: Sequence[int]) -> HtmlElement:
    """Return the innermost element that holds most of the story."""
    held: dict[HtmlElement, int] = {}
    for item, weight in zip(found, weights, strict=True):
        if weight:
            for element in line(item.element):
                held[element] = held.get(element, 0) + weight
    enough = _CONTAINER_SHARE * sum(weights)
    holders = [element for element, weight in held.items() if weight >= enough]
    return max(holders, key=lambda element: sum(1 for _ in element.iterancestors()))


def _holders(found: Sequence[Found], belongs: Sequence[bool]) -> frozenset[HtmlElement]:
    """Return the boxes that are named as furniture and hold mostly the story, or its title."""
    text: dict[HtmlElement, int] = {}
    evident: dict[HtmlElement, int] = {}
    titled: set[HtmlElement] = set()
    for item, said in zip(found, belongs, strict=True):
        if item.box is not None:
            length = len(item.block.text)
            text[item.box] = text.get(item.box, 0) + length
            evident[item.box] = evident.get(item.box, 0) + length * said
            if item.element.tag == "h1":
                titled.add(item.box)
    return frozenset(
        box
        for box, length in text.items()
        if box in titled or evident[box] >= max(_HOLDS_TEXT, _HOLDS_SHARE * length)
    )


def _back_over_pictures(found: Sequence[Found], inside: Sequence[bool], start: int) -> int:
    """Return where the story starts when the pictures just before its text are its own."""
    first = start
    for i in range(start - 1, max(-1, start - 6), -1):
        if not inside[i] or found[i].furniture or found[i].teaser:
            break
        if isinstance(found[i].block, Figure):
            first = i
    return first


def _back_over_title(found: Sequence[Found], inside: Sequence[bool], start: int) -> int:
    """Return where the story starts with the heading of the first rank that stands on its text.

    What repeats the title is left out later; one that says something else is read.
    """
    if start and inside[start - 1] and found[start - 1].element.tag == "h1":
        return start - 1
    return start


def _on_over_pictures(found: Sequence[Found], inside: Sequence[bool], end: int) -> int:
    while end < len(found) and inside[end] and isinstance(found[end].block, Figure):
        if found[end].furniture or found[end].teaser:
            break
        end += 1
    return end


def _stays(item: Found) -> bool:
    """Tell whether a block without evidence, in the midst of the story, is a part of it."""
    if item.furniture or item.teaser or leads_elsewhere(item.block):
        return False
    if isinstance(item.block, Figure | Heading):
        return True
    words = spans_of(item.block)
    return not words or linked_share(words) < _MOSTLY_LINKS


def _without_calls(chosen: list[Found]) -> list[Found]:
    """Drop the calls to write, follow and subscribe below a story."""
    tail = max(0, len(chosen) - _TAIL)
    return [
        item
        for place, item in enumerate(chosen)
        if place < tail
        or not (isinstance(item.block, Paragraph | Heading) and is_call(item.block.text))
    ]


def _without_empty_headings(chosen: Sequence[Found]) -> list[Found]:
    """Drop headings that nothing follows: those of lists and boxes that were left out."""
    kept: list[Found] = []
    for item in reversed(chosen):
        follower = kept[-1].block if kept else None
        if isinstance(item.block, Heading) and (
            follower is None
            or (isinstance(follower, Heading) and follower.level < item.block.level)
        ):
            continue
        kept.append(item)
    return kept[::-1]
