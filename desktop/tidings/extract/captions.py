"""The words that stand with a picture: its caption, and whose work it is."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.html import HtmlElement

from tidings.document import Spans, plain
from tidings.extract.addresses import Base
from tidings.extract.credits import split_credit
from tidings.extract.inline import Skip, read_spans
from tidings.extract.spans import drop_start
from tidings.extract.text import has_words

# A third of all captions stand outside figcaption: their class is all that tells them.
_CAPTION = re.compile(
    r"caption|cutline|(^|[\s_-])legend[ea]?([\s_-]|$)|bildunter|bildtext|didascalia|pie-?de-?foto"
    r"|(image|photo|picture|media|slide|carousel|gallery|img)[_-]*(description|text|desc|info|legend)"
    r"([\s_-]|$)|info-?description",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"credit|copyright|photographer|attribution|bildquelle|bildnachweis|fotograf"
    r"|(image|photo|picture|media|caption)[_-]*(source|author|agency|rights)",
    re.IGNORECASE,
)
# "3 of 12 |", "Legende:" and the like before the words of a caption.
_BEFORE = re.compile(
    r"\s*(?:\d{1,3}\s*(?:of|/|von|de|sur|z|di|av|van)\s*\d{1,3}\s*[|:.–-]?"
    r"|(?:legende|bildlegende|caption|image caption|bildunterschrift|légende)\s*:)\s*",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 800
_LONGEST_CREDIT = 120
_PICTURES = ("img", "amp-img", "picture", "figure", "video")


def is_caption(element: HtmlElement) -> bool:
    """Tell whether an element without pictures in it is named a caption or a credit."""
    return _named(element, _CAPTION, "caption") or is_credit(element)


def is_credit(element: HtmlElement) -> bool:
    """Tell whether an element without pictures in it is named as who made a picture."""
    return _named(element, _CREDIT, "copyrightHolder")


def read_caption(element: HtmlElement, base: Base, skip: Skip) -> tuple[Spans, str]:
    """Return caption and credit out of an element that holds nothing else with words.

    The element is a figure, its figcaption, or what a page has in its place.
    """
    captions = [node for node in element.iter("figcaption") if node is not element]
    if not captions:
        captions = _outermost(element, _CAPTION, "caption")
    credits_ = _outermost(element, _CREDIT, "copyrightHolder")
    inside = frozenset(credits_)
    words: Spans = ()
    for node in captions or [element]:
        words = read_spans(node, base, lambda child: child in inside or skip(child))
        if has_words(plain(words)):
            break
    credit = " ".join(plain(read_spans(node, base, skip)) for node in credits_).strip()
    if not plain(words) and len(credit) > _LONGEST_CREDIT:
        return read_spans(credits_[0], base, skip), ""
    before = _BEFORE.match(plain(words))
    if before and before.end() < len(plain(words)):
        words = drop_start(words, before.end())
    if len(plain(words)) > _LONGEST_CAPTION:
        words = ()
    if not has_words(credit):
        words, credit = split_credit(words)
    return words, credit if has_words(credit) else ""


def _named(element: HtmlElement, names: re.Pattern[str], property_: str) -> bool:
    if element.tag == "figcaption":
        if names is not _CAPTION:
            return False
    else:
        name = element.get("class")
        if not (name and _has(names, name)) and element.get("itemprop") != property_:
            return False
    return next(element.iter(*_PICTURES), None) is None


@lru_cache(maxsize=4096)
def _has(names: re.Pattern[str], classes: str) -> bool:
    return bool(names.search(classes))


def _outermost(root: HtmlElement, names: re.Pattern[str], property_: str) -> list[HtmlElement]:
    found: list[HtmlElement] = []
    for element in root.iterdescendants():
        if (
            isinstance(element.tag, str)
            and _named(element, names, property_)
            and not any(parent in found for parent in element.iterancestors())
        ):
            found.append(element)
    return found
