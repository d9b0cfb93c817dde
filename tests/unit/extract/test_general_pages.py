from __future__ import annotations

import pytest

from tests.unit.extract.pages import edition
from tidings.document import Article, Figure

SENTENCE = "The harbour office said that the ferry leaves at noon, whatever the weather may be. "
STORY = "".join(f"<p>{number}. {SENTENCE * 2}</p>" for number in range(6))
TEASER = f"<article><h3><a href='/b'>Another</a></h3><p>{'A walk by the sea. ' * 15}</p></article>"


def one(html: str) -> Article:
    (article,) = edition(html).articles
    return article


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def test_long_teasers_below_a_story_are_no_stories() -> None:
    article = one(f"<main><h1>Noon</h1><div>{STORY * 3}</div></main><div>{TEASER * 3}</div>")
    assert article.title == "Noon"
    assert not any("walk by the sea" in text for text in texts(article))


def test_full_stories_side_by_side_are_stories() -> None:
    got = edition(f"<div>{TEASER * 2}{TEASER.replace('Another', 'A third')}</div>")
    assert [article.title for article in got.articles] == ["Another", "A third"]


def test_a_story_in_a_box_named_as_furniture_is_read_with_its_pictures() -> None:
    picture = "<img src='/a.jpg' alt='A pier'>"
    article = one(f"<div class='ad-free sidebar'><h1>Noon</h1>{STORY}{picture}{STORY}</div>")
    assert "A pier" in texts(article)


def test_furniture_within_a_story_is_left_out() -> None:
    box = "<div class='newsletter'><p>Letters about ferries, twice a week, for nothing.</p></div>"
    links = "<ul><li><a href='/1'>One thing</a></li><li><a href='/2'>And another</a></li></ul>"
    article = one(f"<main><h1>Noon</h1>{STORY}{box}{links}{STORY.replace('1.', '7.')}</main>")
    assert not any("Letters" in text or "One thing" in text for text in texts(article))


@pytest.mark.parametrize("place", ["before", "inside"])
def test_the_lead_picture_is_found_outside_the_text(place: str) -> None:
    picture = "<figure><img src='/lead.jpg' alt='A pier'></figure>"
    head = f"{picture}<h1>Noon</h1>" if place == "before" else f"<h1>Noon</h1>{picture}"
    stated = "<meta property='og:image' content='https://tidings.example/lead.jpg'>"
    article = one(f"{stated}<main><header>{head}</header><div class=text>{STORY}</div></main>")
    assert isinstance(article.blocks[0], Figure)
    assert article.title == "Noon"


def test_headings_of_what_was_left_out_go_too() -> None:
    related = "<h2>Read on</h2><ul><li><a href='/1'>One thing and another</a></li></ul>"
    article = one(f"<main><h1>Noon</h1>{STORY}{related}</main>")
    assert "Read on" not in texts(article)


def test_a_body_in_the_data_alone_is_read() -> None:
    article = one(
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Noon",'
        '"articleBody": "First line &amp; more.\\n\\nSecond <b>line</b>."}</script><p>Loading</p>'
    )
    assert texts(article) == ["First line & more.", "Second line."]


LINES = [f"The ferry {word}, whatever the weather may be." for word in ("leaves", "waits")]


@pytest.mark.parametrize(
    "body",
    [
        "{}\\n\\n{}",
        "<p>{}</p><p class='b'>{}</p>",
        "&lt;p&gt;{}&lt;/p&gt;&lt;p&gt;{}&lt;/p&gt;",
        "{}<br/><br/>{}",
        '{}", "{}',
    ],
)
@pytest.mark.parametrize("shown", ["<div id='app'></div>", "<p>Turn on scripts.</p>"])
def test_a_body_in_the_data_keeps_its_paragraphs(body: str, shown: str) -> None:
    text = body.format(LINES[0].replace("ferry", "<b>ferr</b>y"), LINES[1])
    data = f'{{"@type": "NewsArticle", "headline": "Noon", "articleBody": ["{text}"]}}'
    article = one(f"<script type='application/ld+json'>{data}</script><body>{shown}")
    assert texts(article) == LINES


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Noon - The Post</title><meta property=og:site_name content='The Post'>", "Noon"),
        ("<title>Noon | The Post</title><h1>The Post</h1><h1>Noon</h1>", "The Post"),
        ("<meta property=og:title content='Noon | The Post'><title>x</title><h1>Noon</h1>", "Noon"),
        ("<title>Twelve - o'clock - a history of the midday gun | P</title>",
         "Twelve - o'clock - a history of the midday gun"),
    ],
)  # fmt: skip
def test_titles(head: str, title: str) -> None:
    assert one(f"<html><head>{head}</head><main>{STORY}</main>").title == title


@pytest.mark.parametrize(
    ("heading", "is_read"),
    [
        # The page's own wording of the title, and one that says something else.
        ("Noon, by the gun", False),
        ("A cannon wakes the harbour", True),
    ],
)
def test_a_heading_above_the_text_that_is_not_the_title_is_read(
    heading: str, is_read: bool
) -> None:
    article = one(
        "<html><head><title>Noon by the gun</title></head><body><main><article>"
        f"<h1>{heading}</h1>{''.join(f'<p>{line * 3}</p>' for line in LINES)}</article></main>"
    )
    assert article.title == "Noon by the gun"
    assert (article.blocks[0].text == heading) is is_read


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ('{"name": "Ann Lee"}', ("Ann Lee",)),
        ('[{"name": "Ann Lee"}, {"name": "Bo Oh"}, {"name": "ann lee"}]', ("Ann Lee", "Bo Oh")),
        ('"By Ann Lee and Bo Oh"', ("Ann Lee", "Bo Oh")),
        ('"https://tidings.example/ann"', ()),
        ("7", ()),
    ],
)
def test_bylines(author: str, byline: tuple[str, ...]) -> None:
    data = f'{{"@graph": [{{"@type": ["NewsArticle"], "author": {author}}}]}}'
    page = f"<script type='application/ld+json'>{data}</script><main><h1>Noon</h1>{STORY}</main>"
    assert one(page).byline == byline


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("2022-07-09T06:15:00Z", "2022-07-09T06:15:00+00:00"),
        ("2022-07-09 06:15:00Z", "2022-07-09T06:15:00+00:00"),
        ("2022-07-09T06:15:00.1234567+0200", "2022-07-09T06:15:00.123456+02:00"),
        ("2022-07-09", "2022-07-09T00:00:00"),
        ("Sat, 09 Jul 2022 06:15:00 GMT", "2022-07-09T06:15:00+00:00"),
    ],
)
def test_dates(date: str, iso: str) -> None:
    head = f"<meta property='article:published_time' content='{date}'>"
    published = one(f"{head}<main><h1>Noon</h1>{STORY}</main>").published
    assert published is not None
    assert published.isoformat() == iso
