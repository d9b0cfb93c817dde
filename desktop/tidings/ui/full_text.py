"""The whole of a story of which a feed gave but the beginning, when the reader opens it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject

from tidings.document import Article, Edition
from tidings.source import UNKNOWN_PAGE
from tidings.ui.desk import Desk
from tidings.ui.keeping import Keeping
from tidings.ui.tasks import Tasks

_log = logging.getLogger(__name__)

OpenNamed = Callable[[str, str], Edition]
"""Reads the page at an address that another page names; raises SourceError."""


class FullText(QObject):
    """Fetches the page of each such story once, and puts its text in the story's place.

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
        desk.story_shown.connect(lambda story, *_shown: self._shown(story))

    def _shown(self, story: Article) -> None:
        if not story.is_summary or not story.url or story.id in self._asked:
            return
        self._asked.add(story.id)
        feed = self._desk.page_of(story.id) or UNKNOWN_PAGE
        self._tasks.at_once(
            lambda: whole(story, self._open_page(story.url, feed)),
            self._take,
            lambda error: _log.info("the whole story could not be had: %s", error),
        )

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
