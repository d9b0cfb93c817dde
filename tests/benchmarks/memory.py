"""How much memory a process holds, and the speech workers that it started."""

from __future__ import annotations

import contextlib
from pathlib import Path


def resident(process: int) -> float:
    """Return a process' resident memory in MB, what it shares with others included."""
    for line in Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError(process)


def resident_workers(process: int) -> float:
    """Return the resident memory of all speech workers of a process together, in MB."""
    return sum(resident(worker) for worker in _children(process) if _is_worker(worker))


def _children(process: int) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        # It may end meanwhile. Its name, in parentheses, may have spaces.
        with contextlib.suppress(OSError):
            fields = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            if int(fields[1]) == process:
                found.append(int(folder.name))
    return found


def _is_worker(process: int) -> bool:
    return b"tidings.speech.worker" in Path(f"/proc/{process}/cmdline").read_bytes()
