"""Pages of the Pangea system (RFE/RL, VOA, Current Time), one story or several.

The lead picture stands outside the text, the dateline in a span of its own or at the head
of the first paragraph, and the class names are the same in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from tidings.document import Article, Block, Edition, Figure, Heading, Paragraph
from tidings.extract import around, dateline
from tidings.extract.addresses import Base
from tidings.extract.assemble import Head, article, each_picture_once
from tidings.extract.blocks import read_blocks
from tidings.extract.dates import parse_date
from tidings.extract.furniture import is_furniture
from tidings.extract.markup import by_class, classes, first_by_class, language_of, text_of
from tidings.extract.text import has_words, same_words, word_set

_SIGNS = ("pg-title", "news__item", "c-hlights", "publishing-details")
_NOT_STORY = word_set(
    "also-read media-block media-pholder c-mmp externalMedia mediaReplacer c-lightbox share "
    "sticky-share-container ctc-message print-dialogue infgraphicsAttach news__read-more "
    "dateline"
)
_SMALL_WIDTH = re.compile(r"_w(?:\d{1,2}|[1-5]\d\d)_")
_BY = re.compile(r"^\W*(by|автор|от|par|von|por|نوشته)\b[:\s]*", re.IGNORECASE)


def is_pangea(root: HtmlElement) -> bool:
    """Tell whether a page has the markup of the Pangea system around a story's text."""
    return first_by_class(root, "wsw") is not None and any(
        first_by_class(root, sign) is not None for sign in _SIGNS
    )


def read_pangea(root: HtmlElement, base: Base, address: str) -> Edition:
    """Return the edition of a Pangea page: its stories in order and what stands around them."""
    label, links = around.skip_links(root)
    languages = (language_of(root),)
    articles = [read for item in _stories(root) if (read := _article(item, root, base, languages))]
    section = first_by_class(root, "title--program")
    return Edition(
        address=address,
        articles=tuple(articles),
        title=text_of(root.find(".//title")),
        section=text_of(section),
        language=languages[0],
        skip_links_label=label,
        skip_links=links,
        breaking=around.breaking_news(root, base),
        load_more=around.load_more(root, base),
    )


def _stories(root: HtmlElement) -> Sequence[HtmlElement]:
    """Return the elements that hold one story each; the page's root where it is a single one."""
    items = [
        item for item in by_class(root, "news__item") if first_by_class(item, "wsw") is not None
    ]
    return items or [root]


def _article(
    item: HtmlElement, root: HtmlElement, base: Base, languages: Sequence[str]
) -> Article | None:
    whole_page = item is root
    head = _head(item, base, whole_page)
    body = list(_body(item, base, whole_page))
    if not head.dateline:
        place, body = _split_dateline(body)
        head = replace(head, dateline=place)
    blocks = each_picture_once([*_lead(item, base), *body])
    # A story begins with its own title only once.
    if blocks and isinstance(blocks[0], Heading) and same_words(blocks[0].text, head.title):
        blocks = blocks[1:]
    if not any(has_words(block.text) for block in blocks):
        return None
    return article(head, blocks, (*map(language_of, item.iterancestors()), *languages))


def _head(item: HtmlElement, base: Base, whole_page: bool) -> Head:
    title = next(
        (
            element
            for element in by_class(item, "pg-title")
            if classes(element).isdisjoint(("title--program", "pg-title--sticky-share"))
        ),
        None,
    )
    details = first_by_class(item, "publishing-details")
    time = next(details.iter("time"), None) if details is not None else None
    place = next((text for wsw in _texts(item, whole_page) if (text := _own_dateline(wsw))), "")
    published = parse_date(time.get("datetime")) if time is not None else None
    key = item.get("data-article-id") or ""
    category = first_by_class(item, "category")
    return Head(
        title=text_of(title),
        url=_url(item, title, base, whole_page),
        byline=tuple(_byline(details)) if details is not None else (),
        published=published,
        published_text="" if published else text_of(time),
        dateline=place,
        section=text_of(category),
        key=f"item {key}" if key else "",
    )


def _url(item: HtmlElement, title: HtmlElement | None, base: Base, whole_page: bool) -> str:
    if whole_page:
        return base.story
    for link in title.iter("a") if title is not None else ():
        return base.link(link.get("href"))
    key = item.get("data-article-id") or ""
    return base.link(f"/a/{key}.html") if key.isdigit() else ""


def _byline(details: HtmlElement) -> Iterator[str]:
    for entry in by_class(details, "links__item"):
        links = [text for link in entry.iter("a") if (text := text_of(link))]
        yield from links or filter(None, [_BY.sub("", text_of(entry))])


def _texts(item: HtmlElement, whole_page: bool) -> list[HtmlElement]:
    """Return the elements with the story's text, outermost ones alone."""
    content = first_by_class(item, "wsw") if not whole_page else None
    if content is not None:
        return [content]
    inside: list[HtmlElement] = item.xpath("//*[@id='article-content']")
    texts = by_class(inside[0] if inside else item, "wsw")
    return [text for text in texts if not any(parent in texts for parent in text.iterancestors())]


def _body(item: HtmlElement, base: Base, whole_page: bool) -> Iterator[Block]:
    for text in _texts(item, whole_page):
        for found in read_blocks(text, base, _skip):
            yield _larger(found.block)


def _lead(item: HtmlElement, base: Base) -> Iterator[Block]:
    for cover in by_class(item, "cover-media"):
        if (
            next((parent for parent in cover.iterancestors() if "wsw" in classes(parent)), None)
            is None
        ):
            for found in read_blocks(cover, base, _skip):
                if isinstance(found.block, Figure):
                    yield _larger(found.block)


def _skip(element: HtmlElement) -> bool:
    return not _NOT_STORY.isdisjoint((element.get("class") or "").split()) or is_furniture(element)


def _larger(block: Block) -> Block:
    """Ask for a picture as wide as the column where the page shows a small one of it."""
    if not isinstance(block, Figure) or not block.picture.sources:
        return block
    sources = block.picture.sources
    wide = tuple(_SMALL_WIDTH.sub("_w1023_", s) for s in sources if _SMALL_WIDTH.search(s))
    ordered = tuple(dict.fromkeys((*wide, *sources)))
    return replace(block, picture=replace(block.picture, sources=ordered))


def _own_dateline(text: HtmlElement) -> str:
    span = next(iter(text.xpath("./span[contains(@class, 'dateline')]")), None)
    return dateline.without_dash(text_of(span)) if span is not None else ""


def _split_dateline(blocks: list[Block]) -> tuple[str, list[Block]]:
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            place, rest = dateline.split(block)
            return place, [*blocks[:index], rest, *blocks[index + 1 :]]
    return "", blocks
