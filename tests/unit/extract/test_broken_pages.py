"""Pages that were cut off, damaged or put together wrongly are read all the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tidings.document import RawPage, edition_to_json
from tidings.extract import read, to_format
from tidings.extract.linking import spans_of

_GOLDEN = Path(__file__).parents[2] / "golden"
_KINDS = {
    ".html": "text/html",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".mhtml": "multipart/related",
    ".epub": "application/epub+zip",
    ".zip": "application/zip",
    ".rss": "application/rss+xml",
    ".atom": "application/rss+xml",
    ".rdf": "application/rss+xml",
    ".json": "application/feed+json",
}
_JUNK = (
    b"<div>", b"</div>", b"</article>", b"<table><tr><td colspan=99999999999>", b"<!--", b"-->",
    b"<script>", b"<svg>", b"<template>", b"\0", b"\xff\xfe", b"\xe2\x80", b'"', b"&#x110000;",
    b"&#xD800;", b"<a href='http://[::1'>", b"<base href='http://['>", b"<p lang=''>",
    b"<ol start=99999999999999999999><li>", b"<time datetime='99999-99-99'>", b"<h9>",
    b'<script type="application/ld+json">[[{"@type":["NewsArticle",3],"headline":{"a":1},'
    b'"author":3,"datePublished":[],"articleBody":[1]}]]</script>',
)  # fmt: skip

Damage = Callable[[bytes], bytes]


@cache
def pages() -> tuple[tuple[str, bytes], ...]:
    """Return the golden pages: media types and contents."""
    return tuple(
        (_KINDS[path.suffix], path.read_bytes())
        for path in sorted(_GOLDEN.glob("*/input.*"))
        if path.is_file()
        if path.suffix in _KINDS
    )


def _cut(place: float) -> Damage:
    return lambda page: page[: int(len(page) * place)]


def _lose(place: float, length: int) -> Damage:
    return lambda page: page[: int(len(page) * place)] + page[int(len(page) * place) + length :]


def _repeat(place: float, length: int, times: int) -> Damage:
    def damaged(page: bytes) -> bytes:
        at = int(len(page) * place)
        return page[:at] + page[at : at + length] * times + page[at:]

    return damaged


def _insert(place: float, junk: bytes, times: int) -> Damage:
    def damaged(page: bytes) -> bytes:
        at = int(len(page) * place)
        return page[:at] + junk * times + page[at:]

    return damaged


def _change(place: float, byte: int) -> Damage:
    def damaged(page: bytes) -> bytes:
        at = int(len(page) * place)
        return page[:at] + bytes([byte]) + page[at + 1 :]

    return damaged


_PLACE = st.floats(0, 1, exclude_max=True)
_DAMAGE = st.one_of(
    st.builds(_cut, _PLACE),
    st.builds(_lose, _PLACE, st.sampled_from([1, 20, 500])),
    st.builds(_repeat, _PLACE, st.sampled_from([5, 200, 2000]), st.integers(1, 4)),
    st.builds(_insert, _PLACE, st.sampled_from(_JUNK), st.sampled_from([1, 3, 200])),
    st.builds(_change, _PLACE, st.integers(0, 255)),
)


@given(
    st.integers(0, 10_000),
    st.lists(_DAMAGE, max_size=6),
    st.sampled_from(["utf-8", "", "latin-1", "utf-16", "no-such-encoding"]),
)
@example(0, [], "utf-8")
@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_a_broken_page_is_read_and_what_is_shown_is_clean(
    number: int, damages: list[Damage], encoding: str
) -> None:
    kind, content = pages()[number % len(pages())]
    for damage in damages:
        content = damage(content)
    got = read(RawPage("https://tidings.example/a/page", kind, content, encoding))
    assert got.articles or got.notes
    if kind == "text/html":
        assert "This page could not be read." not in got.notes
    json.dumps([edition_to_json(got), to_format(got)])
    for article in got.articles:
        for block in article.blocks:
            assert "\0" not in block.text
            assert all(
                span.link.partition(":")[0] in ("", "http", "https", "mailto")
                for span in spans_of(block)
            )
