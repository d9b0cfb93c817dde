"""What the library confirmed outlives a kill at any moment."""

from __future__ import annotations

import contextlib
import itertools
import random
import signal
import subprocess
import sys
from pathlib import Path

from tests.unit.library import marking_child
from tests.unit.library.marking_child import operations, page, perform
from tidings.document import Edition
from tidings.library import Library, View

KILLS = 40
SEED = 20261123

State = tuple[Edition | None, object, object, object, dict[str, str]]


def state(library: Library) -> State:
    """Return all that the library holds."""
    return (
        library.edition(page(0).address),
        library.summaries(View.ALL),
        library.last_place(),
        [library.place(f"s{n}") for n in range(marking_child.STORIES)],
        library.settings(),
    )


def test_forty_kills_lose_no_confirmed_mark(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    done = 0
    with Library.in_memory() as expected:
        expected.keep_edition(page(0), marking_child.OPENED)
        todo = operations(SEED)
        for kill in range(KILLS):
            confirmed = _killed_run(tmp_path, done, chance)
            for operation in itertools.islice(todo, confirmed - done):
                perform(expected, *operation)
            done = confirmed
            opened = Library.open(tmp_path)
            assert opened.notice is None
            with opened.library as library:
                held = state(library)
            if held != state(expected):
                # One operation may have been done and not confirmed any more.
                perform(expected, *next(todo))
                done += 1
                assert held == state(expected), f"kill {kill}, after {confirmed} operations"
    assert done >= KILLS
    assert [path.name for path in tmp_path.iterdir()] == ["library.sqlite3"]


def _killed_run(folder: Path, first: int, chance: random.Random) -> int:
    """Let the child work, kill it amid its work, and return how many operations it confirmed."""
    command = [sys.executable, marking_child.__file__, str(folder), str(SEED), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        seen = [child.stdout.readline() for _line in range(chance.randrange(1, 25))]
        # Right after a line it is always at the same point of its work: let it go on a little.
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(timeout=chance.uniform(0, 0.03))
        child.send_signal(signal.SIGKILL)
        # What it had written before it died was confirmed too; half a line was not.
        seen += child.stdout.readlines()
    assert child.returncode == -signal.SIGKILL
    return max(int(line) for line in seen if line.endswith("\n")) + 1
