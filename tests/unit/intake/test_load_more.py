from __future__ import annotations

from pathlib import Path

import pytest

from tidings.document import Article, Edition, LoadMore, Paragraph, RawPage, Span
from tidings.intake import LoadedMore, joined, load_more, open_page
from tidings.source import SourceError, fetch


def article(name: str) -> Article:
    return Article(id=name, title=name, blocks=(Paragraph((Span(f"Story {name}."),)),))


def edition(address: str, names: str, more: str = "") -> Edition:
    return Edition(
        address, tuple(map(article, names)), load_more=LoadMore("More", more) if more else None
    )


def page(title: str, numbers: range, more: str) -> str:
    items = "".join(
        f"<div class='news__item' data-article-id='{number}'><h1 class='pg-title'>"
        f"<a href='/a/{number}.html'>Story {number}</a></h1>"
        f"<div class='wsw'><p>Text of story {number}.</p></div></div>"
        for number in numbers
    )
    link = f"<a class='link-showMore' href='{more}'>Load more</a>" if more else ""
    home = "<link rel=canonical href='https://tidings.example/z/1'>"
    return f"{home}<h1 class='pg-title title--program'>{title}</h1>{items}{link}"


def test_new_stories_come_behind_and_known_ones_once() -> None:
    got = joined(edition("p1", "ab", "p2"), edition("p2", "bcb", "p3"))
    assert [story.id for story in got.edition.articles] == ["a", "b", "c", "b"][:3]
    assert got.added == 1
    assert got.edition.load_more == LoadMore("More", "p3")
    assert got.edition.address == "p1"


@pytest.mark.parametrize("leads_to", ["", "p1", "p2"])
def test_a_page_that_leads_back_is_the_end(leads_to: str) -> None:
    got = joined(edition("p1", "a", "p2"), edition("p2", "b", leads_to))
    assert got.edition.load_more is None


def test_an_edition_that_leads_nowhere_stays() -> None:
    here = edition("p1", "a")

    def never(source: str) -> RawPage:
        raise AssertionError(source)

    assert load_more(here, never) == LoadedMore(here, 0)


def test_pages_saved_beside_each_other_go_on(tmp_path: Path) -> None:
    first, second = tmp_path / "first page.html", tmp_path / "second page.html"
    first.write_text(page("Desk", range(1, 4), "second%20page.html"))
    second.write_text(page("Desk", range(3, 6), ""))
    opened = open_page(str(first), fetch)
    assert opened.load_more == LoadMore("Load more", second.as_uri())
    got = load_more(opened, fetch)
    assert [story.title for story in got.edition.articles] == [f"Story {n}" for n in range(1, 6)]
    assert got.added == 2
    assert got.edition.load_more is None


def test_what_the_source_says_reaches_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page("Desk", range(1, 2), "missing.html"))
    opened = open_page(str(path), fetch)
    with pytest.raises(SourceError, match="There is no file"):
        load_more(opened, fetch)
