"""Which blocks lead away from the story, by their links and their words."""

from __future__ import annotations

from tidings.document import Block, Figure, Heading, ListBlock, Paragraph, Quote, Spans, Table
from tidings.extract.spans import linked_share
from tidings.extract.wording import is_label, leads_on

_PARTLY = 0.4
_WHOLLY = 0.95
_LONG_LINE = 200


def leads_elsewhere(block: Block) -> bool:
    """Tell whether a block only leads to another story, or labels what stands around the story."""
    if isinstance(block, ListBlock):
        return linked_share(spans_of(block)) >= _WHOLLY
    if not isinstance(block, Paragraph | Heading):
        return False
    if is_label(block.text):
        return True
    linked = linked_share(block.spans)
    if linked >= _WHOLLY and isinstance(block, Paragraph):
        return len(block.text) <= _LONG_LINE and not block.text.endswith(".")
    return linked >= _PARTLY and leads_on(block.text)


def spans_of(block: Block) -> Spans:
    """Return all spans of a block, in reading order; none for preformatted text."""
    match block:
        case Heading() | Paragraph() | Quote():
            return block.spans
        case ListBlock():
            return tuple(span for item in block.items for span in item)
        case Table():
            return tuple(span for row in block.rows for cell in row for span in cell)
        case Figure():
            return block.caption
        case _:
            return ()
