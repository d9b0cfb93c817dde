"""What the system tells of processes, on Linux."""

from __future__ import annotations

from pathlib import Path


def children(process: int) -> list[int]:
    """Return the processes that a process has started and that have not been noted as ended."""
    # A child belongs to the thread that started it.
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def exists(process: int) -> bool:
    """Tell whether a process runs; one that only waits to be noted as ended does not."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return told.rpartition(")")[2].split()[0] != "Z"


def speech_worker(engine: str, process: int) -> int | None:
    """Return the worker of an engine that a process has started; None where none runs."""
    for child in children(process):
        try:
            command = Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if b"tidings.speech.worker" in command and engine.encode() in command:
            return child
    return None
