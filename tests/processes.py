"""What the system tells of processes, on Linux."""

from __future__ import annotations

import contextlib
from pathlib import Path

_WORKER = "tidings.speech.worker"


def children(process: int) -> list[int]:
    """Return the processes that a process has started and that have not been noted as ended."""
    found: list[int] = []
    # A child belongs to the thread that started it, which may end meanwhile.
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found += map(int, task.read_text(encoding="ascii").split())
    return found


def exists(process: int) -> bool:
    """Tell whether a process runs; one that only waits to be noted as ended does not."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return told.rpartition(")")[2].split()[0] != "Z"


def speech_workers(process: int) -> dict[int, str]:
    """Return the speech workers that a process has started, each with its engine's name."""
    found = {}
    for child in children(process):
        with contextlib.suppress(OSError):
            command = Path(f"/proc/{child}/cmdline").read_text(encoding="utf-8").split("\0")
            if _WORKER in command:
                found[child] = command[command.index(_WORKER) + 1]
    return found
