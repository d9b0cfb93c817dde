"""Stories and editions of any shape, for tests of what must hold for all of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TypeVar

from hypothesis import strategies as st

from tidings.document import (
    Article,
    Block,
    BreakingNews,
    Direction,
    Edition,
    Emphasis,
    FeedLink,
    Figure,
    Heading,
    ListBlock,
    LoadMore,
    NewsItem,
    Paragraph,
    Picture,
    Preformatted,
    Quote,
    SkipLink,
    Span,
    Table,
)

Value = TypeVar("Value")


def tuples(values: st.SearchStrategy[Value], most: int = 3) -> st.SearchStrategy[tuple[Value, ...]]:
    return st.lists(values, max_size=most).map(tuple)


# Besides any characters: emoji joined of several, right to left, marks, breaks.
TEXT = st.text(max_size=12) | st.sampled_from(
    ["👩‍👩‍👧 and 🇰🇿", "می‌خواهم", "‏שלום‎", "e\u0301", "a\nb\tc", " \u2028 ", "“–”", "\0"]
)
LANGUAGES = st.sampled_from(["", "en", "ru-RU", "fa", "sr-Latn"])
LINKS = st.sampled_from(["", "https://news.example/?a=1&b=%D1%8F#c", "mailto:a@news.example"])
SPANS = tuples(st.builds(Span, TEXT, LANGUAGES, LINKS, st.sampled_from(Emphasis)))
PICTURES = st.builds(Picture, tuples(TEXT), st.integers(0, 9_999), st.integers(0, 9_999))
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, st.integers(2, 6), SPANS, LANGUAGES),
    st.builds(Paragraph, SPANS, LANGUAGES),
    st.builds(Quote, SPANS, LANGUAGES),
    st.builds(ListBlock, tuples(SPANS), st.booleans(), LANGUAGES, st.integers(0, 99)),
    st.builds(Table, tuples(tuples(SPANS)), st.integers(0, 2), TEXT, LANGUAGES),
    st.builds(Figure, PICTURES, st.none() | TEXT, SPANS, TEXT, LANGUAGES),
    st.builds(Preformatted, TEXT, LANGUAGES),
)
DATES = st.datetimes(datetime(1900, 1, 1)) | st.datetimes(
    datetime(1900, 1, 1),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))]),
)
ARTICLES = st.builds(
    Article,
    id=TEXT,
    title=TEXT,
    blocks=tuples(BLOCKS, 5),
    url=LINKS,
    byline=tuples(TEXT),
    published=st.none() | DATES,
    published_text=TEXT,
    dateline=TEXT,
    section=TEXT,
    summary=TEXT,
    language=LANGUAGES,
    direction=st.sampled_from(Direction),
    is_summary=st.booleans(),
)
EDITIONS = st.builds(
    Edition,
    address=TEXT,
    articles=tuples(ARTICLES, 2),
    title=TEXT,
    section=TEXT,
    language=LANGUAGES,
    skip_links_label=TEXT,
    skip_links=tuples(
        st.builds(SkipLink, TEXT, st.sampled_from(["content", "navigation", "search"]), TEXT)
    ),
    breaking=st.none() | st.builds(BreakingNews, TEXT, tuples(st.builds(NewsItem, TEXT, LINKS), 2)),
    load_more=st.none() | st.builds(LoadMore, TEXT, LINKS),
    notes=tuples(TEXT, 2),
    feeds=tuples(st.builds(FeedLink, TEXT, LINKS), 2),
)
