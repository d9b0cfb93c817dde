"""How much memory a process holds."""

from __future__ import annotations

from pathlib import Path


def resident(process: int) -> float:
    """Return a process' resident memory in MB, what it shares with others included."""
    for line in Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError(process)
