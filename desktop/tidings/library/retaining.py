"""What the library lets go: old stories where the reader chose so, and removed sources."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from tidings.library import folded_together, queries
from tidings.library.connection import Keeper

_UNDO = timedelta(days=1)
_BATCH = 100


class Retaining(Keeper):
    """Forgets stories, a few at a time, so that nothing else waits long for the library."""

    def retention(self, now: datetime, limit: int = _BATCH, *, spared: Sequence[str] = ()) -> int:
        """Forget at most ``limit`` stories that nothing keeps; return how many. Zero: all done.

        Nothing goes that is saved, that its page still holds, that the reader is in, or whose
        id is among the ``spared``.
        Unread stories stay until they are as old as the source's days, where it has any.
        """
        with self._writing():
            self._drop_empty_sources(now)
            for source, forgotten in self._forgettable(now, limit, spared):
                titles = {self._let_go(source, article) for article in forgotten}
                folded_together.fold(self._connection, titles)
                return len(forgotten)
        return 0

    def _forgettable(
        self, now: datetime, limit: int, spared: Sequence[str]
    ) -> list[tuple[int, list[int]]]:
        """Return the first source that has something to forget, with that."""
        asked: list[tuple[str, dict[str, object]]] = [
            (queries.OF_REMOVED_SOURCE, {"source": source})
            for (source,) in self._rows(
                "SELECT key FROM source WHERE removed_at < ?", ((now - _UNDO).timestamp(),)
            )
        ]
        for source, days, count in self._rows(
            "SELECT key, keep_days, keep_count FROM source"
            " WHERE removed_at IS NULL AND (keep_days IS NOT NULL OR keep_count IS NOT NULL)"
        ):
            oldest = None if days is None else (now - timedelta(days=days)).timestamp()
            if days is not None:
                asked.append((queries.TOO_OLD, {"source": source, "oldest": oldest}))
            if count is not None:
                wish = {"source": source, "count": count, "oldest": oldest}
                asked.append((queries.TOO_MANY, wish))
        for query, parameters in asked:
            common = {"limit": limit, "spared": json.dumps(spared)}
            rows = self._rows(query, parameters | common)
            if rows:
                source = parameters["source"]
                assert isinstance(source, int)
                return [(source, [row[0] for row in rows])]
        return []

    def _let_go(self, source: int, article: int) -> str:
        """Forget that a source has a story, and the story where no other has it.

        Returns its title's key: others with that title may have to stand for themselves.
        """
        ((title,),) = self._rows("SELECT title_key FROM article WHERE key = ?", (article,))
        self._rows(
            "DELETE FROM edition_article WHERE source = ? AND article = ?", (source, article)
        )
        if not self._rows("SELECT 1 FROM edition_article WHERE article = ? LIMIT 1", (article,)):
            self._rows("DELETE FROM place WHERE article = ?", (article,))
            self._rows("DELETE FROM body WHERE article = ?", (article,))
            self._rows("DELETE FROM words WHERE rowid = ?", (article,))
            self._rows("DELETE FROM article WHERE key = ?", (article,))
        assert isinstance(title, str)
        return title

    def _drop_empty_sources(self, now: datetime) -> None:
        # Saved stories keep their source, so that the list can name it.
        self._rows(
            "DELETE FROM source WHERE removed_at < ? AND NOT EXISTS ("
            "SELECT 1 FROM edition_article WHERE edition_article.source = source.key)",
            ((now - _UNDO).timestamp(),),
        )
