"""Feeds of every kind as editions: an entry is a story, read as a page's text is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from gettext import gettext as _
from html import escape

from tidings.document import Article, Block, Edition, Figure, LoadMore
from tidings.extract.addresses import Base
from tidings.extract.assemble import Head, article, each_picture_once
from tidings.extract.blocks import read_blocks
from tidings.extract.bylines import is_house
from tidings.extract.feed_files import files_of
from tidings.extract.feed_json_entries import read_json_feed
from tidings.extract.feed_kinds import JSON_FEED
from tidings.extract.feed_markup import length_of, plain_words
from tidings.extract.feed_parts import Entry, Feed, Shown
from tidings.extract.feed_xml_entries import read_xml_feed
from tidings.extract.heads import without_title
from tidings.extract.identity import entry_name
from tidings.extract.language import guess_language
from tidings.extract.markup import language_tag
from tidings.extract.summaries import Given, is_summary, without_way_to_page
from tidings.extract.text import has_words
from tidings.extract.tree import lighten, parse

_LONGEST_SUMMARY = 1_000
# A summary that says this much more than what is called the content is the text.
_FULLER = 1.2
# A short text in a feed without a language is in that of the others.
_SAMPLED, _SAMPLE, _CLEAR, _SURE = 20, 300, 100, 0.6
# Together, the texts of a feed are no longer than one long page.
_MOST_CHARACTERS = 5_000_000


def read_feed(kind: str, text: str, address: str) -> Edition:
    """Return the edition of a feed found at ``address``.

    Raises UnreadableError where it cannot be read.
    """
    feed = (read_json_feed if kind == JSON_FEED else read_xml_feed)(text, address)
    names = Counter(entry.name for entry in feed.entries)
    feed = replace(feed, language=_language(feed))
    articles: list[Article] = []
    read = 0
    for entry in feed.entries:
        read += len(entry.content) + len(entry.summary)
        if read > _MOST_CHARACTERS:
            break
        # A name that several entries have is none.
        named = entry if names[entry.name] == 1 else replace(entry, name="")
        story = _article(named, feed, address)
        if story is not None:
            articles.append(story)
    notes = () if articles else (_("There are no stories in this feed."),)
    if feed.is_cut or read > _MOST_CHARACTERS:
        notes = (*notes, _("This feed is very long. Only its first stories are here."))
    return Edition(
        address,
        tuple(articles),
        title=feed.title,
        section=feed.title,
        language=feed.language,
        load_more=LoadMore(_("Older stories"), feed.next_page) if feed.next_page else None,
        notes=notes,
        is_feed=True,
    )


def _language(feed: Feed) -> str:
    """Return the feed's language: what it says, else that of its first entries together."""
    if language_tag(feed.language):
        return language_tag(feed.language)
    texts = (f"{one.title} {one.summary or one.content}" for one in feed.entries[:_SAMPLED])
    sample = " ".join(plain_words(text[:_SAMPLE]) for text in texts)
    guess = guess_language(sample)
    return guess.language if len(sample) >= _CLEAR and guess.sure >= _SURE else ""


def _article(entry: Entry, feed: Feed, address: str) -> Article | None:
    text, given = _text(entry)
    blocks: Sequence[Block] = [
        *_blocks("".join(map(_figure, entry.pictures)), entry.base),
        *_blocks(text, entry.base),
    ]
    blocks = without_title(each_picture_once(blocks), entry.title)
    blocks, leads_on = without_way_to_page(blocks, entry.url)
    less = bool(entry.url) and is_summary(blocks, given, leads_on=leads_on)
    # An entry that only has an address is still a story to be fetched.
    title = entry.title or ("" if _says(blocks) else _shown_address(entry.url))
    if not (title or _says(blocks) or entry.attached):
        return None
    head = Head(
        title=title,
        url=entry.url,
        byline=_byline(entry.byline, feed.title),
        published=entry.published,
        published_text=entry.published_text,
        summary=plain_words(entry.summary)[:_LONGEST_SUMMARY] if given is Given.BOTH else "",
        guid=entry_name(entry.name, feed.home or address),
    )
    story = article(head, blocks, (entry.language, feed.language))
    return replace(
        story, blocks=(*story.blocks, *files_of(entry.attached, story.language)), is_summary=less
    )


def _text(entry: Entry) -> tuple[str, Given]:
    """Return the fullest text of an entry, and what it is."""
    content, summary = length_of(entry.content), length_of(entry.summary)
    if not entry.content or content * _FULLER < summary:
        return entry.summary, Given.SUMMARY
    if not summary:
        return entry.content, Given.CONTENT
    same = plain_words(entry.content) == plain_words(entry.summary)
    return entry.content, Given.SUMMARY if same else Given.BOTH


def _blocks(markup: str, base: str) -> Iterator[Block]:
    root = parse(lighten(f"<body>{markup}</body>")[0]) if markup else None
    if root is not None:
        for found in read_blocks(root, Base(base)):
            if not found.furniture:
                yield found.block


def _says(blocks: Sequence[Block]) -> bool:
    return any(has_words(block.text) or isinstance(block, Figure) for block in blocks)


def _byline(names: tuple[str, ...], title: str) -> tuple[str, ...]:
    """Return who wrote a story; the house's own name says nothing, as it stands over all."""
    return tuple(name for name in names if not is_house(name, (title,)))


def _shown_address(url: str) -> str:
    return url.partition("://")[2]


def _figure(picture: Shown) -> str:
    """Return a picture as a page would show it, so that it is read as a page's are."""
    sizes = "".join(
        f' {name}="{escape(value)}"'
        for name, value in (("width", picture.width), ("height", picture.height))
        if value
    )
    alt = "" if picture.alt is None else f' alt="{escape(picture.alt)}"'
    caption = f"<figcaption>{escape(picture.caption)}</figcaption>" if picture.caption else ""
    credit = f'<span class="credit">{escape(picture.credit)}</span>' if picture.credit else ""
    return f'<figure><img src="{escape(picture.url)}"{alt}{sizes}>{caption}{credit}</figure>'
