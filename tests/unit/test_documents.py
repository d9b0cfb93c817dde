"""The documents name tests and files; this shows that those are there."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
CONFORMANCE = ROOT / "docs" / "conformance.md"
VERDICTS = {"met", "partly", "no"}
UNTESTED = "not tested"


@cache
def files() -> tuple[str, ...]:
    """Return the project's own files, from its root."""
    folders = (ROOT / name for name in ("desktop", "tests", "packaging", "resources", "docs"))
    found = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return tuple(path.relative_to(ROOT).as_posix() for path in (*found, *ROOT.glob("*.*")))


@cache
def names_in(file: str) -> frozenset[str]:
    """Return the names of the tests that a file holds."""
    source = (ROOT / file).read_text(encoding="utf-8")
    return frozenset(re.findall(r"def (test_\w+)", source))


def missing(document: str) -> list[str]:
    """Return what a document names in backticks and is nowhere."""
    modules = [file for file in files() if file.endswith(".py")]
    everywhere = {Path(file).stem for file in modules}.union(*map(names_in, modules))
    lost = []
    for name in re.findall(r"`([^`\s]+)`", document):
        file, is_inside, test = name.partition("::")
        if is_inside:
            there = [path for path in files() if path.endswith(f"/{file}")]
            if len(there) != 1 or test not in names_in(there[0]):
                lost.append(name)
        elif re.fullmatch(r"[\w./-]+\.py", name):
            if not any(f"/{path}".endswith(f"/{name}") for path in files()):
                lost.append(name)
        elif re.fullmatch(r"test_\w+", name) and name not in everywhere:
            lost.append(name)
    return lost


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_test_and_file_that_is_named_is_there(document: Path) -> None:
    assert missing(document.read_text(encoding="utf-8")) == []


def test_what_is_nowhere_is_noticed() -> None:
    here = "`test_documents.py::test_what_is_nowhere_is_noticed`"
    known = (here, "`ui/theme.py`", "`test_documents`", "`test_what_is_nowhere_is_noticed`")
    assert missing(", ".join(known)) == []
    for lost in ("test_gone", "gone.py", "ui/gone.py", "test_documents.py::test_gone"):
        assert missing(f"see `{lost}`.") == [lost]


def test_every_criterion_has_a_verdict_and_a_test_or_says_that_it_has_none() -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in CONFORMANCE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| ") and not line.startswith("| criterion ")
    ]
    assert len(rows) > 150
    for row in rows:
        assert re.split(r"[:,]", row[-2])[0] in VERDICTS, row
        assert "::test_" in row[-1] or UNTESTED in row[-1], row
