"""The words of one element with their marks, whatever elements are inside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

from tidings.document import Emphasis, Span, Spans
from tidings.extract.addresses import Base
from tidings.extract.markup import is_element, is_for_screen_readers, is_hidden, language_of
from tidings.extract.spans import NO_MARKS, Marks, join
from tidings.extract.text import word_set

WORDLESS = word_set(
    "script style template svg math-ml button input select textarea option datalist iframe "
    "object embed video audio canvas title link meta noscript map applet frame frameset "
    "progress meter img amp-img"
)
"""Elements whose text, if they have any, is not for reading."""

BLOCK_TAGS = word_set(
    "address article aside blockquote body caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li "
    "main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
"""Elements that begin and end a line of their own.

The head is one: where a page does not end it, the parser leaves the story in it.
"""

_EMPHASIS = {
    "em": Emphasis.EMPHASIS,
    "i": Emphasis.EMPHASIS,
    "cite": Emphasis.EMPHASIS,
    "dfn": Emphasis.EMPHASIS,
    "strong": Emphasis.STRONG,
    "b": Emphasis.STRONG,
}
_SPACE = Span(" ")

Skip = Callable[[HtmlElement], bool]
"""Tells elements that are passed over with everything in them."""


def is_unseen(element: HtmlElement) -> bool:
    """Tell whether an element holds nothing that the page shows as its story's words."""
    return is_hidden(element) or is_for_screen_readers(element)


def inner_marks(element: HtmlElement, marks: Marks, base: Base) -> Marks:
    """Return the marks that hold inside an inline element which stands in ``marks``."""
    language = language_of(element) or marks.language
    link = base.link(element.get("href")) if element.tag == "a" else ""
    emphasis = _EMPHASIS.get(element.tag, marks.emphasis)
    return Marks(language, link or marks.link, emphasis)


def read_spans(element: HtmlElement, base: Base, skip: Skip | None = None) -> Spans:
    """Return the element's words as spans; lines and blocks in it become a space."""
    return join(_pieces(element, NO_MARKS, base, skip or (lambda _: False)))


def _pieces(element: HtmlElement, marks: Marks, base: Base, skip: Skip) -> Iterator[Span]:
    if element.text:
        yield marks.span(element.text)
    for child in element:
        if is_element(child) and child.tag not in WORDLESS:
            if child.tag == "br":
                yield _SPACE
            elif not (is_unseen(child) or skip(child)):
                line = child.tag in BLOCK_TAGS
                if line:
                    yield _SPACE
                yield from _pieces(child, inner_marks(child, marks, base), base, skip)
                if line:
                    yield _SPACE
        if child.tail:
            yield marks.span(child.tail)
