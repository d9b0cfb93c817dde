"""docs/accessibility.md names a test for whatever it says; this shows that they are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_test_that_the_page_names_is_there() -> None:
    page = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", page))
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    there = {name for source in sources for name in re.findall(r"def (test_\w+)", source)}
    assert len(named) > 15
    assert named - there == set()


def test_every_line_of_its_tables_names_one() -> None:
    page = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
    lines = [line for line in page.splitlines() if line.startswith("| ")]
    heads = [line for line in lines if line.startswith("| where ")]
    assert [line for line in lines if line not in heads and "test_" not in line] == []
