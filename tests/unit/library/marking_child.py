"""A process that marks stories and confirms each mark, until it is killed.

Run as ``python marking_child.py FOLDER SEED FIRST``. The operations follow from the seed, so
that whoever killed it can tell what the library must hold.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tidings.document import Article, Edition, Paragraph, Position, Span
from tidings.library import Library

OPENED = datetime(2026, 11, 23, tzinfo=UTC)
STORIES = 12


def page(version: int) -> Edition:
    """Return the page in one of its versions: all of its stories carry the number."""
    stories = (
        Article(f"s{n}", f"Story {n}", (Paragraph((Span(f"version {version} " * 300),)),))
        for n in range(STORIES)
    )
    return Edition("https://example.org/z/1", tuple(stories), section=str(version))


def operations(seed: int) -> Iterator[tuple[str, str, int]]:
    """Yield (operation, story, value) without end."""
    chance = random.Random(seed)
    number = 0
    while True:
        number += 1
        what = chance.choice(["read", "saved", "place", "setting", "removed", "edition"])
        yield what, f"s{chance.randrange(STORIES)}", number


def perform(library: Library, what: str, story: str, value: int) -> None:
    """Do one operation in the library."""
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


def main(folder: str, seed: str, first: str) -> None:
    with Library.open(Path(folder)).library as library:
        if first == "0":
            library.keep_edition(page(0), OPENED)
        _say("open")
        for number, operation in enumerate(operations(int(seed))):
            if number >= int(first):
                perform(library, *operation)
                _say(str(number))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
