"""The document as JSON, and back.

The library keeps articles in this form; a field that a later version adds must have a
default, so that what was kept before can still be read.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

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

Json = dict[str, Any]


def edition_to_json(edition: Edition) -> Json:
    """Return the edition as values that ``json.dumps`` takes."""
    breaking, more = edition.breaking, edition.load_more
    return {
        "address": edition.address,
        "title": edition.title,
        "section": edition.section,
        "language": edition.language,
        "skip_links_label": edition.skip_links_label,
        "skip_links": [
            {"text": link.text, "target": link.target, "href": link.href}
            for link in edition.skip_links
        ],
        "breaking": breaking
        and {
            "label": breaking.label,
            "items": [{"text": item.text, "url": item.url} for item in breaking.items],
        },
        "load_more": more and {"text": more.text, "url": more.url},
        "notes": list(edition.notes),
        "articles": [article_to_json(article) for article in edition.articles],
    } | _of_feeds(edition)


def edition_from_json(data: Json) -> Edition:
    """Return the edition that :func:`edition_to_json` gave as ``data``.

    Raises KeyError, TypeError or ValueError when ``data`` has another shape.
    """
    breaking, more = data.get("breaking"), data.get("load_more")
    return Edition(
        address=data["address"],
        title=data.get("title", ""),
        section=data.get("section", ""),
        language=data.get("language", ""),
        skip_links_label=data.get("skip_links_label", ""),
        skip_links=tuple(SkipLink(**link) for link in data.get("skip_links", [])),
        breaking=breaking
        and BreakingNews(breaking["label"], tuple(NewsItem(**i) for i in breaking["items"])),
        load_more=more and LoadMore(**more),
        notes=tuple(data.get("notes", [])),
        articles=tuple(article_from_json(article) for article in data["articles"]),
        feeds=tuple(FeedLink(**feed) for feed in data.get("feeds", [])),
        is_feed=data.get("is_feed", False),
    )


def article_to_json(article: Article) -> Json:
    """Return the article as values that ``json.dumps`` takes."""
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "byline": list(article.byline),
        "published": article.published.isoformat() if article.published else None,
        "published_text": article.published_text,
        "dateline": article.dateline,
        "section": article.section,
        "summary": article.summary,
        "language": article.language,
        "direction": article.direction.value,
        "blocks": [_block_to_json(block) for block in article.blocks],
    } | ({"is_summary": True} if article.is_summary else {})


def article_from_json(data: Json) -> Article:
    """Return the article that :func:`article_to_json` gave as ``data``.

    Raises KeyError, TypeError or ValueError when ``data`` has another shape.
    """
    published = data.get("published")
    return Article(
        id=data["id"],
        title=data["title"],
        url=data.get("url", ""),
        byline=tuple(data.get("byline", [])),
        published=datetime.fromisoformat(published) if published else None,
        published_text=data.get("published_text", ""),
        dateline=data.get("dateline", ""),
        section=data.get("section", ""),
        summary=data.get("summary", ""),
        language=data.get("language", ""),
        direction=Direction(data.get("direction", "ltr")),
        blocks=tuple(_block_from_json(block) for block in data["blocks"]),
        is_summary=data.get("is_summary", False),
    )


def _of_feeds(edition: Edition) -> dict[str, Any]:
    """What is there only where there is something to say."""
    named = {"feeds": [_feed_to_json(feed) for feed in edition.feeds]} if edition.feeds else {}
    return named | ({"is_feed": True} if edition.is_feed else {})


def _feed_to_json(feed: FeedLink) -> Json:
    return {"title": feed.title, "url": feed.url}


def _spans_to_json(spans: Spans) -> list[Json]:
    out = []
    for span in spans:
        item: Json = {"text": span.text}
        if span.language:
            item["language"] = span.language
        if span.link:
            item["link"] = span.link
        if span.emphasis is not Emphasis.NONE:
            item["emphasis"] = span.emphasis.value
        out.append(item)
    return out


def _spans_from_json(data: list[Json]) -> Spans:
    return tuple(
        Span(
            item["text"],
            item.get("language", ""),
            item.get("link", ""),
            Emphasis(item.get("emphasis", "")),
        )
        for item in data
    )


def _block_to_json(block: Block) -> Json:
    common: Json = {"language": block.language} if block.language else {}
    match block:
        case Heading():
            own: Json = {
                "type": "heading",
                "level": block.level,
                "spans": _spans_to_json(block.spans),
            }
        case Paragraph():
            own = {"type": "paragraph", "spans": _spans_to_json(block.spans)}
        case Quote():
            own = {"type": "quote", "spans": _spans_to_json(block.spans)}
        case ListBlock():
            own = {
                "type": "list",
                "ordered": block.ordered,
                "items": [_spans_to_json(item) for item in block.items],
            } | ({"start": block.start} if block.start != 1 else {})
        case Table():
            own = {
                "type": "table",
                "rows": [[_spans_to_json(cell) for cell in row] for row in block.rows],
                "header_rows": block.header_rows,
                "caption": block.caption,
            }
        case Figure():
            own = {
                "type": "figure",
                "sources": list(block.picture.sources),
                "width": block.picture.width,
                "height": block.picture.height,
                "alt": block.alt,
                "caption": _spans_to_json(block.caption),
                "credit": block.credit,
            }
        case Preformatted():
            own = {"type": "preformatted", "text": block.text}
    return own | common


def _block_from_json(data: Json) -> Block:
    language = data.get("language", "")
    match data["type"]:
        case "heading":
            return Heading(data["level"], _spans_from_json(data["spans"]), language)
        case "paragraph":
            return Paragraph(_spans_from_json(data["spans"]), language)
        case "quote":
            return Quote(_spans_from_json(data["spans"]), language)
        case "list":
            items = tuple(_spans_from_json(item) for item in data["items"])
            return ListBlock(items, data["ordered"], language, data.get("start", 1))
        case "table":
            rows = tuple(tuple(_spans_from_json(cell) for cell in row) for row in data["rows"])
            return Table(rows, data["header_rows"], data["caption"], language)
        case "figure":
            return Figure(
                Picture(tuple(data["sources"]), data["width"], data["height"]),
                data["alt"],
                _spans_from_json(data["caption"]),
                data["credit"],
                language,
            )
        case "preformatted":
            return Preformatted(data["text"], language)
    raise ValueError(data["type"])
