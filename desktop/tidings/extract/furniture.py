"""Telling the furniture of a page from its story, by the names that pages give to things."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from tidings.extract.text import word_set

_TAGS = word_set("nav footer form aside dialog menu")
_ROLES = word_set(
    "navigation banner contentinfo search complementary dialog menu menubar toolbar alert "
    "tablist button"
)
# Whole parts of a class or id, between hyphens, underscores and changes of case.
_WORDS = re.compile(
    r"(?:^|[\s_-])(?:"
    r"share|sharing|sharebar|sharedaddy|social|socials|related|recirc|recirculation|newsletter"
    r"|promo|promobox|comment|comments|commentlist|disqus|sidebar|breadcrumb|breadcrumbs|advert"
    r"|advertisement|advertising|ad|ads|adbox|adslot|banner|sponsored|cookie|cookies|consent"
    r"|paywall|subscribe|subscription|signup|teaser|teasers|popular|trending|recommended"
    r"|recommendation|recommendations|outbrain|taboola|tags|taglist|toolbar|menu|navigation|nav"
    r"|navbar|pagination|pager|print|modal|popup|lightbox|skip|login|copyright|disclaimer"
    r"|tooltip|rating|donate|donation|toc|embed-code|ctc|also-read|media-pholder|c-mmp"
    r"|externalMedia|responsive-indicator|back-to-top|jp-relatedposts"
    r")(?=$|[\s_-])",
    re.IGNORECASE,
)


def is_furniture(element: HtmlElement) -> bool:
    """Tell whether an element is named as something other than a part of the story."""
    if element.tag in _TAGS or element.get("role") in _ROLES:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return names != " " and bool(_WORDS.search(names))
