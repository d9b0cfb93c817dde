"""What stands beside the words of a story: corrections of it, and words lifted out of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from lxml.html import HtmlElement

from tidings.document import Paragraph, Quote
from tidings.extract.blocks import Found
from tidings.extract.locate import Located
from tidings.extract.wording import is_correction

_PULLED = re.compile(r"(^|[\s_-])(pull-?(ed-?)?(quote|out)|quote-?pull)", re.IGNORECASE)
# A correction stands near its story: further off, it is another's.
_NEAR = 8
_AROUND = 3


def with_corrections(located: Located) -> Located:
    """Return the story with the corrections just after it that its page calls furniture."""
    if not located.blocks:
        return located
    last = located.blocks[-1].element
    places = (i for i, item in enumerate(located.found) if item.element is last)
    end = max(places, default=located.start) + 1
    near = islice(located.found, end, end + _NEAR)
    more = [item for item in near if _corrects(item)]
    return replace(located, blocks=(*located.blocks, *more))


def as_quotes(blocks: Sequence[Found]) -> list[Found]:
    """Return the blocks, paragraphs that are named as lifted out of the text as quotes."""
    return [
        replace(item, block=Quote(item.block.spans, item.block.language))
        if isinstance(item.block, Paragraph) and _is_pulled(item.element)
        else item
        for item in blocks
    ]


def _corrects(item: Found) -> bool:
    return isinstance(item.block, Paragraph) and not item.teaser and is_correction(item.block.text)


def _is_pulled(element: HtmlElement) -> bool:
    around = (element, *islice(element.iterancestors(), _AROUND - 1))
    return any(
        _PULLED.search(node.get("class") or "") and len(list(islice(node.iter("p"), 3))) < 3
        for node in around
    )
