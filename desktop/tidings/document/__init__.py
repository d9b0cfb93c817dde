"""Frozen values that every room shares: the edition, its articles, and places in them."""

from tidings.document.blocks import (
    Block,
    Emphasis,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Preformatted,
    Quote,
    Span,
    Spans,
    Table,
    plain,
)
from tidings.document.codec import (
    article_from_json,
    article_to_json,
    edition_from_json,
    edition_to_json,
)
from tidings.document.edition import (
    Article,
    BreakingNews,
    Direction,
    Edition,
    FeedLink,
    LoadMore,
    NewsItem,
    SkipLink,
)
from tidings.document.position import BYLINE, DATELINE, TITLE, Position, Range
from tidings.document.raw_page import RawPage

__all__ = [
    "BYLINE",
    "DATELINE",
    "TITLE",
    "Article",
    "Block",
    "BreakingNews",
    "Direction",
    "Edition",
    "Emphasis",
    "FeedLink",
    "Figure",
    "Heading",
    "ListBlock",
    "LoadMore",
    "NewsItem",
    "Paragraph",
    "Picture",
    "Position",
    "Preformatted",
    "Quote",
    "Range",
    "RawPage",
    "SkipLink",
    "Span",
    "Spans",
    "Table",
    "article_from_json",
    "article_to_json",
    "edition_from_json",
    "edition_to_json",
    "plain",
]
