"""The name under which marks and places of a story are kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from tidings.document import Block, Figure
from tidings.extract.text import tidy

_WORDS = 40
_WEB = re.compile(r"https?://[^\s\[\]]+", re.IGNORECASE)
_UNIQUE = re.compile(r"(?:urn|tag):|https?:", re.IGNORECASE)
_TRACKERS = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "at_medium", "at_campaign")


def article_id(url: str, title: str, blocks: Iterable[Block]) -> str:
    """Return 16 hexadecimal digits, the same each time the same story is opened.

    They come from the story's own address where it has one (without fragment, trackers, and
    the difference of http and https), so that a story stays itself when its text is
    corrected. Otherwise they come from its title and first 40 words, captions apart.
    """
    return hashlib.blake2b(_key(url, title, blocks).encode(), digest_size=8).hexdigest()


def entry_name(name: str, home: str) -> str:
    """Return what tells the entry of a feed from all others, by the feed's name for it.

    A web address does by itself, where no fragment is a part of the name; what is unique by
    its form does too ("urn:uuid:..."); anything else, such as a number, only together with
    ``home``, an address of the feed's site. Empty where the entry has no name.
    """
    if not name:
        return ""
    if _WEB.fullmatch(name) and "#" not in name:
        return name
    site = "" if _UNIQUE.match(name) else urlsplit(home).netloc.lower()
    return f"entry {quote(site)} {quote(name)}"


def same_address(one: str, other: str) -> bool:
    """Tell whether two absolute addresses are those of one page."""
    return _plain_address(one) == _plain_address(other)


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
