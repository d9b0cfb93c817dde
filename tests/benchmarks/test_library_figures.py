"""The library that the benchmark measures."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.library import SOURCES, measure
from tidings.library import Library, View


def test_it_is_as_large_as_wished_and_every_figure_is_there(tmp_path: Path) -> None:
    rows = measure(tmp_path, 300)
    assert all(str(cell) for _name, cell in rows)
    with Library.open(tmp_path).library as library:
        assert len(library.sources()) == SOURCES
        assert library.counts().all == 300
        (story,) = library.summaries(View.ALL, limit=1)
        assert 380 < story.words < 420
