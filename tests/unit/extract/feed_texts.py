"""Building small feeds for tests."""

from __future__ import annotations

from tidings.document import Article, Edition, RawPage
from tidings.extract import read

ADDRESS = "https://news.example/a/feed.xml"
XML = "application/rss+xml"
PARAGRAPH = "The harbour office said that the ferry leaves at noon, whatever the weather may be. "
LONG = PARAGRAPH * 6
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def rss(items: str, head: str = "", spaces: str = SPACES) -> str:
    """Return an RSS feed with items and with what its channel says."""
    return (
        f'<?xml version="1.0"?><rss version="2.0" {spaces}><channel>{head}{items}</channel></rss>'
    )


def atom(entries: str, attributes: str = "") -> str:
    """Return an Atom feed with entries."""
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}>{entries}</feed>'


def item(content: str, more: str = "") -> str:
    """Return an RSS item with its full text and an address."""
    return (
        f"<item><title>Noon</title><link>https://news.example/noon</link>{more}"
        f"<content:encoded><![CDATA[{content}]]></content:encoded></item>"
    )


def edition(text: str | bytes, media_type: str = XML, address: str = ADDRESS) -> Edition:
    """Return the edition of a feed."""
    content = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return read(RawPage(address, media_type, content))


def only(text: str | bytes, media_type: str = XML) -> Article:
    """Return the one story of a feed."""
    (article,) = edition(text, media_type).articles
    return article
