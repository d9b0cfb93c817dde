"""Pages of any kind: where the story is, what belongs to it, and what the page says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from gettext import gettext as _
from itertools import takewhile

from lxml.html import HtmlElement

from tidings.document import Article, Block, Edition, Paragraph
from tidings.extract import around
from tidings.extract.addresses import Base
from tidings.extract.asides import as_quotes, with_corrections
from tidings.extract.assemble import Head, article, each_picture_once, each_quote_once
from tidings.extract.blocks import Found, read_blocks
from tidings.extract.dates import parse_date
from tidings.extract.evidence import ask_trafilatura, evidence_of
from tidings.extract.evident import every_text, evident_by_length, evident_by_place
from tidings.extract.facts import Facts, page_facts
from tidings.extract.heads import (
    lead_pictures,
    signed,
    without_author,
    without_shown_title,
    without_title,
)
from tidings.extract.linking import leads_elsewhere
from tidings.extract.live import is_live, read_part, timed_parts
from tidings.extract.locate import (
    Located,
    locate,
    with_teasers,
)
from tidings.extract.markup import by_class, language_of, line, text_of
from tidings.extract.several import is_about, own_text, stories, title_of
from tidings.extract.spans import text_spans
from tidings.extract.teasers import teaser_boxes
from tidings.extract.text import has_words
from tidings.extract.wording import is_correction

# A page that shows less than this part of its own statement of the text waits for a script.
_SHOWN_AT_LEAST = 4
_TOLD_AT_LEAST = 0.3
# A page of teasers alone is read for its teasers.
_ABOUT_ALL = 4
_STATES_ABOUT_ALL = 0.8
_NOT_STATED = 0.2
# On a page with no more than that, everything is the story.
_FEW_WORDS = 400


def read_general(root: HtmlElement, base: Base, address: str) -> Edition:
    """Return the edition of any page: its one story, or several where they stand side by side."""
    facts = page_facts(root)
    label, links = around.skip_links(root)
    found = read_blocks(root, base, teasers=teaser_boxes(root, base.host))
    parts = timed_parts(root) if facts.is_live or is_live(root) else ()
    items = () if parts else stories(root)
    outside = _outside(found, items)
    # What stands side by side below a long story are teasers, however long.
    if sum(map(own_text, items)) < _length(evident_by_length(outside)):
        items = ()
    if parts:
        articles = [read for read in (_live(found, parts, base, facts),) if read]
    elif items:
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
        notes=() if articles or not facts.is_sound else (_("There is no text to read here."),),
        load_more=more or (around.next_page(root, base) if items else None),
    )


def _outside(found: Sequence[Found], items: Sequence[HtmlElement]) -> Sequence[Found]:
    if not items:
        return found
    inside = frozenset(items)
    return [entry for entry in found if inside.isdisjoint(entry.element.iterancestors())]


def _evident_texts(root: HtmlElement, found: Sequence[Found], body: str) -> list[str]:
    """Return the texts that are the story: by their place where that leaves no doubt, else by
    trafilatura's word or, where that is one teaser of many paragraphs, by their look.
    """
    told = evident_by_place(found) or ask_trafilatura(root)
    seen = evident_by_length(found)
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
    teasers = sum(len(item.block.text) for item in found if item.teaser)
    if _weight(located) * _ABOUT_ALL < teasers:
        everything = locate(with_teasers(found), evidence)
        if _weight(located) * _ABOUT_ALL < _weight(everything):
            located = everything
    located = with_corrections(located)
    located = replace(located, blocks=tuple(_as_stated(as_quotes(located.blocks), facts.body)))
    if not facts.is_signed:
        names, unsigned = signed(located.blocks)
        facts = replace(facts, byline=names or facts.byline)
        located = replace(located, blocks=tuple(unsigned))
    lead = list(lead_pictures(located.found, located.start, facts, base))
    story = without_title(
        [item.block for item in without_shown_title(located.blocks, facts.title)], facts.title
    )
    once = each_quote_once(each_picture_once([*lead, *story]))
    blocks = without_author(once, facts.byline)
    text = sum(len(block.text) for block in story)
    if text * _SHOWN_AT_LEAST < len(facts.body):
        lines = filter(has_words, facts.body.splitlines())
        blocks = [*lead, *(Paragraph(text_spans(line)) for line in lines)]
    return _story(blocks, base, facts)


def _live(
    found: Sequence[Found], parts: Sequence[HtmlElement], base: Base, facts: Facts
) -> Article | None:
    """Return a live blog: what stands above its parts, then the parts in the page's order."""
    above = list(takewhile(lambda item: parts[0] not in line(item.element), found))
    title = next((at for at, item in enumerate(above) if item.element.tag == "h1"), -1)
    kept = [
        item.block
        for item in above[title + 1 :]
        if not (item.furniture or item.teaser or leads_elsewhere(item.block))
    ]
    blocks = [*kept, *(block for part in parts for block in read_part(part, base))]
    return _story(without_author(each_picture_once(blocks), facts.byline), base, facts)


def _story(blocks: Sequence[Block], base: Base, facts: Facts) -> Article | None:
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
    blocks = each_picture_once(without_title(story, title_text))
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


def _as_stated(blocks: Sequence[Found], body: str) -> Iterator[Found]:
    """Yield the blocks without the paragraphs that the page's own statement of its text lacks.

    That is heeded only where it states about all of what was found.
    """
    if not body:
        yield from blocks
        return
    stated = evidence_of(filter(has_words, body.splitlines()))
    shares = [stated.share(item.block.text) for item in blocks]
    texts = [len(item.block.text) * isinstance(item.block, Paragraph) for item in blocks]
    covered = sum(length * share for length, share in zip(texts, shares, strict=True))
    heeded = covered >= _STATES_ABOUT_ALL * sum(texts)
    for item, share in zip(blocks, shares, strict=True):
        unstated = heeded and isinstance(item.block, Paragraph) and share < _NOT_STATED
        if not unstated or is_correction(item.block.text):
            yield item
