"""How long the library takes with 20,000 and 100,000 stories, and how large it gets.

Run by ``python -m tests.benchmarks.library`` (``20000`` after it: that many alone). The
stories are made anew, which takes minutes; each has its own words from a vocabulary in which
few words are common and most are rare, as in a language.
"""

from __future__ import annotations

import itertools
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from tests.benchmarks.figures import Cell, Figures, table
from tests.benchmarks.memory import resident
from tidings.document import Article, Edition, Paragraph, Position, Span
from tidings.library import CheckResult, Library, NewSource, SourceChoices, SourceKind, View

COUNTS = (20_000, 100_000)
SOURCES = 200
_PAGE = 50
_RUNS = 15
_WORDS = 400
_START = datetime(2026, 1, 1, tzinfo=UTC)
_SYLLABLES = ("ba", "con", "der", "el", "fri", "gan", "ho", "in", "ka", "lu", "mer", "no", "os")


def vocabulary(size: int = 30_000) -> list[str]:
    """Return words, none twice."""
    made = ("".join(parts) for n in (2, 3, 4) for parts in itertools.product(_SYLLABLES, repeat=n))
    return list(itertools.islice(made, size))


def stories(count: int, words: Sequence[str]) -> Iterator[Article]:
    """Yield stories of some 400 words, two hours apart, the oldest first."""
    chance = random.Random(7)
    weights = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(words))))
    for number in range(count):
        drawn = chance.choices(words, cum_weights=weights, k=_WORDS + 8)
        text = drawn[8:]
        pieces = (" ".join(text[at : at + 50]).capitalize() + "." for at in range(0, _WORDS, 50))
        yield Article(
            f"{number:016x}",
            f"{number} {' '.join(drawn[:8])}",
            tuple(Paragraph((Span(piece),)) for piece in pieces),
            url=f"https://news.example/{number}",
            published=_START + timedelta(hours=2 * number),
            language="en",
        )


def fill(library: Library, count: int) -> None:
    """Keep so many stories of 200 feeds, as their checks bring them, 25 at a time."""
    library.follow_all(NewSource(address(n), kind=SourceKind.FEED) for n in range(SOURCES))
    told = stories(count, vocabulary())
    now = _START
    for number in itertools.count():
        some = tuple(itertools.islice(told, 25))
        if not some:
            break
        page = Edition(address(number % SOURCES), some, title=f"Source {number % SOURCES}")
        library.note_check(page.address, CheckResult(now, now, page))


def address(number: int) -> str:
    """Return the address of a source."""
    return f"https://source{number}.example/feed"


def measure(folder: Path, count: int) -> list[tuple[str, Cell]]:
    """Make a library of so many stories, and return its figures by name."""
    began = time.perf_counter()
    with Library.open(folder).library as library:
        fill(library, count)
        made = time.perf_counter() - began
    memory = resident(os.getpid())
    first, opened = (_times(lambda: Library.open(folder).library.close(), n) for n in (1, _RUNS))
    with Library.open(folder).library as library:
        figures = [("open, once a week", first), ("open", opened), *_figures(library, count)]
    size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    rows: list[tuple[str, Cell]] = [*figures]
    rows.append(("a story is kept", Figures((1000 * made / count,))))
    rows.append(("memory, more than before", Figures((resident(os.getpid()) - memory,), "MB")))
    rows.append(("size of the file", Figures((size,), "MB")))
    return rows


def _figures(library: Library, count: int) -> Iterator[tuple[str, Figures]]:
    yield "counts", _times(library.counts)
    yield "sources with their counts", _times(library.sources)
    yield "unread, first page of 50", _times(lambda: library.summaries(View.UNREAD, limit=_PAGE))
    middle = library.summaries(View.UNREAD, limit=1, offset=count // 2)[0].cursor
    yield (
        "the same, a page in the middle",
        _times(lambda: library.summaries(View.UNREAD, limit=_PAGE, after=middle)),
    )
    last = library.summaries(View.ALL, limit=1, offset=count - _PAGE - 1)[0].cursor
    yield (
        "all, the last page",
        _times(lambda: library.summaries(View.ALL, limit=_PAGE, after=last)),
    )
    yield (
        "one source",
        _times(lambda: library.summaries(View.SOURCE, address(3), limit=_PAGE)),
    )
    ids = (story.id for story in library.summaries(View.ALL, limit=4 * _RUNS))
    yield "mark as read", _times(lambda: library.set_read(next(ids), True))
    yield "mark as saved", _times(lambda: library.set_saved(next(ids), True))
    yield "keep a place", _times(lambda: library.set_place(Position(next(ids), 0, 9)))
    yield "a story", _times(lambda: library.article(next(ids)))
    words = vocabulary()
    for name, query in (
        ("search: a rare word", words[25_000]),
        ("search: a common word", words[3]),
        ("search: one letter", "c"),
        ("search: two words", f"{words[40]} {words[900]}"),
        ("search: nothing", "zzz"),
    ):
        yield name, _times(partial(library.search, query, limit=_PAGE))
    yield from _changes(library)


def _changes(library: Library) -> Iterator[tuple[str, Figures]]:
    page = library.edition(address(3))
    assert page is not None
    now = _START + timedelta(days=9999)
    yield (
        "a check that brings 25 known stories",
        _times(lambda: library.note_check(address(3), CheckResult(now, now, page))),
    )
    library.choose(address(4), SourceChoices(keep_days=30))
    library.choose(address(5), SourceChoices(keep_days=30))
    yield "retention, 50 stories", _times(lambda: library.retention(now, 50), 1)
    yield "a source is removed", _times(lambda: library.remove_source(address(6), now), 1)
    yield "and brought back", _times(lambda: library.restore_source(address(6)), 1)


def _times(work: Callable[[], object], runs: int = _RUNS) -> Figures:
    values = []
    for _run in range(runs):
        began = time.perf_counter()
        work()
        values.append(1000 * (time.perf_counter() - began))
    return Figures(tuple(values))


def main(wish: Sequence[str]) -> int:
    """Measure and print the table."""
    counts = [int(one) for one in wish] or list(COUNTS)
    columns = []
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            columns.append(measure(Path(folder), count))
    rows = [(cells[0][0], [cell for _name, cell in cells]) for cells in zip(*columns, strict=True)]
    names = [f"{count:,} stories" for count in counts]
    sys.stdout.write(table(names, rows) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
