from __future__ import annotations

import pytest

from tidings.document import Figure, ListBlock, Picture, Preformatted, Quote, Span, Table, plain

PICTURE = Picture(("https://news.example/a.jpg",))


@pytest.mark.parametrize(
    ("alt", "caption", "description", "text"),
    [
        ("A dog", "", "A dog", "A dog"),
        ("A dog", "Rex at home.", "A dog", "A dog\nRex at home."),
        ("A dog", "A dog", "", "A dog"),
        ("A  DOG\n", " a dog", "", " a dog"),
        ("Ein Maß", "EIN MASS", "", "EIN MASS"),
        ("A dog", "A dog.", "A dog", "A dog\nA dog."),
        (" A dog ", "", "A dog", "A dog"),
        ("", "Rex at home.", "", "Rex at home."),
        (None, "Rex at home.", "", "Rex at home."),
        (None, "", "", ""),
        ("", "", "", ""),
        (" ", "", "", ""),
    ],
)
def test_what_stands_for_a_picture(
    alt: str | None, caption: str, description: str, text: str
) -> None:
    figure = Figure(PICTURE, alt, (Span(caption),) if caption else ())
    assert figure.description == description
    assert figure.text == text


def test_a_caption_in_spans_is_one_caption() -> None:
    caption = (Span("A ", language="en"), Span("dog", link="https://news.example/"))
    figure = Figure(PICTURE, "a dog", caption, "AP")
    assert figure.description == ""
    assert figure.text == "A dog\nAP"


def test_what_separates_the_parts_of_a_text() -> None:
    one, two = (Span("o"), Span("ne")), (Span("two"),)
    assert plain(one) == "one"
    assert ListBlock((one, two)).text == "one\ntwo"
    assert Table(((one, two), (two, ()))).text == "one\ttwo\ntwo\t"
    assert Quote((Span("one\n"), Span("two"))).text == "one\ntwo"
    assert Preformatted(" a\n\tb ").text == " a\n\tb "
