"""What stands at the head of a story: its title, its author, its lead picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from tidings.document import Block, Figure, Heading, Paragraph, plain
from tidings.extract.addresses import Base
from tidings.extract.blocks import Found
from tidings.extract.bylines import signature
from tidings.extract.evidence import tokens_of
from tidings.extract.facts import Facts
from tidings.extract.text import same_words

_LEAD_WITHIN = 12
_GALLERY_WITHIN = 40
_ABOVE_TITLE = 3
_HEAD = 3
_ALIKE = 0.4
_AUTHOR_WITHIN = 8
_AROUND_NAMES = 25


def without_shown_title(blocks: Sequence[Found], title: str) -> list[Found]:
    """Return the blocks without the page's own wording of the title at their head."""
    shown = [place for place, item in enumerate(blocks) if item.element.tag == "h1"]
    at = shown[0] if len(shown) == 1 and shown[0] < _HEAD else None
    if at is None or not _alike(blocks[at].block.text, title):
        return list(blocks)
    return [item for place, item in enumerate(blocks) if place != at]


def _alike(one: str, other: str) -> bool:
    words, others = set(tokens_of(one)), set(tokens_of(other))
    return len(words & others) >= _ALIKE * min(len(words), len(others))


def without_title(blocks: Sequence[Block], title: str) -> list[Block]:
    """Return the blocks without the title, where the page shows it at the head of the text."""
    return [
        block
        for place, block in enumerate(blocks)
        if not (place < _HEAD and isinstance(block, Heading) and same_words(block.text, title))
    ]


def without_author(blocks: Sequence[Block], byline: Sequence[str]) -> list[Block]:
    """Return the blocks without pictures of who wrote the story and lines that only name them."""
    return [
        block
        for place, block in enumerate(blocks)
        if not _is_of_author(block, byline)
        and not (place < _AUTHOR_WITHIN and _names_author(block, byline))
    ]


def signed(blocks: Sequence[Found]) -> tuple[tuple[str, ...], list[Found]]:
    """Return the names that stand in a line of their own above or below the text, none
    without, and the blocks without that line.
    """
    for place in (*range(min(_HEAD, len(blocks))), len(blocks) - 1):
        block = blocks[place].block if blocks else None
        names = signature(block.text) if isinstance(block, Paragraph) else ()
        if names:
            return names, [item for at, item in enumerate(blocks) if at != place]
    return (), list(blocks)


def lead_pictures(found: Sequence[Found], start: int, facts: Facts, base: Base) -> Iterator[Figure]:
    """Yield the picture that stands between title and text, outside the text's element."""
    stated = _file_name(base.picture(facts.picture))
    shown = [place for place, item in enumerate(found[:start]) if item.element.tag == "h1"]
    # A gallery may stand between title and text; just above the title, the lead picture.
    first = (
        max(shown[-1] - _ABOVE_TITLE, start - _GALLERY_WITHIN) if shown else start - _LEAD_WITHIN
    )
    for place in range(max(0, first), start):
        block = found[place].block
        if not isinstance(block, Figure) or found[place].teaser:
            continue
        names = {_file_name(source) for source in block.picture.sources}
        if stated and stated in names:
            yield block
            continue
        if found[place].furniture:
            continue
        below_title = any(
            isinstance(before.block, Heading)
            and (before.element.tag == "h1" or same_words(before.block.text, facts.title))
            for before in found[:place]
        )
        if below_title or (block.caption and (not shown or place < shown[-1])):
            yield block


def _names_author(block: Block, byline: Sequence[str]) -> bool:
    """Tell whether a paragraph is a line that only says who wrote the story."""
    if not byline or not isinstance(block, Paragraph):
        return False
    rest = block.text.casefold()
    if byline[0].casefold() not in rest or rest.endswith((".", "!", "?")):
        return False
    for name in byline:
        rest = rest.replace(name.casefold(), "")
    return len(rest) <= _AROUND_NAMES


def _is_of_author(block: Block, byline: Sequence[str]) -> bool:
    """Tell whether a picture shows who wrote the story, as it stands beside their name."""
    if not isinstance(block, Figure):
        return False
    alt, caption = (block.alt or "").casefold(), plain(block.caption).casefold()
    names = [name.casefold() for name in byline]
    # A caption that is the name alone stands below a picture that the story shows.
    return alt in names and (not caption or (alt in caption and caption != alt))


def _file_name(address: str) -> str:
    """Return the name of a picture's file without what tells its kind."""
    return urlsplit(address).path.rpartition("/")[2].lower().split(".")[0] if address else ""
