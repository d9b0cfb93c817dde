"""Which pictures of new stories are worth having before the stories are opened."""

from __future__ import annotations

from collections.abc import Iterable

from tidings.document import Article, Figure

OF_A_STORY = 6
_TRIED = 2
"""Where a picture is looked for that is to be had in several places."""


def pictures_ahead(articles: Iterable[Article], most: int) -> list[tuple[str, ...]]:
    """Return the pictures to be fetched, at most so many: where each can be had, best first.

    The first pictures of all stories go before the second ones. What only counts who looks is
    not among them, nor what is a file.
    """
    stories = [_pictures_of(article) for article in articles]
    ranked = [story[rank] for rank in range(OF_A_STORY) for story in stories if rank < len(story)]
    return list({sources[0]: sources for sources in reversed(ranked)}.values())[::-1][:most]


def _pictures_of(article: Article) -> list[tuple[str, ...]]:
    found = []
    for block in article.blocks:
        if isinstance(block, Figure) and not block.picture.is_dot:
            sources = [each for each in block.picture.sources if each.startswith("http")]
            if sources:
                found.append(tuple(sources[:_TRIED]))
    return found[:OF_A_STORY]
