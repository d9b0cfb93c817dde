"""Telling the furniture of a page from its story, by the names that pages give to things."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from tidings.extract.text import word_set

_TAGS = word_set("nav footer form aside dialog menu")
_MENU_TAGS = ("nav", "menu", "dialog")
_MOST_PARAGRAPHS = 3
_CONTROLS = ("input", "button", "textarea", "select")
_FORM_WORDS = 300
_MENUS = word_set("navigation search dialog menu menubar toolbar tablist")
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
    r"|external-media|author|authors|byline|bio|avatar|inline-signup|survey|poll|quiz"
    r"|infobox|info-box|factbox|fact-box|expandable-box"
    r"|responsive-indicator|back-to-top|jp-relatedposts"
    r")(?=$|[\s_-])",
    re.IGNORECASE,
)


# Names that nobody gives to a part of a story, whatever an extractor takes it for.
_SURELY = re.compile(
    r"(?:^|[\s_-])(?:newsletter|signup|sign-up|related|recirc|recirculation|comments|promo|promobox"
    r"|subscribe|taboola|outbrain|infobox|info-box|factbox|fact-box|expandable-box)(?=$|[\s_-])",
    re.IGNORECASE,
)
_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PICTURE = re.compile(r"image|img|picture|figure|photo|foto|bild", re.IGNORECASE)
_SHOWN = re.compile(r"teasers?|lightbox|banner|modal|popup|print|ad(?=-free)", re.IGNORECASE)


def is_way_around(element: HtmlElement) -> bool:
    """Tell whether an element is a page's menu or form, which nobody writes a story into.

    One that is never closed holds the story too: then it is none.
    """
    if element.tag == "form":
        return _is_for_filling_in(element)
    if element.tag not in _MENU_TAGS and element.get("role") not in _MENUS:
        return False
    return sum(1 for _ in islice(element.iter("p"), _MOST_PARAGRAPHS)) < _MOST_PARAGRAPHS


def _is_for_filling_in(form: HtmlElement) -> bool:
    """Tell a form with its few words from one around a page, as old servers make it."""
    if next(form.iter(*_CONTROLS), None) is None:
        return False
    words = 0
    for text in form.itertext():
        words += len(text.strip())
        if words > _FORM_WORDS:
            return False
    return True


def is_furniture(element: HtmlElement) -> bool:
    """Tell whether an element is named as something other than a part of the story."""
    if element.tag in _TAGS or element.get("role") in _ROLES:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return names != " " and _names_furniture(names)


def is_surely_furniture(element: HtmlElement) -> bool:
    """Tell whether an element is named so that no evidence can make it a part of the story."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_SURELY.search(_CASE.sub("-", names)))


@lru_cache(maxsize=4096)
def _names_furniture(names: str) -> bool:
    names = _CASE.sub("-", names)
    found = _WORDS.search(names)
    if found and _PICTURE.search(names):
        # Around a picture these name a size or a way to show it.
        found = _WORDS.search(_SHOWN.sub("", names))
    return bool(found)
