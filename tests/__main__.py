"""Runs every test: what mostly waits beside what computes, then alone what is timed.

``make test`` runs it. With arguments, it is pytest with these arguments and nothing more.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from typing import IO

WAITING = ("tests/screenreader",)
"""Waits for a screen reader for most of its time."""
TIMED = ("tests/sound", "tests/unit/speech")
"""Measures how soon something is heard: with other tests beside it, it would be later."""

Pytest = subprocess.Popen[bytes]


def main(arguments: Sequence[str]) -> int:
    """Run the tests; return pytest's exit code, where it runs several times the first not 0."""
    if arguments:
        return _end(_pytest(*arguments))
    with tempfile.TemporaryFile() as told:
        # With a cache of its own: the one that ends last would forget what failed in the other.
        beside = _pytest(*WAITING, "-o", "cache_dir=.pytest_cache/beside", told=told)
        rest = _pytest(*(f"--ignore={folder}" for folder in (*WAITING, *TIMED)))
        codes = [_end(rest), _end(beside)]
        told.seek(0)
        sys.stdout.buffer.write(told.read())
        sys.stdout.flush()
    if 2 not in codes:
        codes.append(_end(_pytest(*TIMED)))
    return next((code for code in codes if code), 0)


def _pytest(*arguments: str, told: IO[bytes] | None = None) -> Pytest:
    colour = ["--color=yes"] if sys.stdout.isatty() else []
    command = [sys.executable, "-m", "pytest", *colour, *arguments]
    return subprocess.Popen(command, stdout=told, stderr=told)


def _end(running: Pytest) -> int:
    """Wait for the end. Ctrl+C reaches pytest as well: it ends what it has started."""
    while True:
        try:
            return running.wait()
        except KeyboardInterrupt:
            continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
