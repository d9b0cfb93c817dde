from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.extract.pages import blocks
from tidings.document import (
    Emphasis,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Preformatted,
    Quote,
    Span,
    Table,
)


def only(html: str) -> object:
    (block,) = blocks(html)
    return block


def texts(html: str) -> list[str]:
    return [block.text for block in blocks(html)]


def figure(html: str) -> Figure:
    block = only(html)
    assert isinstance(block, Figure)
    return block


def test_spans_carry_links_emphasis_and_language() -> None:
    html = '<p>One <b>two</b> <a href="/x"><em>three</em></a> <i lang="la">quattuor</i>.</p>'
    assert only(html) == Paragraph(
        (
            Span("One "),
            Span("two", emphasis=Emphasis.STRONG),
            Span(" "),
            Span("three", link="https://tidings.example/x", emphasis=Emphasis.EMPHASIS),
            Span(" "),
            Span("quattuor", language="la", emphasis=Emphasis.EMPHASIS),
            Span("."),
        )
    )


def test_white_space_is_one_space_across_elements() -> None:
    assert texts("<p>  a <b> b</b>\n\t c&nbsp; d </p>") == ["a b c d"]


@pytest.mark.parametrize(("tag", "level"), [("h1", 2), ("h2", 2), ("h3", 3), ("h6", 6)])
def test_headings_keep_their_level(tag: str, level: int) -> None:
    assert only(f"<{tag}>Over<br>all</{tag}>") == Heading(level, (Span("Over all"),))


def test_a_heading_inside_other_elements_is_still_one() -> None:
    assert only("<h2><div><a href='/a'>Over all</a></div></h2>") == Heading(
        2, (Span("Over all", link="https://tidings.example/a"),)
    )


def test_bare_text_in_divisions_is_paragraphs() -> None:
    html = "<div>One.<div>Two.</div>Three <b>and</b> four.<p>Five.</p>Six.</div>"
    assert texts(html) == ["One.", "Two.", "Three and four.", "Five.", "Six."]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("One.<br><br>Two.", ["One.", "Two."]),
        ("One.<br> <br/>\n<br>Two.", ["One.", "Two."]),
        ("12 Mill Lane<br>Oxmouth", ["12 Mill Lane Oxmouth"]),
        (f"{'Long words ' * 9}end.<br>Two.", [f"{'Long words ' * 9}end.", "Two."]),
        (f"{'Long words ' * 9}run<br>on.", [f"{'Long words ' * 9}run on."]),
        ("<br><br>", []),
        ("<b>One.</b><br><br><a href='/x'>Two.</a>", ["One.", "Two."]),
    ],
)
def test_line_breaks(html: str, expected: list[str]) -> None:
    assert texts(f"<div>{html}</div>") == expected


def test_a_quote_joins_its_paragraphs_by_lines_and_lets_pictures_out() -> None:
    html = "<blockquote><p>One.</p><img src='/a.jpg' alt='A'><ul><li>Two</li></ul></blockquote>"
    assert blocks(html) == [
        Quote((Span("One.\n"), Span("Two"))),
        Figure(Picture(("https://tidings.example/a.jpg",)), "A"),
    ]


def test_nested_lists_without_numbers_become_further_items() -> None:
    html = "<ul><li>One<ul><li>One a</li></ul></li><li><p>Two</p></li><li> </li></ul>"
    assert only(html) == ListBlock(((Span("One"),), (Span("One a"),), (Span("Two"),)))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ol start='5'><li>e<li>f</ol>", [(True, 5, "e\nf")]),
        ("<ol><li value='9'>e<li>f</ol>", [(True, 9, "e\nf")]),
        ("<ol start='x'><li>e</ol>", [(True, 1, "e")]),
        (
            "<ol><li>a<ul><li>b<li>c</ul><li>d</ol>",
            [(True, 1, "a"), (False, 1, "b\nc"), (True, 2, "d")],
        ),
        ("<ul><li>a<ol><li>b</ol><li>c</ul>", [(False, 1, "a"), (True, 1, "b"), (False, 1, "c")]),
    ],
)
def test_items_keep_their_numbers(html: str, expected: list[tuple[bool, int, str]]) -> None:
    read = [block for block in blocks(html) if isinstance(block, ListBlock)]
    assert [(block.ordered, block.start, block.text) for block in read] == expected


def test_a_list_that_places_stories_is_none() -> None:
    html = "<ul><li><h3>One</h3><p>Text.</p></li></ul>"
    assert [type(block) for block in blocks(html)] == [Heading, Paragraph]


def test_a_table_has_rows_headers_and_caption() -> None:
    html = (
        "<table><caption>Notes</caption><tr><th>Day<th>Note"
        "<tr><th>First<td><b>E</b><tr><td></table>"
    )
    assert only(html) == Table(
        (
            ((Span("Day"),), (Span("Note"),)),
            ((Span("First"),), (Span("E", emphasis=Emphasis.STRONG),)),
        ),
        1,
        "Notes",
    )


def test_a_table_that_places_things_is_none() -> None:
    assert texts("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>") == ["One.", "Two."]


def test_preformatted_text_keeps_its_lines() -> None:
    assert only("<pre>a\n  b\t\n</pre>") == Preformatted("a\n  b")


@pytest.mark.parametrize(
    ("alt", "expected"), [("", None), ("alt=''", ""), ("alt=' A  boat '", "A boat")]
)
def test_a_missing_alt_is_told_from_an_empty_one(alt: str, expected: str | None) -> None:
    assert figure(f"<img src='/a.jpg' {alt}>").alt == expected


def test_caption_and_credit_of_a_figure() -> None:
    read = figure(
        "<figure><img src='/a.jpg'><figcaption>A <i>boat</i>. <span class='credit'>L. Voss</span>"
        "</figcaption></figure>"
    )
    assert read.caption == (Span("A "), Span("boat", emphasis=Emphasis.EMPHASIS), Span("."))
    assert read.credit == "L. Voss"


@pytest.mark.parametrize(
    "html",
    [
        "<figure><img src='/a.jpg'><div class='x'>A boat.</div></figure>",
        "<div class='wp-caption'><img src='/a.jpg'><p class='wp-caption-text'>A boat.</p></div>",
        "<figure><img src='/a.jpg'></figure><p class='photo-caption'>A boat.</p>",
        "<p>Words.<img src='/a.jpg'><span class='imageCaption'>A boat.</span></p>",
        "<picture><img src='/a.jpg'></picture><span itemprop='caption'>A boat.</span>",
    ],
)
def test_captions_outside_figcaption(html: str) -> None:
    (read,) = (block for block in blocks(html) if isinstance(block, Figure))
    assert [span.text for span in read.caption] == ["A boat."]


def test_a_caption_without_a_picture_before_it_stays_text() -> None:
    assert texts("<p>One.</p><p class='caption'>Two.</p>") == ["One.", "Two."]


def test_a_picture_within_a_sentence_waits_for_its_end() -> None:
    html = "<p>One <img src='/a.jpg' alt='A'> sentence.</p><p>Next.</p>"
    assert [block.text for block in blocks(html)] == ["One sentence.", "A", "Next."]


@pytest.mark.parametrize(
    "html",
    [
        "<img src='/a.jpg' width=1 height=1 alt='count'>",
        "<img src='/a.png' class='avatar' alt='A face'>",
        "<img src='/spacer.gif'>",
        "<img src='data:image/gif;base64,AA'>",
        "<img>",
        "<svg><text>drawn</text></svg>",
    ],
)
def test_ornaments_are_no_pictures(html: str) -> None:
    assert blocks(html) == []


def test_an_emoji_picture_is_its_character() -> None:
    assert texts("<p>Good <img class='emoji' src='/e.png' alt='🎉'> day</p>") == ["Good 🎉 day"]


@pytest.mark.parametrize(
    ("html", "sources"),
    [
        ("<img data-src='/a.jpg' src=''>", ["a.jpg"]),
        ("<img src='data:image/gif;base64,AA' data-lazy-src='/a.jpg'>", ["a.jpg"]),
        ("<img src=''><noscript><img src='/a.jpg'></noscript>", ["a.jpg"]),
        ("<noscript><img src='/a.jpg'></noscript>", ["a.jpg"]),
        ("<img src='/a.jpg'><noscript><img src='/b.jpg'></noscript>", ["a.jpg"]),
        (
            "<img srcset='/s.jpg 300w, /xl.jpg 3000w, /l.jpg 1200w' src='/a.jpg'>",
            ["l.jpg", "xl.jpg", "s.jpg", "a.jpg"],
        ),
        ("<picture><source srcset='/a,b.webp'><img src='/a.jpg'></picture>", ["a,b.webp", "a.jpg"]),
        ("<amp-img src='/a.jpg'></amp-img>", ["a.jpg"]),
    ],
)
def test_where_a_picture_can_be_had(html: str, sources: list[str]) -> None:
    assert figure(html).picture.sources == tuple(f"https://tidings.example/{s}" for s in sources)


def test_languages_of_elements_are_kept_for_later() -> None:
    (block,) = blocks("<div lang='pt_BR'><p>Um <span lang='nonsense!'>dois</span></p></div>")
    assert (block.language, block.text) == ("pt-BR", "Um dois")


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>", "<style>x</style>", "<template><p>x</p></template>",
        "<form><select><option>x</select><textarea>x</textarea><button>x</button></form>",
        "<iframe>x</iframe>", "<p hidden>x</p>", "<p style='display : none'>x</p>",
        "<span class='sr-only'>x</span>", "<figure><iframe></iframe>x</figure>", "<p>—</p>",
        "<video><p>x</p></video>", "<!-- x -->",
    ],
)  # fmt: skip
def test_what_is_not_for_reading_is_left_out(html: str) -> None:
    assert blocks(html) == []


_TAGS = st.sampled_from(
    ["p", "div", "b", "a", "em", "h2", "ul", "li", "blockquote", "figure", "figcaption", "img",
     "br", "table", "tr", "td", "pre", "noscript"]
)  # fmt: skip


@given(st.lists(st.tuples(_TAGS, st.booleans(), st.sampled_from(["", "word", " ", "a\0b"]))))
def test_any_nesting_gives_tidy_blocks(parts: list[tuple[str, bool, str]]) -> None:
    html = "".join(f"<{'/' if closing else ''}{tag}>{text}" for tag, closing, text in parts)
    for block in blocks(html):
        assert "\0" not in block.text
        if not isinstance(block, Preformatted):
            assert block.text.strip() == block.text
            assert "  " not in block.text
