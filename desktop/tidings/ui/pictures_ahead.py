"""The pictures of new stories, fetched before anybody opens them."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from tidings.document import Article
from tidings.intake import pictures_ahead
from tidings.library import Library
from tidings.ui.keeping import Keeping
from tidings.ui.picture_supply import PictureSupply
from tidings.ui.tasks import AHEAD

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Allowance:
    """What a refresh may still fetch, and how many pictures in a row could not be had.

    One more may be under way as it is used up.
    """

    pictures: int = 200
    size: int = 60_000_000
    failures: int = 0

    @property
    def is_used_up(self) -> bool:
        """Whether nothing more is fetched: after so many failures there is no network."""
        return self.pictures <= 0 or self.size <= 0 or self.failures >= 6


@dataclass(frozen=True, slots=True)
class _Wish:
    """A picture of a page, where it can be had, and what it is fetched on account of."""

    sources: tuple[str, ...]
    page: str
    allowance: _Allowance

    def without_first(self) -> _Wish:
        return _Wish(self.sources[1:], self.page, self.allowance)


class PicturesAhead(QObject):
    """Fetches the pictures of new stories, so that they are there without a network.

    It does so in passing: two at a time, and none while somebody waits for a picture. Nothing
    of it is told: a picture that does not come is asked for when its story is opened.
    """

    def __init__(self, supply: PictureSupply, keeping: Keeping, parent: QObject) -> None:
        super().__init__(parent)
        self._supply = supply
        self._keeping = keeping
        self._allowance = _Allowance()
        self._wishes: deque[_Wish] = deque()
        self._running = 0
        self._is_closed = False
        self._is_wanted = True
        supply.idle.connect(self._go_on)

    @property
    def is_wanted(self) -> bool:
        """Whether pictures are to come ahead at all; what is on its way still comes."""
        return self._is_wanted

    @is_wanted.setter
    def is_wanted(self, on: bool) -> None:
        self._is_wanted = on
        if not on:
            self._wishes.clear()

    def fetch(self, page: str, articles: Iterable[Article]) -> None:
        """Fetch the pictures of stories that a page or feed brought, if it is followed.

        ``page`` is its address, as it is kept in the library.
        """
        brought = tuple(articles)

        def followed(yes: bool) -> None:
            if yes and self._is_wanted:
                self._want(page, brought)

        self._keeping.do(lambda library: _is_followed(library, page), followed, in_passing=True)

    def next_refresh(self) -> None:
        """Take what comes from now on as that of another refresh."""
        self._allowance = _Allowance()

    def close(self) -> None:
        """Begin nothing more."""
        self._is_closed = True
        self._wishes.clear()

    def _want(self, page: str, articles: tuple[Article, ...]) -> None:
        chosen = pictures_ahead(articles, _Allowance().pictures)
        self._wishes.extend(_Wish(sources, page, self._allowance) for sources in chosen)
        self._go_on()

    def _go_on(self) -> None:
        while self._wishes and self._running < AHEAD:
            if self._is_closed or self._supply.is_busy:
                return
            wish = self._wishes.popleft()
            if not wish.allowance.is_used_up:
                self._bring(wish)

    def _bring(self, wish: _Wish) -> None:
        def came(size: int) -> None:
            self._running -= 1
            # One that is kept already took nothing.
            wish.allowance.pictures -= size > 0
            wish.allowance.size -= size
            wish.allowance.failures = 0
            self._go_on()

        def missed(error: Exception) -> None:
            self._running -= 1
            wish.allowance.pictures -= 1
            _log.debug("no picture ahead: %s", error)
            if len(wish.sources) > 1:
                self._wishes.appendleft(wish.without_first())
            else:
                wish.allowance.failures += 1
            self._go_on()

        if self._supply.bring(wish.sources[0], wish.page, came, missed):
            self._running += 1


def _is_followed(library: Library, page: str) -> bool:
    source = library.source(page)
    return source is not None and source.choices.followed
