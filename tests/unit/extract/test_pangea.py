from __future__ import annotations

import pytest

from tests.unit.extract.pages import edition
from tidings.document import Article, Figure

LOOKALIKE = (
    '<a class="btn lazy-scroll-load" data-ajax="true" data-ajax-url="/part/5"'
    ' href="/p/5.html">\u200b</a>'
)


def one(html: str, address: str = "https://tidings.example/a/1.html") -> Article:
    (article,) = edition(f'<h1 class="pg-title">Title</h1>{html}', address).articles
    return article


@pytest.mark.parametrize(
    ("html", "dateline", "first"),
    [
        ("<p>PORT ALMA, Westland -- It rained.</p>", "PORT ALMA, Westland", "It rained."),
        ("<p><b>KYIV</b> — It rained.</p>", "KYIV", "It rained."),
        ("<span class=dateline>AUBURN, Wash. —&nbsp;</span><p>It rained.</p>", "AUBURN, Wash.",
         "It rained."),
        ("<p>БИШКЕК -- Шёл дождь.</p>", "БИШКЕК", "Шёл дождь."),
        ("<p>WASHINGTON (AP) — It rained.</p>", "WASHINGTON (AP)", "It rained."),
        ("<p>It rained -- and then it stopped.</p>", "", "It rained -- and then it stopped."),
        ("<p>NATO said no. Others -- a few -- said yes.</p>", "",
         "NATO said no. Others -- a few -- said yes."),
        ("<p>PORT ALMA --</p>", "", "PORT ALMA --"),
        ("<p>The UN — all of it — met.</p>", "", "The UN — all of it — met."),
    ],
)  # fmt: skip
def test_the_dateline_stands_apart(html: str, dateline: str, first: str) -> None:
    article = one(f"<div class=wsw>{html}</div>")
    assert (article.dateline, article.blocks[0].text) == (dateline, first)


def test_links_after_a_dateline_keep_their_place() -> None:
    article = one("<div class=wsw><p>PORT ALMA -- The <a href='/x'>harbour</a> is open.</p></div>")
    assert [(span.text, span.link) for span in article.blocks[0].spans] == [  # type: ignore[union-attr]
        ("The ", ""),
        ("harbour", "https://tidings.example/x"),
        (" is open.", ""),
    ]


def test_the_lead_picture_comes_once_and_in_a_useful_size() -> None:
    article = one(
        "<div class=cover-media><figure><img src='https://gdb.example/x_w250_r1.jpg' alt='A'>"
        "</figure></div><div class=wsw>"
        "<figure><img src='https://gdb.example/x_w250_r1.jpg' alt='A'>"
        "<figcaption><span class=caption>A pier.</span></figcaption></figure><p>Text.</p></div>"
    )
    lead, text = article.blocks
    assert isinstance(lead, Figure)
    assert lead.picture.sources == (
        "https://gdb.example/x_w1023_r1.jpg",
        "https://gdb.example/x_w250_r1.jpg",
    )
    assert lead.text == "A\nA pier."
    assert text.text == "Text."


@pytest.mark.parametrize(
    "furniture",
    [
        "<div class='media-block also-read'><h4>Also read</h4></div>",
        "<div class=media-pholder><p>The code has been copied.</p></div>",
        "<div class='wsw__embed mediaReplacer externalMedia'><p>Embed</p></div>",
        "<aside class=share><span>Share</span></aside>",
        "<div class=c-lightbox><figure><img src=''></figure>Close</div>",
    ],
)
def test_furniture_inside_the_text_is_left_out(furniture: str) -> None:
    article = one(f"<div class=wsw><p>One.</p>{furniture}<p>Two.</p></div>")
    assert [block.text for block in article.blocks] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<a class="link-showMore" href="/z/1?p=1">Load more</a>', "https://tidings.example/z/1?p=1"),
        ('<a class="btn link-showMore" href="#" data-ajax-url="/z/1?p=2">Ещё</a>',
         "https://tidings.example/z/1?p=2"),
        ('<a class="link-showMore" href="javascript:more()">Load more</a>', ""),
        ('<a class="link-showMore" href="/z/1">\u200b</a>', ""),
        (LOOKALIKE, ""),
        ("", ""),
    ],
)  # fmt: skip
def test_load_more_and_its_lookalike(link: str, expected: str) -> None:
    got = edition(f"<h1 class=pg-title>T</h1><div class=wsw><p>Text.</p></div>{LOOKALIKE}{link}")
    assert (got.load_more.url if got.load_more else "") == expected


def test_without_a_title_the_page_number_makes_the_address() -> None:
    html = "<div class=news__item data-article-id=77><div class=wsw><p>Text.</p></div></div>"
    here = '<link rel=canonical href="https://tidings.example/z/1">'
    (on_web,) = edition(html).articles
    (on_disk,) = edition(here + html, "file:///home/page.html").articles
    assert on_web.url == on_disk.url == "https://tidings.example/a/77.html"
    assert on_web.id == on_disk.id
    (homeless,) = edition(html, "file:///home/page.html").articles
    assert homeless.url == ""


def test_an_unreadable_date_keeps_the_pages_words() -> None:
    article = one(
        "<div class=publishing-details><time datetime='soon'>Next Tuesday</time></div>"
        "<div class=wsw><p>Text.</p></div>"
    )
    assert (article.published, article.published_text) == (None, "Next Tuesday")
