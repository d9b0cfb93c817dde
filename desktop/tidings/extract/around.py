"""What stands around the stories of a page: skip links, breaking news, the way to more."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from tidings.document import BreakingNews, LoadMore, NewsItem, SkipLink
from tidings.extract.addresses import Base
from tidings.extract.markup import by_class, first_by_class, text_of
from tidings.extract.text import tidy

_SEARCH = re.compile(r"search|srch|such|поиск|recherche|buscar|zoek|szuk|hledat", re.IGNORECASE)
_NAVIGATION = re.compile(r"nav|menu|sitemap|навигац|footer|foot$", re.IGNORECASE)
_SKIP_CLASS = re.compile(r"skip|jump|sprung|bypass", re.IGNORECASE)
_HIDDEN_LIST = re.compile(r"sr-only|visually-?hidden|screen-?reader|a11y|accessib", re.IGNORECASE)
_BREAKING = re.compile(
    r"(^|\s)(c-hlights--breaking|breaking-?news[\w-]*|breaking-?bar)(\s|$)", re.I
)
_LABEL = re.compile(r"label|title|heading|flag|kicker", re.IGNORECASE)
_MORE = re.compile(r"load-?more|link-showmore|show-?more", re.IGNORECASE)
_EARLY_LINKS = 12
_MOST_ITEMS = 12


def skip_links(root: HtmlElement) -> tuple[str, tuple[SkipLink, ...]]:
    """Return the label over the page's accessibility links, and the links.

    They are the first links of a page that lead to places inside it and that the page
    names or hides as such.
    """
    found: list[SkipLink] = []
    label = ""
    links: list[HtmlElement] = root.xpath(f"(//body//a[@href])[position() <= {_EARLY_LINKS}]")
    for link in links:
        href, text = link.get("href") or "", text_of(link)
        if not href.startswith("#") or len(href) < 2 or not text:
            continue
        box = _hidden_box(link)
        if box is None and not _SKIP_CLASS.search(f"{link.get('class') or ''} {link.get('id')}"):
            continue
        found.append(SkipLink(text, _target(href, text), href))
        if not label and box is not None:
            label = text_of(next(box.iter("h1", "h2", "h3", "h4"), None))
    return label, tuple(found)


def _hidden_box(link: HtmlElement) -> HtmlElement | None:
    for steps, element in enumerate(link.iterancestors()):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _HIDDEN_LIST.search(names) or _SKIP_CLASS.search(names):
            return element
        if element.tag == "body" or steps > 4:
            break
    return None


def _target(href: str, text: str) -> str:
    for words in (href, text):
        if _SEARCH.search(words):
            return "search"
        if _NAVIGATION.search(words):
            return "navigation"
    return "content"


def breaking_news(root: HtmlElement, base: Base) -> BreakingNews | None:
    """Return the page's breaking-news bar, without items where it is empty; None if it has none."""
    for bar in root.xpath("//body//*[contains(@class, 'reaking') or contains(@id, 'reaking')]"):
        if not _BREAKING.search(f"{bar.get('class') or ''} {bar.get('id') or ''}"):
            continue
        box = first_by_class(bar, "c-hlights__items")
        links = list((bar if box is None else box).iter("a"))
        if len(links) > _MOST_ITEMS:
            continue
        items = tuple(
            NewsItem(text, base.link(link.get("href")))
            for link in links
            if (text := text_of(link)) and not (link.get("href") or "").startswith("#")
        )
        return BreakingNews(_bar_label(bar, {item.text for item in items}), items)
    return None


def _bar_label(bar: HtmlElement, items: set[str]) -> str:
    own = first_by_class(bar, "c-hlights__label")
    if own is not None:
        return text_of(next(own.iterchildren("span"), own))
    for element in bar.iterdescendants("h1", "h2", "h3", "h4", "span", "strong", "p", "div"):
        text = text_of(element)
        named = element.tag in ("h1", "h2", "h3", "h4") or _LABEL.search(element.get("class") or "")
        if named and text and text not in items and len(text) < 40:
            return text
    return ""


def load_more(root: HtmlElement, base: Base) -> LoadMore | None:
    """Return where the page's next stories are, by a control that says so in words."""
    for link in root.xpath("//body//a[@href or @data-ajax-url]"):
        named = _MORE.search(f"{link.get('class') or ''} {link.get('id') or ''}")
        if not named:
            continue
        more = _more(link, base)
        if more is not None:
            return more
    return None


def next_page(root: HtmlElement, base: Base) -> LoadMore | None:
    """Return where a list of stories goes on: the link to its next or older page.

    Ask only of a page with several stories: that of a single one leads to another story.
    """
    older = [link for box in by_class(root, "nav-previous") for link in box.iter("a")]
    for link in [*root.xpath("//body//a[contains(concat(' ', @rel, ' '), ' next ')]"), *older]:
        more = _more(link, base)
        if more is not None:
            return more
    return None


def _more(link: HtmlElement, base: Base) -> LoadMore | None:
    text = text_of(link) or tidy(link.get("aria-label"))
    href = link.get("href") or ""
    if href in ("", "#") or href.lower().startswith("javascript:"):
        href = link.get("data-ajax-url") or ""
    url = base.next_page(href)
    return LoadMore(text, url) if text and url else None
