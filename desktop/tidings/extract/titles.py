"""The title of a story, out of what a page says of it and what it shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidings.extract.text import same_words

_BORDER = re.compile(r"\s+[|–—·•«»-]\s+|\s*\|\s*")
_BORDER_SIGNS = " |–—·•«»-\t"
_LONGEST_SITE = 30


def title_of_page(stated: Sequence[str], shown: Sequence[str], page: str, site: str) -> str:
    """Return the title of the one story on a page, empty where nothing tells it.

    ``stated`` are its titles in meta elements and data, the most trusted first; ``shown``
    are the headings of the first rank that the page shows; ``page`` is the title of the page
    and ``site`` the name of its site, which is no part of the story's title.
    """
    for text in filter(None, stated):
        return _shown_in(text, shown) or without_site(text, site)
    for text in shown:
        if text.casefold() in page.casefold():
            return text
    return without_site(page, site) or next(iter(shown), "")


def without_site(title: str, site: str) -> str:
    """Return a title without the site's name that pages put after or before it."""
    parts = _BORDER.split(title)
    if len(parts) < 2:
        return title
    head, tail = title[: title.rfind(parts[-1])], title[len(parts[0]) :]
    if site:
        for part, rest in ((parts[-1], head), (parts[0], tail)):
            if same_words(part, site) or (len(site) > 2 and site.casefold() in part.casefold()):
                return rest.strip(_BORDER_SIGNS) or title
        return title
    rest = head.strip(_BORDER_SIGNS)
    return rest if len(parts[-1]) < _LONGEST_SITE < len(rest) else title


def _shown_in(stated: str, shown: Sequence[str]) -> str:
    """Return the heading that a stated title repeats with no more than a site's name added."""
    for text in shown:
        added = stated.replace(text, "", 1) if text in stated else ""
        if added and text and stated.startswith(text) and _BORDER.match(added):
            return text
    return ""
