"""Where the reader is in a story, and how long the rest of it takes, in words."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from tidings.document import Article, Position


def place_words(article: Article, position: Position) -> tuple[int, int]:
    """Return the number of the paragraph at a position, counted from 1, and of all."""
    total = len(article.blocks)
    return min(max(position.block, 0) + 1, total), total


def queue_words(minutes: float) -> str:
    """Return a sentence on how long the queue takes; empty for less than two minutes."""
    whole = round(minutes)
    if whole < 2:
        return ""
    return ngettext(
        "{n} minute to the end of the list.", "{n} minutes to the end of the list.", whole
    ).format(n=whole)


def left_words(minutes: float) -> str:
    """Return how long the rest of a story takes, to the nearest minute."""
    whole = round(minutes)
    if not whole:
        return _("less than a minute left")
    return ngettext("{n} minute left", "{n} minutes left", whole).format(n=whole)


def where_words(article: Article, position: Position, order: Sequence[str], minutes: float) -> str:
    """Return a sentence on where a position is.

    ``order`` are the ids of the listed stories, ``minutes`` what is left of this one.
    """
    story = order.index(article.id) + 1 if article.id in order else 0
    paragraph, total = place_words(article, position)
    return _("Story {story} of {stories}, paragraph {paragraph} of {paragraphs}, {left}.").format(
        story=story,
        stories=len(order),
        paragraph=paragraph,
        paragraphs=total,
        left=left_words(minutes),
    )
