from __future__ import annotations

import json

import pytest

from tests.golden.cases import FOLDER, case_names, script_json


@pytest.mark.parametrize("name", case_names())
def test_what_is_said_of_the_page(name: str) -> None:
    expected = json.loads((FOLDER / name / "script.json").read_text(encoding="utf-8"))
    assert script_json(name) == expected
