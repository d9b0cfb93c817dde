"""Boxes that hold one picture and the few words which belong to it, without saying so.

A third of all captions stand outside ``figcaption``, and many of those in elements whose
names tell nothing. What tells them is the box: a picture, some words, and nothing else.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from tidings.extract.inline import WORDLESS
from tidings.extract.markup import is_element, text_of
from tidings.extract.pictures import is_ornament
from tidings.extract.text import tidy, word_set

_IMAGES = ("img", "amp-img")
_PICTURE_TAGS = ("picture", "source")
_BOXES = word_set("div section span p")
_NAMED = re.compile(
    r"image|img|photo|picture|pict|media|figure|foto|bild|imagen|immagine|zdjeci", re.IGNORECASE
)
# What is more than a picture with its caption.
_OTHER = word_set(
    "h2 h3 h4 h5 h6 ul ol dl table blockquote pre form figure video audio iframe article aside "
    "nav header footer"
)
_LONGEST = 400
_MOST_NODES = 60
_MOST_STEPS = 5


def picture_boxes(root: HtmlElement) -> frozenset[HtmlElement]:
    """Return the elements that are a picture with its caption, as a ``figure`` would be.

    Takes time in proportion to the pictures of the page.
    """
    found: set[HtmlElement] = set()
    for image in root.iter(*_IMAGES):
        if is_ornament(image) or next(image.iterancestors("figure"), None) is not None:
            continue
        link = next(image.iterancestors("a"), None)
        if link is not None and text_of(link):
            continue
        around = (node for node in image.iterancestors() if node.tag not in _PICTURE_TAGS)
        for steps, parent in enumerate(around):
            words = _few_words(parent, image)
            if steps >= _MOST_STEPS or words is None:
                break
            if words and parent.tag in _BOXES:
                if _says_picture(parent) or _repeats(words, image):
                    found.add(parent)
                break
    return frozenset(found)


def _few_words(box: HtmlElement, image: HtmlElement) -> str | None:
    """Return the words in a box with one picture; None where it holds other things too."""
    words: list[str] = []
    length = 0
    for nodes, node in enumerate(box.iter()):
        if nodes > _MOST_NODES or length > _LONGEST:
            return None
        if is_element(node):
            if node.tag in _OTHER or (
                node.tag in _IMAGES and node is not image and not is_ornament(node)
            ):
                return None
            if node.tag not in WORDLESS and node.text:
                words.append(node.text)
        if node is not box and node.tail:
            words.append(node.tail)
        length = sum(map(len, words))
    linked = sum(len(text_of(link)) for link in box.iter("a"))
    text = tidy(" ".join(words))
    return None if len(text) > _LONGEST or linked * 2 > len(text) > 0 else text


def _says_picture(box: HtmlElement) -> bool:
    return bool(_NAMED.search(f"{box.get('class') or ''} {box.get('id') or ''}"))


def _repeats(words: str, image: HtmlElement) -> bool:
    """Tell whether the words begin as the picture's own text does."""
    own = tidy(image.get("alt")) or tidy(image.get("title"))
    return bool(own) and words.casefold().startswith(own.casefold()[:40])
