"""A page names its feeds, to be offered by their titles."""

from __future__ import annotations

import pytest

from tests.unit.extract.pages import edition
from tidings.document import FeedLink

STORY = "<p>" + "The ferry leaves at noon, whatever the weather may be. " * 9 + "</p>"


def feeds(head: str, body: str = "") -> list[tuple[str, str]]:
    got = edition(f"<head><title>Bay News</title>{head}</head><body>{body}{STORY}</body>")
    return [(feed.title, feed.url) for feed in got.feeds]


def alternate(href: str, title: str = "", kind: str = "application/rss+xml") -> str:
    return f'<link rel="alternate" type="{kind}" title="{title}" href="{href}">'


def test_comments_are_offered_last() -> None:
    head = (
        alternate("/comments/feed/", "Bay » Comments Feed")
        + alternate("/rss.xml", "News")
        + alternate("/a.atom", "Sport", "application/atom+xml; charset=utf-8")
        + alternate("/feed.json", "All", "application/feed+json")
        + alternate("/rss.xml", "News again")
    )
    assert feeds(head) == [
        ("News", "https://tidings.example/rss.xml"),
        ("Sport", "https://tidings.example/a.atom"),
        ("All", "https://tidings.example/feed.json"),
        ("Bay » Comments Feed", "https://tidings.example/comments/feed/"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="stylesheet" type="application/rss+xml" href="/rss.xml">',
        '<link rel="alternate" hreflang="de" href="/de">',
        alternate("/wp-json/oembed", "", "application/json+oembed"),
        alternate("/wp-json/posts/1", "", "application/json"),
        alternate("javascript:steal()", "News"),
        alternate("", "News"),
    ],
)
def test_other_links_are_none(head: str) -> None:
    assert feeds(head) == []


def test_a_feed_without_a_title_has_the_name_of_its_site() -> None:
    """The title of a page is its story's, and names no feed."""
    url = "https://tidings.example/rss.xml"
    assert feeds(alternate("/rss.xml", "RSS")) == [("tidings.example (RSS)", url)]
    assert feeds(alternate("/rss.xml")) == [("tidings.example/rss.xml", url)]
    site = '<meta property="og:site_name" content="Bay News">'
    assert feeds(site + alternate("/rss.xml", "RSS")) == [("Bay News (RSS)", url)]


def test_links_of_the_text_that_lead_to_feeds_of_the_site_are_named() -> None:
    body = (
        '<a href="/rss">Subscribe</a><a href="/api/zkvt_erbtq" title="World">RSS</a>'
        '<a href="https://other.example/rss">Another</a><a href="/rss-explained.html">What?</a>'
        '<a href="/podcast">Podcasts</a><a href="/podcast/?zoneId=7">Talk</a>'
    )
    assert feeds("", body) == [
        ("Subscribe", "https://tidings.example/rss"),
        ("World", "https://tidings.example/api/zkvt_erbtq"),
        ("Talk", "https://tidings.example/podcast/?zoneId=7"),
    ]


def test_an_empty_page_names_its_feeds_too() -> None:
    got = edition(f"<html><head>{alternate('/rss.xml', 'News')}</head><body></body></html>")
    assert got.feeds == (FeedLink("News", "https://tidings.example/rss.xml"),)
    assert not got.articles


def test_the_base_of_the_page_holds() -> None:
    head = '<base href="https://bay.example/x/">' + alternate("rss.xml", "News")
    assert feeds(head) == [("News", "https://bay.example/x/rss.xml")]
