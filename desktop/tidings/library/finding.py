"""Where in a story the words of a search stand."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.document import Article, Position
from tidings.library import folding


def find(article: Article, needles: Sequence[str]) -> tuple[Position, str]:
    """Return the place of the words and what stands around it.

    It lies in the part that holds most of the words, the first of them where several do.
    Where the words only stand across parts, or not at all, it is the story's beginning.
    """
    best, best_held = None, 0
    for part in article.parts:
        text = article.part_text(part)
        folded = folding.fold(text)
        held = sum(needle in folded for needle in needles)
        if held > best_held:
            best, best_held = (part, text), held
    if best is None:
        return Position(article.id, article.parts[0] if article.parts else 0), article.name
    part, text = best
    character = folding.first_match(folding.fold_with_origins(text), needles) or 0
    return Position(article.id, part, character), folding.context(text, character)
