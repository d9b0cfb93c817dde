"""The sample editions hold what a reader should meet first, and read as a page of news does."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tidings.document import Article, Direction, Edition, Figure, ListBlock, Quote, RawPage, Table
from tidings.extract import read
from tidings.resources import resource_folder

SAMPLES = resource_folder() / "samples"
PAGES = ("harbour-watch.html", "harbour-watch-2.html", "quiet-day.html")


def opened(name: str) -> Edition:
    file = SAMPLES / name
    return read(RawPage(file.as_uri(), "text/html", file.read_bytes()))


def figures(article: Article) -> list[Figure]:
    return [block for block in article.blocks if isinstance(block, Figure)]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_with_all_its_furniture_known(name: str) -> None:
    page = opened(name)
    assert page.notes == ()
    assert page.skip_links_label == "Accessibility links"
    assert [link.target for link in page.skip_links] == ["content", "navigation", "search"]
    assert page.breaking is not None
    for article in page.articles:
        assert article.title
        assert article.byline
        assert article.published is not None
        assert article.url.startswith("https://example.org/")
        text = "\n".join(article.part_text(part) for part in article.parts)
        for furniture in ("Share", "Print Options", "clipboard", "Back to top", "invented", "XS"):
            assert furniture not in text


def test_the_first_page_has_five_stories_in_four_languages() -> None:
    page = opened("harbour-watch.html")
    assert page.section == "Harbour Watch"
    assert [article.language for article in page.articles] == ["en", "ru", "kk", "fa", "en"]
    assert [article.direction for article in page.articles].count(Direction.RIGHT_TO_LEFT) == 1
    assert all(article.word_count >= 240 for article in page.articles)
    assert sum(bool(article.dateline) for article in page.articles) == 5
    for kind in (Quote, ListBlock):
        assert all(any(isinstance(b, kind) for b in a.blocks) for a in page.articles)
    assert any(isinstance(block, Table) for block in page.articles[-1].blocks)


def test_figures_are_alike_different_and_without_alt() -> None:
    page = opened("harbour-watch.html")
    alike, different = figures(page.articles[0])
    assert alike.alt
    assert alike.description == ""
    assert different.description.startswith("Drawing: an open book")
    (chart,) = figures(page.articles[-1])
    assert chart.alt is None


def test_breaking_news_is_there_on_one_page_and_empty_on_another() -> None:
    loud, quiet = opened("harbour-watch.html").breaking, opened("quiet-day.html").breaking
    assert loud is not None
    assert quiet is not None
    assert len(loud.items) == 1
    assert quiet.items == ()


def test_load_more_leads_to_the_second_page_and_ends_there() -> None:
    more = opened("harbour-watch.html").load_more
    assert more is not None
    assert more.text == "Load more"
    assert more.url == (SAMPLES / "harbour-watch-2.html").as_uri()
    second = opened("harbour-watch-2.html")
    assert second.load_more is None
    assert len(second.articles) == 3
    assert len({article.id for name in PAGES for article in opened(name).articles}) == 10


@pytest.mark.parametrize("name", PAGES)
def test_every_picture_is_there_and_light(name: str) -> None:
    for article in opened(name).articles:
        for figure in figures(article):
            file = Path(unquote(urlsplit(figure.picture.sources[0]).path))
            assert file.parent == SAMPLES / "pictures"
            content = file.read_bytes()
            assert content.startswith(b"\x89PNG")
            assert len(content) <= 150_000
            size = (int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big"))
            assert size == (figure.picture.width, figure.picture.height) == (1200, 675)
