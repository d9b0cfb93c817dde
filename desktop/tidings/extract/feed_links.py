"""The feeds that a page names, in its head or, as old systems do, in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from tidings.document import FeedLink
from tidings.extract.addresses import Base
from tidings.extract.markup import text_of
from tidings.extract.text import has_words, tidy, word_set

_TYPES = word_set(
    "application/rss+xml application/atom+xml application/rdf+xml application/feed+json "
    "text/rss text/rss+xml application/rss application/atom"
)
# Other data comes under these types too, so that the address must name a feed as well.
_UNSURE_TYPES = word_set("application/xml text/xml application/json")
_FEED_PATH = re.compile(r"(?:^|[/._-])(?:rss|atom|feeds?|rdf)(?:[/._-]|$|\d)", re.IGNORECASE)
_BODY_PATH = re.compile(
    r"/(?:rss|atom|feed|rssfeed)(?:\.(?:xml|rss|atom))?/?$|\.(?:rss|atom|rdf)$|^/api/z\w{5,}",
    re.IGNORECASE,
)
_BODY_QUERY = re.compile(r"\bzoneId=\d", re.IGNORECASE)
_COMMENTS = re.compile(
    r"comment|kommenta|comentari|commentaire|comenta|commenti|reacties|коммента|комента|пікір"
    r"|نظر|تعليق|コメント|评论|評論|댓글",
    re.IGNORECASE,
)
_NO_TITLES = frozenset(("rss", "rss 2.0", "atom", "rdf", "feed", "json", "xml"))
_MOST = 30


def feed_links(root: HtmlElement, base: Base) -> tuple[FeedLink, ...]:
    """Return the feeds that a page names, each once, in its order; those of comments last."""
    found: dict[str, FeedLink] = {}
    for title, href in (*_in_head(root), *_in_body(root, base)):
        url = base.link(href)
        if url.startswith(("http:", "https:")):
            found.setdefault(url, FeedLink(_title(title, root, url), url))
    ordered = sorted(found.values(), key=_is_of_comments)
    return tuple(ordered[:_MOST])


def _in_head(root: HtmlElement) -> Iterator[tuple[str, str]]:
    for link in root.iter("link"):
        rel = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        href = link.get("href") or ""
        named = kind in _TYPES or (kind in _UNSURE_TYPES and _FEED_PATH.search(href))
        if ("alternate" in rel and named) or "feed" in rel:
            yield tidy(link.get("title")), href


def _in_body(root: HtmlElement, base: Base) -> Iterator[tuple[str, str]]:
    """Yield the links of the text that lead to a feed of this site, by their addresses."""
    for link in root.iter("a"):
        url = base.link(link.get("href"))
        if not url.startswith(("http:", "https:")):
            continue
        parts = urlsplit(url)
        named = _BODY_PATH.search(parts.path) or _BODY_QUERY.search(parts.query)
        if parts.netloc == base.host and named:
            yield tidy(link.get("title")) or text_of(link), url


def _title(title: str, root: HtmlElement, url: str) -> str:
    """Return what a feed is offered by: its title, else its site's name, else its address."""
    if has_words(title) and title.casefold() not in _NO_TITLES:
        return title
    site = tidy(str(root.xpath("string(//meta[@property='og:site_name']/@content)")))
    kind = title or url.partition("://")[2]
    if title and not site:
        site = urlsplit(url).netloc.removeprefix("www.")
    return _("{page} ({kind})").format(page=site, kind=kind) if site else kind


def _is_of_comments(feed: FeedLink) -> bool:
    return bool(_COMMENTS.search(f"{feed.title} {urlsplit(feed.url).path}"))
