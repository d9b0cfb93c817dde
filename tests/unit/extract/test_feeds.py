"""Feeds are editions: their entries are stories, read as the text of a page is."""

from __future__ import annotations

import gzip
import json
from datetime import datetime
from typing import Any

import pytest

from tests.unit.extract.feed_texts import (
    ADDRESS,
    LONG,
    PARAGRAPH,
    SPACES,
    XML,
    atom,
    edition,
    item,
    only,
    rss,
)
from tidings.document import Figure, LoadMore, Paragraph, RawPage, plain
from tidings.extract import is_feed, read

JSON = "application/feed+json"


def json_feed(*items: Any, **more: Any) -> str:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", **more, "items": items})


@pytest.mark.parametrize(
    "declared", [XML, JSON, "text/html", "text/plain", "application/xml", "image/png"]
)
@pytest.mark.parametrize(
    "text",
    [
        rss(item(f"<p>{LONG}</p>")),
        "\ufeff<!-- on feeds -->\n" + rss(item(f"<p>{LONG}</p>")).partition("?>")[2],
        atom(f"<entry><title>Noon</title><content>{LONG}</content></entry>"),
        json_feed({"id": 1, "title": "Noon", "content_text": LONG}),
    ],
    ids=["rss", "after a comment", "atom", "json"],
)
def test_a_feed_is_one_whatever_it_is_declared_as(text: str, declared: str) -> None:
    page = RawPage(ADDRESS, declared, text.encode())
    assert is_feed(page)
    (story,) = read(page).articles
    assert story.title == "Noon"
    assert LONG.strip() in "\n".join(block.text for block in story.blocks)


@pytest.mark.parametrize(
    "text",
    [
        f"<html><body><h1>403 Forbidden</h1><p>{LONG}</p></body></html>",
        "<!DOCTYPE html><p>Write <rss version='2.0'> at the top.</p>",
        "<b>Too many requests</b>",
        '{"items": []}',
        "",
    ],
)
def test_a_page_in_place_of_a_feed_is_none(text: str) -> None:
    page = RawPage(ADDRESS, XML, text.encode())
    assert not is_feed(page)
    got = read(page)
    assert got.articles or got.notes
    assert not any("<b>" in block.text for story in got.articles for block in story.blocks)


def test_a_feed_after_warnings_of_its_server_is_read() -> None:
    text = "<br />Notice: old\n" + rss(item(f"<p>{LONG}</p>"))
    assert is_feed(RawPage(ADDRESS, XML, text.encode()))
    assert only(text).title == "Noon"


def test_the_feed_says_who_it_is() -> None:
    head = "<title>News &amp;amp; more</title><language>en_GB</language>"
    got = edition(rss(item(f"<p>{LONG}</p>"), head))
    assert (got.title, got.section, got.language) == ("News & more", "News & more", "en-GB")
    assert got.articles[0].language == "en-GB"


def test_short_stories_are_in_the_language_of_the_others() -> None:
    titles = ("Der Hafen ist wieder offen", "Die Fähre fährt mittags", "Opera", "Nachts kein Bus")
    got = edition(rss("".join(f"<item><title>{title}</title></item>" for title in titles * 2)))
    assert {story.language for story in got.articles} == {"de"}


def test_stories_keep_the_order_of_the_feed() -> None:
    items = "".join(f"<item><title>{name}</title></item>" for name in "cab")
    assert [story.title for story in edition(rss(items)).articles] == ["c", "a", "b"]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("<title>A &amp; B</title>", "A & B"),
        ("<title>A &amp;#8217; B</title>", "A ’ B"),
        ("<title><![CDATA[A <b>bold</b> <i>word</i>]]></title>", "A bold word"),
        ("<title>5 &lt; 6</title>", "5 < 6"),
        ("<title>5 < 6</title>", "5 < 6"),
        ("<title>Caf&eacute; & more</title>", "Café & more"),
    ],
)
def test_titles_are_words(title: str, told: str) -> None:
    assert only(rss(f"<item>{title}<description>d</description></item>")).title == told


def test_a_title_that_is_plain_text_in_atom_stays_as_it_is() -> None:
    title = "<title>Caf&eacute; tags such as &lt;b&gt;</title>"
    assert only(atom(f"<entry>{title}</entry>")).title == "Café tags such as <b>"


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("Tue, 24 Nov 2026 15:40:00 +0100", "2026-11-24T15:40:00+01:00"),
        ("2026-11-24T15:40:00Z", "2026-11-24T15:40:00+00:00"),
        ("2026-11-24", "2026-11-24T00:00:00"),
        ("24 Noviembre 2026", "2026-11-24T00:00:00+00:00"),
        ("2026년 11월 24일 15:40:00", ""),
        ("yesterday", ""),
        ("Tue, 31 Feb 2099 25:61:00 GMT", ""),
    ],
)
def test_dates_are_read_or_shown(date: str, told: str) -> None:
    story = only(rss(f"<item><title>a</title><pubDate>{date}</pubDate></item>"))
    if told:
        assert story.published == datetime.fromisoformat(told)
    assert bool(story.published) != bool(story.published_text)
    assert story.published_text in ("", date)


def test_who_wrote_it_is_told_and_the_house_is_not() -> None:
    names = (
        "<author>mail@news.example (Ada Brook)</author><dc:creator>Ada Brook and Tom Reed"
        "</dc:creator><dc:creator>The Bay News</dc:creator>"
    )
    got = edition(rss(item("<p>a</p>", names), "<title>The Bay News</title>"))
    assert got.articles[0].byline == ("Ada Brook", "Tom Reed")


@pytest.mark.parametrize(
    ("author", "told"),
    [
        ("Ada Brook", ("Ada Brook",)),
        ("ada@news.example (Ada Brook)", ("Ada Brook",)),
        ("Ada Brook &lt;ada@news.example&gt;", ("Ada Brook",)),
        ("ada@news.example", ()),
        ("", ()),
    ],
)
def test_of_an_author_the_name_is_told(author: str, told: tuple[str, ...]) -> None:
    assert only(rss(item("<p>a</p>", f"<author>{author}</author>"))).byline == told


def test_the_author_of_a_feed_is_that_of_its_entries() -> None:
    author = "<author><name>Ada Brook</name></author>"
    assert only(atom(f"{author}<entry><title>a</title></entry>")).byline == ("Ada Brook",)


def test_the_fuller_text_is_the_story() -> None:
    both = item(f"<p>{LONG}</p>", "<description>In short.</description>")
    story = only(rss(both))
    assert (story.blocks[0].text, story.summary) == (LONG.strip(), "In short.")
    twice = item("<p>A line.</p>").replace("</item>", f"<body>{LONG}</body></item>")
    assert only(rss(twice)).blocks[0].text == LONG.strip()
    other = item("<p>In short.</p>", f"<description>{LONG}</description>")
    assert only(rss(other)).blocks[0].text == LONG.strip()


def test_a_podcasts_summary_does_not_hide_its_description() -> None:
    spaces = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    text = f"<item><description>{LONG}</description><itunes:summary>Short.</itunes:summary></item>"
    assert only(rss(text, spaces=spaces)).blocks[0].text == LONG.strip()


@pytest.mark.parametrize(
    "content",
    [
        f"<content type='html'>&lt;p&gt;{PARAGRAPH}&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content>",
        f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>{PARAGRAPH}</p>"
        "<p>Two.</p></div></content>",
        f"<content>{PARAGRAPH}\n\nTwo.</content>",
        f"<summary type='html'>&amp;lt;p&amp;gt;{PARAGRAPH}&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Two."
        "</summary>",
    ],
    ids=["html", "xhtml", "text", "escaped twice"],
)
def test_texts_of_every_type_are_paragraphs(content: str) -> None:
    blocks = only(atom(f"<entry>{content}</entry>")).blocks
    assert [block.text for block in blocks] == [PARAGRAPH.strip(), "Two."]


@pytest.mark.parametrize(
    ("base", "told"),
    [
        ("", "https://news.example/b/a.jpg"),
        ('xml:base="https://other.example/x/"', "https://other.example/x/a.jpg"),
    ],
)
def test_addresses_are_relative_to_the_story_or_to_what_the_feed_says(base: str, told: str) -> None:
    story = only(
        atom(
            "<entry><link href='https://news.example/b/noon'/>"
            "<content type='html'>&lt;img src='a.jpg' alt='A dog'&gt;</content></entry>",
            base,
        )
    )
    (figure,) = story.blocks
    assert isinstance(figure, Figure)
    assert (figure.picture.sources, figure.alt) == ((told,), "A dog")


def test_the_address_of_a_story_is_that_of_its_page() -> None:
    links = "<link rel='enclosure' href='a.mp3'/><link rel='alternate' href='1.html'/>"
    story = only(atom(f"<entry><title>a</title>{links}</entry>", "xml:base='https://e.example/x/'"))
    assert story.url == "https://e.example/x/1.html"
    guid = only(rss("<item><title>a</title><guid>https://news.example/a/1</guid></item>"))
    assert guid.url == "https://news.example/a/1"
    relative = only(rss("<item><title>a</title><link>/b</link></item>"))
    assert relative.url == "https://news.example/b"


def test_what_comes_with_a_story_is_named_with_a_link() -> None:
    story = only(
        rss(
            "<item><title>a</title><enclosure url='https://sound.example/a.mp3' type='audio/mpeg'/>"
            "<enclosure url='javascript:steal()' type='audio/mpeg'/></item>"
        )
    )
    (named,) = story.blocks
    assert isinstance(named, Paragraph)
    assert named.text == "Sound recording (sound.example)"
    assert {span.link for span in named.spans} == {"", "https://sound.example/a.mp3"}


def test_what_comes_with_a_story_is_told_in_the_right_language() -> None:
    files = [
        {"url": "https://sound.example/a", "mime_type": "audio/mpeg", "title": "Разговор"},
        {"url": "https://sound.example/b", "mime_type": "video/mp4", "duration_in_seconds": 61},
    ]
    text = "Паром отходит в полдень, какая бы ни была погода, сообщили в порту."
    feed = json_feed({"id": 1, "content_text": text, "attachments": files}, language="ru")
    named, film = only(feed, JSON).blocks[1:]
    assert isinstance(named, Paragraph)
    assert isinstance(film, Paragraph)
    assert (named.text, film.text) == (
        "Разговор (sound.example)",
        "Film, 2 minutes (sound.example)",
    )
    assert not any(span.language for span in named.spans)
    assert [span.text for span in film.spans if span.language == "en"] == ["Film", "2 minutes"]


def test_pictures_beside_the_text_come_first_with_their_words() -> None:
    media = (
        "<description>In short.</description>"
        "<media:content url='https://p.example/a.jpg' medium='image' width='900'>"
        "<media:title>a.jpg</media:title><media:description>A dog.</media:description>"
        "<media:credit>Ada</media:credit></media:content>"
        "<media:thumbnail url='https://p.example/small.jpg'/>"
        "<media:content url='https://p.example/a.mp4' type='video/mp4'/>"
        "<media:content url='https://p.example/hit.gif' medium='image' width='1' height='1'/>"
    )
    story = only(rss(item(f"<p>{LONG}</p>", media)))
    figure, text = story.blocks
    assert isinstance(figure, Figure)
    assert figure.picture.sources == ("https://p.example/a.jpg",)
    assert (plain(figure.caption), figure.credit) == ("A dog.", "Ada")
    assert text.text == LONG.strip()
    assert (story.title, story.summary) == ("Noon", "In short.")


def test_a_pictures_words_are_not_the_story() -> None:
    """feedparser takes the second description of an entry for its content."""
    media = (
        "<media:content url='https://p.example/a.jpg'/>"
        "<media:description>A dog.</media:description>"
    )
    story = only(rss(f"<item><description>The story.</description>{media}</item>"))
    assert [block.text for block in story.blocks] == ["A dog.", "The story."]


def test_a_picture_that_the_text_shows_too_is_shown_once() -> None:
    shown = "<img src='https://p.example/a.jpg' alt='A dog'>"
    story = only(
        rss(item(f"{shown}<p>{LONG}</p>", "<media:content url='https://p.example/a.jpg'/>"))
    )
    assert [type(block) for block in story.blocks] == [Figure, Paragraph]
    assert isinstance(story.blocks[0], Figure)
    assert story.blocks[0].alt == "A dog"


def test_nothing_of_other_makers_gets_between() -> None:
    other = "<x:title xmlns:x='urn:x'>no</x:title><y:description>no</y:description>"
    story = only(rss(item(f"<p>{LONG}</p>", other)))
    assert (story.title, len(story.blocks)) == ("Noon", 1)


@pytest.mark.parametrize(
    ("guid", "again"),
    [
        ("<guid isPermaLink='false'>12</guid>", True),
        ("<guid>https://news.example/?p=12</guid>", True),
        ("<id>urn:uuid:12</id>", True),
        ("", False),
    ],
)
def test_a_story_is_itself_after_its_words_and_address_changed(guid: str, again: bool) -> None:
    one = only(rss(f"<item><title>a</title><link>/a</link>{guid}</item>"))
    other = only(rss(f"<item><title>b</title><link>/b</link>{guid}</item>"))
    assert (one.id == other.id) == again


def test_a_story_named_by_its_address_is_the_one_on_the_page() -> None:
    url = "https://news.example/noon"
    story = only(rss(f"<item><title>a</title><guid>{url}?utm_source=feed</guid></item>"))
    page = read(RawPage(url, "text/html", f"<h1>a</h1><p>{LONG}</p>".encode()))
    assert story.id == page.articles[0].id


def test_a_number_names_a_story_on_its_own_site_only() -> None:
    text = rss("<item><title>a</title><guid isPermaLink='false'>12</guid></item>")
    one = edition(text, address="https://one.example/feed").articles[0]
    other = edition(text, address="https://other.example/feed").articles[0]
    moved = edition(text, address="https://one.example/rss").articles[0]
    assert one.id != other.id
    assert one.id == moved.id


@pytest.mark.parametrize("name", ["https://a[b/", "http://[::1", "http://a b", "//[", "#"])
def test_a_name_may_be_anything(name: str) -> None:
    guid = f"<guid isPermaLink='false'>{name}</guid>"
    assert only(rss(f"<item><title>a</title>{guid}</item>")).title == "a"


def test_a_name_that_all_entries_have_is_none() -> None:
    items = "".join(
        f"<item><title>a</title><guid>same</guid><link>/{n}</link></item>" for n in range(3)
    )
    assert len({story.id for story in edition(rss(items)).articles}) == 3


def test_json_feeds_are_read() -> None:
    got = edition(
        json_feed(
            {
                "id": 2,
                "url": "/2",
                "content_html": f"<p>{LONG}</p>",
                "author": {"name": "Ada Brook"},
            },
            {"id": "3", "title": "Text", "content_text": "One <b>two</b>.\n \nThree."},
            {"title": 1000, "id": 4},
            "no item",
            title="Bay",
            home_page_url="https://bay.example/",
            language="en",
            next_url="https://bay.example/2.json",
        ),
        JSON,
    )
    one, two = got.articles
    assert (one.url, one.byline, one.language) == ("https://news.example/2", ("Ada Brook",), "en")
    assert [block.text for block in two.blocks] == ["One <b>two</b>.", "Three."]
    assert (got.title, got.load_more) == (
        "Bay",
        LoadMore("Older stories", "https://bay.example/2.json"),
    )


def test_a_json_feed_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    text = json_feed({"id": 1, "title": "One"}, {"id": 2, "title": "Two, which is cut"})
    got = edition(text[: text.index("which")], JSON)
    assert [story.title for story in got.articles] == ["One"]


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    text = rss(item(f"<p>{LONG}</p>") + "<item><title>Two</title><description>is cut off in")
    got = edition(text[: text.index(" off in")])
    assert [story.title for story in got.articles] == ["Noon"]
    assert got.articles[0].blocks[0].text == LONG.strip()


@pytest.mark.parametrize(
    "text",
    [
        rss(item(f"<p>{LONG}</p>")).replace("<item>", "</channel></channel></rss><item>"),
        rss(item(f"<p>{LONG}</p>")).replace("<channel>", "<channel a='><"),
        rss(item(f"<p>{LONG}</p>")).replace('version="2.0"', 'version="2.0'),
        atom(f"<entry><title>Noon</title><content>{LONG}</content></entry>").replace("om'", "om"),
    ],
)
def test_a_feed_with_a_damaged_beginning_is_read(text: str) -> None:
    story = only(text)
    assert (story.title, story.blocks[0].text) == ("Noon", LONG.strip())


def test_entries_without_an_end_are_stories_all_the_same() -> None:
    pictures = "<media:content url='https://p.example/{}.jpg' medium='image'/>"
    items = "".join(f"<item><title>{name}</title>{pictures.format(name)}" for name in "abc")
    got = edition(rss(items))
    assert [story.title for story in got.articles] == ["a", "b", "c"]
    for story in got.articles:
        (figure,) = story.blocks
        assert isinstance(figure, Figure)
        assert figure.picture.sources == (f"https://p.example/{story.title}.jpg",)


def test_a_feed_without_stories_says_so() -> None:
    assert edition(rss("")).notes == ("There are no stories in this feed.",)
    assert edition(rss("<item/>")).notes == ("There are no stories in this feed.",)


def test_an_entry_of_an_address_alone_is_a_story_to_be_fetched() -> None:
    story = only(rss("<item><link>https://news.example/a</link></item>"))
    assert (story.title, story.is_summary) == ("news.example/a", True)


def test_a_packed_feed_is_unpacked() -> None:
    assert only(gzip.compress(rss(item(f"<p>{LONG}</p>")).encode())).title == "Noon"


def test_a_wrong_encoding_does_not_garble() -> None:
    text = rss(item(f"<p>Жаңалықтар. {LONG}</p>")).replace("?>", ' encoding="iso-8859-1"?>', 1)
    assert only(text.encode()).blocks[0].text.startswith("Жаңалықтар.")
    old = text.replace("iso-8859-1", "windows-1251").replace("ң", "н").replace("қ", "к")
    assert only(old.encode("cp1251")).blocks[0].text.startswith("Жаналыктар.")
    assert only(text.encode("utf-16")).title == "Noon"


def test_only_the_first_entries_of_a_long_feed_are_read() -> None:
    items = "".join(f"<item><title>Story {n}</title></item>" for n in range(600))
    got = edition(rss(items))
    assert len(got.articles) == 500
    assert got.notes == ("This feed is very long. Only its first stories are here.",)


def test_spaces_are_declared_where_the_feed_forgot() -> None:
    text = rss(item(f"<p>{LONG}</p>", "<dc:creator>Ada Brook</dc:creator>"), spaces="")
    assert SPACES not in text
    story = only(text)
    assert (story.byline, story.blocks[0].text) == (("Ada Brook",), LONG.strip())
