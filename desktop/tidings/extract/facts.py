"""What a page says of itself: in JSON-LD, in meta elements, and in its markup."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lxml.html import HtmlElement

from tidings.document import Figure
from tidings.extract.addresses import Base
from tidings.extract.blocks import read_blocks
from tidings.extract.bylines import byline_of_page, is_house
from tidings.extract.dates import parse_date, shown_date
from tidings.extract.markup import language_of, text_of
from tidings.extract.text import tidy
from tidings.extract.titles import title_of_page
from tidings.extract.tree import parse

_STORY_TYPES = re.compile(r"Article|BlogPosting|Report|Review|LiveBlog|OpinionPiece|Recipe")
_LIVE_TYPES = re.compile(r"LiveBlog")
_SOUND_TYPES = re.compile(r"AudioObject|PodcastEpisode|RadioEpisode|MusicRecording")
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datePublished", "date", "pubdate",
    "dc.date.issued", "dc.date", "dcterms.created", "parsely-pub-date", "sailthru.date",
    "publish-date", "publication_date", "cXenseParse:recs:publishtime", "article.published",
)  # fmt: skip
_DEEPEST = 12
_BLOCK = re.compile(r"<(?:p|div|li|br|h[1-6]|blockquote)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of its story, whatever of it is true."""

    title: str = ""
    byline: tuple[str, ...] = ()
    published: datetime | None = None
    published_text: str = ""
    summary: str = ""
    section: str = ""
    picture: str = ""
    body: str = ""
    languages: tuple[str, ...] = ()
    is_signed: bool = False
    is_story: bool = False
    is_live: bool = False
    is_sound: bool = False


def page_facts(root: HtmlElement) -> Facts:
    """Gather what the page says of its story."""
    meta = _meta(root)
    data = list(_json_ld(root))
    story = next((item for item in data if _is_a(item, _STORY_TYPES)), {})
    site = meta.get("og:site_name", "")
    published, published_text = _published(root, meta, story)
    house = (site, _publisher(story))
    byline = byline_of_page(root, story.get("author"), meta, house)
    return Facts(
        title=_title(root, meta, story, site),
        byline=byline,
        is_signed=any(not is_house(name, house) for name in byline),
        published=published,
        published_text=published_text,
        summary=meta.get("og:description", "") or meta.get("description", ""),
        section=_text(story.get("articleSection")) or meta.get("article:section", ""),
        picture=meta.get("og:image", "") or meta.get("twitter:image", ""),
        body=_body(story.get("articleBody")),
        languages=(language_of(root), meta.get("og:locale", ""), meta.get("content-language", "")),
        is_live=any(_is_a(item, _LIVE_TYPES) for item in data),
        is_sound=next(root.iter("audio"), None) is not None
        or "og:audio" in meta
        or any(_is_a(item, _SOUND_TYPES) for item in data),
        is_story=bool(story) or meta.get("og:type", "").startswith("article"),
    )


def _meta(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        value = tidy(element.get("content"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(attribute)
            if name and value:
                found.setdefault(name.strip(), value)
                found.setdefault(name.strip().lower(), value)
    return found


def _json_ld(root: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        text = script.text.strip().removeprefix("<!--").removesuffix("-->").strip(" \n\t;")
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(data, 0)


def _objects(data: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _objects(data.get(name), depth + 1)


def _is_a(item: dict[str, Any], types: re.Pattern[str]) -> bool:
    return any(types.search(name) for name in _strings(item.get("@type")))


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _text(value: object) -> str:
    """Return a JSON-LD text; its publishers put entities and markup into it."""
    text = next(iter(_strings(value)), "")
    if "&" in text or "<" in text:
        text = re.sub(r"<[^<>]{0,200}>", " ", html.unescape(text))
    return text.strip()


def _body(value: object) -> str:
    """Return the text of a story as its data states it, a line for each of its paragraphs.

    Where it holds markup, as such or escaped, that is read as a page's is.
    """
    text = "\n".join(_strings(value))
    if "&lt;" in text:
        text = html.unescape(text)
    if "<" not in text:
        return _text(text)
    root = parse(text if _BLOCK.search(text) else text.replace("\n", "<br><br>"))
    found = read_blocks(root, Base("")) if root is not None else ()
    return "\n".join(
        item.block.text
        for item in found
        if not (item.furniture or isinstance(item.block, Figure)) and item.block.text
    )


def _title(root: HtmlElement, meta: dict[str, str], story: dict[str, Any], site: str) -> str:
    data = tidy(_text(story.get("headline")))
    stated = (data, meta.get("og:title", ""), meta.get("twitter:title", ""))
    shown = [text for h1 in root.iter("h1") if (text := text_of(h1))]
    return title_of_page(stated, shown, text_of(root.find(".//title")), site)


def _publisher(story: dict[str, Any]) -> str:
    publisher = story.get("publisher")
    return _text(publisher.get("name")) if isinstance(publisher, dict) else ""


def _published(
    root: HtmlElement, meta: dict[str, str], story: dict[str, Any]
) -> tuple[datetime | None, str]:
    times = [time.get("datetime") or "" for time in root.iter("time")][:3]
    stated = [_text(story.get("datePublished")), *(meta.get(name, "") for name in _DATE_NAMES)]
    for text in (*stated, *times):
        date = parse_date(text)
        if date is not None:
            return date, ""
    shown = shown_date(root)
    if shown is not None:
        return shown, ""
    return None, next((tidy(text) for text in stated if text), "") or text_of(
        next(root.iter("time"), None)
    )
