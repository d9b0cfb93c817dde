"""Telling a page of several full stories from a page of one story and many teasers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from tidings.extract.markup import text_of

_COMMENT = re.compile(r"comment|reply|reaction|kommentar", re.IGNORECASE)
_ENTRY = re.compile(r"(^|\s)(hentry|h-entry|post|blog-?post|entry)(\s|$)", re.IGNORECASE)
_ABOUT = re.compile(
    r"(^|[\s_-])(meta|postmeta|byline|utility|posted-on|cat-links|tags-links|post-info|author)([\s_-]|$)",
    re.IGNORECASE,
)
_HEADINGS = ("h1", "h2", "h3")
_FULL_STORY = 250
_SHARE_OF_LARGEST = 0.8


def stories(root: HtmlElement) -> Sequence[HtmlElement]:
    """Return the elements that hold one full story each, where the page has several; else none.

    Full stories stand side by side, each with a title of the same rank and paragraphs of its
    own. Teasers are short; comments have no title; a single story outweighs what surrounds it.
    """
    families: dict[HtmlElement, list[HtmlElement]] = {}
    for element in root.iter("article", "div", "section", "li"):
        parent = element.getparent()
        if parent is not None and _is_entry(element):
            families.setdefault(parent, []).append(element)
    for family in families.values():
        full = [element for element in family if own_text(element) >= _FULL_STORY]
        if (
            len(full) > 1
            and _is_even(full)
            and len({_title_rank(element) for element in full}) == 1
        ):
            # A short story among full ones is a story; the teasers were in other families.
            return [element for element in family if _title_rank(element)]
    return ()


def title_of(story: HtmlElement) -> HtmlElement | None:
    """Return the heading that is the title of one story among several."""
    return next((heading for heading in story.iter(*_HEADINGS) if text_of(heading)), None)


def is_about(element: HtmlElement) -> bool:
    """Tell whether an element says who wrote a story and when, not the story itself."""
    return bool(_ABOUT.search(element.get("class") or ""))


def _is_entry(element: HtmlElement) -> bool:
    if element.tag != "article" and not _ENTRY.search(element.get("class") or ""):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return not _COMMENT.search(names) and not (element.get("itemtype") or "").endswith("Comment")


def _title_rank(element: HtmlElement) -> str:
    title = title_of(element)
    return str(title.tag) if title is not None else ""


def own_text(element: HtmlElement) -> int:
    """Return the length of an entry's paragraphs that are not links."""
    length = 0
    for paragraph in element.iter("p"):
        linked = sum(len(str(link.text_content())) for link in paragraph.iter("a"))
        length += max(0, len(str(paragraph.text_content()).strip()) - linked)
    return length


def _is_even(full: Sequence[HtmlElement]) -> bool:
    sizes = [own_text(element) for element in full]
    return max(sizes) < _SHARE_OF_LARGEST * sum(sizes)
