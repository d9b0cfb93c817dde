from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.extract.addresses import Base, base_of
from tidings.extract.identity import article_id
from tidings.extract.tree import parse

WEB = Base("https://tidings.example/z/1?p=2")
FILE = Base("file:///home/reader/page.html")
SAVED = Base("file:///home/reader/page.html", "https://tidings.example/z/1")


@pytest.mark.parametrize(
    ("base", "href", "expected"),
    [
        (WEB, "/a/1.html", "https://tidings.example/a/1.html"),
        (WEB, "?p=3", "https://tidings.example/z/1?p=3"),
        (WEB, "//other.example/a", "https://other.example/a"),
        (WEB, " a\n b ", "https://tidings.example/z/a%20b"),
        (WEB, "mailto:desk@tidings.example", "mailto:desk@tidings.example"),
        (WEB, "#top", ""),
        (WEB, "javascript:x()", ""),
        (WEB, "java\tscript:x()", ""),
        (WEB, "vbscript:x", ""),
        (WEB, "data:text/html,x", ""),
        (WEB, "file:///etc/passwd", ""),
        (WEB, "https://[bad", ""),
        (WEB, None, ""),
        (FILE, "/a/1.html", ""),
        (FILE, "next.html", ""),
        (SAVED, "/a/1.html", "https://tidings.example/a/1.html"),
    ],
)
def test_links(base: Base, href: str | None, expected: str) -> None:
    assert base.link(href) == expected


@pytest.mark.parametrize(
    ("base", "source", "expected"),
    [
        (WEB, "/i.jpg", "https://tidings.example/i.jpg"),
        (WEB, "file:///home/reader/secret.png", ""),
        (WEB, "mailto:x@y.example", ""),
        (FILE, "page_files/i.jpg", "file:///home/reader/page_files/i.jpg"),
        (SAVED, "./page_files/i.jpg", "file:///home/reader/page_files/i.jpg"),
        (SAVED, "/i.jpg", "https://tidings.example/i.jpg"),
        (SAVED, "//cdn.example/i.jpg", "https://cdn.example/i.jpg"),
        (FILE, "/i.jpg", ""),
        (FILE, "file://other-computer/share/i.jpg", ""),
        (FILE, "//other-computer/share/i.jpg", ""),
        (Base("stdin:"), "i.jpg", ""),
    ],
)
def test_pictures(base: Base, source: str, expected: str) -> None:
    assert base.picture(source) == expected


@pytest.mark.parametrize(
    ("base", "href", "expected"),
    [
        (FILE, "second.html", "file:///home/reader/second.html"),
        (SAVED, "second.html", "file:///home/reader/second.html"),
        (SAVED, "?p=1", "https://tidings.example/z/1?p=1"),
        (SAVED, "/z/1?p=1", "https://tidings.example/z/1?p=1"),
        (FILE, "?p=1", ""),
    ],
)
def test_the_next_page(base: Base, href: str, expected: str) -> None:
    assert base.next_page(href) == expected


def test_a_page_states_what_its_addresses_are_relative_to() -> None:
    root = parse("<base href='/deep/'><link rel=canonical href='https://tidings.example/a/1'><p>x")
    assert root is not None
    base = base_of(root, "https://tidings.example/x")
    assert base.link("b") == "https://tidings.example/deep/b"
    assert base.story == "https://tidings.example/a/1"


@pytest.mark.parametrize(
    ("page", "story"),
    [
        ("https://tidings.example/a/1", "https://tidings.example/a/1"),
        ("https://tidings.example/", ""),
        ("file:///a/b.html", ""),
    ],
)
def test_a_front_page_is_no_storys_address(page: str, story: str) -> None:
    assert Base(page).story == story


@given(st.text(), st.sampled_from([WEB, FILE, SAVED, Base("stdin:"), Base("nonsense")]))
def test_only_harmless_addresses_come_through(href: str, base: Base) -> None:
    assert base.link(href).partition(":")[0] in ("", "http", "https", "mailto")
    assert base.picture(href).partition(":")[0] in ("", "http", "https", "file")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://Tidings.example/a/1/", "http://tidings.example/a/1#top"),
        ("https://tidings.example/a?id=3&utm_source=x", "https://tidings.example/a?id=3"),
    ],
)
def test_a_story_is_itself_however_it_is_linked(one: str, other: str) -> None:
    assert article_id(one, "A", ()) == article_id(other, "B", ())


def test_other_stories_are_others() -> None:
    ids = {
        article_id("https://tidings.example/a?id=3", "", ()),
        article_id("https://tidings.example/a?id=4", "", ()),
        article_id("", "A", ()),
        article_id("", "B", ()),
    }
    assert len(ids) == 4
