from __future__ import annotations

import pytest

from tests.unit.extract.pages import blocks, edition
from tidings.document import Article, ListBlock, Paragraph, Quote

SENTENCE = "The harbour office said that the ferry leaves at noon, whatever the weather may be. "
HALF = "".join(f"<p>{number}. {SENTENCE * 2}</p>" for number in range(4))
REST = HALF.replace("0.", "7.")


def around(inside: str) -> Article:
    (article,) = edition(f"<main><h1>Noon</h1><div>{HALF}{inside}{REST}</div></main>").articles
    return article


def words(article: Article) -> str:
    return "\n".join(block.text for block in article.blocks)


@pytest.mark.parametrize(
    "box",
    [
        "<div><a href='/b'><img src='/b.jpg' alt='A boat'><h3>How boats are built</h3></a></div>",
        "<div><h3><a href='/b'>How boats are built</a></h3><p>A boat begins with a keel.</p></div>",
        "<div><a href='/b'><img src='/b.jpg' alt='A boat'></a><div>Boats</div>"
        "<div><a href='/b'>How boats are built around here</a></div><p>A boat begins.</p></div>",
        "<p><strong><a href='/b'>How boats are built</a></strong></p>",
        "<p>Read also: <a href='/b'>How boats are built</a> in our series</p>",
        "<h3>Related stories</h3><ul><li><a href='/b'>How boats are built</a></li></ul>",
        "<p>Advertisement</p>",
        "<p>4 min read</p>",
        "<p>Last updated 9 July 2022</p>",
    ],
)
def test_what_leads_elsewhere_is_no_part_of_the_story(box: str) -> None:
    assert words(around(box)) == words(around(""))


@pytest.mark.parametrize(
    "kept",
    [
        "<h3><a href='https://shop.example/b'>A boat to buy</a></h3><p>It costs a lot.</p>",
        "<h3>How <a href='/b'>boats</a> are built</h3><p>A boat begins with a keel.</p>",
        "<p>The <a href='/b'>report on boats</a> was read by many people.</p>",
        "<p>Correction: the ferry leaves at noon, not at one.</p>",
        "<p><a href='/b'>The whole report is to be had at the harbour office.</a></p>",
    ],
)
def test_what_only_has_links_stays(kept: str) -> None:
    assert len(around(kept).blocks) > len(around("").blocks)


def test_a_page_of_teasers_alone_is_read_for_them() -> None:
    card = "<article><h3><a href='/{0}'>Boat number {0} is built</a></h3><p>A keel.</p></article>"
    got = edition(f"<h1>Boats</h1><div>{''.join(card.format(n) for n in range(12))}</div>")
    assert "Boat number 11 is built" in words(got.articles[0])


def test_calls_below_the_story_are_left_out() -> None:
    article = around("")
    page = f"<main><h1>Noon</h1>{HALF}{REST}<p>Follow us on every network there is.</p></main>"
    (below,) = edition(page).articles
    assert words(below) == words(article)


def test_paragraphs_that_an_extractor_missed_are_taken_by_their_make() -> None:
    page = f"<div class=a>{HALF}<div class=ad></div>{REST}<p>{SENTENCE}At last it left.</p></div>"
    (article,) = edition(f"<main><h1>Noon</h1>{page}</main>").articles
    assert article.blocks[-1].text.endswith("At last it left.")


def test_the_pages_own_statement_drops_what_it_lacks_but_no_correction() -> None:
    body = f"{SENTENCE * 8}"
    data = f'{{"@type": "NewsArticle", "headline": "Noon", "articleBody": "{body}"}}'
    text = "".join(f"<p>{SENTENCE * 2}</p>" for _ in range(4))
    extra = f"<p>Harbour people like soup with dumplings and plenty of green peas.</p>{text}"
    fix = "<p>Correction: an earlier version named another hour.</p>"
    (article,) = edition(
        f"<script type='application/ld+json'>{data}</script><h1>Noon</h1>{text}{extra}{fix}{text}"
    ).articles
    assert "dumplings" not in words(article)
    assert "another hour" in words(article)


def test_a_pull_quote_is_said_once() -> None:
    quote = "<blockquote>the ferry leaves at noon, whatever the weather may be</blockquote>"
    assert words(around(quote)) == words(around(""))
    other = "<blockquote>We have never seen such a storm in all our years here.</blockquote>"
    assert words(around(other)) != words(around(""))


def test_a_frame_is_named_and_not_fetched() -> None:
    frame = "<iframe title='Storm over the pier' src='https://www.films.example/1'></iframe>"
    named = [b for b in around(frame).blocks if b.text == "Storm over the pier (films.example)"]
    assert len(named) == 1
    assert isinstance(named[0], Paragraph)
    assert named[0].spans[1].link == "https://www.films.example/1"
    assert words(around(frame.replace("Storm over the pier", "Ad"))) == words(around(""))


PULLED = "the ferry leaves at noon, whatever the weather may be"


@pytest.mark.parametrize(
    "box",
    [
        "<blockquote>{}</blockquote>",
        "<p class='pull-quote'>“{}”</p>",
        "<aside class='c-pullquote'>{}</aside>",
        "<aside class='pulled-quote'><div><p>“{}”</p></div></aside>",
        "<figure class='pullquote'><blockquote>{}</blockquote></figure>",
    ],
)
def test_words_lifted_out_of_the_text_are_said_once(box: str) -> None:
    article = around(box.format(PULLED))
    assert [block.text.strip("“”") for block in article.blocks].count(PULLED) == 0


def test_a_pulled_quote_that_the_text_lacks_is_a_quote() -> None:
    article = around("<p class='pull-quote'>The sea was never quieter than on that day.</p>")
    (quote,) = (block for block in article.blocks if isinstance(block, Quote))
    assert quote.text == "The sea was never quieter than on that day."


@pytest.mark.parametrize(
    "box",
    [
        "<p>{}</p>",
        "<aside class='correction'><p>{}</p></aside>",
        "<footer><p>{}</p></footer>",
        "<div class='article-tags'><p>{}</p></div>",
    ],
)
def test_a_correction_below_the_story_is_kept_in_any_box(box: str) -> None:
    words_of_it = "Correction: the ferry leaves at one."
    page = f"<main><article><h1>Noon</h1>{HALF}{box.format(words_of_it)}</article></main>"
    (article,) = edition(page).articles
    assert [block.text for block in article.blocks].count(words_of_it) == 1


@pytest.mark.parametrize(
    ("embed", "link"),
    [
        ("<amp-youtube data-videoid='a-1_b'", "https://www.youtube.com/watch?v=a-1_b"),
        ("<amp-twitter data-tweetid='42'", "https://twitter.com/i/status/42"),
        ("<amp-facebook data-href='https://posts.example/1'", "https://posts.example/1"),
        ("<amp-iframe src='https://maps.example/1'", "https://maps.example/1"),
        ("<amp-youtube data-videoid='a&amp;b=c'", ""),
        ("<amp-iframe src='javascript:x()'", ""),
        ("<iframe src='https://maps.example/1'", "https://maps.example/1"),
    ],
)
def test_an_embed_is_named_with_its_address(embed: str, link: str) -> None:
    tag = embed[1:].split()[0]
    found = blocks(f"<p>Before.</p>{embed} title='The pier'>In its place</{tag}><p>After.</p>")
    named = [span for block in found[1:-1] for span in getattr(block, "spans", ())]
    assert [span.link for span in named if span.link] == ([link] if link else [])
    assert not any("In its place" in block.text for block in found)
    assert bool(named and named[0].text.startswith("The pier")) == bool(link)


def test_hidden_text_stays_hidden() -> None:
    assert words(around("<div class='hidden'><p>Sign in to read on.</p></div>")) == words(
        around("")
    )
    shown = "<div class='hidden md:block'><p>It is shown on wide screens.</p></div>"
    assert "wide screens" in words(around(shown))


def test_lists_of_the_story_stay() -> None:
    article = around("<ul><li>Bring a coat</li><li>Bring <a href='/b'>bread</a></li></ul>")
    assert any(isinstance(block, ListBlock) for block in article.blocks)


@pytest.mark.parametrize("name", ["c-inlineSignup", "infobox", "related-links", "newsletter"])
def test_a_box_with_a_sure_name_is_no_part_of_the_story(name: str) -> None:
    box = f"<div class='{name}'><h3>Harbours</h3><p>{SENTENCE * 2}</p></div>"
    assert words(around(box)) == words(around(""))


def test_a_story_in_a_box_with_a_sure_name_is_read() -> None:
    (article,) = edition(f"<div class=newsletter><h1>Noon</h1>{HALF}{REST}</div>").articles
    assert len(article.blocks) == len(around("").blocks)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Ann Lee", ("Ann Lee",)),
        ("Ann Lee/Bo van Oh", ()),
        ("Ann Lee and Bo Oh", ("Ann Lee", "Bo Oh")),
        ("Harbour news", ()),
        ("THE HARBOUR", ()),
    ],
)
def test_a_line_of_names_signs_a_story_that_names_nobody(
    line: str, byline: tuple[str, ...]
) -> None:
    page = f"<h1>Noon</h1><main><p><b>{line}</b></p>{HALF}{REST}</main>"
    (article,) = edition(page).articles
    assert article.byline == byline
    assert (line in words(article)) == (not byline)


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ("<p class=authorLine>Ann Lee</p>", ("Ann Lee",)),
        ("<ul class=metaInfoAuthorList><li>Ann Lee</li></ul>", ("Ann Lee",)),
        ("<p>Noon news | By Ann Lee and Bo Oh</p>", ("Ann Lee", "Bo Oh")),
        ("<p>By the sea, noon is loud</p>", ()),
        ("<p class=author>Powered by Steam</p>", ()),
    ],
)
def test_bylines_that_a_page_shows(head: str, byline: tuple[str, ...]) -> None:
    (article,) = edition(f"<h1>Noon</h1>{head}<main>{HALF}{REST}</main>").articles
    assert article.byline == byline


def test_the_house_is_a_byline_only_where_nobody_is_named() -> None:
    data = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Noon",'
        '"publisher": {"name": "The Post"}, "author": {"name": "The Post"}}</script>'
    )
    house = edition(f"{data}<h1>Noon</h1><main>{HALF}{REST}</main>").articles[0]
    assert house.byline == ("The Post",)
    named = f"{data}<h1>Noon</h1><p class=byline>By Ann Lee</p><main>{HALF}{REST}</main>"
    assert edition(named).articles[0].byline == ("Ann Lee",)


def test_a_day_in_words_is_a_date_where_nothing_else_is() -> None:
    shown = f"<h1>Noon</h1><p class=date>09.07.2022</p><main>{HALF}{REST}</main>"
    published = edition(shown).articles[0].published
    assert published is not None
    assert published.isoformat() == "2022-07-09T00:00:00"
