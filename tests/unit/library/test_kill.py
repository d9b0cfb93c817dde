"""What the library confirmed outlives a kill at any moment."""

from __future__ import annotations

import itertools
import random
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from tests.unit.library import version_1
from tests.unit.library.keeping_child import FEEDS, OPENED, STORIES, operations, page, perform
from tests.unit.library.killing import Children, children
from tests.unit.library.library_values import edition, story
from tidings.document import Edition
from tidings.library import Library, View
from tidings.library.opening import FILE_NAME
from tidings.library.schema import VERSION

KILLS = 200
KILLS_AMID_MIGRATION = 40
SEED = 20261123


def state(library: Library) -> dict[str, object]:
    """Return all that the library holds."""
    stories = library.summaries(View.ALL)
    return {
        "edition": library.edition(page(0).address),
        "feeds": [(library.source(feed), library.edition(feed)) for feed in FEEDS],
        "sources": library.sources(),
        "lists": [library.summaries(View.SOURCE, feed) for feed in FEEDS],
        "stories": [(story, library.article(story.id)) for story in stories],
        "found": {hit.article.id for hit in library.search("text", limit=1000)},
        "counts": library.counts(),
        "last place": library.last_place(),
        "places": [library.place(f"s{n}") for n in range(STORIES)],
        "settings": library.settings(),
    }


def test_two_hundred_kills_lose_nothing_confirmed(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    done = 0
    with Library.in_memory() as expected, children() as some:
        expected.keep_edition(page(0), OPENED)
        todo = operations(SEED)
        for kill in range(KILLS):
            confirmed = killed_run(some, tmp_path, done, chance)
            for operation in itertools.islice(todo, confirmed - done):
                perform(expected, *operation)
            done = confirmed
            opened = Library.open(tmp_path)
            assert opened.notice is None
            with opened.library as library:
                held = state(library)
            if held != state(expected):
                # One operation may have been done and not confirmed any more.
                perform(expected, *next(todo))
                done += 1
                assert held == state(expected), f"kill {kill}, after {confirmed} operations"
    assert done >= KILLS
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
    whole(tmp_path / FILE_NAME)


def killed_run(some: Children, folder: Path, first: int, chance: random.Random) -> int:
    """Let a child work, kill it amid its work, and return how many operations it confirmed."""
    some.start(folder, SEED, first)
    assert some.line() == "open"
    seen = [some.line() for _line in range(chance.randrange(1, 8))]
    # Right after a line it is always at the same point of its work: let it go on a little.
    told, killed = some.kill_after(chance.uniform(0, 0.02))
    assert killed
    return max(map(int, seen + told)) + 1


def test_a_kill_amid_the_migration_leaves_the_old_or_the_new_library(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    made, folder = tmp_path / "made", tmp_path / "kept"
    made.mkdir()
    version_1.make(made / FILE_NAME, page(1), number_of_stories(300))
    with closing(sqlite3.connect(made / FILE_NAME)) as old:
        before = list(old.iterdump())
    with children() as some:
        longest = 0.0
        versions = set()
        for kill in range(KILLS_AMID_MIGRATION):
            folder.mkdir()
            shutil.copyfile(made / FILE_NAME, folder / FILE_NAME)
            if not kill:  # to know how long it takes
                began = time.monotonic()
                some.start(folder, "migrate", 0)
                assert some.line() == "open"
                longest = time.monotonic() - began
            else:
                some.start(folder, "migrate", 0)
            some.kill_after(chance.uniform(0, longest))
            versions.add(version(folder / FILE_NAME))
            opened = Library.open(folder)
            with opened.library as library:
                assert library.counts().all == STORIES + 300
                assert library.settings() == {"rate": "200"}
                assert library.last_place() is not None
                assert [s.id for s in library.summaries(View.SAVED)] == ["s1"]
                assert library.article("n299").blocks
            assert {path.name for path in folder.iterdir()} == {FILE_NAME, "library-1.sqlite3"}
            with closing(sqlite3.connect(folder / "library-1.sqlite3")) as copy:
                assert list(copy.iterdump()) == before
            whole(folder / FILE_NAME)
            shutil.rmtree(folder)
    assert versions == {1, VERSION}, "the kills came too early or too late"


def number_of_stories(count: int) -> Edition:
    """Return a page that takes the migration a while."""
    return edition(
        *(story(f"n{n}", f"A line of story {n}. " * 60) for n in range(count)), address="file:///n"
    )


def version(file: Path) -> int:
    """Return the version of the layout, the log included."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        assert isinstance(found, int)
        return found


def whole(file: Path) -> None:
    """Check the file in all ways that SQLite has."""
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
