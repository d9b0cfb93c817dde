"""The golden cases: folders with a page and what must come of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tidings.document import Edition, RawPage, edition_to_json
from tidings.extract import read

FOLDER = Path(__file__).parent
_KINDS = {".html": "text/html", ".txt": "text/plain"}


def case_names() -> list[str]:
    """Return the names of all cases, sorted."""
    return sorted(path.parent.name for path in FOLDER.glob("*/input.*"))


def read_case(name: str) -> Edition:
    """Return the edition that the case's page gives."""
    path = next((FOLDER / name).glob("input.*"))
    address = f"https://tidings.example/{name}"
    return read(RawPage(address, _KINDS[path.suffix], path.read_bytes()))


def edition_json(name: str) -> dict[str, Any]:
    """Return the case's edition in the form that ``edition.json`` has."""
    return edition_to_json(read_case(name))
