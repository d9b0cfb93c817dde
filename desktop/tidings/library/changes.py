"""What a story says, in hashes: enough to tell later what is new in it."""

from __future__ import annotations

import hashlib

from tidings.document import Article

_SIZE = 8


def says(article: Article) -> bytes:
    """Return a hash for the title and for each passage, one after another.

    Spaces and pictures' addresses do not count: what is heard is what is compared.
    """
    return b"".join(
        _hash(text) for text in (article.title, *(block.text for block in article.blocks))
    )


def new_blocks(article: Article, heard: bytes) -> tuple[int, ...]:
    """Return the indices of the blocks that were not there when the story was heard."""
    known = _pieces(heard)
    return tuple(
        index
        for index, block in enumerate(article.blocks)
        if block.text.strip() and _hash(block.text) not in known
    )


def changed(heard: bytes, now: bytes) -> bool:
    """Tell whether something is said now that was not heard; what only went does not count."""
    return not _pieces(now) <= _pieces(heard)


def _pieces(hashes: bytes) -> set[bytes]:
    return {hashes[start : start + _SIZE] for start in range(0, len(hashes), _SIZE)}


def _hash(text: str) -> bytes:
    plain = " ".join(text.split()).encode("utf-8", "replace")
    return hashlib.blake2b(plain, digest_size=_SIZE).digest()
