"""Which breaking news the reader still wants to see."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from tidings.document import BreakingNews

DISMISSED = "dismissed-headlines"
"""The name under which the headlines are kept that the reader wants no more."""

KEPT = 200
"""How many of them are kept: bars are short, and their headlines soon gone."""


class Headlines:
    """Leaves out of a page's breaking news what was put off or dismissed."""

    def __init__(self, remember: Callable[[str, str], None]) -> None:
        self._remember = remember
        self._dismissed: dict[str, None] = {}
        self._put_off: set[str] = set()

    def learn(self, settings: Mapping[str, str]) -> None:
        """Take over what was dismissed earlier; what makes no sense is passed over."""
        try:
            kept = json.loads(settings.get(DISMISSED, "[]"))
        except ValueError:
            return
        if isinstance(kept, list):
            self._dismissed |= {text: None for text in kept if isinstance(text, str)}

    def new_page(self) -> None:
        """Bring back what was put off."""
        self._put_off.clear()

    def put_off(self, headline: str) -> None:
        """Leave a headline out until a page is opened again."""
        self._put_off.add(headline)

    def dismiss(self, headline: str) -> None:
        """Leave a headline out for good."""
        self._dismissed[headline] = None
        self._dismissed = dict.fromkeys(list(self._dismissed)[-KEPT:])
        self._remember(DISMISSED, json.dumps(list(self._dismissed), ensure_ascii=False))

    def wanted(self, news: BreakingNews | None) -> BreakingNews | None:
        """Return the news without what is left out; None where nothing remains."""
        if news is None:
            return None
        left_out = self._put_off | self._dismissed.keys()
        items = tuple(item for item in news.items if item.text not in left_out)
        return BreakingNews(news.label, items) if items else None
