"""The sources that are followed: how they are named, sorted, checked, removed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from tidings.library import folded_together, queries, records
from tidings.library.connection import source_not_there
from tidings.library.storing import StoryKeeper
from tidings.library.values import (
    ArticleState,
    CheckResult,
    NewSource,
    Source,
    SourceChoices,
    SourceSummary,
)


class Following(StoryKeeper):
    """What the library does with sources. Methods that name one raise LibraryError without it."""

    def sources(self) -> list[SourceSummary]:
        """Return all pages and feeds, in the reader's order: those that came last are last."""
        return [records.source_summary(row) for row in self._rows(queries.SOURCES)]

    def source(self, address: str) -> Source | None:
        """Return all that is known of a source; None where there is none."""
        rows = self._rows(queries.SOURCE, (address,))
        return records.source(rows[0]) if rows else None

    def follow(self, source: NewSource) -> bool:
        """Follow a source from now on; return False where it was followed already."""
        return self.follow_all([source]) == 1

    def follow_all(self, sources: Iterable[NewSource]) -> int:
        """Follow sources, all or none of them; return how many were not followed before.

        What is followed already stays as it is. A page that was only opened keeps its
        stories, and a source that was removed gets them back.
        """
        count = 0
        with self._writing():
            for new in sources:
                known = self._rows(
                    "SELECT key, followed, removed_at FROM source WHERE address = ?",
                    (new.address,),
                )
                key, followed, removed_at = known[0] if known else (0, False, None)
                if followed and removed_at is None:
                    continue
                if removed_at is not None:
                    self._bring_back(key)
                self._rows(queries.FOLLOW, _new_row(new))
                count += 1
        return count

    def rename_source(self, address: str, name: str) -> None:
        """Give a source a name of the reader's; without one it has that of its page again."""
        self._change_source("own_title = ?", (name, address))

    def choose(self, address: str, choices: SourceChoices) -> None:
        """Set what the reader chose for a source.

        One that is watched from now on is due at once: what is there already is to be known
        before anything new can break.
        """
        row = records.choices_row(choices) | {"address": address}
        if not self._change(queries.CHOOSE, row):
            raise source_not_there()

    def move_source(self, address: str, folder: str, before: str = "") -> None:
        """Put a source into a folder (empty: none), before another one or behind all."""
        with self._writing():
            self._source_key(address)
            order = [source.address for source in self.sources() if source.address != address]
            at = order.index(before) if before in order else len(order)
            order.insert(at, address)
            for position, each in enumerate(order):
                self._rows("UPDATE source SET position = ? WHERE address = ?", (position, each))
            self._rows("UPDATE source SET folder = ? WHERE address = ?", (folder, address))

    def rename_folder(self, folder: str, name: str) -> None:
        """Give a folder another name; with an empty one its sources stand in none."""
        self._rows("UPDATE source SET folder = ? WHERE folder = ?", (name, folder))

    def remove_source(self, address: str, now: datetime) -> None:
        """Take a source away, with the stories that no other has and that are not saved.

        :meth:`restore_source` undoes it for a day; after that, retention forgets them.
        """
        with self._writing():
            key = self._source_key(address)
            titles = self._shared_titles(key)
            self._rows("UPDATE source SET removed_at = ? WHERE key = ?", (now.timestamp(), key))
            self._rows(queries.REMOVE_WITH_SOURCE, (key,))
            folded_together.fold(self._connection, titles)

    def restore_source(self, address: str) -> None:
        """Bring a removed source back with its stories, marks and places, as it was."""
        with self._writing():
            self._bring_back(self._source_key(address, removed=True))

    def due_sources(self, now: datetime) -> list[Source]:
        """Return the followed sources that are to be checked, the longest due first."""
        return [records.source(row) for row in self._rows(queries.DUE, (now.timestamp(),))]

    def note_check(self, address: str, result: CheckResult) -> tuple[ArticleState, ...]:
        """Keep what a check of a source gave: its new stories, and when to ask again.

        Returns what was known of each story. A source that was removed meanwhile stays so,
        and nothing is kept.
        """
        with self._writing():
            rows = self._rows(
                "SELECT key, kind FROM source WHERE address = ? AND removed_at IS NULL", (address,)
            )
            if not rows:
                return ()
            key, kind = rows[0]
            checked = {
                "key": key,
                "checked_at": result.checked_at.timestamp(),
                "next_check_at": result.next_check_at.timestamp(),
                "error": result.error,
                "note": result.note,
                "gone": result.gone,
                "not_before": result.not_before and result.not_before.timestamp(),
                "may_move_to": result.may_move_to,
            }
            self._rows(queries.CHECKED, checked)
            if result.validators is not None:
                tags = (result.validators.etag, result.validators.last_modified, key)
                self._rows("UPDATE source SET etag = ?, last_modified = ? WHERE key = ?", tags)
            states: tuple[ArticleState, ...] = ()
            if result.edition is not None:
                edition = replace(result.edition, address=result.moved_to or address)
                self._rows(queries.REFRESHED, records.source_row(edition) | {"key": key})
                states = self._keep_stories(
                    key, edition.articles, result.checked_at, from_page=kind == "page"
                )
            if result.moved_to and result.moved_to != address:
                # Wherever it has gone, that the reader did not type.
                self._rows("UPDATE source SET named_by = ? WHERE key = ?", (address, key))
                self._readdress(key, result.moved_to)
            return states

    def put_off(self, address: str, checked_at: datetime, next_check_at: datetime) -> None:
        """Ask a source later; nothing is held against it. One that is not there is passed over."""
        self._rows(
            "UPDATE source SET checked_at = ?, next_check_at = ? WHERE address = ?",
            (checked_at.timestamp(), next_check_at.timestamp(), address),
        )

    def _readdress(self, key: int, address: str) -> None:
        """Give a source its new address; where another has it, that one takes the stories."""
        others = self._rows("SELECT key, removed_at FROM source WHERE address = ?", (address,))
        if not others:
            self._rows("UPDATE source SET address = ? WHERE key = ?", (address, key))
            return
        other, removed_at = others[0]
        if removed_at is not None:
            self._bring_back(other)
        self._rows(
            "INSERT OR IGNORE INTO edition_article SELECT ?, article, ordinal, order_by"
            " FROM edition_article WHERE source = ?",
            (other, key),
        )
        self._rows("DELETE FROM edition_article WHERE source = ?", (key,))
        self._rows("DELETE FROM source WHERE key = ?", (key,))
        self._rows("UPDATE source SET followed = 1 WHERE key = ?", (other,))

    def _bring_back(self, key: int) -> None:
        self._rows("UPDATE source SET removed_at = NULL WHERE key = ?", (key,))
        self._rows(queries.RESTORE_WITH_SOURCE, (key,))
        folded_together.fold(self._connection, self._shared_titles(key))

    def _shared_titles(self, source: int) -> list[str]:
        return [row[0] for row in self._rows(queries.SHARED_TITLES, (source,))]

    def _source_key(self, address: str, *, removed: bool = False) -> int:
        rows = self._rows(
            "SELECT key FROM source WHERE address = ? AND (removed_at IS NOT NULL) = ?",
            (address, removed),
        )
        if not rows:
            raise source_not_there()
        key = rows[0][0]
        assert isinstance(key, int)
        return key

    def _change_source(self, change: str, parameters: tuple[object, ...]) -> None:
        query = f"UPDATE source SET {change} WHERE address = ? AND removed_at IS NULL"
        if not self._change(query, parameters):
            raise source_not_there()


def _new_row(new: NewSource) -> dict[str, object]:
    return {
        "address": new.address,
        "title": new.title or new.address,
        "own_title": new.own_title,
        "kind": new.kind.value,
        "folder": new.folder,
        "named_by": new.named_by,
    } | records.choices_row(new.choices)
