"""The pages that the benchmark of extraction reads."""

from __future__ import annotations

import pytest

from tests.benchmarks.pages import SHAPES, page
from tidings.document import RawPage
from tidings.extract import read


@pytest.mark.parametrize("shape", SHAPES)
def test_a_page_is_as_long_as_wished_and_holds_a_story(shape: str) -> None:
    html = page(shape, 0.02)
    assert 19_000 < len(html) < 22_000
    edition = read(RawPage("https://example.org/noon", "text/html", html.encode(), "utf-8"))
    assert edition.articles
