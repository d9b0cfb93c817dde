"""What a page shows from elsewhere: films, posts and maps in frames."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from tidings.document import Span, Spans
from tidings.extract.addresses import Base
from tidings.extract.text import has_words, tidy

# Frames that only the page or its advertisers have a use for, and names that say nothing.
_NO_NAME = re.compile(
    r"\b(ad|ads|advert\w*|sponsor\w*|captcha|recaptcha|consent|cookie|newsletter|login|tracking"
    r"|iframe|frame|embed|embedded content|blank|untitled)\b",
    re.IGNORECASE,
)
_SOURCES = ("src", "data-src", "data-lazy-src")
_LONGEST = 200


def embed_of(frame: HtmlElement, base: Base) -> Spans:
    """Return the name of what a frame shows, with the host it is from as a link.

    None where the page does not name it, or where it is none of the reader's concern.
    """
    name = tidy(frame.get("title"))
    if not has_words(name) or len(name) > _LONGEST or _NO_NAME.search(name):
        return ()
    addresses = (base.link(frame.get(source)) for source in _SOURCES)
    address = next(filter(None, addresses), "")
    host = urlsplit(address).netloc.removeprefix("www.")
    return (Span(f"{name} ("), Span(host, link=address), Span(")")) if host else ()
