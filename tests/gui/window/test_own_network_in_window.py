"""What a page may make the window fetch: docs/network.md. All servers are on this computer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gui.window.conftest import SAMPLES, Open, RawServing, Site
from tests.gui.window.pictures import MILL, images, mill, png
from tests.gui.window.steps import Opened, process, wait_until
from tidings.document import NewsItem

REFUSED = "is in your own network"


def test_a_page_shows_its_own_pictures_and_not_its_neighbours(
    sample: Opened, site: Site, raw_server: RawServing
) -> None:
    neighbour = raw_server(lambda _connection: None)
    own = site.page("/wheel.png", png(), "image/png")
    page = site.page("/mill", mill(f"{neighbour.address}wheel.png", own))
    sample.press("Ctrl+L")
    sample.window.header.address.selectAll()
    sample.type(page)
    sample.press("Return")
    sample.wait_for_title(MILL)
    assert images(sample) == [False, True]
    assert neighbour.connections == 0


@pytest.mark.parametrize("shelf", ["", "all"])
def test_a_saved_page_shows_pictures_beside_it_in_every_list(
    opening: Open, tmp_path: Path, raw_server: RawServing, shelf: str
) -> None:
    neighbour = raw_server(lambda _connection: None)
    (tmp_path / "wheel.png").write_bytes(png())
    page = tmp_path / "mill.html"
    page.write_bytes(mill("wheel.png", f"{neighbour.address}wheel.png"))
    opened = opening(str(page))
    if shelf:
        opened.reader.desk.show_shelf(shelf)
        wait_until(lambda: opened.reader.desk.edition is None)
        wait_until(lambda: bool(opened.title))
    assert images(opened) == [True, False]
    assert neighbour.connections == 0


def test_a_page_of_the_web_shows_no_files(opening: Open, site: Site, tmp_path: Path) -> None:
    (tmp_path / "wheel.png").write_bytes(png())
    opened = opening(site.page("/mill", mill((tmp_path / "wheel.png").as_uri())))
    assert images(opened) == [False]


def test_a_link_leads_home_only_where_it_is_typed(sample: Opened, site: Site) -> None:
    page = site.page("/mill", mill())
    sample.window.view.link_activated.emit(page)
    sample.wait_for_message(f"127.0.0.1 {REFUSED}")
    assert site.requests == []
    sample.press("Ctrl+L")
    sample.window.header.address.selectAll()
    sample.type(page)
    sample.press("Return")
    sample.wait_for_title(MILL)


def test_a_link_of_a_page_at_home_leads_on_in_it(opening: Open, site: Site, tmp_path: Path) -> None:
    opened = opening(site.page("/mill", mill()))
    opened.window.view.link_activated.emit(
        site.page("/quiet", (SAMPLES / "quiet-day.html").read_bytes())
    )
    opened.wait_for_title("Nothing Happened, and the Town Wrote It Down")
    (tmp_path / "notes.txt").write_text("Secret.")
    opened.window.view.link_activated.emit((tmp_path / "notes.txt").as_uri())
    opened.wait_for_message("leads to a file of this computer")


def test_more_stories_and_headlines_do_not_lead_home(
    sample: Opened, site: Site, tmp_path: Path
) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    more = site.page("/more.html", (SAMPLES / "harbour-watch-2.html").read_bytes())
    front = (SAMPLES / "harbour-watch.html").read_text()
    assert "harbour-watch-2.html" in front
    (folder / "front.html").write_text(front.replace("harbour-watch-2.html", more))
    sample.reader.desk.open(str(folder / "front.html"))
    desk = sample.reader.desk
    wait_until(lambda: desk.edition is not None and "saved" in desk.edition.address)
    process()
    sample.press("M", on=sample.window.list.view)
    sample.wait_for_message(f"127.0.0.1 {REFUSED}")
    before = len(sample.told)
    sample.window.breaking.opened.emit(NewsItem("More", more))
    wait_until(lambda: any(REFUSED in told for told in sample.told[before:]))
    assert site.requests == []
