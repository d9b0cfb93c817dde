"""Pictures are fetched once and are there without a network: docs/pictures.md."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetricsF, QImage

from tests.gui.window.conftest import Open, Site
from tests.gui.window.pictures import MILL, images, mill, png
from tests.gui.window.steps import Opened, process, wait_until
from tests.gui.window.test_following_in_window import refreshed
from tidings.document import Article, Edition, Figure, Picture
from tidings.extract import read
from tidings.library import Library, NewSource
from tidings.source import fetch
from tidings.ui.picture_supply import AHEAD_LIMITS
from tidings.ui.reading.pictures import _missing_words
from tidings.ui.tasks import PICTURES

PNG = "image/png"


def pictures_asked(site: Site) -> int:
    """Tell how often a picture was asked for."""
    return sum("image/" in request.get("accept", "") for request in site.requests)


def kept(folder: Path) -> int:
    return len(list((folder / "cache" / "pictures").glob("*.picture")))


@pytest.fixture
def wheel(site: Site) -> str:
    return site.page("/wheel.png", png(), PNG)


@pytest.fixture
def page(site: Site, wheel: str) -> str:
    return site.page("/mill", mill(wheel))


# --- once, and without a network


def test_a_picture_is_fetched_once(opening: Open, site: Site, page: str, tmp_path: Path) -> None:
    for _again in range(3):
        opened = opening(page)
        assert images(opened) == [True]
        opened.end()
    assert pictures_asked(site) == 1
    assert kept(tmp_path) == 1


def test_after_a_restart_without_a_network_it_is_there(
    opening: Open, site: Site, page: str
) -> None:
    opened = opening(page)
    assert images(opened) == [True]
    opened.end()
    site.stop()
    opened = opening()  # where the reader left off
    opened.wait_for_title(MILL)
    assert images(opened) == [True]
    # By way of the list of all, too, where stories of many pages are.
    opened.reader.desk.show_shelf("all")
    wait_until(lambda: opened.reader.desk.edition is None)
    opened.wait_for_title(MILL)
    assert images(opened) == [True]


def test_a_picture_that_two_pages_show_is_fetched_once(
    opening: Open, site: Site, page: str, wheel: str
) -> None:
    opened = opening(page)
    assert images(opened) == [True]
    opened.reader.desk.open(site.page("/again", mill(wheel, title="The mill again")))
    opened.wait_for_title("The mill again")
    assert images(opened) == [True]
    assert pictures_asked(site) == 1


def test_a_request_that_is_under_way_is_joined(opening: Open, site: Site) -> None:
    gate = threading.Event()
    address = site.answer("/slow.png", lambda handler: answer_after(gate, handler))
    opened = opening(site.page("/mill", mill(address)))
    wait_until(lambda: pictures_asked(site) == 1)
    came: list[QImage] = []
    failed: list[Exception] = []
    supply = opened.reader.news.pictures._supply
    supply.ask(address, site.address, came.append, failed.append)
    assert not supply.bring(address, site.address, lambda _size: None, failed.append)
    gate.set()
    assert images(opened) == [True]
    assert [image.width() for image in came] == [400]
    assert (failed, pictures_asked(site)) == ([], 1)


def test_a_silent_host_keeps_nothing_waiting_that_is_there(
    opening: Open, site: Site, page: str
) -> None:
    opened = opening(page)
    assert images(opened) == [True]
    gate = threading.Event()
    silent = [
        site.answer(f"/p{n}.png", lambda handler: answer_after(gate, handler)) for n in range(8)
    ]
    opened.reader.desk.open(site.page("/other", mill(*silent, title="Another mill")))
    opened.wait_for_title("Another mill")
    wait_until(lambda: pictures_asked(site) == 1 + PICTURES)
    opened.reader.desk.open(page)
    opened.wait_for_title(MILL)
    assert images(opened) == [True]
    assert not gate.is_set()
    gate.set()


def answer_after(gate: threading.Event, handler: BaseHTTPRequestHandler) -> None:
    gate.wait(15)
    body = png()
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


# --- what is kept is what was seen to be a picture


@pytest.mark.parametrize(
    "harm", [b"", b"\x89PNG\r\n\x1a\n and no more", b"<html>sign in</html>", png()[:40]]
)
def test_what_is_no_picture_is_not_kept(
    opening: Open, site: Site, tmp_path: Path, harm: bytes
) -> None:
    opened = opening(site.page("/mill", mill(site.page("/wheel.png", harm, PNG))))
    assert images(opened) == [False]
    assert kept(tmp_path) == 0
    # It is not remembered, either, for once it may be there.
    site.page("/wheel.png", png(), PNG)
    assert told_after(opened) == "1 picture has come: none is missing now."
    assert images(opened) == [True]
    assert kept(tmp_path) == 1


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (600, 1)])
def test_what_counts_readers_is_not_kept_and_asked_once(
    opening: Open, site: Site, tmp_path: Path, size: tuple[int, int]
) -> None:
    dot = site.page("/wheel.png", png(*size), PNG)
    opened = opening(site.page("/mill", mill(dot)))
    assert images(opened) == [True]  # nothing is seen of it, and nothing is missed
    opened.reader.desk.open(site.page("/again", mill(dot, title="The mill again")))
    opened.wait_for_title("The mill again")
    assert images(opened) == [True]
    assert (kept(tmp_path), pictures_asked(site)) == (0, 1)


def test_what_is_said_to_be_a_dot_is_never_asked_for(opening: Open, site: Site, wheel: str) -> None:
    opened = opening(site.page("/mill", mill()))
    dot = Figure(Picture((wheel,), 1, 1), alt=None)
    opened.window.view.show_article(Article("dot", "A dot", (dot,)))
    assert images(opened) == [False]
    assert opened.window.view.pictures_missing == 0
    opened.press("Ctrl+Shift+G")
    opened.wait_for_message("This story has no pictures.")
    assert pictures_asked(site) == 0


def test_a_picture_whose_file_is_damaged_is_fetched_anew(
    opening: Open, site: Site, page: str, tmp_path: Path
) -> None:
    opened = opening(page)
    assert images(opened) == [True]
    opened.end()
    (file,) = (tmp_path / "cache" / "pictures").iterdir()
    file.write_bytes(file.read_bytes()[:100])
    assert images(opening(page)) == [True]
    assert pictures_asked(site) == 2


@pytest.mark.parametrize("obstacle", ["a file", "a link to nowhere"])
def test_where_nothing_can_be_kept_pictures_are_shown_as_ever(
    opening: Open, site: Site, page: str, tmp_path: Path, obstacle: str
) -> None:
    if obstacle == "a file":
        (tmp_path / "cache").write_text("in the way")
    else:
        (tmp_path / "cache").symlink_to("/nowhere/at/all")
    opened = opening(page)
    assert images(opened) == [True]
    assert not any("kept" in told for told in opened.told)
    opened.end()
    assert images(opening(page)) == [True]
    assert pictures_asked(site) == 2


def test_a_page_of_the_web_is_not_shown_what_one_at_home_was(
    opening: Open, site: Site, page: str, wheel: str
) -> None:
    opened = opening(page)
    assert images(opened) == [True]
    came: list[QImage] = []
    failed: list[Exception] = []
    opened.reader.news.pictures._supply.ask(
        wheel, "https://news.example.org/", came.append, failed.append
    )
    wait_until(lambda: bool(came or failed))
    assert (len(came), pictures_asked(site)) == (0, 1)


# --- ahead


def follow(opened: Opened, address: str) -> None:
    done: list[bool] = []
    opened.reader.keeping.do(lambda library: library.follow(NewSource(address)), done.append)
    wait_until(lambda: bool(done))


def brought(address: str) -> tuple[Article, ...]:
    """Return what a refresh brings from a page."""
    return read(fetch(address)).articles


def keep(opened: Opened, edition: Edition) -> None:
    now = datetime.now().astimezone()
    done: list[object] = []
    opened.reader.keeping.do(lambda library: library.keep_edition(edition, now), done.append)
    wait_until(lambda: bool(done))


def settled(opened: Opened) -> None:
    """Wait until nothing is fetched ahead any more."""
    ahead = opened.reader.news.pictures_ahead
    done: list[bool] = []
    opened.reader.keeping.do(lambda _library: True, done.append)
    wait_until(lambda: bool(done) and not ahead._running and not ahead._wishes)


def test_the_pictures_of_new_stories_are_there_on_a_train(
    sample: Opened, site: Site, page: str
) -> None:
    follow(sample, page)
    edition = read(fetch(page))
    keep(sample, edition)
    sample.reader.news.pictures_ahead.fetch(page, edition.articles)
    settled(sample)
    assert pictures_asked(site) == 1
    site.stop()
    sample.reader.desk.show_shelf(page)
    sample.wait_for_title(MILL)
    assert images(sample) == [True]


def test_what_is_kept_is_not_fetched_ahead_again(sample: Opened, site: Site, page: str) -> None:
    follow(sample, page)
    for _again in range(3):
        sample.reader.news.pictures_ahead.fetch(page, brought(page))
        settled(sample)
    assert pictures_asked(site) == 1


@pytest.mark.parametrize("known", ["never opened", "opened", "no longer followed", "removed"])
def test_nothing_is_fetched_for_a_source_that_is_not_followed(
    sample: Opened, site: Site, page: str, known: str, tmp_path: Path
) -> None:
    def leave(library: Library) -> bool:
        source = library.source(page)
        assert source is not None
        if known == "removed":
            library.remove_source(page, datetime.now().astimezone())
        else:
            library.choose(page, replace(source.choices, followed=False))
        return True

    if known == "opened":
        keep(sample, read(fetch(page)))
    elif known != "never opened":
        follow(sample, page)
        sample.reader.keeping.do(leave)
    sample.reader.news.pictures_ahead.fetch(page, brought(page))
    settled(sample)
    assert pictures_asked(site) == 0
    assert kept(tmp_path) == 0


def test_a_story_of_many_pictures_brings_some(sample: Opened, site: Site) -> None:
    addresses = [site.page(f"/p{n}.png", png(300 + n), PNG) for n in range(20)]
    page = site.page("/mill", mill(*addresses))
    follow(sample, page)
    sample.reader.news.pictures_ahead.fetch(page, brought(page))
    settled(sample)
    assert pictures_asked(site) == 6


def test_a_refresh_brings_so_many_and_the_next_one_again(sample: Opened, site: Site) -> None:
    addresses = [site.page(f"/p{n}.png", png(300 + n), PNG) for n in range(12)]
    page = site.page("/mill", mill(*addresses))
    follow(sample, page)
    ahead = sample.reader.news.pictures_ahead
    stories = [
        Article(str(n), f"Story {n}", tuple(Figure(Picture((a,)), "") for a in addresses[n::3]))
        for n in range(3)
    ]
    ahead._allowance.pictures = 5
    for story in stories[:2]:
        ahead.fetch(page, [story])
    settled(sample)
    first = pictures_asked(site)
    assert 5 <= first <= 6  # two are fetched at a time
    ahead.fetch(page, stories[2:])
    settled(sample)
    assert pictures_asked(site) == first
    sample.reader.news.refreshing.done.emit()
    ahead._allowance.pictures = 4
    ahead.fetch(page, stories)  # those that are kept do not count
    settled(sample)
    assert first + 4 <= pictures_asked(site) <= first + 5


def test_so_many_bytes_are_enough(sample: Opened, site: Site) -> None:
    addresses = [site.page(f"/p{n}.png", png(300 + n), PNG) for n in range(6)]
    page = site.page("/mill", mill(*addresses))
    follow(sample, page)
    sample.reader.news.pictures_ahead._allowance.size = 1
    sample.reader.news.pictures_ahead.fetch(page, brought(page))
    settled(sample)
    assert 1 <= pictures_asked(site) <= 2  # two are fetched at a time


def test_a_large_picture_waits_until_its_story_is_opened(
    sample: Opened, site: Site, tmp_path: Path
) -> None:
    large = png() + bytes(AHEAD_LIMITS.size)
    page = site.page("/mill", mill(site.page("/wheel.png", large, PNG)))
    follow(sample, page)
    sample.reader.news.pictures_ahead.fetch(page, brought(page))
    settled(sample)
    assert kept(tmp_path) == 0
    sample.reader.desk.open(page)
    sample.wait_for_title(MILL)
    assert images(sample) == [True]


def test_who_opens_a_story_whose_large_picture_is_on_its_way_has_it_too(
    sample: Opened, site: Site, tmp_path: Path
) -> None:
    gate = threading.Event()
    large = png() + bytes(AHEAD_LIMITS.size)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        gate.wait(15)
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(large)))
        handler.end_headers()
        handler.wfile.write(large)

    page = site.page("/mill", mill(site.answer("/wheel.png", answer)))
    follow(sample, page)
    sample.reader.news.pictures_ahead.fetch(page, brought(page))
    wait_until(lambda: pictures_asked(site) == 1)
    sample.reader.desk.open(page)
    sample.wait_for_title(MILL)
    gate.set()
    assert images(sample) == [True]
    assert kept(tmp_path) == 1


def test_nobody_who_waits_for_a_picture_waits_for_one_ahead(
    sample: Opened, site: Site, page: str
) -> None:
    gate = threading.Event()
    slow = site.answer("/slow.png", lambda handler: answer_after(gate, handler))
    sample.reader.desk.open(site.page("/other", mill(slow, title="Another mill")))
    sample.wait_for_title("Another mill")
    wait_until(lambda: pictures_asked(site) == 1)
    follow(sample, page)
    ahead = sample.reader.news.pictures_ahead
    ahead.fetch(page, brought(page))
    wait_until(lambda: bool(ahead._wishes))
    process()
    assert pictures_asked(site) == 1
    gate.set()
    assert images(sample) == [True]
    settled(sample)
    assert pictures_asked(site) == 2


def test_without_a_network_it_gives_up(sample: Opened, site: Site) -> None:
    nowhere = [f"{site.address}/missing-{n}.png" for n in range(30)]
    page = site.page("/mill", mill())
    follow(sample, page)
    stories = [Article(str(n), f"{n}", (Figure(Picture((a,)), ""),)) for n, a in enumerate(nowhere)]
    before = len(sample.told)
    sample.reader.news.pictures_ahead.fetch(page, stories)
    settled(sample)
    assert 6 <= pictures_asked(site) <= 7
    assert sample.told[before:] == []


def test_the_second_source_of_a_picture_is_tried(
    sample: Opened, site: Site, wheel: str, tmp_path: Path
) -> None:
    page = site.page("/mill", mill())
    follow(sample, page)
    figure = Figure(Picture((f"{site.address}/missing.png", wheel)), "A wheel")
    sample.reader.news.pictures_ahead.fetch(page, [Article("1", "Wheels", (figure,))])
    settled(sample)
    assert kept(tmp_path) == 1


def test_a_source_of_the_web_fetches_nothing_at_home(
    sample: Opened, site: Site, wheel: str
) -> None:
    feed = "https://news.example.org/feed"
    follow(sample, feed)
    story = Article("1", "Wheels", (Figure(Picture((wheel,)), "A wheel"),))
    sample.reader.news.pictures_ahead.fetch(feed, [story])
    settled(sample)
    assert site.requests == []


def test_when_the_window_closes_nothing_more_is_begun(sample: Opened, site: Site) -> None:
    gate = threading.Event()
    addresses = [
        site.answer(f"/p{n}.png", lambda handler: answer_after(gate, handler)) for n in range(6)
    ]
    page = site.page("/mill", mill(*addresses))
    follow(sample, page)
    sample.reader.news.pictures_ahead.fetch(page, brought(page))
    wait_until(lambda: pictures_asked(site) == 2)
    sample.end()
    gate.set()
    process()
    assert pictures_asked(site) == 2


# --- again


def told_after(opened: Opened, key: str = "Ctrl+Shift+G") -> str:
    before = len(opened.told)
    opened.press(key)
    wait_until(lambda: len(opened.told) > before)
    wait_until(lambda: not opened.window.view.pictures_waited_for)
    process()
    assert len(opened.told) == before + 1, opened.told[before:]
    return opened.told[-1]


def test_missing_pictures_are_fetched_again_by_a_key(opening: Open, site: Site, wheel: str) -> None:
    missing = [f"{site.address}/{name}.png" for name in ("a", "b")]
    opened = opening(site.page("/mill", mill(wheel, *missing)))
    assert images(opened) == [True, False, False]
    spoken: list[str] = []
    opened.window.messages.due.connect(lambda message: spoken.append(message.text))
    none = "None of the 2 pictures could be had. "
    assert told_after(opened).startswith(none)
    site.page("/a.png", png(), PNG)
    assert told_after(opened) == "1 picture has come, 1 could not be had."
    assert images(opened) == [True, True, False]
    site.page("/b.png", png(), PNG)
    assert told_after(opened) == "1 picture has come: none is missing now."
    assert images(opened) == [True, True, True]
    assert told_after(opened) == "All pictures of this story are here."
    wait_until(lambda: spoken[-1:] == ["All pictures of this story are here."])
    assert pictures_asked(site) == 1 + 2 + 2 + 2 + 1


@pytest.mark.parametrize(("own", "key"), [("", "Ctrl+Shift+G"), ("F9", "F9"), ("none", "")])
def test_the_key_stands_in_the_place_of_a_picture_that_is_missing(
    opening: Open, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: str, key: str
) -> None:
    if own:
        (tmp_path / "config").mkdir()
        keys = "[]" if own == "none" else f'["{own}"]'
        (tmp_path / "config" / "keymap.toml").write_text(f"[fetch-pictures]\nkeys = {keys}\n")
    drawn: list[str] = []

    def words_drawn(key: str, metrics: QFontMetricsF, width: float) -> str:
        drawn.append(_missing_words(key, metrics, width))
        return drawn[-1]

    monkeypatch.setattr("tidings.ui.reading.pictures._missing_words", words_drawn)
    opened = opening(site.page("/mill", mill(f"{site.address}/wheel.png")))
    assert images(opened) == [False]
    opened.window.view.grab()
    words = f"Picture not available. {key} fetches it again." if key else "Picture not available"
    assert drawn[-1] == words


def test_where_there_is_no_room_the_key_is_left_out(sample: Opened) -> None:
    metrics = QFontMetricsF(sample.window.view.font())
    assert _missing_words("F9", metrics, 50) == "Picture not available"
    assert _missing_words("F9", metrics, 5_000).endswith("F9 fetches it again.")


def test_without_a_network_that_is_said(opening: Open, site: Site) -> None:
    address = f"{site.address}/wheel.png"
    opened = opening(site.page("/mill", mill(address)))
    assert images(opened) == [False]
    site.stop()
    words = "No picture could be had: there is no connection to where they are."
    assert told_after(opened) == words


def test_a_story_without_pictures_says_so(opening: Open, site: Site) -> None:
    opened = opening(site.page("/mill", mill()))
    assert told_after(opened) == "This story has no pictures."


def test_pictures_that_are_on_their_way_are_not_asked_for_again(opening: Open, site: Site) -> None:
    gate = threading.Event()
    address = site.answer("/slow.png", lambda handler: answer_after(gate, handler))
    opened = opening(site.page("/mill", mill(address)))
    wait_until(lambda: pictures_asked(site) == 1)
    opened.press("Ctrl+Shift+G")
    opened.wait_for_message("The pictures of this story are still being fetched.")
    gate.set()
    assert images(opened) == [True]
    assert pictures_asked(site) == 1


def test_who_has_gone_on_to_another_story_hears_nothing_of_it(opening: Open, site: Site) -> None:
    gate = threading.Event()
    address = f"{site.address}/wheel.png"
    opened = opening(site.page("/mill", mill(address)))
    assert images(opened) == [False]
    site.answer("/wheel.png", lambda handler: answer_after(gate, handler))
    opened.press("Ctrl+Shift+G")
    wait_until(lambda: pictures_asked(site) == 2)
    opened.reader.desk.open(site.page("/other", mill(title="Another mill")))
    opened.wait_for_title("Another mill")
    before = len(opened.told)
    gate.set()
    wait_until(lambda: not opened.reader.news.pictures._supply.is_busy)
    process()
    assert not any("picture" in told for told in opened.told[before:])


def test_the_place_is_kept_while_pictures_come_after_all(opening: Open, site: Site) -> None:
    addresses = [f"{site.address}/p{n}.png" for n in range(8)]
    opened = opening(site.page("/mill", mill(*addresses)))
    assert images(opened) == [False] * 8
    for number in range(8):
        site.page(f"/p{number}.png", png(400, 300 + number), PNG)
    view = opened.window.view
    for _step in range(4):
        opened.press("P", on=view)
    block, at = opened.caret_text, view.position_at_caret()
    assert told_after(opened) == "8 pictures have come: none is missing now."
    wait_until(lambda: images(opened) == [True] * 8)
    assert (opened.caret_text, view.position_at_caret()) == (block, at)
    assert view.viewport().rect().intersects(view.cursorRect())


# --- what the reader says of them


def run(opened: Opened, key: str) -> str:
    """Press a key, and return what is told of it."""
    before = len(opened.told)
    opened.press(key)
    wait_until(lambda: len(opened.told) > before)
    return opened.told[-1]


def test_who_pays_for_the_network_has_nothing_fetched_ahead(
    opening: Open, site: Site, page: str
) -> None:
    opened = opening(page)
    follow(opened, page)
    only_opened = "Pictures are fetched only when their story is opened."
    ahead = "Pictures of new stories are fetched ahead, for when there is no network."
    assert run(opened, "Ctrl+F5") == only_opened
    assert images(opened) == [True]
    other = Article("1", "1", (Figure(Picture((site.page("/other.png", png(), PNG),)), ""),))
    opened.reader.news.pictures_ahead.fetch(page, [other])
    settled(opened)
    assert pictures_asked(site) == 1
    opened.end()
    opened = opening(page)
    opened.reader.news.pictures_ahead.fetch(page, [other])
    settled(opened)
    assert pictures_asked(site) == 1
    assert run(opened, "Ctrl+F5") == ahead
    opened.reader.news.pictures_ahead.fetch(page, [other])
    settled(opened)
    assert pictures_asked(site) == 2


def test_what_waits_is_not_fetched_once_it_is_not_wanted(sample: Opened, site: Site) -> None:
    gate = threading.Event()
    addresses = [
        site.answer(f"/p{n}.png", lambda handler: answer_after(gate, handler)) for n in range(6)
    ]
    page = site.page("/mill", mill(*addresses))
    follow(sample, page)
    sample.reader.news.pictures_ahead.fetch(page, brought(page))
    wait_until(lambda: pictures_asked(site) == 2)
    run(sample, "Ctrl+F5")
    gate.set()
    settled(sample)
    assert pictures_asked(site) == 2


def test_all_that_are_kept_are_removed(
    opening: Open, site: Site, page: str, tmp_path: Path
) -> None:
    opened = opening(page)
    assert images(opened) == [True]
    assert kept(tmp_path) == 1
    assert run(opened, "Ctrl+Shift+Del") == "1 picture was removed, 1 MB in all."
    assert kept(tmp_path) == 0
    assert run(opened, "Ctrl+Shift+Del") == "No pictures are kept."
    assert images(opened) == [True]  # it is still looked at


FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title>{items}</channel></rss>'
ITEM = (
    "<item><title>Story {n} of the mill</title><link>{at}/s{n}</link><guid>{n}</guid>"
    "<description><![CDATA[<p>The wheel of the old mill turned again on Friday, for the first "
    'time in eleven years, and more.</p><img src="{at}/f{n}.png" alt="wheel" width="400" '
    'height="300">]]></description></item>'
)


def test_pictures_of_what_a_refresh_brings_are_there_without_a_network(
    opening: Open, site: Site
) -> None:
    def feed(*numbers: int) -> str:
        for n in numbers:
            site.page(f"/f{n}.png", png(300 + n, 300), "image/png")
        items = "".join(ITEM.format(n=n, at=site.address) for n in numbers)
        return site.page("/feed", FEED.format(items=items).encode(), "application/rss+xml")

    opened = opening(feed(1))
    opened.press("Ctrl+D")
    opened.wait_for_message("Followed")
    assert images(opened) == [True]
    feed(2, 1)
    assert refreshed(opened) == "1 new story in 1 source."
    settled(opened)
    assert pictures_asked(site) == 2
    opened.end()
    site.stop()
    opened = opening()
    opened.reader.desk.show_shelf("all")
    wait_until(lambda: opened.reader.desk.edition is None)
    assert len(opened.window.list.ids) == 2
    for story in opened.window.list.ids:
        opened.reader.desk.show_story(story)
        assert images(opened) == [True]
