"""Pages of any kind: where the story is, what belongs to it, and what the page says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from tidings.document import Article, Block, Edition, Figure, Heading, Paragraph, plain
from tidings.extract import around
from tidings.extract.addresses import Base
from tidings.extract.assemble import Head, article, each_picture_once
from tidings.extract.blocks import Found, read_blocks
from tidings.extract.dates import parse_date
from tidings.extract.evidence import ask_trafilatura, evidence_of
from tidings.extract.facts import Facts, page_facts
from tidings.extract.locate import (
    Located,
    every_text,
    evident_by_length,
    locate,
    with_teasers,
)
from tidings.extract.markup import by_class, language_of, text_of
from tidings.extract.several import is_about, own_text, stories, title_of
from tidings.extract.spans import text_spans
from tidings.extract.teasers import teaser_boxes
from tidings.extract.text import has_words, same_words

_LEAD_WITHIN = 12
_GALLERY_WITHIN = 40
_ABOVE_TITLE = 3
_HEAD = 3
# A page that shows less than this part of its own statement of the text waits for a script.
_SHOWN_AT_LEAST = 4
_TOLD_AT_LEAST = 0.3
# A page of teasers alone is read for its teasers.
_ABOUT_ALL = 4
# On a page with no more than that, everything is the story.
_FEW_WORDS = 400


def read_general(root: HtmlElement, base: Base, address: str) -> Edition:
    """Return the edition of any page: its one story, or several where they stand side by side."""
    facts = page_facts(root)
    label, links = around.skip_links(root)
    found = read_blocks(root, base, teasers=teaser_boxes(root, base.host))
    items = stories(root)
    outside = _outside(found, items)
    # What stands side by side below a long story are teasers, however long.
    if sum(map(own_text, items)) < _length(evident_by_length(outside)):
        items = ()
    if items:
        articles = [read for item in items if (read := _one_of_several(item, base, facts))]
    else:
        articles = [read for read in (_single(root, outside, base, facts),) if read]
    more = around.load_more(root, base) if items or not facts.is_story else None
    return Edition(
        address=address,
        articles=tuple(articles),
        title=text_of(root.find(".//title")),
        language=facts.languages[0],
        skip_links_label=label,
        skip_links=links,
        breaking=around.breaking_news(root, base),
        load_more=more or (around.next_page(root, base) if items else None),
    )


def _outside(found: Sequence[Found], items: Sequence[HtmlElement]) -> Sequence[Found]:
    if not items:
        return found
    inside = frozenset(items)
    return [entry for entry in found if inside.isdisjoint(entry.element.iterancestors())]


def _evident_texts(root: HtmlElement, found: Sequence[Found], body: str) -> list[str]:
    """Return the texts that are the story, by trafilatura's word or, where that is one teaser
    of many paragraphs, by their look.
    """
    told, seen = ask_trafilatura(root), evident_by_length(found)
    evident = told if _length(told) >= _TOLD_AT_LEAST * _length(seen) else seen
    if _length(evident) < _FEW_WORDS:
        everything = every_text(found)
        evident = everything if _length(everything) < _FEW_WORDS else evident or everything
    return [*evident, *filter(has_words, body.splitlines())]


def _weight(located: Located) -> int:
    return sum(len(item.block.text) for item in located.blocks)


def _length(texts: Sequence[str]) -> int:
    return sum(map(len, texts))


def _single(root: HtmlElement, found: Sequence[Found], base: Base, facts: Facts) -> Article | None:
    evidence = evidence_of(_evident_texts(root, found, facts.body))
    located = locate(found, evidence)
    if _weight(located) * _ABOUT_ALL < _weight(everything := locate(with_teasers(found), evidence)):
        located = everything
    lead = list(_lead_pictures(located.found, located.start, facts, base))
    story = [item.block for item in located.blocks if item.element is not _shown_title(located)]
    blocks = each_picture_once([*lead, *_without_title(story, facts.title)])
    blocks = [
        block
        for place, block in enumerate(blocks)
        if not (_is_of_author(block, facts.byline) or (_names_author(block, facts.byline) and place < 8))
    ]
    text = sum(len(block.text) for block in story)
    if text * _SHOWN_AT_LEAST < len(facts.body):
        lines = filter(has_words, facts.body.splitlines())
        blocks = [*lead, *(Paragraph(text_spans(line)) for line in lines)]
    if not any(has_words(block.text) for block in blocks):
        return None
    head = Head(
        title=facts.title,
        url=base.story,
        byline=facts.byline,
        published=facts.published,
        published_text=facts.published_text,
        section=facts.section,
        summary=facts.summary,
    )
    return article(head, blocks, facts.languages)


def _one_of_several(item: HtmlElement, base: Base, facts: Facts) -> Article | None:
    title = title_of(item)
    title_text = text_of(title)
    found = read_blocks(item, base, lambda element: element is title or is_about(element))
    story = [entry.block for entry in found if not entry.furniture]
    blocks = each_picture_once(_without_title(story, title_text))
    if not any(has_words(block.text) for block in blocks):
        return None
    time = next(item.iter("time"), None)
    published = parse_date(time.get("datetime")) if time is not None else None
    link = next(title.iter("a"), None) if title is not None else None
    head = Head(
        title=title_text,
        url=base.link(link.get("href")) if link is not None else "",
        byline=tuple(dict.fromkeys(text_of(name) for name in by_class(item, "author")))[:3],
        published=published,
        published_text="" if published else text_of(time),
        key=item.get("id") or "",
    )
    return article(head, blocks, (language_of(item), *facts.languages))


def _names_author(block: Block, byline: Sequence[str]) -> bool:
    """Tell whether a paragraph is a line that only says who wrote the story."""
    if not byline or not isinstance(block, Paragraph):
        return False
    rest = block.text.casefold()
    if byline[0].casefold() not in rest or rest.endswith((".", "!", "?")):
        return False
    for name in byline:
        rest = rest.replace(name.casefold(), "")
    return len(rest) <= 25


def _is_of_author(block: Block, byline: Sequence[str]) -> bool:
    """Tell whether a picture shows who wrote the story, as it stands beside their name."""
    if not isinstance(block, Figure):
        return False
    alt, caption = (block.alt or "").casefold(), plain(block.caption).casefold()
    return any(
        alt == name.casefold() and (not caption or name.casefold() in caption) for name in byline
    )


def _shown_title(located: Located) -> HtmlElement | None:
    """Return the first heading of the first rank at the head of the story, however worded."""
    shown = [place for place, item in enumerate(located.blocks) if item.element.tag == "h1"]
    return located.blocks[shown[0]].element if len(shown) == 1 and shown[0] < _HEAD else None


def _without_title(blocks: Sequence[Block], title: str) -> list[Block]:
    """Return the blocks without the title, where the page shows it at the head of the text."""
    return [
        block
        for place, block in enumerate(blocks)
        if not (place < _HEAD and isinstance(block, Heading) and same_words(block.text, title))
    ]


def _lead_pictures(
    found: Sequence[Found], start: int, facts: Facts, base: Base
) -> Iterator[Figure]:
    """Yield the picture that stands between title and text, outside the text's element."""
    stated = _file_name(base.picture(facts.picture))
    shown = [place for place, item in enumerate(found[:start]) if item.element.tag == "h1"]
    # A gallery may stand between title and text; just above the title, the lead picture.
    first = max(shown[-1] - _ABOVE_TITLE, start - _GALLERY_WITHIN) if shown else start - _LEAD_WITHIN
    for place in range(max(0, first), start):
        block = found[place].block
        if not isinstance(block, Figure) or found[place].teaser:
            continue
        names = {_file_name(source) for source in block.picture.sources}
        if stated and stated in names:
            yield block
            continue
        if found[place].furniture:
            continue
        below_title = any(
            isinstance(before.block, Heading)
            and (before.element.tag == "h1" or same_words(before.block.text, facts.title))
            for before in found[:place]
        )
        if below_title or (block.caption and (not shown or place < shown[-1])):
            yield block


def _file_name(address: str) -> str:
    """Return the name of a picture's file without what tells its kind."""
    return urlsplit(address).path.rpartition("/")[2].lower().split(".")[0] if address else ""
