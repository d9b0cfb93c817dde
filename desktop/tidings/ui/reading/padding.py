"""Makes room for characters that take two units, which Qt and Linux count differently.

Qt counts UTF-16 units and the accessibility bus hands those counts to screen readers that
count characters. A line with an emoji was read without its last letter. So each line is
given as many invisible characters at its end as it has such characters: those are what is
left out then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tidings.ui.reading.offsets import characters_before, units_before, wide_characters

PAD = "\u2060"
"""A word joiner: it has no width, and no line breaks at it."""


@dataclass(frozen=True, slots=True)
class Pad:
    """Invisible characters after the ``at``-th unit of a text, ``count`` of them."""

    at: int
    count: int


def pads_for(text: str, lines: Iterable[tuple[int, int]]) -> tuple[Pad, ...]:
    """Return the pads that a text needs whose lines are given as (start, end) in units."""
    wide = wide_characters(text)
    if not wide:
        return ()
    pads = []
    for start, end in lines:
        first, last = characters_before(start, wide), characters_before(end, wide)
        count = (end - start) - (last - first)
        if count:
            seen = text[first:last].rstrip()
            pads.append(Pad(units_before(first + len(seen), wide), count))
    return tuple(pads)


def padded(offset: int, pads: Sequence[Pad]) -> int:
    """Return where the ``offset``-th unit of a text is once the pads are in."""
    return offset + sum(pad.count for pad in pads if pad.at < offset)


def unpadded(offset: int, pads: Sequence[Pad]) -> int:
    """Return which unit of the text stands at an offset of the padded text."""
    for pad in pads:
        if offset <= pad.at:
            break
        offset = max(pad.at, offset - pad.count)
    return offset
