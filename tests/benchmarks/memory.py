"""How much memory a process holds, and the speech workers that it started."""

from __future__ import annotations

from pathlib import Path

from tests.processes import speech_workers


def resident(process: int) -> float:
    """Return a process' resident memory in MB, what it shares with others included."""
    for line in Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError(process)


def resident_workers(process: int) -> float:
    """Return the resident memory of all speech workers of a process together, in MB."""
    return sum(map(resident, speech_workers(process)))
