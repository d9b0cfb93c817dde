"""How long reading a page takes and how much memory, from 0.1 to 10 MB, in several shapes.

Run by ``python -m tests.benchmarks.pages``, on Linux. Each page is read in a process of its
own that has read a short one before; memory is its peak beyond what it held then.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.figures import Cell, table

SIZES = (0.1, 0.3, 1.0, 3.0, 10.0)
"""Megabytes."""

_SENTENCE = "The harbour office said that the ferry leaves at noon, whatever the weather may be. "
_START = f"<html lang=en><title>Noon</title><h1>Noon</h1><p>{_SENTENCE * 9}</p>"
_ATTRIBUTES = " ".join(f"data-a{number}=x" for number in range(40))
# What stands once before, again and again, and once after.
SHAPES = {
    "many paragraphs": ("", f"<p>{_SENTENCE * 3}</p>", ""),
    "deep nesting": ("", "<div><span>a word ", ""),
    "one huge paragraph": ("<p>", _SENTENCE, "</p>"),
    "very many links": ("<p>", "<a href='/news/story.html'>a linked word</a> ", "</p>"),
    "huge table": ("<table>", "<tr><td>Noon<td>The ferry leaves<td>12", "</table>"),
    "many siblings in lists": ("<ul>", "<li>The ferry leaves at noon</li>", "</ul>"),
    "unclosed tags": ("", f"<p><b><i>{_SENTENCE}", ""),
    "many attributes": ("", f"<p {_ATTRIBUTES}>{_SENTENCE}</p>", ""),
    "giant inline script": ("<script>", "if (a < b) { a = 'x'; } ", "</script>"),
}


def page(shape: str, megabytes: float) -> str:
    """Return a page of a shape, about as long as wished."""
    before, piece, after = SHAPES[shape]
    return f"{_START}{before}{piece * (int(megabytes * 1e6) // len(piece))}{after}"


def read_once(shape: str, megabytes: float) -> tuple[float, float]:
    """Read such a page in this process; return seconds of work and MB of memory beyond before.

    The peak is that of the whole process: call it once in each. Linux only.
    """
    import time

    from tidings.document import RawPage
    from tidings.extract import read

    def raw(html: str) -> RawPage:
        return RawPage("https://example.org/noon", "text/html", html.encode(), "utf-8")

    read(raw(page(shape, 0.01)))
    content = raw(page(shape, megabytes))
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forget the peak so far
    before = _peak()
    began = time.process_time()
    read(content)
    return time.process_time() - began, _peak() - before


def measure(shape: str, megabytes: float) -> tuple[float, float]:
    """Return what :func:`read_once` gives in a new process."""
    command = [sys.executable, "-m", "tests.benchmarks.pages", shape, str(megabytes)]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    return float(told[0]), float(told[1])


def main(wish: Sequence[str]) -> int:
    """Measure every shape and size and print the table, or one and print its two figures."""
    if wish:
        seconds, memory = read_once(wish[0], float(wish[1]))
        sys.stdout.write(f"{seconds} {memory}\n")
        return 0
    rows: list[tuple[str, list[Cell]]] = []
    for shape in SHAPES:
        figures = [measure(shape, size) for size in SIZES]
        rows.append((shape, [f"{seconds:.2f} s, {memory:.0f} MB" for seconds, memory in figures]))
    sys.stdout.write(table([f"{size:g} MB" for size in SIZES], rows) + "\n")
    return 0


def _peak() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
