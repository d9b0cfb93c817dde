"""Putting an article together from what was read of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tidings.document import Article, Block, Figure, Paragraph, Quote
from tidings.extract.identity import article_id
from tidings.extract.language import direction_of, story_language, with_languages

_MOST_QUOTES = 200
_PULLED = 20


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a story.

    ``key`` is the page's own name for it where it has no address, ``guid`` the name that goes
    before its address.
    """

    title: str = ""
    url: str = ""
    byline: tuple[str, ...] = ()
    published: datetime | None = None
    published_text: str = ""
    dateline: str = ""
    section: str = ""
    summary: str = ""
    key: str = ""
    guid: str = ""


def article(head: Head, blocks: Sequence[Block], stated_languages: Iterable[str] = ()) -> Article:
    """Return the article, its identity, languages and direction worked out.

    ``stated_languages`` is what the page says of the story's language, nearest first. The
    blocks' own ``language`` is what the page's attributes say of each.
    """
    language = story_language(blocks, head.title, stated_languages)
    return Article(
        id=article_id(head.guid or head.url or head.key, head.title, blocks),
        title=head.title,
        blocks=with_languages(blocks, language),
        url=head.url,
        byline=head.byline,
        published=head.published,
        published_text=head.published_text,
        dateline=head.dateline,
        section=head.section,
        summary=head.summary,
        language=language,
        direction=direction_of(blocks, head.title),
    )


def distinct(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return the articles with an identity each.

    Two that claim one address are told apart by their words; two with the same words are one.
    """
    claims = Counter(story.id for story in articles)
    kept: dict[str, Article] = {}
    for story in articles:
        if claims[story.id] > 1:
            story = replace(story, id=article_id("", story.title, story.blocks))
        kept.setdefault(story.id, story)
    return tuple(kept.values())


def each_picture_once(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks without the pictures that stand a second time with nothing new to say.

    Pages repeat the lead picture at the head of the text; the copy with a caption wins.
    """
    kept: list[Block] = []
    places: dict[str, int] = {}
    for block in blocks:
        if isinstance(block, Figure) and block.picture.sources:
            place = next((places[s] for s in block.picture.sources if s in places), None)
            if place is not None:
                kept[place] = _fuller(kept[place], block)
                continue
            places |= dict.fromkeys(block.picture.sources, len(kept))
        kept.append(block)
    return kept


def _fuller(one: Block, other: Figure) -> Block:
    assert isinstance(one, Figure)
    return replace(
        one,
        alt=one.alt if one.alt is not None else other.alt,
        caption=one.caption or other.caption,
        credit=one.credit or other.credit,
    )


def each_quote_once(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks without the quotes that the story's own text says as well.

    Pages lift them out of the text to catch the eye; a listener would hear them twice.
    """
    quotes = sum(isinstance(block, Quote) for block in blocks)
    if not 0 < quotes <= _MOST_QUOTES:
        return list(blocks)
    told = [_plain_words(block.text) for block in blocks if isinstance(block, Paragraph)]
    text = "\n".join(told)
    return [
        block
        for block in blocks
        if not (isinstance(block, Quote) and _is_within(_plain_words(block.text), text))
    ]


def _is_within(words: str, text: str) -> bool:
    return len(words) >= _PULLED and words in text


def _plain_words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
