"""The name under which marks and places of a story are kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from tidings.document import Block, Figure
from tidings.extract.text import tidy

_WORDS = 40
_TRACKERS = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "at_medium", "at_campaign")


def article_id(url: str, title: str, blocks: Iterable[Block]) -> str:
    """Return 16 hexadecimal digits, the same each time the same story is opened.

    They come from the story's own address where it has one (without fragment, trackers, and
    the difference of http and https), so that a story stays itself when its text is
    corrected. Otherwise they come from its title and first 40 words, captions apart.
    """
    return hashlib.blake2b(_key(url, title, blocks).encode(), digest_size=8).hexdigest()


def _key(url: str, title: str, blocks: Iterable[Block]) -> str:
    if url:
        return f"address {_plain_address(url)}"
    words: list[str] = []
    spare = ""
    for block in blocks:
        if isinstance(block, Figure):
            spare = spare or f"{block.text} {' '.join(block.picture.sources)}"
            continue
        words += block.text.split()
        if len(words) >= _WORDS:
            break
    return f"text {tidy(title)}\n{' '.join(words[:_WORDS]) or spare}".casefold()


def _plain_address(url: str) -> str:
    parts = urlsplit(url)
    query = [(n, v) for n, v in parse_qsl(parts.query, True) if not n.lower().startswith(_TRACKERS)]
    return urlunsplit(
        ("", parts.netloc.lower(), parts.path.rstrip("/") or "/", urlencode(query), "")
    )
