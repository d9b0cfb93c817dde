"""Putting the next page's stories behind those that are there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tidings.document import Edition


@dataclass(frozen=True, slots=True)
class LoadedMore:
    """An edition with the next page's stories behind its own.

    ``added`` counts the new stories. They are the last ones of the edition, so that nothing
    the reader has before them moves.
    """

    edition: Edition
    added: int


def joined(edition: Edition, following: Edition) -> LoadedMore:
    """Return ``edition`` with the stories of ``following`` that it does not have yet.

    It goes on where the following page goes on. A page that leads to itself, or brings
    nothing new and leads where we came from, is the end.
    """
    known = {article.id for article in edition.articles}
    new = tuple(article for article in following.articles if article.id not in known)
    more = following.load_more
    if more and edition.load_more and more.url == edition.load_more.url:
        more = None
    if more and more.url in (edition.address, following.address):
        more = None
    together = replace(edition, articles=(*edition.articles, *new), load_more=more)
    return LoadedMore(together, len(new))
