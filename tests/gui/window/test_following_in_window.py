"""Sources that are followed: asked for news, told of once, brought along and handed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from tests.gui.window.conftest import SAMPLES, Open, Site
from tests.gui.window.steps import Opened, wait_until
from tidings.extract import Subscription, read_opml, write_opml
from tidings.library import CheckResult, Library, NewSource, Source, SourceChoices, View
from tidings.ui.follow_dialog import FollowDialog

T = TypeVar("T")
PAGE = """<!doctype html><html lang="en"><head><title>Harbour news</title></head><body><main>
<h1>Harbour news</h1>{stories}</main></body></html>"""
TEXT = (
    "The harbour office opened its doors on {n} November, with a brass band before the steps "
    "and tea for everybody who had come down from the upper town to see it. Story {n}."
)


def page(*numbers: int) -> bytes:
    stories = "".join(
        f"<article><h2>Story number {n} of the harbour</h2><p>{TEXT.format(n=n)}</p>"
        f"<p>Nobody could say afterwards who had brought the {n} lanterns, but they burned until "
        "the last boat was in, and the children were allowed to carry them home.</p></article>"
        for n in numbers
    )
    return PAGE.format(stories=stories).encode()


@pytest.fixture
def followed(opening: Open, site: Site) -> Opened:
    """A window that follows a page of two stories."""
    opened = opening(site.page("/harbour", page(1, 2)))
    opened.press("Ctrl+D")
    opened.wait_for_message("Followed: Harbour news.")
    return opened


def refreshed(opened: Opened) -> str:
    """Ask for news, and return what is told when all is over."""
    before = len(opened.told)
    done: list[bool] = []
    opened.reader.news.refreshing.done.connect(lambda: done.append(True))
    opened.press("F5")
    wait_until(lambda: bool(done))
    told = opened.told[before:]
    assert len(told) == 1, told
    return told[0]


def add(opened: Opened, *addresses: str) -> None:
    """Follow sources as if the reader had typed their addresses."""
    sources = [NewSource(address, named_by="") for address in addresses]
    opened.reader.keeping.do(lambda library: library.follow_all(sources))


def kept_of(opened: Opened, address: str) -> Source:
    """Return what the library has of a source."""
    found: list[Source | None] = []
    opened.reader.keeping.do(lambda library: (library.source(address),), found.extend)
    wait_until(lambda: bool(found))
    assert found[0] is not None
    return found[0]


def choose(opened: Opened, address: str, **choices: object) -> None:
    """Choose for a source that is followed."""
    wanted = replace(SourceChoices(), **choices)  # type: ignore[arg-type]
    opened.reader.keeping.do(lambda library: library.choose(address, wanted))


def of_library(opened: Opened, ask: Callable[[Library], T]) -> T:
    """Return what the library answers."""
    found: list[T] = []
    opened.reader.keeping.do(lambda library: found.append(ask(library)))
    wait_until(lambda: bool(found))
    return found[0]


def _make_due(library: Library) -> None:
    now = datetime.now().astimezone()
    for source in library.sources():
        library.note_check(source.address, CheckResult(now, now - timedelta(hours=1)))


def texts_of_sources(opened: Opened) -> list[str]:
    view = opened.window.sources.view
    return [view.item(row).text() for row in range(view.count())]


def test_new_stories_are_told_once_and_kept(followed: Opened, site: Site) -> None:
    assert refreshed(followed) == "No new stories."
    site.page("/harbour", page(3, 2, 1))
    assert refreshed(followed) == "1 new story in 1 source."
    wait_until(lambda: "All stories, 3" in texts_of_sources(followed))
    # What was there stays where it leaves the page.
    site.page("/harbour", page(4))
    assert refreshed(followed) == "1 new story in 1 source."
    wait_until(lambda: "All stories, 4" in texts_of_sources(followed))


def test_what_is_unchanged_is_not_sent_again(opening: Open, site: Site) -> None:
    address = site.page("/harbour", page(1, 2), ETag='"two"')
    opened = opening(address)
    opened.press("Ctrl+D")
    opened.wait_for_message("Followed")
    assert refreshed(opened) == "No new stories."
    site.page("/harbour", b"", status=304)
    assert refreshed(opened) == "No new stories."
    assert site.requests[-1]["if-none-match"] == '"two"'


def test_a_source_that_fails_says_why_in_the_list(followed: Opened, site: Site) -> None:
    site.page("/harbour", b"gone", status=404)
    assert refreshed(followed) == ("1 source could not be refreshed; the list of sources says why.")
    told = (
        "127.0.0.1 has nothing at the address of this source. Check its address, or remove it. "
        "Tidings asks it again in"
    )
    wait_until(lambda: any(told in text for text in texts_of_sources(followed)))
    # It is well again.
    site.page("/harbour", page(1, 2, 5))
    assert refreshed(followed) == "1 new story in 1 source."
    wait_until(lambda: not any("127.0.0.1" in text for text in texts_of_sources(followed)))


def test_who_is_asked_by_hand_alone_is_not_said_to_be_asked_again(
    followed: Opened, site: Site
) -> None:
    choose(followed, f"{site.address}/harbour", every=0)
    site.page("/harbour", b"gone", status=404)
    assert "could not be refreshed" in refreshed(followed)
    wait_until(lambda: any("nothing at the address" in text for text in texts_of_sources(followed)))
    assert not any("asks it again" in text for text in texts_of_sources(followed))
    # As often as all others: it is due at once.
    choose(followed, f"{site.address}/harbour")
    asked = len(site.requests)
    followed.reader.news.refreshing.refresh(by_hand=False)
    wait_until(lambda: len(site.requests) > asked)


def test_who_wants_to_be_left_alone_is_not_asked_by_hand_either(
    followed: Opened, site: Site
) -> None:
    site.page("/harbour", b"busy", status=429, Retry_After="3600")
    assert "could not be refreshed" in refreshed(followed)
    asked = len(site.requests)
    followed.press("F5")
    wait_until(lambda: not followed.reader.news.refreshing.is_under_way)
    assert len(site.requests) == asked


def test_without_a_network_no_source_is_blamed(sample: Opened) -> None:
    # Ports that nobody listens on.
    addresses = [f"http://127.0.0.1:{port}/" for port in (1, 9)]
    add(sample, *addresses)
    assert refreshed(sample) == ("There is no connection to the network, so nothing was refreshed.")
    for address in addresses:
        source = kept_of(sample, address)
        assert (source.failures, source.error) == (0, "")
        assert source.checked_at is not None


def test_who_cannot_be_reached_while_others_can_is_blamed(followed: Opened) -> None:
    add(followed, "http://127.0.0.1:1/", "http://127.0.0.1:9/")
    assert refreshed(followed) == (
        "No new stories. 2 sources could not be refreshed; the list of sources says why."
    )
    source = kept_of(followed, "http://127.0.0.1:1/")
    assert source.failures == 1
    assert source.error.startswith("There is no connection to 127.0.0.1.")


def test_hosts_in_trouble_are_not_taken_for_our_own_network(sample: Opened, site: Site) -> None:
    add(sample, *(site.page(f"/{n}", b"broken", status=500) for n in range(2)))
    assert refreshed(sample) == "2 sources could not be refreshed; the list of sources says why."
    assert kept_of(sample, f"{site.address}/0").failures == 1


def test_a_source_that_moved_is_followed_when_it_says_so_again(
    followed: Opened, site: Site
) -> None:
    old, new = f"{site.address}/harbour", site.page("/new-harbour", page(1, 2))
    site.page("/harbour", b"", status=301, Location="/new-harbour")
    assert refreshed(followed) == "No new stories."
    assert kept_of(followed, old).moved_to == new
    assert refreshed(followed) == "No new stories."
    assert kept_of(followed, new).named_by == old


def test_a_source_that_moves_onto_another_is_told_of(followed: Opened, site: Site) -> None:
    other = site.page("/other", page(8, 9))
    add(followed, other)
    site.page("/harbour", b"", status=301, Location="/other")
    for _time in range(2):
        refreshed(followed)
    told = f"This source has moved to {other}."
    wait_until(lambda: any(told in text for text in texts_of_sources(followed)))
    source = kept_of(followed, f"{site.address}/harbour")
    assert source.failures == 0


def test_a_page_in_the_place_of_a_feed_is_no_story(opening: Open, site: Site) -> None:
    feed = FEED.format(site=site.address).encode()
    opened = opening(site.page("/feed", feed, "application/rss+xml"))
    opened.press("Ctrl+D")
    opened.wait_for_message("Followed: Mill news.")
    site.page("/feed", WHEEL.encode())
    assert "could not be refreshed" in refreshed(opened)
    wait_until(
        lambda: any("no stories at the address" in text for text in texts_of_sources(opened))
    )


def test_without_sources_it_is_said_what_to_do(sample: Opened) -> None:
    sample.press("F5")
    sample.wait_for_message("No source is followed yet.")
    sample.press("Ctrl+D")
    sample.wait_for_message("Only what is open from the web can be followed.")


def test_it_is_no_longer_followed(followed: Opened) -> None:
    followed.press("Ctrl+D")
    followed.wait_for_message("Not followed any more: Harbour news.")
    followed.press("F5")
    followed.wait_for_message("No source is followed yet.")


def test_the_window_answers_and_it_can_be_stopped(followed: Opened, site: Site) -> None:
    waits: list[bool] = []

    def slow(handler: object) -> None:
        waits.append(True)
        site.closing.wait(1.0)

    site.answer("/harbour", slow)
    followed.press("F5")
    wait_until(lambda: bool(waits))
    assert followed.reader.news.refreshing.is_under_way
    followed.press("Ctrl+0")
    followed.wait_for_message("Text size MD")
    followed.press("F5")
    followed.wait_for_message("Refreshing was stopped.")
    assert not followed.reader.news.refreshing.is_under_way


def test_what_the_clock_began_is_told_of_when_it_is_asked_for(followed: Opened, site: Site) -> None:
    waits: list[bool] = []

    def slow(handler: object) -> None:
        waits.append(True)
        site.closing.wait(0.3)

    site.answer("/harbour", slow)
    # Two hours later it is due.
    followed.reader.keeping.do(_make_due)
    followed.reader.news.refreshing.refresh(by_hand=False)
    wait_until(lambda: bool(waits))
    followed.press("F5")
    followed.wait_for_message("1 source could not be refreshed")
    assert "Refreshing was stopped." not in followed.told


def test_a_list_of_sources_is_imported_and_exported(
    sample: Opened, site: Site, tmp_path: Path
) -> None:
    wanted = [
        Subscription("Harbour news", site.page("/harbour", page(1)), ("Town",)),
        Subscription("", site.page("/mill", page(7, 8))),
    ]
    given = tmp_path / "given.opml"
    given.write_bytes(write_opml(wanted, "Sources"))
    sample.reader.news.following.import_file(given)
    sample.wait_for_message("2 sources were added.")
    # A list is not what the reader typed: nothing of their own network is looked for.
    wait_until(lambda: sum("network" in text for text in texts_of_sources(sample)) == 2)
    assert site.requests == []
    sample.reader.news.following.import_file(given)
    sample.wait_for_message("No source was added. You follow 2 sources of the list already.")
    kept = tmp_path / "kept.opml"
    sample.reader.news.following.export_file(kept)
    sample.wait_for_message("2 sources were written to kept.opml.")
    found = read_opml(kept.read_bytes()).subscriptions
    assert {(each.address, each.folder) for each in found} == {
        (each.address, each.folder) for each in wanted
    }


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "could not be imported"), (b"<html/>", "could not be imported")],
)
def test_a_file_that_is_no_list_is_said(
    sample: Opened, tmp_path: Path, content: bytes | None, words: str
) -> None:
    file = tmp_path / "some.opml"
    if content is not None:
        file.write_bytes(content)
    sample.reader.news.following.import_file(file)
    sample.wait_for_message(words)
    sample.reader.news.following.export_file(tmp_path / "no" / "such" / "folder.opml")
    sample.wait_for_message("could not be written")


def test_the_sample_stays_a_page_like_any_other(opening: Open, site: Site) -> None:
    address = site.page("/harbour-watch.html", (SAMPLES / "harbour-watch.html").read_bytes())
    opened = opening(address)
    opened.press("Ctrl+D")
    opened.wait_for_message("Followed: Harbour Watch.")
    assert refreshed(opened) == "No new stories."


def test_a_source_is_removed_and_brought_back(followed: Opened) -> None:
    view = followed.window.sources.view

    def titles() -> list[str]:
        return [text.partition(",")[0] for text in texts_of_sources(followed)]

    wait_until(lambda: "Harbour news" in titles())
    view.setCurrentRow(titles().index("Harbour news"))
    followed.press("Delete", on=view)
    followed.wait_for_message("Removed: Harbour news.")
    wait_until(lambda: "Harbour news" not in titles())
    assert followed.focus is view
    followed.press("Ctrl+Z", on=view)
    followed.wait_for_message("Brought back: Harbour news")
    wait_until(lambda: "Harbour news" in titles())
    followed.press("Ctrl+Z", on=view)
    followed.wait_for_message("There is no removed source to bring back.")
    view.setCurrentRow(0)
    followed.press("Delete", on=view)
    followed.wait_for_message("This is no source, so it cannot be removed.")


# --- feeds --------------------------------------------------------------------------------

FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>
<title>Mill news</title><link>{site}/</link><language>en</language>
<item><title>The wheel turns again</title><link>{site}/wheel</link><guid>{site}/wheel</guid>
<pubDate>Mon, 23 Nov 2026 09:00:00 GMT</pubDate>
<description>On Monday the old mill by the river was opened to visitors again …</description></item>
</channel></rss>"""
WHEEL = """<!doctype html><html lang="en"><head><title>The wheel turns again</title></head><body>
<main><article><h1>The wheel turns again</h1>
<p>On Monday the old mill by the river was opened to visitors again after four quiet years, and
the first sack of flour was gone before noon.</p><p>The miller said that every plank of the wheel
had been cut by hand from local oak; there were ninety six of them.</p><p>Opening hours are painted
on the door, where the rain cannot reach them, and the rope may be pulled by children.</p>
</article></main></body></html>"""


def test_a_page_that_names_feeds_asks_what_to_follow(opening: Open, site: Site) -> None:
    site.page("/feed", FEED.format(site=site.address).encode(), "application/rss+xml")
    link = '<link rel="alternate" type="application/rss+xml" title="Mill" href="/feed"></head>'
    body = page(1, 2).replace(b"</head>", link.encode())
    opened = opening(site.page("/harbour", body))
    opened.press("Ctrl+D")
    wait_until(lambda: isinstance(opened.dialog, FollowDialog))
    dialog = opened.dialog
    assert isinstance(dialog, FollowDialog)
    texts = [dialog.choices.item(row).text() for row in range(dialog.choices.count())]
    assert texts == ["feed: Mill", "This page itself"]
    opened.press("Return")
    opened.wait_for_message("Followed: Mill.")
    # It is asked at once, for nothing of it is known yet.
    opened.wait_for_message("1 new story in 1 source.")
    opened.activate()
    opened.press("Ctrl+D")
    opened.wait_for_message("Not followed any more")


def test_a_summary_becomes_the_whole_story_as_it_is_opened(opening: Open, site: Site) -> None:
    site.page("/wheel", WHEEL.encode())
    feed = FEED.format(site=site.address).encode()
    opened = opening(site.page("/feed", feed, "application/rss+xml"))
    wait_until(lambda: "ninety six" in opened.text)
    assert opened.title == "The wheel turns again"
    opened.end()
    # It is kept so.
    again = opening()
    wait_until(lambda: "ninety six" in again.text)


def test_a_summary_that_was_read_is_read_again_with_the_whole_story(
    opening: Open, site: Site
) -> None:
    feed = FEED.format(site=site.address).encode()
    opened = opening(site.page("/feed", feed, "application/rss+xml"))
    wait_until(lambda: len(site.requests) > 1)
    story = opened.window.list.ids[0]
    opened.reader.desk.marks.set_read(story, True)
    opened.end()
    site.page("/wheel", WHEEL.encode())
    again = opening()
    wait_until(lambda: "ninety six" in again.text)
    wait_until(lambda: again.reader.desk.marks.of(story).changed)
    again.press("Ctrl+End", on=again.window.view)
    wait_until(lambda: not again.reader.desk.marks.of(story).changed)
    again.reader.desk.show_shelf("all")
    wait_until(lambda: "All stories" in again.window.list.view.accessibleName())
    row = again.window.list.row(story)
    assert row is not None
    assert row.read
    assert not row.changed


def test_a_story_whose_page_cannot_be_had_stays_as_it_was(opening: Open, site: Site) -> None:
    feed = FEED.format(site=site.address).encode()
    opened = opening(site.page("/feed", feed, "application/rss+xml"))
    wait_until(lambda: len(site.requests) > 1)
    assert "opened to visitors again" in opened.text
    assert not any("wrong" in told for told in opened.told)


def test_whole_stories_are_fetched_ahead_where_the_reader_chose_so(
    sample: Opened, site: Site
) -> None:
    site.page("/wheel", WHEEL.encode())
    feed = site.page("/feed", FEED.format(site=site.address).encode(), "application/rss+xml")
    add(sample, feed)
    choose(sample, feed, full_text=True)
    assert refreshed(sample) == "1 new story in 1 source."

    def text() -> str:
        (summary,) = of_library(sample, lambda library: library.summaries(View.SOURCE, feed))
        article = of_library(sample, lambda library: library.article(summary.id))
        return " ".join(block.text for block in article.blocks)

    wait_until(lambda: "ninety six" in text())
    # What is known is not fetched again.
    asked = len(site.requests)
    assert refreshed(sample) == "No new stories."
    assert len(site.requests) == asked + 1


def test_without_that_choice_only_the_feed_is_asked(sample: Opened, site: Site) -> None:
    feed = FEED.format(site=site.address)
    plain = site.page("/feed", feed.encode(), "application/rss+xml")
    other = site.page("/other", feed.replace("/wheel", "/mill").encode(), "application/rss+xml")
    for path in ("/wheel", "/mill"):
        site.page(path, WHEEL.encode())
    # One after another: what the first had asked for would have come before the last.
    add(sample, plain)
    assert refreshed(sample) == "1 new story in 1 source."
    add(sample, other)
    choose(sample, other, full_text=True)
    assert refreshed(sample) == "1 new story in 1 source."
    wait_until(lambda: "/mill" in site.paths)
    assert "/wheel" not in site.paths


def test_a_story_that_could_not_be_had_ahead_is_tried_again_when_opened(
    sample: Opened, site: Site
) -> None:
    feed = site.page("/feed", FEED.format(site=site.address).encode(), "application/rss+xml")
    add(sample, feed)
    choose(sample, feed, full_text=True)
    assert refreshed(sample) == "1 new story in 1 source."
    wait_until(lambda: len(site.requests) == 2)
    site.page("/wheel", WHEEL.encode())
    view = sample.window.sources.view
    wait_until(lambda: any("Mill news" in text for text in texts_of_sources(sample)))
    row = next(n for n, text in enumerate(texts_of_sources(sample)) if "Mill news" in text)
    view.setCurrentRow(row)
    sample.press("Return", on=view)
    wait_until(lambda: "ninety six" in sample.text)


def test_old_stories_go_where_the_reader_chose_so_but_not_from_the_list(
    followed: Opened, site: Site
) -> None:
    address = f"{site.address}/harbour"
    choose(followed, address, keep_count=1)
    site.page("/harbour", page(3))
    assert refreshed(followed) == "1 new story in 1 source."

    def all_stories() -> int:
        return of_library(followed, lambda library: library.counts().all)

    followed.reader.news.forgetting.forget()
    assert all_stories() == 3
    # Once something else is listed, they go.
    followed.reader.desk.open(str(SAMPLES / "quiet-day.html"))
    wait_until(lambda: "Harbour news" not in followed.window.windowTitle())
    before = all_stories()
    followed.reader.news.forgetting.forget()
    wait_until(lambda: all_stories() == before - 2)
