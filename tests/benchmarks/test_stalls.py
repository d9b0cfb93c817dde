"""The page with several stories that the benchmark of stalls opens."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.stalls import SIDE, SIDE_BY_SIDE, write_stories
from tidings.intake import load_more, open_page
from tidings.source import fetch


def test_the_page_has_as_many_stories_as_said_and_more_of_them(tmp_path: Path) -> None:
    edition = open_page(str(write_stories(tmp_path)), fetch)
    assert len(edition.articles) == SIDE_BY_SIDE
    assert all(abs(len(a.blocks) * 163 - SIDE) < 500 for a in edition.articles)

    assert len(load_more(edition, fetch).edition.articles) == 2 * SIDE_BY_SIDE
