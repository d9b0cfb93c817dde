from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from tests.document_values import ARTICLES, EDITIONS
from tidings.document import (
    Article,
    Direction,
    Edition,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Preformatted,
    Quote,
    Span,
    Table,
    article_from_json,
    article_to_json,
    edition_from_json,
    edition_to_json,
)

WORDS = (Span("words"),)


@settings(max_examples=150, deadline=None)
@given(ARTICLES)
def test_an_article_comes_back_as_it_was(article: Article) -> None:
    kept = json.dumps(article_to_json(article), ensure_ascii=False)
    assert article_from_json(json.loads(kept)) == article


@settings(max_examples=50, deadline=None)
@given(EDITIONS)
def test_an_edition_comes_back_as_it_was(edition: Edition) -> None:
    kept = json.dumps(edition_to_json(edition))
    assert edition_from_json(json.loads(kept)) == edition


def test_what_an_earlier_version_kept_can_still_be_read() -> None:
    article = article_from_json({"id": "a", "title": "Rain", "blocks": []})
    assert article == Article("a", "Rain", ())
    assert article.direction is Direction.LEFT_TO_RIGHT
    assert edition_from_json({"address": "b", "articles": []}) == Edition("b", ())


def test_what_is_seldom_so_is_kept_only_where_it_is() -> None:
    """What an earlier version kept stays what this one keeps of the same story."""
    assert "is_summary" not in article_to_json(Article("a", "Rain", ()))
    assert article_to_json(Article("a", "Rain", (), is_summary=True))["is_summary"] is True
    assert "feeds" not in edition_to_json(Edition("b", ()))


def test_the_form_in_which_blocks_are_kept() -> None:
    """What libraries hold already: a change here needs a way to read both."""
    span = {"text": "words"}
    blocks = (
        Heading(2, WORDS),
        Paragraph(WORDS, "ru"),
        Quote(WORDS),
        ListBlock((WORDS,), ordered=True),
        Table(((WORDS,),), 1, "Prices"),
        Figure(Picture(("https://news.example/a.jpg",), 16, 9), None, WORDS, "AP"),
        Preformatted("words"),
    )
    assert article_to_json(Article("a", "", blocks))["blocks"] == [
        {"type": "heading", "level": 2, "spans": [span]},
        {"type": "paragraph", "spans": [span], "language": "ru"},
        {"type": "quote", "spans": [span]},
        {"type": "list", "ordered": True, "items": [[span]]},
        {"type": "table", "rows": [[[span]]], "header_rows": 1, "caption": "Prices"},
        {
            "type": "figure",
            "sources": ["https://news.example/a.jpg"],
            "width": 16,
            "height": 9,
            "alt": None,
            "caption": [span],
            "credit": "AP",
        },
        {"type": "preformatted", "text": "words"},
    ]


@pytest.mark.parametrize(
    "data",
    [
        {"id": "a", "title": ""},
        {"id": "a", "title": "", "blocks": [{"type": "video"}]},
        {"id": "a", "title": "", "blocks": [{"type": "paragraph"}]},
        {"id": "a", "title": "", "blocks": [{"type": "paragraph", "spans": 5}]},
        {"id": "a", "title": "", "blocks": [], "published": "yesterday"},
        {"id": "a", "title": "", "blocks": [], "direction": "up"},
    ],
)
def test_another_shape_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        article_from_json(data)
