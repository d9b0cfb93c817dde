"""A feed opens as a page does: its entries are the stories of the list."""

from __future__ import annotations

from pathlib import Path

from tests.gui.window.conftest import Open, Site
from tests.gui.window.steps import process, wait_until

FEEDS = Path(__file__).parents[2] / "golden"
RSS = (FEEDS / "feed_rss" / "input.rss").read_bytes()


def test_a_feed_opens_as_its_stories(opening: Open, site: Site) -> None:
    opened = opening(site.page("/feed", RSS, "text/html"))
    assert opened.title == "The ferry gets a second deck"
    assert opened.window.list.view.accessibleName() == "Harbour News & Weather, 3 stories"
    opened.press("Down", on=opened.window.list.view)
    assert opened.title == "Storm warning for the night"


def test_the_stories_of_a_feed_are_there_again(opening: Open) -> None:
    opened = opening(str(FEEDS / "feed_atom" / "input.atom"))
    ids = opened.window.list.ids
    assert opened.title == "Мост открыли на неделю раньше"
    opened.end()
    again = opening()
    assert again.window.list.ids == ids


def test_the_next_page_of_a_feed_comes_behind(opening: Open, site: Site) -> None:
    first = RSS.replace(b"/feed.rss?page=2", f"{site.address}/more".encode())
    older = b"<rss><channel><item><title>Fog</title><guid>fog</guid></item></channel></rss>"
    site.page("/more", older, "application/rss+xml")
    opened = opening(site.page("/feed", first, "application/rss+xml"))
    opened.press("M", on=opened.window.list.view)
    wait_until(lambda: len(opened.window.list.ids) == 4)
    process()
    assert opened.told[-1] == "1 more story."
