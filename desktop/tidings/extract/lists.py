"""Lists and tables that are such, and not a page's way of placing things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from tidings.document import ListBlock, Spans, Table, plain
from tidings.extract.addresses import Base
from tidings.extract.inline import Skip, read_spans
from tidings.extract.markup import is_element, text_of
from tidings.extract.pictures import is_ornament
from tidings.extract.text import has_words

_LISTS = ("ul", "ol", "dl")
_STORY_TAGS = ("figure", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "article")
_SEVERAL = 2
_LONG = 200
_NUMBER = re.compile(r"[0-9]{1,6}")


def read_list(element: HtmlElement, base: Base, skip: Skip, language: str) -> list[ListBlock]:
    """Return the list, nested ones as further items; none where it only places things.

    Where items are numbered, nested ones stand as lists of their own between them, so that
    each number is the page's.
    """
    if _holds_story(element):
        return []
    runs: list[tuple[bool, int, list[Spans]]] = []
    counts: dict[HtmlElement, int] = {}
    last = element
    for owner, item in _items(element, base, skip):
        if not has_words(plain(item)):
            continue
        ordered = owner.tag == "ol"
        number = counts[owner] = counts.get(owner, _start(owner) - 1) + 1
        if runs and (owner is last or not (ordered or runs[-1][0])):
            runs[-1][2].append(item)
        else:
            runs.append((ordered, number if ordered else 1, [item]))
        last = owner
    return [ListBlock(tuple(items), ordered, language, start) for ordered, start, items in runs]


def _start(element: HtmlElement) -> int:
    stated = element.get("start", "").strip()
    if not stated:
        stated = next((item.get("value", "") for item in element.iterchildren("li")), "").strip()
    return int(stated) if _NUMBER.fullmatch(stated) else 1


def _holds_story(element: HtmlElement) -> bool:
    if next(element.iter(*_STORY_TAGS), None) is not None:
        return True
    if any(not is_ornament(image) for image in element.iter("img", "amp-img")):
        return True
    for item in element.iterchildren("li"):
        paragraphs = [p for p in item.iter("p") if len(text_of(p)) > _LONG]
        if len(paragraphs) >= _SEVERAL:
            return True
    return False


def _items(element: HtmlElement, base: Base, skip: Skip) -> Iterator[tuple[HtmlElement, Spans]]:
    """Yield the items in the page's order, each with the list that it is one of."""
    for child in element:
        if not is_element(child) or skip(child):
            continue
        if child.tag in _LISTS:
            yield from _items(child, base, skip)
            continue
        nested = [node for node in child.iter(*_LISTS) if node is not child]
        inside = frozenset(nested)
        yield element, read_spans(child, base, _either(inside, skip))
        for node in nested:
            if not any(parent in inside for parent in node.iterancestors()):
                yield from _items(node, base, skip)


def _either(inside: frozenset[HtmlElement], skip: Skip) -> Skip:
    return lambda element: element in inside or skip(element)


def read_table(element: HtmlElement, base: Base, skip: Skip, language: str) -> Table | None:
    """Return the table; None where it only places things, as old pages do."""
    if next(element.iterdescendants("table", "figure", "form", "iframe"), None) is not None:
        return None
    rows = [
        row for row in element.iter("tr") if next(row.iterchildren("td", "th"), None) is not None
    ]
    widths = [sum(1 for _ in row.iterchildren("td", "th")) for row in rows]
    stated = next(element.iter("th", "caption", "thead"), None) is not None
    if not rows or (not stated and (len(rows) < _SEVERAL or max(widths) < _SEVERAL)):
        return None
    if any(len(list(cell.iter("p"))) > _SEVERAL for cell in element.iter("td")):
        return None
    caption = next(element.iter("caption"), None)
    table = tuple(
        tuple(read_spans(cell, base, skip) for cell in row.iterchildren("td", "th")) for row in rows
    )
    filled = tuple(row for row in table if any(has_words(plain(cell)) for cell in row))
    if not filled:
        return None
    headers = 0
    for row in rows:
        if next(row.iterchildren("td"), None) is not None:
            break
        headers += 1
    return Table(filled, min(headers, len(filled)), text_of(caption), language)
