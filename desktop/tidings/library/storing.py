"""Keeping the stories of an edition: new ones come, known ones change, none goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from tidings.document import Article, Position
from tidings.library import changes, folded_together, queries, records
from tidings.library.connection import Keeper
from tidings.library.values import ArticleState


class StoryKeeper(Keeper):
    """Keeps stories inside a transaction that is open."""

    def _keep_stories(
        self, source: int, articles: Iterable[Article], arrived: datetime, *, from_page: bool
    ) -> tuple[ArticleState, ...]:
        """Keep what a page or feed holds now; return what was known of each of its stories.

        ``from_page`` tells that the texts are those of pages. A feed's stand back where a
        page's is there, and summaries where more is. Of two stories with one id the first
        is kept.
        """
        unique: dict[str, Article] = {}
        for article in articles:
            unique.setdefault(article.id, article)
        self._rows(queries.LEAVE_PAGE, (source,))
        states, titles = [], set()
        for ordinal, article in enumerate(unique.values()):
            key, state, changed_titles = self._keep_story(article, arrived, from_page=from_page)
            link = {"source": source, "article": key, "ordinal": ordinal}
            self._rows(queries.KEEP_ORDINAL, link)
            states.append(state)
            titles |= changed_titles
        folded_together.fold(self._connection, titles)
        return tuple(map(self._with_twins_marks, states))

    def _with_twins_marks(self, state: ArticleState) -> ArticleState:
        """Return the state with what the story has from others that tell the same."""
        query = "SELECT read, removed FROM article WHERE id = ? AND folded_into IS NOT NULL"
        rows = self._rows(query, (state.id,))
        if not rows:
            return state
        read, removed = rows[0]
        return replace(state, read=bool(read), removed=bool(removed), twin=True)

    def _keep_story(
        self, article: Article, arrived: datetime, *, from_page: bool
    ) -> tuple[int, ArticleState, set[str]]:
        """Return the story's key, what was known of it, and the titles it had and has."""
        whole = _wholeness(article, from_page)
        known = self._rows(queries.KNOWN, (article.id,))
        if not known:
            row = records.article_row(article, arrived) | {"whole": whole}
            ((row["key"],),) = self._rows(queries.NEW_ARTICLE, row)
            self._rows(queries.NEW_BODY, row)
            self._rows(queries.NEW_WORDS, row)
            state = ArticleState(article.id, True, False, False, False, None, whole=bool(whole))
            return row["key"], state, {row["title_key"]}
        key, digest, was_whole, read, saved, removed, changed, title, heard, *at = known[0]
        titles = set()
        if removed == 2:  # it went with its source, and is back with another
            self._rows("UPDATE article SET removed = 0 WHERE key = ?", (key,))
            removed, titles = 0, {title}
        if digest != records.digest(article) and whole >= was_whole:
            row = records.article_row(article, arrived) | {"key": key, "whole": whole}
            changed = bool(read and heard and changes.changed(heard, row["says"]))
            self._rows(queries.CHANGE_ARTICLE, row | {"changed": changed})
            self._rows(queries.CHANGE_BODY, row)
            self._rows(queries.CHANGE_WORDS, row)
            if title != row["title_key"]:
                titles |= {title, row["title_key"]}
        place = None if at[0] is None else Position(article.id, *at)
        state = ArticleState(
            article.id,
            new=False,
            read=bool(read),
            saved=bool(saved),
            removed=bool(removed),
            place=place,
            changed=bool(changed),
            whole=bool(max(whole, was_whole)),
        )
        return key, state, titles


def _wholeness(article: Article, from_page: bool) -> int:
    """Return how much of a story its text is, as the table of articles counts it."""
    if article.is_summary:
        return 0
    return 2 if from_page else 1
