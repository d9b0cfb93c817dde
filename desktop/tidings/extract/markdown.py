"""Markdown: a story as one writes it, with its headings, links and lists."""

from __future__ import annotations

import re

from tidings.document import Edition
from tidings.extract.addresses import Base
from tidings.extract.assemble import Head, article
from tidings.extract.blocks import read_blocks
from tidings.extract.dates import parse_date
from tidings.extract.text import has_words, tidy
from tidings.extract.tree import lighten, parse

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,4000}?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_FACT = re.compile(r"^(title|author|authors|date|lang|language)[ \t]*:[ \t]*(.+)$", re.M | re.I)
_QUOTES = " \t\"'[]"


def read_markdown(text: str, address: str) -> Edition:
    """Return the edition of a Markdown text: its one story.

    The title is what the lines before the text say, else the first heading of the first
    rank. HTML in the text counts as words, not as markup.
    """
    from markdown_it import MarkdownIt

    text = text.replace("\r\n", "\n").replace("\r", "\n")
    facts: dict[str, str] = {}
    front = _FRONT.match(text)
    if front:
        facts = {fact[1].lower(): fact[2].strip(_QUOTES) for fact in _FACT.finditer(front[1])}
        text = text[front.end() :]
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    root = parse(lighten(html)[0])
    if root is None:
        return Edition(address, ())
    base = Base(address)
    found = read_blocks(root, base)
    title = facts.get("title", "")
    first = next((item for item in found if item.element.tag == "h1"), None)
    if first is not None and (not title or tidy(first.block.text) == title):
        title = first.block.text
        found = [item for item in found if item is not first]
    blocks = [item.block for item in found]
    if not any(has_words(block.text) for block in blocks):
        return Edition(address, ())
    names = facts.get("authors") or facts.get("author", "")
    head = Head(
        title=title,
        url=base.story,
        byline=tuple(filter(None, (name.strip(_QUOTES) for name in names.split(",")))),
        published=parse_date(facts.get("date")),
    )
    stated = (facts.get("lang") or facts.get("language", ""),)
    story = article(head, blocks, stated)
    return Edition(address, (story,), title=title, language=story.language)
