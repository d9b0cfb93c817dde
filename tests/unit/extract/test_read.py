from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.extract.pages import ADDRESS, edition
from tidings.document import Emphasis, RawPage, edition_from_json, edition_to_json
from tidings.extract import from_html, read, to_format
from tidings.extract.linking import spans_of

SENTENCE = "The harbour office said that the ferry leaves at noon, whatever the weather may be. "


@given(st.binary(max_size=400), st.sampled_from(["text/html", "text/plain"]), st.text(max_size=8))
@settings(deadline=None)
def test_no_bytes_raise(content: bytes, kind: str, encoding: str) -> None:
    got = read(RawPage("stdin:", kind, content, encoding))
    assert got.articles or got.notes


_PIECES = st.sampled_from(
    [
        "<div class=wsw>", "<div class='news__item' data-article-id=1>", "<h1 class=pg-title>",
        "<p>", "</div>", "</p>", "PORT — ", SENTENCE, "<img src=a.jpg alt=x>", "<article>",
        "<h2>Title</h2>", "<a href='#a'>", "<div class=sr-only>", "<div class='breaking-news'>",
        "<base href='x:y'>", "<a class=link-showMore href='http://[x'>More</a>", "<table>", "<td>",
        "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[[{}]]}</script>",
        "<meta property=og:title content=' '>", "<html lang=xx>", "<noscript>", "<figure>", "\0",
        "<blockquote>", "<ul><li>", "<br>", "<link rel=canonical href='https://[bad'>", "&#0;",
        "\ud800", "<time datetime=0000>",
    ]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40))
@settings(deadline=None, max_examples=150)
def test_no_markup_raises_and_all_of_it_is_clean(pieces: list[str]) -> None:
    got = edition("".join(pieces))
    assert got.notes != ("This page could not be read.",)
    assert edition_from_json(json.loads(json.dumps(edition_to_json(got)))) == got
    json.dumps(to_format(got))
    assert len({article.id for article in got.articles}) == len(got.articles)
    for article in got.articles:
        for block in article.blocks:
            assert "\0" not in block.text
            for span in spans_of(block):
                assert span.text
                assert span.link.partition(":")[0] in ("", "http", "https", "mailto")
                assert isinstance(span.emphasis, Emphasis)


@pytest.mark.parametrize("content", [b"", b" \n", b"<html></html>", b"\xff\xfe"])
def test_an_empty_page_says_so(content: bytes) -> None:
    assert read(RawPage(ADDRESS, "text/html", content)).notes == ("This page is empty.",)
    assert read(RawPage(ADDRESS, "text/plain", b"\n\n")).notes == ("This page is empty.",)


def test_a_page_without_a_story_says_so_and_keeps_its_links() -> None:
    got = edition(
        "<div class=sr-only><h2>Accessibility links</h2><a href='#nav'>Skip to menu</a></div>"
        "<nav><a href='/a'>News</a></nav>"
    )
    assert got.notes == ("There is no story on this page.",)
    assert got.skip_links_label == "Accessibility links"
    assert [(link.text, link.target, link.href) for link in got.skip_links] == [
        ("Skip to menu", "navigation", "#nav")
    ]


@pytest.mark.parametrize("tag", ["div", "b", "span", "blockquote", "ul><li", "table><tr><td"])
def test_deep_nesting_loses_no_text_and_takes_no_time(tag: str) -> None:
    deep = f"<{tag}>" * 100_000 + f"<p>{SENTENCE * 3}</p><p>After.</p>"
    began = time.monotonic()
    got = edition(f"<main><p>{SENTENCE * 3}</p>{deep}</main>")
    assert time.monotonic() - began < 10
    assert SENTENCE.strip() in " ".join(block.text for a in got.articles for block in a.blocks)


def test_closed_deep_nesting_keeps_what_follows() -> None:
    deep = "<div>" * 5000 + f"<p>Inside. {SENTENCE}</p>" + "</div>" * 5000
    got = edition(f"<main>{deep}<p>Afterwards. {SENTENCE}</p></main>")
    words = " ".join(block.text for article in got.articles for block in article.blocks)
    assert "Inside." in words
    assert "Afterwards." in words


def test_from_html_has_the_shape_for_other_programs() -> None:
    page = f"<html lang=en><h1>Noon</h1><p>{SENTENCE * 2}</p><img src='/a.jpg'><p>{SENTENCE}</p>"
    shape = from_html(page, ADDRESS)
    assert shape["url"] == ADDRESS
    assert (shape["lang"], shape["dir"], shape["html_lang"]) == ("en", "ltr", "en")
    (article,) = shape["articles"]
    assert article["title"] == "Noon"
    assert [block["type"] for block in article["blocks"]] == ["paragraph", "image", "paragraph"]
    assert article["blocks"][1] == {
        "type": "image",
        "src": "https://tidings.example/a.jpg",
        "srcs": ["https://tidings.example/a.jpg"],
        "alt": None,
        "caption": "",
        "credit": "",
    }
    assert from_html(page, None)["url"] == "stdin:"


def test_two_stories_of_one_address_are_two() -> None:
    items = "".join(
        f"<div class=news__item><h1 class=pg-title><a href='/a/1'>T</a></h1>"
        f"<div class=wsw><p>Story {number}.</p></div></div>"
        for number in (1, 2, 2)
    )
    assert [article.blocks[0].text for article in edition(items).articles] == [
        "Story 1.",
        "Story 2.",
    ]
