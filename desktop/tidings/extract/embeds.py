"""What a page shows from elsewhere: films, posts and maps, in frames or in AMP's elements."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from tidings.document import Span, Spans
from tidings.extract.addresses import Base
from tidings.extract.text import has_words, tidy, word_set

# Frames that only the page or its advertisers have a use for, and names that say nothing.
_NO_NAME = re.compile(
    r"\b(ad|ads|advert\w*|sponsor\w*|captcha|recaptcha|consent|cookie|newsletter|login|tracking"
    r"|iframe|frame|embed|embedded content|blank|untitled)\b",
    re.IGNORECASE,
)
_SOURCES = ("src", "data-src", "data-lazy-src", "data-href")
# What AMP has for the page's own pictures and words; all its other elements are machines.
_AMP_BOXES = word_set(
    "amp-img amp-anim amp-carousel amp-base-carousel amp-inline-gallery amp-stream-gallery "
    "amp-lightbox-gallery amp-image-lightbox amp-accordion amp-fit-text amp-selector amp-layout "
    "amp-bodymovin-animation amp-timeago amp-story amp-story-page amp-story-grid-layer"
)
# AMP names a film or a post by its number on the site that its element is for.
_AMP_NUMBERS = {
    "amp-youtube": ("data-videoid", "https://www.youtube.com/watch?v="),
    "amp-vimeo": ("data-videoid", "https://vimeo.com/"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/video/"),
    "amp-twitter": ("data-tweetid", "https://twitter.com/i/status/"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/"),
}
_NUMBER = re.compile(r"[\w-]{1,64}", re.ASCII)
_LONGEST = 200


def is_embed(element: HtmlElement) -> bool:
    """Tell whether an element shows something from elsewhere; what is in it stands in for that."""
    tag = element.tag
    return tag == "iframe" or (tag.startswith("amp-") and tag not in _AMP_BOXES)


def embed_of(frame: HtmlElement, base: Base) -> Spans:
    """Return the name of what an embed shows, with the host it is from as a link.

    None where the page does not name it, or where it is none of the reader's concern.
    """
    name = tidy(frame.get("title") or frame.get("aria-label"))
    if not has_words(name) or len(name) > _LONGEST or _NO_NAME.search(name):
        return ()
    addresses = (base.link(frame.get(source)) for source in _SOURCES)
    address = next(filter(None, addresses), "") or _by_number(frame)
    host = urlsplit(address).netloc.removeprefix("www.")
    return (Span(f"{name} ("), Span(host, link=address), Span(")")) if host else ()


def _by_number(frame: HtmlElement) -> str:
    attribute, site = _AMP_NUMBERS.get(frame.tag, ("", ""))
    number = frame.get(attribute, "") if attribute else ""
    return site + number if _NUMBER.fullmatch(number) else ""
