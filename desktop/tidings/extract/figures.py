"""Pictures of a page as figures: which picture stands where, and what is written of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from tidings.document import Figure, Picture, plain
from tidings.extract.addresses import Base
from tidings.extract.captions import is_caption, is_credit, read_caption
from tidings.extract.inline import Skip
from tidings.extract.markup import is_element
from tidings.extract.pictures import described, picture_of
from tidings.extract.text import tidy

IMAGES = ("img", "amp-img")
_TEXT_IN_FIGURE = ("table", "pre", "blockquote", "ul", "ol")


def figure_of(image: HtmlElement, base: Base, language: str) -> Figure | None:
    """Return the figure of an image; None where there is neither an address nor a word.

    One that is loaded late may have its address only in the ``noscript`` beside it.
    """
    picture, alt = picture_of(image, base), image.get("alt")
    if not picture.sources:
        spare = _noscript_twin(image)
        if spare is not None:
            picture, alt = picture_of(spare, base), alt if alt is not None else spare.get("alt")
    if not picture.sources and not tidy(alt):
        return None
    return Figure(picture, described(alt), language=language)


def spare_image(noscript: HtmlElement) -> HtmlElement | None:
    """Return the image of a ``noscript`` that stands alone; its twin was read already."""
    images = list(noscript.iter(*IMAGES))
    return images[0] if len(images) == 1 and not _follows_image(noscript) else None


def images_of(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the images in an element, each once."""
    for image in element.iter(*IMAGES, "noscript"):
        if image.tag == "noscript":
            spare = spare_image(image)
            if spare is not None:
                yield spare
        elif next(image.iterancestors("noscript"), None) is None:
            yield image


def poster_of(element: HtmlElement, base: Base, language: str) -> Figure | None:
    """Return the still picture of a film in an element."""
    poster = next((video.get("poster") for video in element.iter("video")), None)
    source = base.picture(poster)
    return Figure(Picture((source,)), None, language=language) if source else None


def holds_text(element: HtmlElement) -> bool:
    """Tell whether a figure shows text instead of a picture."""
    return next(element.iter(*_TEXT_IN_FIGURE), None) is not None


def captioned(figure: Figure, element: HtmlElement, base: Base, skip: Skip) -> Figure:
    """Return a figure with the caption that its element holds."""
    caption, credit = read_caption(element, base, skip)
    return replace(figure, caption=caption, credit=credit)


def captioned_by(figure: Figure, element: HtmlElement, base: Base, skip: Skip) -> Figure | None:
    """Return a figure with what an element after it says of it; None where that is no caption."""
    if not is_caption(element):
        return None
    caption, credit = read_caption(element, base, skip)
    if is_credit(element) and not credit:
        caption, credit = (), plain(caption)
    if (caption and figure.caption) or (credit and figure.credit) or not (caption or credit):
        return None
    return replace(figure, caption=caption or figure.caption, credit=credit or figure.credit)


def _noscript_twin(image: HtmlElement) -> HtmlElement | None:
    for step in (image, image.getparent()):
        follower = step.getnext() if step is not None else None
        if follower is not None and follower.tag == "noscript":
            return next(follower.iter(*IMAGES), None)
    return None


def _follows_image(noscript: HtmlElement) -> bool:
    before = noscript.getprevious()
    return before is not None and (
        before.tag in IMAGES
        or (is_element(before) and next(before.iter(*IMAGES), None) is not None)
    )
