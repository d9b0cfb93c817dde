"""Feeds of the world and of other readers' tests give what their truth says.

They are not ours to ship. Where they lie beside the checkout, in ``../shared/corpus``, each is
read; elsewhere the gate says that it did not run.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tidings.document import Edition, RawPage
from tidings.extract import is_feed, read
from tidings.source import fetch

_FEEDS = Path(__file__).parents[4] / "shared" / "corpus" / "feeds"
# What feedparser finds and is no story: an entry that only has a name, and one that is cut off
# in its title.
_NONE = {"reader_empty.atom", "fp_illformed_rss_incomplete_cdata.xml"}
_OF_JSON = {
    "c_json_11_minimal.json": 2,
    "gofeed_json11_feed.json": 1,
    "reader_full.json": 2,
    "reader_invalid.json": 2,
    "traf_feed.json": 25,
}


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    if not (_FEEDS / "feeds.json").is_file():
        pytest.skip("The feeds to measure on are not beside the checkout: the gate did not run.")
    told: dict[str, Any] = json.loads((_FEEDS / "feeds.json").read_text(encoding="utf-8"))
    return told


def found(name: str) -> RawPage:
    """Return a feed as fetched, but from the web."""
    page = fetch(str(_FEEDS / name))
    return RawPage(f"https://example.org/{name}", page.media_type, page.content)


def stories(name: str) -> int:
    page = found(name)
    return len(read(page).articles) if is_feed(page) else 0


def test_each_feed_gives_the_stories_that_it_has(truth: dict[str, Any]) -> None:
    wrong = {}
    for name, told in truth.items():
        expected, got = told.get("expect", {}), stories(name)
        if "entries_min" in expected:
            right = got >= expected["entries_min"]
        else:
            least = told["feedparser_6_0_14"]["entries"] * (name not in _NONE)
            right = got == expected.get("entries", _OF_JSON.get(name, least))
        if not right:
            wrong[name] = got
    assert not wrong


def test_stories_have_the_addresses_of_their_pages(truth: dict[str, Any]) -> None:
    for name, told in truth.items():
        links = told.get("expect", {}).get("links")
        if links:
            assert [article.url for article in read(found(name)).articles] == links


def test_pages_name_the_feeds_that_they_have(truth: dict[str, Any]) -> None:
    for name, told in truth.items():
        feeds = told.get("expect", {}).get("discover")
        if feeds:
            got: Edition = read(found(name))
            assert [feed.url for feed in got.feeds] == [
                f"https://example.org{url}" for url in feeds
            ]


def test_a_page_in_place_of_a_feed_says_that_it_has_no_story(truth: dict[str, Any]) -> None:
    for name, told in truth.items():
        if told.get("expect", {}).get("error"):
            got = read(found(name))
            assert got.notes
            assert not got.articles
