from __future__ import annotations

import json

import pytest

from tests.golden.cases import FOLDER, case_names, edition_json


@pytest.mark.parametrize("name", case_names())
def test_the_page_gives_the_edition(name: str) -> None:
    expected = json.loads((FOLDER / name / "edition.json").read_text(encoding="utf-8"))
    assert edition_json(name) == expected
