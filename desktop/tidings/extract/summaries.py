"""Whether a feed gave a story, or only a few words on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from tidings.document import Block, Figure, Paragraph, Spans, plain
from tidings.extract.identity import same_address
from tidings.extract.spans import join
from tidings.extract.text import has_words

# Where a text says itself that it breaks off: "[…]", "(more...)".
_BROKEN_OFF = re.compile(
    r"[\[(]\s*(?:…|\.{3}|more(?:…|\.{3})?|\+\d+ chars)\s*[\])]\s*$", re.IGNORECASE
)
_TRAILS_OFF = re.compile(r"(?:…|\.{3})\s*$")
# Texts that trail off for effect are as long as a story.
_SHORT = 250
# What a feed gives as a summary is one, except where it is as long as a story.
_SUMMARY = 150
# What it calls the content and gives no other words on is one where it is a line or two.
_TEASER = 25
_SHORT_BLOCKS = 2
_CLOSING_WORDS = 40
_LINK_WORDS = 12
_LONG_WORD = 15


def without_way_to_page(blocks: Sequence[Block], url: str) -> tuple[Sequence[Block], bool]:
    """Return the blocks without a last line that only leads to the story's own page, and
    whether that says that there is more.

    "The post ... appeared first on ..." leads there too, and stands below whole stories.
    """
    last = blocks[-1] if blocks else None
    if not url or not isinstance(last, Paragraph):
        return blocks, False
    before = _without_last_link(last.spans, url)
    if before is not None:
        rest = (replace(last, spans=before),) if has_words(plain(before)) else ()
        return (*blocks[:-1], *rest), True
    links = {span.link for span in last.spans if span.link}
    elsewhere = {link for link in links if not same_address(link, url)}
    signs_off = elsewhere and elsewhere != links and len(last.text.split()) <= _CLOSING_WORDS
    return (blocks[:-1] if signs_off else blocks), False


def _without_last_link(spans: Spans, url: str) -> Spans | None:
    """Return the spans without a few words at their end that lead to ``url``, None without any."""
    end = len(spans)
    while end and not has_words(spans[end - 1].text):
        end -= 1
    last = spans[end - 1] if end else None
    if last is None or not last.link or not same_address(last.link, url):
        return None
    return join(spans[: end - 1]) if len(last.text.split()) <= _LINK_WORDS else None


class Given(Enum):
    """What a feed gives of a story."""

    SUMMARY = "summary"
    CONTENT = "content"
    BOTH = "both"


def is_summary(blocks: Sequence[Block], given: Given, *, leads_on: bool) -> bool:
    """Tell whether blocks are less than the story.

    They are the content where the feed gives that. ``leads_on`` tells that a line below them
    led to the rest. A title alone is a summary, too.
    """
    texts = [block.text for block in blocks if not isinstance(block, Figure)]
    words = sum(map(_words, texts))
    last = texts[-1] if texts else ""
    if leads_on or _BROKEN_OFF.search(last):
        return True
    if _TRAILS_OFF.search(last) and words < _SHORT:
        return True
    if given is Given.CONTENT:
        return words < _TEASER and len(texts) <= _SHORT_BLOCKS
    return given is Given.SUMMARY and words < _SUMMARY


def _words(text: str) -> int:
    """Return about how many words a text has; scripts without spaces have two signs to one."""
    spaced = len(text.split())
    return spaced if len(text) <= spaced * _LONG_WORD else len(text) // 2
