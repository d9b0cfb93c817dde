"""How long the rest of a story takes."""

from __future__ import annotations

from tidings.document import Article, Position


def words_left(article: Article, position: Position) -> int:
    """Return the number of words from a position to the end of the article."""
    words = 0
    for part in article.parts:
        text = article.part_text(part)
        if part > position.block:
            words += len(text.split())
        elif part == position.block:
            words += len(text[position.character :].split())
    return words


def place_words(article: Article, position: Position) -> tuple[int, int]:
    """Return the number of the paragraph at a position, counted from 1, and of all."""
    total = len(article.blocks)
    return min(max(position.block, 0) + 1, total), total
