"""Editions for the library's tests: one by hand, and any that the document can hold."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from tidings.document import (
    Article,
    Block,
    BreakingNews,
    Direction,
    Edition,
    Emphasis,
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

OPENED = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ADDRESS = "https://example.org/z/1"


def story(id_: str, *texts: str, title: str = "", **more: object) -> Article:
    blocks = tuple(Paragraph((Span(text),)) for text in texts)
    return Article(id_, title, blocks, **more)  # type: ignore[arg-type]


def edition(*articles: Article, address: str = ADDRESS, section: str = "Harbour Watch") -> Edition:
    return Edition(address, articles, section=section)


texts = st.text(max_size=24)
languages = st.sampled_from(["", "en", "ru", "kk", "fa"])
spans = st.lists(
    st.builds(Span, texts, languages, texts, st.sampled_from(Emphasis)), max_size=3
).map(tuple)
figures = st.builds(
    Figure,
    st.builds(Picture, st.lists(texts, max_size=2).map(tuple), st.integers(0, 9), st.just(4)),
    st.none() | texts,
    spans,
    texts,
    languages,
)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, st.integers(2, 6), spans, languages),
    st.builds(Paragraph, spans, languages),
    st.builds(Quote, spans, languages),
    st.builds(ListBlock, st.lists(spans, max_size=3).map(tuple), st.booleans(), languages),
    st.builds(
        Table,
        st.lists(st.lists(spans, max_size=2).map(tuple), max_size=2).map(tuple),
        st.integers(0, 1),
        texts,
        languages,
    ),
    figures,
    st.builds(Preformatted, texts, languages),
)
offsets = st.integers(-720, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
articles = st.builds(
    Article,
    id=st.text(min_size=1, max_size=8),
    title=texts,
    blocks=st.lists(blocks, max_size=4).map(tuple),
    url=texts,
    byline=st.lists(texts, max_size=2).map(tuple),
    published=st.none()
    | st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1), timezones=offsets),
    published_text=texts,
    dateline=texts,
    section=texts,
    summary=texts,
    language=languages,
    direction=st.sampled_from(Direction),
)
editions = st.builds(
    Edition,
    address=st.text(min_size=1, max_size=12),
    articles=st.lists(articles, max_size=4, unique_by=lambda article: article.id).map(tuple),
    title=texts,
    section=texts,
    language=languages,
    skip_links_label=texts,
    skip_links=st.lists(st.builds(SkipLink, texts, texts, texts), max_size=2).map(tuple),
    breaking=st.none()
    | st.builds(
        BreakingNews, texts, st.lists(st.builds(NewsItem, texts, texts), max_size=2).map(tuple)
    ),
    load_more=st.none() | st.builds(LoadMore, texts, texts),
    notes=st.lists(texts, max_size=2).map(tuple),
)
