from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.extract.pages import text_edition
from tidings.document import Figure, ListBlock, NewsItem, Paragraph

DUMP = """Accessibility links
Skip to main content
Skip to Search

Breaking News
Storm closes both bridges

Harbour Desk

A pier at dawn
A pier at dawn

PORT ALMA, Westland -- The pier is open again.

Two ships came in.

Ships Wait For Wind

A sail
A sail and a mast
"""


def test_a_copied_page_gives_what_stood_around_it() -> None:
    got = text_edition(DUMP)
    assert got.skip_links_label == "Accessibility links"
    assert [(link.text, link.target) for link in got.skip_links] == [
        ("Skip to main content", "content"),
        ("Skip to Search", "search"),
    ]
    assert got.breaking is not None
    assert got.breaking.items == (NewsItem("Storm closes both bridges"),)
    assert got.section == "Harbour Desk"


def test_a_repeated_line_is_a_picture_and_opens_a_story() -> None:
    got = text_edition(
        "One.\n\nA red boat\nA red boat\n\nTwo.\n\nA blue boat\nA blue boat\n\nThree."
    )
    assert [[block.text for block in article.blocks] for article in got.articles] == [
        ["One."],
        ["A red boat", "Two."],
        ["A blue boat", "Three."],
    ]
    figure = got.articles[1].blocks[0]
    assert isinstance(figure, Figure)
    assert (figure.alt, figure.picture.sources, figure.description) == ("A red boat", (), "")


def test_pictures_in_a_row_are_one_storys() -> None:
    got = text_edition("A red boat\nA red boat\n\nA blue boat\nA blue boat\n\nText.")
    assert len(got.articles) == 1


def test_a_title_before_a_picture_is_the_next_storys() -> None:
    got = text_edition("One line.\n\nThe Second Story\n\nA red boat\nA red boat\n\nTwo lines.")
    assert [article.title for article in got.articles] == ["", "The Second Story"]


def test_the_end_of_a_copied_page_is_no_text() -> None:
    got = text_edition("A story of one line.\n\nLoad more\n\nXS\nSM\nMD\nLG\n")
    assert [block.text for block in got.articles[0].blocks] == ["A story of one line."]
    assert "Load more" in got.notes[0]
    assert got.load_more is None


def test_wrapped_lines_are_one_paragraph_and_short_ones_several() -> None:
    wrapped = "The frost came early this year, and with it the question of who\nkeeps the key."
    got = text_edition(f"{wrapped}\n\nRoses are red.\nViolets are blue.")
    assert [block.text for block in got.articles[0].blocks] == [
        wrapped.replace("\n", " "),
        "Roses are red.",
        "Violets are blue.",
    ]


def test_bullets_are_a_list() -> None:
    (article,) = text_edition("Bring this.\n\n1. bread\n2. salt").articles
    assert isinstance(article.blocks[1], ListBlock)
    assert article.blocks[1].text == "bread\nsalt"
    assert article.blocks[1].ordered


def test_marks_of_markup_are_only_text() -> None:
    (article,) = text_edition("<script>alert(1)</script> is written like this.").articles
    assert isinstance(article.blocks[0], Paragraph)
    assert article.blocks[0].text == "<script>alert(1)</script> is written like this."


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["C", "Z"]), min_size=1)))
def test_no_word_of_a_text_is_lost(words: list[str]) -> None:
    got = text_edition("Start.\n" + "\n".join(word + "." for word in words))
    said = " ".join(block.text for article in got.articles for block in article.blocks)
    for word in words:
        if any(map(str.isalpha, word)):
            assert word in said
