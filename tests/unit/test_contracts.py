"""The rooms keep to their doors: import contracts, and what the command line may load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "samples" / "harbour-watch.html"
FEED = ROOT / "tests" / "golden" / "feed_rss" / "input.rss"

# Runs the program in a process of its own, then says on standard error what it loaded.
PROBE = """
import sys
from tidings.cli import main
code = main(sys.argv[1:])
loaded = [name for name in sys.modules if name.startswith(("tidings", "PySide6", "shiboken6"))]
print("loaded:", *loaded, file=sys.stderr)
raise SystemExit(code)
"""

# Begins with the window, and ends where the thread would begin that loads the rest meanwhile.
WINDOW_PROBE = """
import sys
from tidings import app
def end():
    print("shiboken6" in sys.modules)
    raise SystemExit
app.get_ready = end
app.run_window(())
"""


def run_python(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
    )


def test_imports_go_down_only() -> None:
    checked = run_python(
        "-c", "from importlinter.cli import lint_imports_command as c; c()", cwd=ROOT
    )

    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", SAMPLE, "--json"],
        ["extract", FEED, "--json"],
        ["speak", SAMPLE, "--article", "1", "--output", "speech.wav"],
        ["voices"],
        ["--version"],
    ],
    ids=["extract", "extract a feed", "speak", "voices", "version"],
)
def test_command_line_loads_no_window(arguments: list[str | Path], tmp_path: Path) -> None:
    ran = run_python("-c", PROBE, *arguments, cwd=tmp_path)

    assert ran.returncode == 0, ran.stderr
    loaded = ran.stderr.partition("loaded:")[2].split()
    assert "tidings.cli" in loaded
    assert [name for name in loaded if not name.startswith("tidings")] == []


def test_nothing_is_loaded_beside_while_pyside_looks_through_what_is(tmp_path: Path) -> None:
    # It aborts the program if a module is added meanwhile.
    assert run_python("-c", WINDOW_PROBE, cwd=tmp_path).stdout == "True\n"
