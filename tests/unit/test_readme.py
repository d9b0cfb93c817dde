"""What the documents say is still so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_readme_names_every_key() -> None:
    keymap = tomllib.loads((ROOT / "resources" / "keymap.toml").read_text("utf-8"))
    readme = (ROOT / "README.md").read_text("utf-8")
    rows = [line for line in readme.splitlines() if line.startswith("|")]
    named = set(re.findall("`([^`]+)`", "\n".join(rows)))
    named |= {"2", "3", "4", "5", "Return"}  # "`1` to `6`", and Enter by its other name
    named |= {f"Shift+{letter}" for letter in named if len(letter) == 1}

    missing = {name: entry["keys"][0] for name, entry in keymap.items() if entry["keys"]}
    missing = {name: key for name, key in missing.items() if key not in named}

    assert missing == {}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text("utf-8"))

    local = [link for link in links if "://" not in link]

    assert [link for link in local if not (document.parent / link).exists()] == []


def test_every_runtime_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    reasons = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = [re.match(r"[\w-]+", requirement) for requirement in wanted]

    assert [name[0] for name in names if name and name[0] not in reasons] == []
