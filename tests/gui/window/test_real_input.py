"""The page and the text that Tidings began with, where they lie beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gui.window.conftest import Open
from tests.gui.window.steps import wait_until
from tidings.document import Figure

SHARED = Path(__file__).parents[4] / "shared"
SOURCES = (
    "corpus/pages/pangea_watchdog_seed_titled.html",
    "corpus/pages/pangea_watchdog_seed_untitled.html",
    "seed/watchdog.txt",
)


@pytest.mark.parametrize("source", SOURCES)
def test_it_opens_with_two_stories_each_with_its_picture(opening: Open, source: str) -> None:
    if not (SHARED / source).exists():
        pytest.skip(f"{source} does not lie beside this checkout")
    opened = opening(str(SHARED / source))
    assert len(opened.window.list.ids) == 2
    datelines = []
    for _ in range(2):
        article = opened.window.view.article
        assert article is not None
        assert sum(isinstance(block, Figure) for block in article.blocks) == 1
        (figure,) = (block for block in article.blocks if isinstance(block, Figure))
        assert figure.caption
        datelines.append(article.dateline)
        assert "XS" not in opened.text.split()
        opened.press("N", on=opened.window.view)
    assert len([dateline for dateline in datelines if dateline]) == 1
    assert not opened.window.breaking.isVisible()
    assert len(opened.window.skip_links.buttons) == 3
    opened.press("Space")
    wait_until(lambda: opened.reader.speaker.position is not None)
