"""Making a page's addresses absolute, and letting only harmless ones through."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

# What browsers drop inside an address, so that "java script:" cannot hide.
_DROPPED = re.compile(r"[\t\r\n\0]")
# Most addresses are these two, and joining them with a base takes no look at their parts.
_ABSOLUTE = re.compile(r"https?://[a-z0-9.-]+(?:/[\w/.,~%=+-]*)?(?:\?[\w/.,~%=+&-]+)?", re.ASCII)
_OF_SITE = re.compile(r"(?:/[\w~%=+,-][\w.~%=+,-]*)+/?(?:\?[\w/.,~%=+&-]+)?", re.ASCII)
_SITE = re.compile(r"https?://[a-z0-9.-]+(?=[/?#]|$)")


@dataclass(frozen=True, slots=True)
class Base:
    """What a page's relative addresses are relative to.

    ``page`` is where the page was found. ``home`` is where it lives on the web by its own
    word; empty where it does not say. ``stated`` is what it wants its relative addresses to
    be relative to, where that is neither.
    """

    page: str
    home: str = ""
    stated: str = ""

    def link(self, href: str | None) -> str:
        """Return an absolute http, https or mailto address, or empty."""
        address = _join(self._for_links(), href)
        return address if _scheme(address) in ("http", "https", "mailto") else ""

    def picture(self, source: str | None) -> str:
        """Return an absolute http or https address, or that of a file beside a file, or empty."""
        return self._near(source)

    def next_page(self, href: str | None) -> str:
        """Return where ``href`` leads for a reader who opens it here: http(s), a file, or empty.

        A page saved as a file may have its next one saved beside it.
        """
        return self._near(href)

    @property
    def story(self) -> str:
        """The address of the one story on this page; empty where it is not a story's own.

        A site's front page shows another story tomorrow.
        """
        address = self.home or self.link(self.page)
        return address if address and urlsplit(address).path.strip("/") else ""

    @property
    def host(self) -> str:
        """The host of the page's own address on the web, empty where that is not known."""
        return urlsplit(self.home or self.page).netloc

    def _near(self, href: str | None) -> str:
        address = _join(self._for_neighbours(href), href)
        scheme = _scheme(address)
        if scheme in ("http", "https"):
            return address
        # Only a file may point to a file, and never to another computer's.
        return (
            address
            if scheme == "file" and _scheme(self.page) == "file" and not urlsplit(address).netloc
            else ""
        )

    def _for_links(self) -> str:
        if self.stated:
            return self.stated
        return self.page if _scheme(self.page) in ("http", "https") else self.home

    def _for_neighbours(self, href: str | None) -> str:
        if self.stated or _scheme(self.page) in ("http", "https"):
            return self._for_links()
        # "?p=2" and "/z/1" mean the site, not this computer's folders.
        stays_beside = not (href or "").strip().startswith(("/", "?"))
        return self.page if stays_beside and _scheme(self.page) == "file" else self.home


def base_of(root: HtmlElement, address: str) -> Base:
    """Return the base of a page found at ``address``, by its own statements."""
    home = _stated_home(root)
    stated = _join(address, str(root.xpath("string(//base/@href)")))
    return Base(address, home, stated if _scheme(stated) in ("http", "https") else "")


def _stated_home(root: HtmlElement) -> str:
    for path in (
        "string(//link[@rel='canonical']/@href)",
        "string(//meta[@property='og:url']/@content)",
    ):
        address = _join("", str(root.xpath(path)))
        if _scheme(address) in ("http", "https"):
            return address
    return ""


def _scheme(address: str) -> str:
    return address.partition(":")[0].lower() if ":" in address else ""


def _join(base: str, href: str | None) -> str:
    if href and _ABSOLUTE.fullmatch(href):
        return href
    if href and _OF_SITE.fullmatch(href) and (site := _SITE.match(base)):
        return site[0] + href
    href = _DROPPED.sub("", href or "").strip()
    if not href or href.startswith("#"):
        return ""
    try:
        address = urljoin(base, href).replace(" ", "%20")
        urlsplit(address)
    except ValueError:
        return ""
    return address
