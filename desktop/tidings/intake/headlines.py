"""Headlines: those of a page's bar, and those that words fit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from urllib.parse import urlsplit

from tidings.document import Article, Edition

FRESH = timedelta(hours=12)
"""How old a story may be that is announced by its words."""
_WORD = re.compile(r"\w+")
_LONGEST_PATTERN = 1_000


@dataclass(frozen=True, slots=True)
class Headline:
    """Something that breaks: its words, and the story's address, empty where there is none.

    ``page`` is the address of what it stands on, ``language`` the one it is in, where known.
    """

    text: str
    url: str = ""
    page: str = field(default="", compare=False)
    language: str = field(default="", compare=False)

    @property
    def words(self) -> tuple[str, ...]:
        """The words alone, case and signs aside."""
        return tuple(_WORD.findall(self.text.casefold())) or (self.text.strip(),)

    @property
    def place(self) -> str:
        """The address without what does not matter in it; empty where there is none."""
        try:
            parts = urlsplit(self.url)
        except ValueError:
            return self.url
        path = parts.path.rstrip("/")
        return f"{parts.netloc.casefold()}{path}?{parts.query}" if self.url else ""


def headlines_of_bar(edition: Edition) -> tuple[Headline, ...]:
    """Return the headlines of a page's breaking-news bar."""
    items = edition.breaking.items if edition.breaking else ()
    return tuple(
        Headline(item.text, item.url, edition.address, edition.language)
        for item in items
        if item.text.strip()
    )


def headlines_by_pattern(
    articles: Iterable[Article], pattern: str, now: datetime, page: str = ""
) -> tuple[Headline, ...]:
    """Return the titles that a pattern fits, of stories that are not older than :data:`FRESH`.

    ``page`` is the address that they stand at.

    A pattern is words as they are typed, several with commas between them; case does not
    matter, and * stands for the rest of a word: "breaking, землетрясен*".
    """
    fits = _compiled(pattern[:_LONGEST_PATTERN])
    if fits is None:
        return ()
    return tuple(
        Headline(article.title, article.url, page, article.language)
        for article in articles
        if fits.search(article.title.casefold()) and _is_fresh(article.published, now)
    )


def _is_fresh(published: datetime | None, now: datetime) -> bool:
    if published is None:
        return True
    if published.tzinfo is None:
        published = published.replace(tzinfo=now.tzinfo)
    return now - published <= FRESH


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str] | None:
    phrases = [_phrase(phrase) for phrase in re.split("[,،]", pattern.casefold())]
    wanted = [phrase for phrase in phrases if phrase]
    return re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)") if wanted else None


def _phrase(phrase: str) -> str:
    words = [word for word in phrase.split() if word.strip("*")]
    return r"\s+".join(
        re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words
    )
