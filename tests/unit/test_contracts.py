"""The rooms keep to their doors: import contracts, and what the command line may load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STORY = """<!doctype html><html lang="en"><title>A title</title>
<article><h1>A title</h1><p>One sentence of a story. Another one, which is longer.</p></article>
"""

# Runs the program in a process of its own, then says on standard error what it loaded.
PROBE = """
import sys
from tidings.cli import main
code = main(sys.argv[1:])
print(*sorted(sys.modules), file=sys.stderr)
raise SystemExit(code)
"""


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
    )


def test_imports_go_down_only() -> None:
    checked = run_python("-c", "from importlinter.cli import lint_imports_command as c; c()")

    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    "arguments",
    [["extract", "--json"], ["speak", "--output", "speech.wav"], ["voices"], ["--version"]],
    ids=lambda arguments: arguments[0],
)
def test_command_line_loads_no_widget(arguments: list[str], tmp_path: Path) -> None:
    page = tmp_path / "story.html"
    page.write_text(STORY, encoding="utf-8")
    if arguments[0] in ("extract", "speak"):
        arguments = [arguments[0], str(page), *arguments[1:]]
    arguments = [str(tmp_path / word) if word.endswith(".wav") else word for word in arguments]

    ran = run_python("-c", PROBE, *arguments)

    assert ran.returncode == 0, ran.stderr
    loaded = ran.stderr.split()
    assert "tidings.cli" in loaded
    assert [name for name in loaded if name.startswith(("PySide6", "shiboken6"))] == []
