"""A process that changes a library and confirms each change, until it is killed.

Run as ``python keeping_child.py``. For each line "FOLDER SEED FIRST" on its standard input it
starts a child, which tells "pid NUMBER", "open", and the number of each operation that it has
done; "dead SIGNAL" follows when it has ended. With "migrate" for SEED it opens the library
and tells "open". The operations follow from the seed, so that whoever killed it can tell what
the library must hold.
"""

from __future__ import annotations

import contextlib
import os
import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tidings.document import Article, Edition, Paragraph, Position, Span
from tidings.library import (
    CheckResult,
    Library,
    LibraryError,
    NewSource,
    SourceChoices,
    SourceKind,
)

OPENED = datetime(2026, 11, 23, tzinfo=UTC)
STORIES = 12
FEEDS = tuple(f"https://feed{n}.example" for n in range(4))
OPERATIONS = (
    "read", "saved", "place", "setting", "removed", "edition",
    "check", "check", "import", "rename", "choose", "move", "remove source", "retention",
)  # fmt: skip


def page(version: int) -> Edition:
    """Return the page in one of its versions: all of its stories carry the number."""
    stories = (
        Article(f"s{n}", f"Story {n}", (Paragraph((Span(f"version {version} " * 300),)),))
        for n in range(STORIES)
    )
    return Edition("https://example.org/z/1", tuple(stories), section=str(version))


def feed(version: int) -> Edition:
    """Return a feed with two stories that the version before had, and two new ones."""
    stories = (
        Article(
            f"f{n}",
            f"The long title of the story with the number {n}",
            (Paragraph((Span(f"text {n} " * 200),)),),
            published=OPENED + timedelta(hours=n),
        )
        for n in range(version * 2, version * 2 + 4)
    )
    return Edition("", tuple(stories), section=str(version))


def operations(seed: int) -> Iterator[tuple[str, str, int]]:
    """Yield (operation, story, value) without end."""
    chance = random.Random(seed)
    number = 0
    while True:
        number += 1
        yield chance.choice(OPERATIONS), f"s{chance.randrange(STORIES)}", number


def perform(library: Library, what: str, story: str, value: int) -> None:
    """Do one operation in the library. What cannot be done, as of a removed source, is not."""
    source = FEEDS[value % len(FEEDS)]
    now = OPENED + timedelta(hours=value)
    with contextlib.suppress(LibraryError):
        match what:
            case "read":
                library.set_read(story, bool(value % 2))
            case "saved":
                library.set_saved(story, bool(value % 2))
            case "place":
                library.set_place(Position(story, 0, value))
            case "setting":
                library.set_setting("rate", str(value))
            case "removed":
                (library.remove if value % 3 else library.restore)(story)
            case "edition":
                library.keep_edition(page(value), OPENED)
            case "check":
                library.note_check(source, CheckResult(now, now, feed(value // 20)))
            case "import":
                some = FEEDS[: value % len(FEEDS) + 1]
                library.follow_all(NewSource(each, kind=SourceKind.FEED) for each in some)
            case "rename":
                library.rename_source(source, str(value))
            case "choose":
                library.choose(source, SourceChoices(keep_days=2, keep_count=value % 9))
            case "move":
                library.move_source(source, str(value % 3), FEEDS[0])
            case "remove source":
                (
                    library.remove_source(source, now)
                    if value % 3
                    else library.restore_source(source)
                )
            case "retention":
                library.retention(now)


def work(folder: str, seed: str, first: str) -> None:
    """Change the library for ever."""
    with Library.open(Path(folder)).library as library:
        if seed == "migrate":
            _say("open")
            return
        if first == "0":
            library.keep_edition(page(0), OPENED)
        _say("open")
        for number, operation in enumerate(operations(int(seed))):
            if number >= int(first):
                perform(library, *operation)
                _say(str(number))


def main() -> None:
    """Start a child for each line: forked, for a start of Python takes longer than its work."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _say(f"pid {os.getpid()}")
            work(*line.split())
            os._exit(0)
        _child, status = os.waitpid(child, 0)
        _say(f"dead {os.WTERMSIG(status)}")


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    main()
