"""The whole of a story of which a feed gave but the beginning."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject

from tidings.document import Article, Edition
from tidings.source import UNKNOWN_PAGE
from tidings.ui.desk import Desk
from tidings.ui.keeping import Keeping
from tidings.ui.refreshing import Brought
from tidings.ui.tasks import Tasks

AHEAD = 2
"""Stories that are fetched ahead at a time: nobody waits for them, and a host is asked for no
more than two things.
"""

MOST_AHEAD = 50
"""Stories of one source that are fetched ahead after one look at it: the rest when opened."""

_log = logging.getLogger(__name__)

OpenNamed = Callable[[str, str], Edition]
"""Reads the page at an address that another page names; raises SourceError."""


class FullText(QObject):
    """Fetches the page of each such story once, and puts its text in the story's place.

    That is when the reader opens it or, where they chose so for a source, when it has come.
    Where the page cannot be had, or says no more, what the feed gave stays. A story that
    ``is_read`` aloud stays on the screen as it is being read.
    """

    def __init__(
        self,
        desk: Desk,
        keeping: Keeping,
        tasks: Tasks,
        open_page: OpenNamed,
        is_read: Callable[[str], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._is_read = is_read
        self._desk = desk
        self._keeping = keeping
        self._tasks = tasks
        self._open_page = open_page
        self._asked: set[str] = set()
        self._ahead: deque[tuple[Article, str]] = deque()
        """What is to be fetched ahead, each with the address of its feed."""
        self._under_way = 0
        desk.story_shown.connect(lambda story, *_shown: self._shown(story))

    def _shown(self, story: Article) -> None:
        if not story.is_summary or not story.url or story.id in self._asked:
            return
        self._asked.add(story.id)
        feed = self._desk.page_of(story.id) or UNKNOWN_PAGE
        self._tasks.at_once(
            lambda: whole(story, self._open_page(story.url, feed)), self._take, _not_had
        )

    def fetch_ahead(self, brought: Brought) -> None:
        """Fetch the whole of the new stories of a source for which the reader chose so."""
        if not brought.source.choices.full_text:
            return
        feed = brought.source.address
        wanted = [(story, feed) for story in brought.new if story.is_summary and story.url]
        self._ahead.extend(wanted[:MOST_AHEAD])
        self._fetch_more_ahead()

    def close(self) -> None:
        """Fetch nothing ahead any more."""
        self._ahead.clear()

    def _fetch_more_ahead(self) -> None:
        while self._ahead and self._under_way < AHEAD:
            story, feed = self._ahead.popleft()
            if story.id not in self._asked:
                self._asked.add(story.id)
                self._under_way += 1
                self._fetch_one_ahead(story, feed)

    def _fetch_one_ahead(self, story: Article, feed: str) -> None:
        def over() -> None:
            self._under_way -= 1
            self._fetch_more_ahead()

        def had(found: Article | None) -> None:
            self._take(found)
            over()

        def not_had(error: Exception) -> None:
            _not_had(error)
            # When it is opened it is worth another try.
            self._asked.discard(story.id)
            over()

        self._tasks.meanwhile(lambda: whole(story, self._open_page(story.url, feed)), had, not_had)

    def _take(self, story: Article | None) -> None:
        if story is None:
            return
        now = datetime.now().astimezone()
        # A summary that was read says more now: it is to be known that it is read again.
        self._keeping.do(
            lambda library: library.keep_whole(story, now),
            lambda state: self._desk.marks.learn((state,)),
            in_passing=True,
        )
        if not self._is_read(story.id):
            self._desk.replace_story(story)


def _not_had(error: Exception) -> None:
    _log.info("the whole story could not be had: %s", error)


def whole(summary: Article, page: Edition) -> Article | None:
    """Return a story as its page tells it; None where the page tells no more of it.

    It stays the story that it was: its marks, its place and its language are kept under its id.
    """
    told = max(page.articles, key=lambda each: each.word_count, default=None)
    if told is None or told.word_count <= summary.word_count:
        return None
    return replace(
        told,
        id=summary.id,
        title=summary.title or told.title,
        url=summary.url,
        byline=told.byline or summary.byline,
        published=summary.published or told.published,
        language=told.language or summary.language,
        is_summary=False,
    )
